// Rows of pairs by falling points, sorted no further than somebody looks: a search among people with enough choice ends within the best few
// of each row, and sorting the rest would cost more than the search.
//
// Quickselect brings the next block of a row to the front, each block as long as all before it, and the block alone is sorted. O(row) a
// block, O(row · log row) for a whole row; a whole row of few levels at once, O(row) (level-sort.ts).

import type { Candidates } from "./candidates.ts";
import { sortByLevels } from "./level-sort.ts";

/** What stands before `ready[l]` in row `l` (pairs `first[l]` up to `first[l + 1]`) is in its final order: the most points first, then the lower index. */
export type FallingRows = {
	readonly rows: number;
	readonly first: Int32Array;
	readonly ready: Int32Array;
	/** Indices of pairs, and their points beside them. */
	readonly pair: Int32Array;
	readonly worth: Int32Array | Float64Array;
};

const FIRST_BLOCK = 16;
const SHORT = 24;
// Far more than halving any row takes.
const MOST_ROUNDS = 60;
const LARGEST_INT = 0x7fffffff;

/** Each mentee's pairs, in candidate order so far. */
export function rowsOfMentees({ first, points }: Candidates): FallingRows {
	const rows = unsorted(first, points);
	rows.worth.set(points);
	for (let e = 0; e < points.length; e++) rows.pair[e] = e;
	return rows;
}

/** Each mentor's pairs, in candidate order so far (a counting sort). */
export function rowsOfMentors(candidates: Candidates): FallingRows {
	const { mentors, mentor, points } = candidates;
	const first = new Int32Array(mentors + 1);
	for (let e = 0; e < mentor.length; e++) first[mentor[e] + 1]++;
	for (let j = 0; j < mentors; j++) first[j + 1] += first[j];
	const rows = unsorted(first, points);
	const next = first.slice();
	for (let e = 0; e < mentor.length; e++) {
		const at = next[mentor[e]]++;
		rows.pair[at] = e;
		rows.worth[at] = points[e];
	}
	return rows;
}

function unsorted(first: Int32Array, points: Float64Array): FallingRows {
	return {
		rows: first.length - 1,
		first,
		ready: first.slice(0, -1),
		pair: new Int32Array(points.length),
		// Four bytes each where they fit.
		worth:
			largestOf(points) > LARGEST_INT
				? new Float64Array(points.length)
				: new Int32Array(points.length),
	};
}

/** The greatest size of a number. */
export function largestOf(points: Float64Array): number {
	let most = 0;
	let least = 0;
	for (let e = 0; e < points.length; e++) {
		const own = points[e];
		if (own > most) most = own;
		else if (own < least) least = own;
	}
	return Math.max(most, -least);
}

/** Sorts on, at least one pair more in a row that has any left. */
export function sortOn(rows: FallingRows, l: number): void {
	const { first, ready, pair, worth } = rows;
	const from = ready[l];
	const to = first[l + 1];
	const seen = from - first[l];
	if (seen === 0 && to - from > SHORT && sortByLevels(pair, worth, from, to)) {
		ready[l] = to;
		return;
	}
	const block = Math.max(FIRST_BLOCK, seen);
	const upTo =
		to - from > block + SHORT
			? select(pair, worth, from, to, from + block)
			: to;
	sort(pair, worth, from, upTo, 0);
	ready[l] = upTo;
}

/**
 * Brings the best to the front: about as many as up to `wanted`. Returns where they end: at the end of the row when it takes too many rounds.
 * Keys are points and index, so that no two are equal.
 */
function select(
	pair: Int32Array,
	worth: Int32Array | Float64Array,
	from: number,
	to: number,
	wanted: number,
): number {
	let low = from;
	let high = to;
	for (let rounds = 0; high > wanted + SHORT; rounds++) {
		if (rounds > MOST_ROUNDS) return to;
		const cut = partition(pair, worth, low, high);
		if (cut > wanted) high = cut;
		else if (cut >= wanted - (FIRST_BLOCK >> 1) && cut > from) return cut;
		else low = cut;
	}
	return high;
}

/** Everything before the place returned comes before everything after; both parts are shorter than the whole. */
function partition(
	pair: Int32Array,
	worth: Int32Array | Float64Array,
	low: number,
	high: number,
): number {
	const middle = (low + high) >> 1;
	order(pair, worth, low, middle);
	order(pair, worth, middle, high - 1);
	order(pair, worth, low, middle);
	const pivot = worth[middle];
	const own = pair[middle];
	let a = low;
	let b = high - 1;
	for (;;) {
		while (worth[a] > pivot || (worth[a] === pivot && pair[a] < own)) a++;
		while (worth[b] < pivot || (worth[b] === pivot && pair[b] > own)) b--;
		if (a >= b) return b + 1;
		exchange(pair, worth, a, b);
		a++;
		b--;
	}
}

function order(
	pair: Int32Array,
	worth: Int32Array | Float64Array,
	a: number,
	b: number,
): void {
	if (worth[b] > worth[a] || (worth[b] === worth[a] && pair[b] < pair[a]))
		exchange(pair, worth, a, b);
}

function exchange(
	pair: Int32Array,
	worth: Int32Array | Float64Array,
	a: number,
	b: number,
): void {
	const e = pair[a];
	const own = worth[a];
	pair[a] = pair[b];
	worth[a] = worth[b];
	pair[b] = e;
	worth[b] = own;
}

function sort(
	pair: Int32Array,
	worth: Int32Array | Float64Array,
	from: number,
	to: number,
	depth: number,
): void {
	if (depth > MOST_ROUNDS) return sortByComparing(pair, worth, from, to);
	if (to - from <= SHORT) return insertionSort(pair, worth, from, to);
	const cut = partition(pair, worth, from, to);
	sort(pair, worth, from, cut, depth + 1);
	sort(pair, worth, cut, to, depth + 1);
}

function insertionSort(
	pair: Int32Array,
	worth: Int32Array | Float64Array,
	from: number,
	to: number,
): void {
	for (let k = from + 1; k < to; k++) {
		const e = pair[k];
		const own = worth[k];
		let at = k;
		while (
			at > from &&
			(worth[at - 1] < own || (worth[at - 1] === own && pair[at - 1] > e))
		) {
			pair[at] = pair[at - 1];
			worth[at] = worth[at - 1];
			at--;
		}
		pair[at] = e;
		worth[at] = own;
	}
}

function sortByComparing(
	pair: Int32Array,
	worth: Int32Array | Float64Array,
	from: number,
	to: number,
): void {
	const order = Array.from({ length: to - from }, (_, k) => from + k).sort(
		(a, b) => worth[b] - worth[a] || pair[a] - pair[b],
	);
	const pairs = order.map((k) => pair[k]);
	const worths = order.map((k) => worth[k]);
	pair.set(pairs, from);
	worth.set(worths, from);
}
