// Dijkstra from every node to a target in the residual network, with lengths that are vectors compared tier by tier.
//
// One search serves four ends: a spanning tree of tight arcs with room towards the root, from which the simplex starts the next
// tier; the extreme (hence unique) prices; the exact cost of forcing or forbidding one pair; the cheapest change that would place
// somebody. Lengths are reduced costs, not negative for an optimal flow. O((arcs + nodes log nodes) · tiers).
import type { FlowNetwork, Tiers } from "./flow-network.ts";

export type ResidualSearch = {
	/** Where the search ends: nodes with the vector that each adds (all tiers, `tiers` numbers a seed). */
	readonly seeds: Int32Array;
	readonly seedLength: Float64Array;
	/** Whether a path may lead over the root, that is, whether others may lose or gain a unit. */
	readonly throughRoot: boolean;
	/** An arc that must not be used in either direction, or -1. */
	readonly without: number;
};

export type ResidualDistances = {
	readonly tiers: number;
	/** Node by node, `tiers` numbers each; meaningful where `reached` is 1. */
	readonly length: Float64Array;
	readonly reached: Uint8Array;
	/** The first arc of the path from a node to the target, -1 at a seed or where there is none, and the node it leads to. */
	readonly arc: Int32Array;
	readonly next: Int32Array;
};

/** Distances of all nodes to one target. */
export function distancesTo(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
	target: number,
	without = -1,
): ResidualDistances {
	return residualDistances(network, costs, potentials, {
		seeds: Int32Array.of(target),
		seedLength: new Float64Array(costs.length),
		throughRoot: true,
		without,
	});
}

export function residualDistances(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
	search: ResidualSearch,
): ResidualDistances {
	const { nodes, root, tail, head, room, flow, candidates } = network;
	const { mentees, first } = candidates;
	const { firstLead } = network;
	const hasLeads = firstLead < network.arcs;
	const tiers = costs.length;
	const length = new Float64Array(nodes * tiers);
	const reached = new Uint8Array(nodes);
	const settled = new Uint8Array(nodes);
	const arcOf = new Int32Array(nodes).fill(-1);
	const next = new Int32Array(nodes).fill(-1);
	const heap = new Int32Array(nodes + 1);
	const place = new Int32Array(nodes);
	const sum = new Float64Array(tiers);
	const atOnce: number[] = [];
	let size = 0;

	for (let k = 0; k < search.seeds.length; k++) {
		for (let t = 0; t < tiers; t++) sum[t] = search.seedLength[k * tiers + t];
		offer(search.seeds[k], -1, -1);
	}
	while (size > 0) {
		const x = takeNearest();
		if (settled[x] === 1) continue;
		settled[x] = 1;
		expand(x);
		for (let y = atOnce.pop(); y !== undefined; y = atOnce.pop()) expand(y);
	}
	return { tiers, length, reached, arc: arcOf, next };

	function expand(x: number): void {
		if (x < mentees) intoMentee(x);
		else if (x < root) intoSet(x);
		else if (search.throughRoot) intoRoot();
	}

	function intoMentee(x: number): void {
		for (let e = first[x]; e < first[x + 1]; e++) backward(e, x);
		if (!search.throughRoot) return;
		backward(network.firstSpare + x, x);
		backward(network.firstAlone + x, x);
	}

	function intoSet(x: number): void {
		const s = x - mentees;
		const { first: from, arc } = network.into;
		for (let k = from[s]; k < from[s + 1]; k++) forward(arc[k], x);
		const own =
			s < candidates.mentors
				? network.firstPlace + s
				: network.firstCap + s - candidates.mentors;
		if (!search.throughRoot && head[own] === root) return;
		backward(own, x);
		if (hasLeads && s < candidates.mentors) backward(firstLead + s, x);
	}

	function intoRoot(): void {
		for (let a = network.firstPlace; a < network.arcs; a++)
			if (head[a] === root) forward(a, root);
	}

	/** From the arc's tail to its head `x`, where the arc has room. */
	function forward(a: number, x: number): void {
		const y = tail[a];
		if (settled[y] === 1 || flow[a] >= room[a] || a === search.without) return;
		for (let t = 0; t < tiers; t++)
			sum[t] =
				length[x * tiers + t] +
				costs[t][a] +
				potentials[t][y] -
				potentials[t][x];
		offer(y, a, x);
	}

	/** From the arc's head back to its tail `x`, where the arc carries flow. */
	function backward(a: number, x: number): void {
		const y = head[a];
		if (settled[y] === 1 || flow[a] === 0 || a === search.without) return;
		for (let t = 0; t < tiers; t++)
			sum[t] =
				length[x * tiers + t] -
				costs[t][a] -
				potentials[t][x] +
				potentials[t][y];
		offer(y, a, x);
	}

	function offer(y: number, a: number, x: number): void {
		let i = size;
		if (reached[y] === 1) {
			if (!sumIsLess(y) && !isFreeOfSet(a)) return;
			i = place[y];
		} else {
			reached[y] = 1;
			size++;
		}
		for (let t = 0; t < tiers; t++) length[y * tiers + t] = sum[t];
		arcOf[y] = a;
		next[y] = x;
		raise(y, i);
		if (isFreeOfSet(a)) {
			settled[y] = 1;
			atOnce.push(y);
		}
	}

	function sumIsLess(y: number): boolean {
		for (let t = 0; t < tiers; t++) {
			const difference = sum[t] - length[y * tiers + t];
			if (difference !== 0) return difference < 0;
		}
		return false;
	}

	/**
	 * An arc of a set of places that is neither empty nor full: both its ends are equally far. Under caps such arcs are followed at once,
	 * before any other way as long, so that the tree holds all of them, as the simplex expects of arcs between their bounds.
	 */
	function isFreeOfSet(a: number): boolean {
		return (
			candidates.caps !== undefined &&
			a >= network.firstPlace &&
			(a < network.firstSpare || (a >= network.firstCap && a < firstLead)) &&
			flow[a] > 0 &&
			flow[a] < room[a]
		);
	}

	function isNearer(x: number, y: number): boolean {
		for (let t = 0; t < tiers; t++) {
			const difference = length[x * tiers + t] - length[y * tiers + t];
			if (difference !== 0) return difference < 0;
		}
		return false;
	}

	function raise(x: number, from: number): void {
		let i = from;
		while (i > 0) {
			const above = (i - 1) >> 1;
			const y = heap[above];
			if (!isNearer(x, y)) break;
			heap[i] = y;
			place[y] = i;
			i = above;
		}
		heap[i] = x;
		place[x] = i;
	}

	function takeNearest(): number {
		const nearest = heap[0];
		size--;
		if (size > 0) {
			const x = heap[size];
			let i = 0;
			for (;;) {
				let child = 2 * i + 1;
				if (child >= size) break;
				if (child + 1 < size && isNearer(heap[child + 1], heap[child])) child++;
				const y = heap[child];
				if (!isNearer(y, x)) break;
				heap[i] = y;
				place[y] = i;
				i = child;
			}
			heap[i] = x;
			place[x] = i;
		}
		return nearest;
	}
}
