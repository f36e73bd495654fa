// Exact prices of changes to an optimal matching: each is one shortest path in the residual network, because two optimal flows of
// neighbouring problems differ by one cycle (Ahuja, Magnanti, Orlin, Network Flows, 3.5 and 9).
import type { FlowNetwork, Tiers } from "./flow-network.ts";
import { reducedCost } from "./flow-network.ts";
import { distancesTo, residualDistances } from "./residual-distance.ts";

/** What the best matching with this unused pair in it costs, tier by tier. Nothing where no matching contains the pair. */
export function costOfForcing(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
	pair: number,
): Float64Array | undefined {
	const mentee = network.tail[pair];
	const mentor = network.head[pair];
	const cost = new Float64Array(costs.length);
	reducedCost(network, costs, potentials, pair, cost);
	const found = distancesTo(network, costs, potentials, mentee, pair);
	if (found.reached[mentor] === 0) return undefined;
	for (let t = 0; t < cost.length; t++)
		cost[t] += found.length[mentor * cost.length + t];
	return cost;
}

/** What the best matching without this used pair costs, tier by tier. */
export function costOfForbidding(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
	pair: number,
): Float64Array {
	const mentee = network.tail[pair];
	const mentor = network.head[pair];
	const cost = new Float64Array(costs.length);
	reducedCost(network, costs, potentials, pair, cost);
	const found = distancesTo(network, costs, potentials, mentor, pair);
	for (let t = 0; t < cost.length; t++)
		cost[t] = found.length[mentee * cost.length + t] - cost[t];
	return cost;
}

export type Openings = {
	/** For each mentee the mentor at whom the cheapest path ends, or -1. */
	readonly mentor: Int32Array;
	/** What one pair more over that path costs in the last and in each other tier, mentee by mentee. */
	readonly cost: Float64Array;
};

/**
 * For every mentee at once: the cheapest way to one more pair such that nobody loses theirs, if the mentors marked in `open` had one
 * more place (or have one). A path exchanges pairs of others but never takes one away.
 */
export function openings(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
	open: Uint8Array,
): Openings {
	const { mentees, mentors } = network.candidates;
	const tiers = costs.length;
	const seeds: number[] = [];
	for (let j = 0; j < mentors; j++) if (open[j] === 1) seeds.push(mentees + j);
	const seedLength = new Float64Array(seeds.length * tiers);
	seeds.forEach((x, k) => {
		for (let t = 0; t < tiers; t++)
			seedLength[k * tiers + t] = potentials[t][x];
	});
	const found = residualDistances(network, costs, potentials, {
		seeds: Int32Array.from(seeds),
		seedLength,
		throughRoot: false,
		without: -1,
	});
	const mentor = new Int32Array(mentees).fill(-1);
	const cost = new Float64Array(mentees * tiers);
	for (let i = 0; i < mentees; i++) {
		if (found.reached[i] === 0) continue;
		let x = i;
		while (found.next[x] >= 0) x = found.next[x];
		mentor[i] = x - mentees;
		for (let t = 0; t < tiers; t++)
			cost[i * tiers + t] = found.length[i * tiers + t] - potentials[t][i];
	}
	return { mentor, cost };
}
