// Objectives one strictly after the other: each tier is optimised by network simplex among the flows that are optimal in all
// tiers before it, and leaves prices of its own. The prices of all tiers together prove the result (see certificate.ts).
import type { FlowNetwork, Tiers } from "./flow-network.ts";
import { createSimplex } from "./network-simplex.ts";
import type { ResidualDistances } from "./residual-distance.ts";
import { distancesTo } from "./residual-distance.ts";

const PIVOTS_A_STEP = 2000;

/**
 * Optimises the tiers of `costs` that have no potentials yet (`potentials` is extended in place; those present must belong to a
 * flow that is optimal in them). Yields the pivots made so far, so that the caller may report or stop.
 */
export function* optimiseTiers(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Float64Array[],
): Generator<number, void> {
	let pivots = 0;
	for (let t = potentials.length; t < costs.length; t++) {
		const tree = tighten(network, costs.slice(0, t), potentials);
		const mayMove = tightArcs(network, costs.slice(0, t), potentials);
		const simplex = createSimplex(network, costs[t], mayMove, tree);
		while (!simplex.step(PIVOTS_A_STEP)) yield pivots + simplex.pivots();
		pivots += simplex.pivots();
		simplex.finish();
		potentials.push(simplex.potential);
		yield pivots;
	}
}

/**
 * Moves the potentials to the extreme that every optimal flow shares: a node's becomes what one more unit there would cost on its way
 * to the root. Afterwards a tree of tight arcs leads every node there, which is returned.
 */
export function tighten(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
): ResidualDistances {
	const tree = distancesTo(network, costs, potentials, network.root);
	for (let t = 0; t < costs.length; t++)
		for (let x = 0; x < network.nodes; x++)
			if (tree.reached[x] === 1)
				potentials[t][x] -= tree.length[x * costs.length + t];
	return tree;
}

/** Whether the potentials prove the network's flow optimal in all tiers: exact integers, one pass. */
export function isProved(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
): boolean {
	for (const potential of potentials)
		for (let x = 0; x < network.nodes; x++)
			if (!Number.isSafeInteger(potential[x])) return false;
	for (let a = 0; a < network.arcs; a++) {
		const sign = reducedSign(network, costs, potentials, a);
		if (sign < 0 && network.flow[a] < network.room[a]) return false;
		if (sign > 0 && network.flow[a] > 0) return false;
	}
	return true;
}

function tightArcs(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
): Uint8Array {
	const tight = new Uint8Array(network.arcs);
	for (let a = 0; a < network.arcs; a++)
		if (reducedSign(network, costs, potentials, a) === 0) tight[a] = 1;
	return tight;
}

/** Sign of the first tier in which the arc's reduced cost is not zero. */
function reducedSign(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
	arc: number,
): number {
	const from = network.tail[arc];
	const to = network.head[arc];
	for (let t = 0; t < costs.length; t++) {
		const reduced = costs[t][arc] + potentials[t][from] - potentials[t][to];
		if (reduced !== 0) return reduced < 0 ? -1 : 1;
	}
	return 0;
}
