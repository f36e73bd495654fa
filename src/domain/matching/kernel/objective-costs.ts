// What each objective counts, as costs over the arcs of the flow network, tier by tier.
import type { FlowNetwork } from "./flow-network.ts";

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
	const bits = Math.min(48, 51 - Math.ceil(Math.log2(network.nodes + 2)));
	const shrink = 2 ** (53 - bits);
	const cost = new Float64Array(network.arcs);
	const { mentee, mentor } = network.candidates;
	for (let e = 0; e < network.firstPlace; e++) {
		const i = 2 * mentee[e];
		const j = 2 * mentor[e];
		const high = mix(menteeHash[i], mentorHash[j]) >>> 11;
		const low = mix(menteeHash[i + 1], mentorHash[j + 1]);
		cost[e] = Math.floor((high * 2 ** 32 + low) / shrink);
	}
	return cost;
}

/** 32 well-mixed bits of two (finaliser of MurmurHash3 over an odd combination). */
function mix(a: number, b: number): number {
	let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ (a >>> 15);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}
