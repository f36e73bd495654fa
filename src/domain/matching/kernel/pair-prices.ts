// The exact price of every pair of a plan, and of the next-best ones, in one sweep. A search that goes backwards from a mentor meets at once
// the mentees who hold her places (what forbidding their pair costs) and the mentors who could be emptied for those mentees (what
// forcing another pair costs), so one search serves all mentees of a mentor. It ends at the distance from the root, which is
// always a way, or as soon as nothing it could still meet would be among the best.
import type { Path } from "./exchange-cycle.ts";
import {
	isReachable,
	pathOverRoot,
	settledPath,
	shortestPath,
	withoutLoops,
} from "./exchange-cycle.ts";
import type { ResidualGraph } from "./residual-graph.ts";
import type { ResidualSearch } from "./residual-search.ts";
import { createResidualSearch } from "./residual-search.ts";

/** A change of one pair: what it costs, and the cycle of residual arcs that makes it. */
export type PricedPair = Path & { readonly pair: number };

export type PairPrices = {
	/** By pair in the plan: what the best plan without it costs. */
	readonly forbidden: ReadonlyMap<number, PricedPair>;
	/** By mentee: the unused pairs that would cost least if forced, best first (equal ones by points, then in candidate order). */
	readonly nextBest: ReadonlyMap<number, readonly PricedPair[]>;
};

/** Forces an unused pair, or forbids a used one. Nothing where no plan has the pair. */
export function priceOfPair(
	graph: ResidualGraph,
	search: ResidualSearch,
	pair: number,
): PricedPair | undefined {
	const { tail, head, flow } = graph.network;
	return flow[pair] === 0
		? closed(
				graph,
				pair,
				2 * pair,
				shortestPath(graph, search, head[pair], tail[pair]),
			)
		: closed(
				graph,
				pair,
				2 * pair + 1,
				shortestPath(graph, search, tail[pair], head[pair]),
			);
}

/** Prices all pairs of the plan and for each mentee the `count` next best; yields after every search the searches so far. */
export function* pricePairs(
	graph: ResidualGraph,
	count: number,
): Generator<number, PairPrices> {
	const { network } = graph;
	const { flow, tail, head, firstPlace } = network;
	const search = createResidualSearch(graph, graph.into);
	const byHead = new Map<number, number[]>();
	const held = new Int32Array(network.candidates.mentees);
	const forbidden = new Map<number, PricedPair>();
	const nextBest = new Map<number, readonly PricedPair[]>();
	for (let e = 0; e < firstPlace; e++) {
		if (flow[e] === 0) continue;
		held[tail[e]]++;
		const pairs = byHead.get(head[e]);
		if (pairs === undefined) byHead.set(head[e], [e]);
		else pairs.push(e);
	}
	let searches = 0;
	for (const [node, pairs] of byHead) {
		const seekers = pairs
			.filter((e) => held[tail[e]] === 1)
			.map((e) => createSeeker(graph, tail[e], e, count));
		searchFrom(graph, search, node, pairs, seekers);
		for (const e of pairs) {
			const path = pathFrom(graph, search, tail[e], node);
			const price = closed(graph, e, 2 * e + 1, path);
			if (price !== undefined) forbidden.set(e, price);
		}
		for (const seeker of seekers)
			nextBest.set(seeker.mentee, bestOf(graph, search, node, seeker));
		yield ++searches;
	}
	for (let i = 0; i < held.length; i++) {
		if (held[i] === 1 || !isReachable(graph, i)) continue;
		const seeker = createSeeker(graph, i, -1, count);
		searchFrom(graph, search, i, [], [seeker]);
		nextBest.set(i, bestOf(graph, search, i, seeker));
		yield ++searches;
	}
	return { forbidden, nextBest };
}

function closed(
	{ high, low }: ResidualGraph,
	pair: number,
	arc: number,
	path: Path | undefined,
): PricedPair | undefined {
	const sign = (arc & 1) === 0 ? 1 : -1;
	return (
		path && {
			pair,
			high: sign * high[pair] + path.high,
			low: sign * low[pair] + path.low,
			arcs: [arc, ...path.arcs],
		}
	);
}

/** A mentee in search of the next-best pairs. `over` is the one pair they have, whose head the search starts from, or -1. */
type Seeker = {
	readonly mentee: number;
	readonly over: number;
	readonly pairs: readonly number[];
	/** Prices known so far, pair by pair. */
	readonly high: Float64Array;
	readonly low: Float64Array;
	/** Places in `pairs` of the cheapest so far, in order. */
	readonly best: number[];
	readonly count: number;
};

