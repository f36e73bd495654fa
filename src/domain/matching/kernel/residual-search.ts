// Dijkstra from one node through part of the residual graph: rows are sorted by cost, so that a row is left as soon as it leads beyond the
// limit, and marks are numbered by search, so that a search costs what it meets and not what there is. Distances are two integers,
// compared one after the other. O(arcs met + nodes met · log nodes met).
import { createTiedHeap, insert, raise, takeFirst } from "./tied-heap.ts";
import type { ResidualGraph, ResidualRows } from "./residual-graph.ts";

export type ResidualSearch = {
	/** Distances of the nodes settled by the last search. */
	readonly high: Float64Array;
	readonly low: Float64Array;
	/** The residual arc over which the last search came to a node, -1 at the seed. */
	readonly via: Int32Array;
	isSettled(node: number): boolean;
	/**
	 * Settles nodes by rising distance, each below the limit, until `stop` (asked after each) says so. A path leads over the root only
	 * if it begins there.
	 */
	run(
		seed: number,
		limitHigh: number,
		limitLow: number,
		stop: (node: number) => boolean,
	): void;
	/** Settles all nodes from several seeds, each with a distance to start from, never over the root. */
	runFromMany(
		seeds: Iterable<readonly [node: number, high: number, low: number]>,
		settle: (node: number) => void,
	): void;
};

export function createResidualSearch(
	graph: Pick<ResidualGraph, "nodes" | "root" | "high" | "low">,
	rows: ResidualRows,
): ResidualSearch {
	const { nodes, root } = graph;
	const { first, arc, other, isSorted } = rows;
	const high = new Float64Array(nodes);
	const low = new Float64Array(nodes);
	const via = new Int32Array(nodes).fill(-1);
	const met = new Int32Array(nodes);
	const settled = new Int32Array(nodes);
	const heap = createTiedHeap(nodes, high, low);
	let search = 0;

	return {
		high,
		low,
		via,
		isSettled: (x) => settled[x] === search,
		run,
		runFromMany,
	};

	function run(
		seed: number,
		limitHigh: number,
		limitLow: number,
		stop: (node: number) => boolean,
	): void {
		search++;
		heap.size = 0;
		offer(seed, 0, 0, -1);
		while (heap.size > 0) {
			const x = takeFirst(heap);
			settled[x] = search;
			if (stop(x)) return;
			if (x !== root || seed === root) expand(x, limitHigh, limitLow);
		}
	}

	function runFromMany(
		seeds: Iterable<readonly [number, number, number]>,
		settle: (node: number) => void,
	): void {
		search++;
		heap.size = 0;
		for (const [x, h, l] of seeds) offer(x, h, l, -1);
		while (heap.size > 0) {
			const x = takeFirst(heap);
			settled[x] = search;
			if (x === root) continue;
			settle(x);
			expand(x, Infinity, Infinity);
		}
	}

	function expand(x: number, limitHigh: number, limitLow: number): void {
		const fromHigh = high[x];
		const fromLow = low[x];
		for (let k = first[x]; k < first[x + 1]; k++) {
			const r = arc[k];
			const a = r >> 1;
			const h = fromHigh + ((r & 1) === 0 ? graph.high[a] : -graph.high[a]);
			const l = fromLow + ((r & 1) === 0 ? graph.low[a] : -graph.low[a]);
			if (h > limitHigh || (h === limitHigh && l >= limitLow)) {
				if (isSorted) return;
				continue;
			}
			if (settled[other[k]] !== search) offer(other[k], h, l, r);
		}
	}

	function offer(y: number, h: number, l: number, r: number): void {
		const isMet = met[y] === search;
		if (isMet && (h > high[y] || (h === high[y] && l >= low[y]))) return;
		met[y] = search;
		high[y] = h;
		low[y] = l;
		via[y] = r;
		if (isMet) raise(heap, y);
		else insert(heap, y);
	}
}
