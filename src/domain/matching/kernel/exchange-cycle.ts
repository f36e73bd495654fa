// A change to a proved plan as the cycle of residual arcs it is, and as the moves of people along it. Two optimal flows of neighbouring
// problems differ by one cycle through the change (Ahuja, Magnanti, Orlin, Network Flows, 3.5 and 9), so the shortest is exact.
import type { FlowNetwork } from "./flow-network.ts";
import type { ResidualGraph } from "./residual-graph.ts";
import type { ResidualSearch } from "./residual-search.ts";

/** Costs and the residual arcs in their order. */
export type Path = {
	readonly high: number;
	readonly low: number;
	readonly arcs: readonly number[];
};

/** One mentee on a cycle: the pair given up and the pair taken, -1 for none. */
export type PairMove = {
	readonly mentee: number;
	readonly from: number;
	readonly to: number;
};

/** The shortest path between two nodes; nothing where there is none. `search` goes over the rows `into`. */
export function shortestPath(
	graph: ResidualGraph,
	search: ResidualSearch,
	from: number,
	to: number,
): Path | undefined {
	const { fromRoot, hasWayOut, root } = graph;
	if (hasWayOut[from] === 0 || !isReachable(graph, to)) return undefined;
	if (from !== root && to !== root) {
		search.run(to, fromRoot.high[to], fromRoot.low[to], (x) => x === from);
		if (search.isSettled(from))
			return {
				high: search.high[from],
				low: search.low[from],
				arcs: withoutLoops(graph, from, settledPath(graph, search, from, to)),
			};
	}
	return {
		high: fromRoot.high[to],
		low: fromRoot.low[to],
		arcs: withoutLoops(graph, from, pathOverRoot(graph, from, to)),
	};
}

export function isReachable(graph: ResidualGraph, node: number): boolean {
	return node === graph.root || graph.fromRoot.via[node] >= 0;
}

/** The arcs from a settled node to the seed of the last search. */
export function settledPath(
	graph: ResidualGraph,
	search: ResidualSearch,
	from: number,
	seed: number,
): number[] {
	const arcs: number[] = [];
	for (let x = from; x !== seed; x = endOf(graph.network, search.via[x]))
		arcs.push(search.via[x]);
	return arcs;
}

/** The free way to the root and the cheapest way on from there. */
export function pathOverRoot(
	graph: ResidualGraph,
	from: number,
	to: number,
): number[] {
	const { network, root, toRoot, fromRoot } = graph;
	const out: number[] = [];
	for (let x = from; x !== root; x = endOf(network, toRoot[x]))
		out.push(toRoot[x]);
	const back: number[] = [];
	for (let x = to; x !== root; x = startOf(network, fromRoot.via[x]))
		back.push(fromRoot.via[x]);
	return [...out, ...back.reverse()];
}

/** A walk from `from` without its loops, which cost nothing where the walk is shortest. */
export function withoutLoops(
	{ network }: Pick<ResidualGraph, "network">,
	from: number,
	walk: readonly number[],
): number[] {
	const kept: number[] = [];
	const stepsTo = new Map([[from, 0]]);
	for (const r of walk) {
		const x = endOf(network, r);
		const seenAfter = stepsTo.get(x);
		if (seenAfter === undefined) {
			kept.push(r);
			stepsTo.set(x, kept.length);
		} else {
			for (const cut of kept.splice(seenAfter))
				stepsTo.delete(endOf(network, cut));
			stepsTo.set(x, seenAfter);
		}
	}
	return kept;
}

/** Who moves, in the order of the cycle; the first is the mentee whom the first arc leaves or enters. */
export function movesAlong(
	network: FlowNetwork,
	cycle: readonly number[],
): PairMove[] {
	const { candidates, firstPlace } = network;
	return cycle.flatMap((leaving, k) => {
		const entering = cycle.at(k - 1) ?? leaving;
		const mentee = startOf(network, leaving);
		if (mentee >= candidates.mentees) return [];
		const from = entering >> 1 < firstPlace ? entering >> 1 : -1;
		const to = leaving >> 1 < firstPlace ? leaving >> 1 : -1;
		return from === -1 && to === -1 ? [] : [{ mentee, from, to }];
	});
}

export function startOf(network: FlowNetwork, r: number): number {
	return (r & 1) === 0 ? network.tail[r >> 1] : network.head[r >> 1];
}

export function endOf(network: FlowNetwork, r: number): number {
	return (r & 1) === 0 ? network.head[r >> 1] : network.tail[r >> 1];
}
