// What one more place at a mentor would bring, exactly. The price that proves a plan says what one place fewer would cost; where scores
// tie, or somebody waits for this mentor alone, the two differ. One more unit of room on the mentor's arc opens one cycle, back over the
// shortest path to the mentor; for almost all that is the distance from the root, which one search found for all of them.
import type { Path } from "./exchange-cycle.ts";
import {
	isReachable,
	pathOverRoot,
	shortestPath,
	withoutLoops,
} from "./exchange-cycle.ts";
import { allPlaces, takenPlaces } from "./flow-network.ts";
import type { ResidualGraph } from "./residual-graph.ts";
import { reducedCostOf } from "./residual-graph.ts";
import type { ResidualSearch } from "./residual-search.ts";

/** The cost (below 0: a gain) and the cycle of one more place at mentor `j`; nothing where it would bring nothing. */
export function priceOfPlace(
	graph: ResidualGraph,
	search: ResidualSearch,
	j: number,
): Path | undefined {
	const { network } = graph;
	const arc = network.firstPlace + j;
	if (takenPlaces(network, j) < allPlaces(network, j)) return undefined;
	const path = shortestPath(
		graph,
		search,
		network.head[arc],
		network.tail[arc],
	);
	if (path === undefined) return undefined;
	const high = graph.high[arc] + path.high;
	const low = graph.low[arc] + path.low;
	return isGain(high, low)
		? { high, low, arcs: [2 * arc, ...path.arcs] }
		: undefined;
}

export type NewPair = {
	readonly mentee: number;
	/** What the pair costs, tier by tier. */
	readonly cost: readonly number[];
};

/** The same for a mentor without any place, whose pairs are no candidates: the best of them, and the way to it from the root. */
export function priceOfFirstPlace(
	graph: ResidualGraph,
	pairs: readonly NewPair[],
): (Path & { readonly pair: NewPair }) | undefined {
	const { fromRoot, root } = graph;
	let best: (Path & { readonly pair: NewPair }) | undefined;
	for (const pair of pairs) {
		const { mentee, cost } = pair;
		if (!isReachable(graph, mentee)) continue;
		const own = reducedCostOf(graph, cost, mentee, root);
		const high = own.high + fromRoot.high[mentee];
		const low = own.low + fromRoot.low[mentee];
		if (isGain(high - (best?.high ?? 0), low - (best?.low ?? 0)))
			best = { high, low, arcs: [], pair };
	}
	return (
		best && {
			...best,
			arcs: withoutLoops(
				graph,
				root,
				pathOverRoot(graph, root, best.pair.mentee),
			),
		}
	);
}

function isGain(high: number, low: number): boolean {
	return high < 0 || (high === 0 && low < 0);
}
