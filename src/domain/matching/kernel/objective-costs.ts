// What each objective counts, as costs over the arcs of the flow network, tier by tier.
import type { Candidates } from "./candidates.ts";
import type { FlowNetwork } from "./flow-network.ts";
import { pairTie } from "./pair-tie.ts";

/** `people`: mentees with a mentor. `mentors`: mentors with a mentee. */
export type Tier = "people" | "mentors" | "pairs" | "points";

/** Whether some mentee may get a mentor beyond the first, so that people and pairs are two counts. */
export function hasLaterPairs({ need, covered }: Candidates): boolean {
	for (let i = 0; i < need.length; i++)
		if (need[i] > (covered[i] === 1 ? 0 : 1)) return true;
	return false;
}

/**
 * The tier's cost of every arc: one less for each pair, the points of a pair, one for each mentee who stays with nobody, or one less for each
 * mentor who has somebody.
 */
export function tierCost(network: FlowNetwork, tier: Tier): Float64Array {
	const cost = new Float64Array(network.arcs);
	const { mentees, points, covered, need } = network.candidates;
	if (tier === "people") {
		for (let i = 0; i < mentees; i++)
			if (covered[i] === 0 && need[i] > 0) cost[network.firstAlone + i] = 1;
	} else if (tier === "mentors") {
		for (let lead = network.firstLead; lead < network.arcs; lead++)
			cost[lead] = -network.room[lead];
	} else
		for (let e = 0; e < network.firstPlace; e++)
			cost[e] = tier === "pairs" ? -1 : -points[e];
	return cost;
}

/** A tier that has one best flow: a random number of so many bits from the ids of both for each pair. */
export function tieCost(
	network: FlowNetwork,
	menteeHash: Uint32Array,
	mentorHash: Uint32Array,
	bits: number,
): Float64Array {
	const cost = new Float64Array(network.arcs);
	cost.set(pairTies(network.candidates, menteeHash, mentorHash, bits));
	return cost;
}

/** The same for each candidate. */
export function pairTies(
	{ mentee, mentor }: Candidates,
	menteeHash: Uint32Array,
	mentorHash: Uint32Array,
	bits: number,
): Float64Array {
	const ties = new Float64Array(mentee.length);
	for (let e = 0; e < mentee.length; e++)
		ties[e] = pairTie(menteeHash, mentorHash, mentee[e], mentor[e], bits);
	return ties;
}
