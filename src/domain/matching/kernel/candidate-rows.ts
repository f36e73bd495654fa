import type { Candidates } from "./candidates.ts";

export type CandidateInput = {
	readonly need: Int32Array;
	readonly capacity: Int32Array;
	readonly covered: Uint8Array;
	/** Mentee, mentor, points; each pair once, in any order. */
	readonly rows: readonly (readonly [number, number, number])[];
};

/** Lays pairs out in rows by mentee, each row by mentor (two counting sorts, O(people + pairs)). */
export function candidateRows(input: CandidateInput): Candidates {
	const { need, capacity, covered, rows } = input;
	const order = countingSort(
		countingSort(identity(rows.length), rows, 1, capacity.length),
		rows,
		0,
		need.length,
	);
	const first = new Int32Array(need.length + 1);
	const mentee = new Int32Array(rows.length);
	const mentor = new Int32Array(rows.length);
	const points = new Float64Array(rows.length);
	for (let k = 0; k < rows.length; k++) {
		const row = rows[order[k]];
		mentee[k] = row[0];
		mentor[k] = row[1];
		points[k] = row[2];
		first[row[0] + 1]++;
	}
	for (let i = 0; i < need.length; i++) first[i + 1] += first[i];
	return {
		mentees: need.length,
		mentors: capacity.length,
		first,
		mentee,
		mentor,
		points,
		need,
		capacity,
		covered,
	};
}

function identity(length: number): Int32Array {
	return Int32Array.from({ length }, (_, k) => k);
}

function countingSort(
	order: Int32Array,
	rows: CandidateInput["rows"],
	by: 0 | 1,
	keys: number,
): Int32Array {
	const next = new Int32Array(keys + 1);
	for (const row of rows) next[row[by] + 1]++;
	for (let k = 0; k < keys; k++) next[k + 1] += next[k];
	const sorted = new Int32Array(order.length);
	for (const k of order) sorted[next[rows[k][by]]++] = k;
	return sorted;
}
