import type { Candidates } from "./candidates.ts";
import { byMentor } from "./candidates.ts";

/** Pair numbers by person: those of `x` are `pair[from[x]]` up to `pair[to[x] - 1]`. Room may be left between two rows. */
export type PairRows = {
	from: Int32Array;
	to: Int32Array;
	pair: Int32Array;
};

/**
 * A b-matching between searchers and holders that may change while it is being solved: pair numbers stay what they are, whatever the
 * order of the rows. Costs are whole numbers and may be negative; where two costs are equal, `tie` (whole numbers ≥ 0) decides, so
 * that every length is two numbers. A unit of supply left outside costs `outside`, the first `spare` units of a searcher only
 * `spareOutside` (which must not be more).
 */
export type TwoSidedGraph = {
	readonly searchers: number;
	readonly holders: number;
	/** Each searcher's pairs by rising cost, then tie. */
	readonly rows: PairRows;
	/** Each holder's pairs in any order. */
	readonly columns: PairRows;
	searcher: Int32Array;
	holder: Int32Array;
	cost: Float64Array;
	tie?: Float64Array;
	readonly supply: Int32Array;
	readonly room: Int32Array;
	readonly outside: Float64Array;
	readonly spare: Int32Array;
	spareOutside: number;
};

/** Candidates as such a graph: pair numbers are candidate indices, `cost` is taken as it is (not copied). O(pairs log row). */
export function twoSidedGraph(
	candidates: Candidates,
	byMentors: boolean,
	cost: Float64Array,
	outside: number,
): TwoSidedGraph {
	const { mentees, mentors, mentee, mentor, need, capacity } = candidates;
	const byMentee = rowsFrom(candidates.first, inOrder(mentor.length));
	const grouped = byMentor(candidates);
	const ofMentor = rowsFrom(grouped.first, grouped.pair);
	const searchers = byMentors ? mentors : mentees;
	const graph: TwoSidedGraph = {
		searchers,
		holders: byMentors ? mentees : mentors,
		rows: byMentors ? ofMentor : byMentee,
		columns: byMentors ? byMentee : ofMentor,
		searcher: byMentors ? mentor : mentee,
		holder: byMentors ? mentee : mentor,
		cost,
		supply: byMentors ? capacity : need,
		room: byMentors ? need : capacity,
		outside: new Float64Array(searchers).fill(outside),
		spare: new Int32Array(searchers),
		spareOutside: outside,
	};
	sortRows(graph);
	return graph;
}

/** Puts every row in order again after costs were changed. */
export function sortRows(graph: TwoSidedGraph): void {
	for (let l = 0; l < graph.searchers; l++) sortRow(graph, l);
}

/** Puts one row in order: by rising cost, then tie. */
export function sortRow(graph: TwoSidedGraph, l: number): void {
	const { rows, cost, tie } = graph;
	const row = rows.pair.subarray(rows.from[l], rows.to[l]);
	if (isSorted(graph, row)) return;
	if (sortByPackedCost(graph, row)) sortEqual(graph, row);
	else row.sort((a, b) => cost[a] - cost[b] || byTie(tie, a, b));
}

/** Puts pairs of equal cost in order of their ties. */
function sortEqual({ cost, tie }: TwoSidedGraph, row: Int32Array): void {
	if (tie === undefined) return;
	for (let from = 0, to = 1; from < row.length; from = to++) {
		while (to < row.length && cost[row[to]] === cost[row[from]]) to++;
		if (to - from > 1) row.subarray(from, to).sort((a, b) => byTie(tie, a, b));
	}
}

function byTie(tie: Float64Array | undefined, a: number, b: number): number {
	return (tie === undefined ? 0 : tie[a] - tie[b]) || a - b;
}

function isSorted({ cost, tie }: TwoSidedGraph, row: Int32Array): boolean {
	for (let k = 1; k < row.length; k++) {
		const step = cost[row[k]] - cost[row[k - 1]];
		if (step < 0) return false;
		if (step === 0 && tie !== undefined && tie[row[k]] < tie[row[k - 1]])
			return false;
	}
	return true;
}

/** Sorts cost and place as one number, which needs no callback; not done where that number would not be exact. */
function sortByPackedCost({ cost }: TwoSidedGraph, row: Int32Array): boolean {
	const size = row.length;
	let least = cost[row[0]];
	let most = least;
	for (let k = 1; k < size; k++) {
		const own = cost[row[k]];
		if (own < least) least = own;
		else if (own > most) most = own;
	}
	if ((most - least + 1) * size > Number.MAX_SAFE_INTEGER) return false;
	const before = row.slice();
	const key = new Float64Array(size);
	for (let k = 0; k < size; k++) key[k] = (cost[row[k]] - least) * size + k;
	key.sort();
	for (let k = 0; k < size; k++) row[k] = before[key[k] % size];
	return true;
}

function rowsFrom(first: Int32Array, pair: Int32Array): PairRows {
	return {
		from: first.subarray(0, first.length - 1),
		to: first.subarray(1),
		pair,
	};
}

function inOrder(length: number): Int32Array {
	const numbers = new Int32Array(length);
	for (let k = 0; k < length; k++) numbers[k] = k;
	return numbers;
}
