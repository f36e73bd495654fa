// What each objective counts, as costs over the arcs of the flow network, tier by tier.
import type { FlowNetwork } from "./flow-network.ts";
import { pairTie, tieBits } from "./pair-tie.ts";

export type Tier = "people" | "pairs" | "points";

/** The tier's cost of every arc: one less for each pair, the points of a pair, or one for each mentee who stays with nobody. */
export function tierCost(network: FlowNetwork, tier: Tier): Float64Array {
	const cost = new Float64Array(network.arcs);
	const { mentees, points, covered, need } = network.candidates;
	if (tier === "people") {
		for (let i = 0; i < mentees; i++)
			if (covered[i] === 0 && need[i] > 0) cost[network.firstAlone + i] = 1;
	} else
		for (let e = 0; e < network.firstPlace; e++)
			cost[e] = tier === "pairs" ? -1 : -points[e];
	return cost;
}

/** A tier that has one best flow: a random number from the ids of both for each pair, small enough for sums to be exact. */
export function tieCost(
	network: FlowNetwork,
	menteeHash: Uint32Array,
	mentorHash: Uint32Array,
): Float64Array {
	const bits = tieBits(network.nodes);
	const cost = new Float64Array(network.arcs);
	const { mentee, mentor } = network.candidates;
	for (let e = 0; e < network.firstPlace; e++)
		cost[e] = pairTie(menteeHash, mentorHash, mentee[e], mentor[e], bits);
	return cost;
}