function createSeeker(
	graph: ResidualGraph,
	mentee: number,
	over: number,
	count: number,
): Seeker {
	const { network, fromRoot, hasWayOut } = graph;
	const { first } = network.candidates;
	const pairs: number[] = [];
	for (let e = first[mentee]; e < first[mentee + 1]; e++)
		if (network.flow[e] === 0 && hasWayOut[network.head[e]] === 1)
			pairs.push(e);
	const seeker: Seeker = {
		mentee,
		over,
		pairs,
		high: Float64Array.from(
			pairs,
			(e) => graph.high[e] + fromRoot.high[mentee],
		),
		low: Float64Array.from(pairs, (e) => graph.low[e] + fromRoot.low[mentee]),
		best: [],
		count,
	};
	for (let k = 0; k < pairs.length; k++) enter(graph, seeker, k);
	return seeker;
}

/** Puts a pair whose price fell into its place among the best. */
function enter(graph: ResidualGraph, seeker: Seeker, k: number): void {
	const { best, count } = seeker;
	const at = best.indexOf(k);
	if (at >= 0) best.splice(at, 1);
	let place = best.length;
	while (place > 0 && isBetter(graph, seeker, k, best[place - 1])) place--;
	if (place >= count) return;
	best.splice(place, 0, k);
	if (best.length > count) best.pop();
}

function isBetter(
	{ network }: ResidualGraph,
	{ pairs, high, low }: Seeker,
	k: number,
	l: number,
): boolean {
	const { points } = network.candidates;
	const order =
		high[k] - high[l] || low[k] - low[l] || points[pairs[l]] - points[pairs[k]];
	return order < 0 || (order === 0 && k < l);
}

function searchFrom(
	graph: ResidualGraph,
	search: ResidualSearch,
	node: number,
	forbids: readonly number[],
	seekers: readonly Seeker[],
): void {
	const { high, low, network, fromRoot } = graph;
	const open = new Set(forbids.map((e) => network.tail[e]));
	const wanted = new Map<number, { seeker: Seeker; k: number }[]>();
	for (const seeker of seekers)
		seeker.pairs.forEach((e, k) => {
			const own = wanted.get(network.head[e]);
			if (own === undefined) wanted.set(network.head[e], [{ seeker, k }]);
			else own.push({ seeker, k });
		});
	search.run(node, fromRoot.high[node], fromRoot.low[node], (x) => {
		open.delete(x);
		for (const { seeker, k } of wanted.get(x) ?? []) {
			const { over, pairs } = seeker;
			const e = pairs[k];
			const h = high[e] + search.high[x] - (over < 0 ? 0 : high[over]);
			const l = low[e] + search.low[x] - (over < 0 ? 0 : low[over]);
			if (h > seeker.high[k] || (h === seeker.high[k] && l >= seeker.low[k]))
				continue;
			seeker.high[k] = h;
			seeker.low[k] = l;
			enter(graph, seeker, k);
		}
		return open.size === 0 && seekers.every((s) => isDone(x, s));
	});

	/** Whether whatever is farther than `x` would cost more than the last of the best. */
	function isDone(x: number, seeker: Seeker): boolean {
		const last = seeker.best.at(-1);
		if (last === undefined) return true;
		const { over } = seeker;
		const h = search.high[x] - (over < 0 ? 0 : high[over]) - seeker.high[last];
		const l = search.low[x] - (over < 0 ? 0 : low[over]) - seeker.low[last];
		return h > 0 || (h === 0 && l > 0);
	}
}

/** The shortest path to the node that the last search started from. */
function pathFrom(
	graph: ResidualGraph,
	search: ResidualSearch,
	from: number,
	node: number,
): Path {
	const { fromRoot } = graph;
	return search.isSettled(from)
		? {
				high: search.high[from],
				low: search.low[from],
				arcs: withoutLoops(graph, from, settledPath(graph, search, from, node)),
			}
		: {
				high: fromRoot.high[node],
				low: fromRoot.low[node],
				arcs: withoutLoops(graph, from, pathOverRoot(graph, from, node)),
			};
}

function bestOf(
	graph: ResidualGraph,
	search: ResidualSearch,
	node: number,
	seeker: Seeker,
): readonly PricedPair[] {
	const { network, fromRoot } = graph;
	const { mentee, over } = seeker;
	return seeker.best.map((k) => {
		const pair = seeker.pairs[k];
		const start = network.head[pair];
		const overRoot =
			seeker.high[k] === graph.high[pair] + fromRoot.high[mentee] &&
			seeker.low[k] === graph.low[pair] + fromRoot.low[mentee];
		const walk = overRoot
			? pathOverRoot(graph, start, mentee)
			: [
					...settledPath(graph, search, start, node),
					...(over < 0 ? [] : [2 * over + 1]),
				];
		return {
			pair,
			high: seeker.high[k],
			low: seeker.low[k],
			arcs: [2 * pair, ...withoutLoops(graph, start, walk)],
		};
	});
}
