import type { Candidates } from "./candidates.ts";

export type CandidateInput = {
	readonly need: Int32Array;
	readonly capacity: Int32Array;
	readonly covered: Uint8Array;
	/** Each pair once, in any order. */
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
	readonly points: Float64Array;
};

/**
 * Lays pairs out in rows by mentee, each row by mentor (two counting sorts, O(people + pairs); pairs that come in that order are only
 * counted).
 */
export function candidateRows(input: CandidateInput): Candidates {
	const { need, capacity, covered } = input;
	const mentees = need.length;
	const first = new Int32Array(mentees + 1);
	for (let k = 0; k < input.mentee.length; k++) first[input.mentee[k] + 1]++;
	for (let i = 0; i < mentees; i++) first[i + 1] += first[i];
	const columns = isInOrder(input) ? input : sorted(input, first);
	return {
		mentees,
		mentors: capacity.length,
		first,
		mentee: columns.mentee,
		mentor: columns.mentor,
		points: columns.points,
		need,
		capacity,
		covered,
	};
}

type Columns = Pick<CandidateInput, "mentee" | "mentor" | "points">;

function isInOrder({ mentee, mentor }: Columns): boolean {
	for (let k = 1; k < mentee.length; k++) {
		const step = mentee[k] - mentee[k - 1];
		if (step < 0 || (step === 0 && mentor[k] < mentor[k - 1])) return false;
	}
	return true;
}

/** By mentor first, then dealt out to the mentees' rows in that order. */
function sorted(
	{ need, capacity, ...columns }: CandidateInput,
	first: Int32Array,
): Columns {
	const pairs = columns.mentee.length;
	const byMentor = countingSort(columns.mentor, capacity.length);
	const next = first.slice(0, need.length);
	const mentee = new Int32Array(pairs);
	const mentor = new Int32Array(pairs);
	const points = new Float64Array(pairs);
	for (let k = 0; k < pairs; k++) {
		const from = byMentor[k];
		const i = columns.mentee[from];
		const at = next[i]++;
		mentor[at] = columns.mentor[from];
		points[at] = columns.points[from];
	}
	for (let i = 0; i < need.length; i++) mentee.fill(i, first[i], first[i + 1]);
	return { mentee, mentor, points };
}

function countingSort(key: Int32Array, keys: number): Int32Array {
	const next = new Int32Array(keys + 1);
	for (let k = 0; k < key.length; k++) next[key[k] + 1]++;
	for (let k = 0; k < keys; k++) next[k + 1] += next[k];
	const order = new Int32Array(key.length);
	for (let k = 0; k < key.length; k++) order[next[key[k]]++] = k;
	return order;
}
