import type { HeldPairs } from "./held-pairs.ts";
import { createHeldPairs, hold, release } from "./held-pairs.ts";
import type { TiedHeap } from "./tied-heap.ts";
import { createTiedHeap } from "./tied-heap.ts";
import type { TwoSidedGraph } from "./two-sided-graph.ts";

/** A pair is open (may be used), used, or closed (kept out of every search). */
export const OPEN = 0;
export const USED = 1;
export const CLOSED = 2;

/** The matching, its prices and the scratch of the searches. Nodes: searchers, then holders. */
export type Repair = {
	readonly graph: TwoSidedGraph;
	state: Uint8Array;
	readonly searcherPrice: Float64Array;
	readonly searcherTie: Float64Array;
	readonly holderPrice: Float64Array;
	readonly holderTie: Float64Array;
	readonly bySearcher: HeldPairs;
	readonly byHolder: HeldPairs;
	readonly outsideUnits: Int32Array;
	/** Pairs whose state changed since the caller last emptied it, in order; kept only where there is one. */
	turned: number[] | undefined;
	operations: number;
	readonly distance: Float64Array;
	readonly distanceTie: Float64Array;
	readonly reached: Int32Array;
	readonly settled: Int32Array;
	readonly via: Int32Array;
	readonly list: Int32Array;
	readonly heap: TiedHeap;
	round: number;
};

export function createRepair(graph: TwoSidedGraph): Repair {
	const { searchers, holders } = graph;
	const nodes = searchers + holders;
	const distance = new Float64Array(nodes);
	const distanceTie = new Float64Array(nodes);
	return {
		graph,
		state: new Uint8Array(graph.cost.length),
		searcherPrice: new Float64Array(searchers),
		searcherTie: new Float64Array(searchers),
		holderPrice: new Float64Array(holders),
		holderTie: new Float64Array(holders),
		bySearcher: createHeldPairs(graph.supply),
		byHolder: createHeldPairs(graph.room),
		outsideUnits: new Int32Array(searchers),
		turned: undefined,
		operations: 0,
		distance,
		distanceTie,
		reached: new Int32Array(nodes),
		settled: new Int32Array(nodes),
		via: new Int32Array(nodes),
		list: new Int32Array(nodes),
		heap: createTiedHeap(nodes, distance, distanceTie),
		round: 0,
	};
}

export function usePair(repair: Repair, e: number): void {
	const { graph, state, bySearcher, byHolder, turned } = repair;
	state[e] = USED;
	hold(bySearcher, graph.searcher[e], e);
	hold(byHolder, graph.holder[e], e);
	turned?.push(e);
}

/** Afterwards the pair is open. */
export function dropPair(repair: Repair, e: number): void {
	const { graph, state, bySearcher, byHolder, turned } = repair;
	state[e] = OPEN;
	release(bySearcher, graph.searcher[e], e);
	release(byHolder, graph.holder[e], e);
	turned?.push(e);
}

/** What one more unit of a searcher outside would cost, and what the last one there does. */
export function nextOutside(repair: Repair, l: number): number {
	const { spare, spareOutside, outside } = repair.graph;
	return repair.outsideUnits[l] < spare[l] ? spareOutside : outside[l];
}

export function lastOutside(repair: Repair, l: number): number {
	const { spare, spareOutside, outside } = repair.graph;
	return repair.outsideUnits[l] > spare[l] ? outside[l] : spareOutside;
}
