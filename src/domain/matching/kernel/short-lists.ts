// Short lists of what each searcher may look at first, so that late searches need not go through whole rows again and again.
//
// A pair's length is its cost less the holder's price, and holders' prices only ever fall: a length that was seen once is a lower bound for
// ever. A short list keeps the pairs of a row that were shortest when the row was last gone through, by those bounds, and a bound for all others;
// a search that reaches no further than that bound need not look beyond the list.
import { sortOn } from "./falling-rows.ts";
import type { SearchGraph } from "./successive-paths.ts";

/** How many pairs a short list has at most. */
export const SHORTEST = 8;

export type ShortLists = {
	readonly graph: SearchGraph;
	/** Prices of holders, their free places and the used pairs: as they are at any time. */
	readonly price: Float64Array;
	readonly free: Int32Array;
	readonly used: Uint8Array;
	readonly count: Uint8Array;
	/**
	 * Pairs, from `searcher * SHORTEST` on, what they cost, their holders, and the least that their lengths can be, rising: all that a search looks
	 * at, beside each other, as rows lie far apart in large cohorts.
	 */
	readonly pair: Int32Array;
	readonly cost: Float64Array;
	readonly holder: Int32Array;
	readonly least: Float64Array;
	/** The least length of all pairs of a searcher that are not on the list. */
	readonly beyond: Float64Array;
	/** What `shorten` found: places in the rows. */
	readonly found: Int32Array;
};

export function createShortLists(
	graph: SearchGraph,
	price: Float64Array,
	free: Int32Array,
	used: Uint8Array,
): ShortLists {
	const { rows, first } = graph.rows;
	let longest = 0;
	for (let l = 0; l < rows; l++)
		if (first[l + 1] - first[l] > longest) longest = first[l + 1] - first[l];
	return {
		graph,
		price,
		free,
		used,
		count: new Uint8Array(rows),
		pair: new Int32Array(rows * SHORTEST),
		cost: new Float64Array(rows * SHORTEST),
		holder: new Int32Array(rows * SHORTEST),
		least: new Float64Array(rows * SHORTEST),
		beyond: new Float64Array(rows).fill(-Infinity),
		found: new Int32Array(longest),
	};
}

/**
 * Goes through a row for pairs shorter than `limit`, and no longer than the shortest that leads to a free place; makes the short list anew on
 * the way. Returns how many were found.
 */
export function shorten(short: ShortLists, l: number, limit: number): number {
	const { graph, price, free, used, found } = short;
	const { pair, cost, holder, least } = short;
	const { rows } = graph;
	const { first, ready, worth } = rows;
	const from = l * SHORTEST;
	let count = 0;
	let size = 0;
	let beyond = Infinity;
	for (let k = first[l], to = first[l + 1]; k < to; k++) {
		if (k === ready[l]) sortOn(rows, l);
		const bound = -worth[k];
		if (bound >= limit) {
			if (bound < beyond) beyond = bound;
			break;
		}
		const e = rows.pair[k];
		const r = graph.holder[e];
		const length = bound - price[r];
		if (length < limit) {
			found[count++] = k;
			if (free[r] > 0 && used[e] === 0) limit = length;
		}
		let at: number;
		if (size < SHORTEST) at = from + size++;
		else {
			at = from + SHORTEST - 1;
			const last = least[at];
			if (length >= last) {
				if (length < beyond) beyond = length;
				continue;
			}
			if (last < beyond) beyond = last;
		}
		for (; at > from && least[at - 1] > length; at--) {
			pair[at] = pair[at - 1];
			cost[at] = cost[at - 1];
			holder[at] = holder[at - 1];
			least[at] = least[at - 1];
		}
		pair[at] = e;
		cost[at] = bound;
		holder[at] = r;
		least[at] = length;
	}
	short.count[l] = size;
	short.beyond[l] = beyond;
	return count;
}

/** Brings the bounds on a short list up to the prices of now. */
export function orderShort(short: ShortLists, l: number): void {
	const { price, pair, cost, holder, least } = short;
	const from = l * SHORTEST;
	for (let k = from, to = from + short.count[l]; k < to; k++) {
		const own = pair[k];
		const ownCost = cost[k];
		const r = holder[k];
		const length = ownCost - price[r];
		let at = k;
		for (; at > from && least[at - 1] > length; at--) {
			pair[at] = pair[at - 1];
			cost[at] = cost[at - 1];
			holder[at] = holder[at - 1];
			least[at] = least[at - 1];
		}
		pair[at] = own;
		cost[at] = ownCost;
		holder[at] = r;
		least[at] = length;
	}
}
