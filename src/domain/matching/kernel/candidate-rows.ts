import type { Candidates } from "./candidates.ts";

export type CandidateInput = {
	readonly need: Int32Array;
	readonly capacity: Int32Array;
	readonly covered: Uint8Array;
	readonly mentorCovered?: Uint8Array | undefined;
	/** Each pair once, in any order. */
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
	readonly points: Float64Array;
	/** Where the people stand that pairs are given by; without it they are given by their places. */
	readonly at?: { readonly mentee: Int32Array; readonly mentor: Int32Array };
	/** What the points are divided by, 1 where nothing is said. */
	readonly unit?: number;
};

/**
 * Lays pairs out in rows by mentee, each row by mentor. Pairs that come in that order are only counted; where each mentee's come together,
 * rows are sorted one by one, O(pairs · log row), which looks at memory in order; else by two counting sorts, O(people + pairs). Memory that is
 * written for the first time costs more than the sorting, so every column is written once: people's places and the unit are applied on the way.
 */
export function candidateRows(input: CandidateInput): Candidates {
	const { need, capacity, covered, mentee, unit = 1 } = input;
	const at = input.at ?? { mentee: inOrder(need), mentor: inOrder(capacity) };
	const mentees = need.length;
	const first = new Int32Array(mentees + 1);
	for (let k = 0; k < mentee.length; k++) first[at.mentee[mentee[k]] + 1]++;
	for (let i = 0; i < mentees; i++) first[i + 1] += first[i];
	const columns = isInOrder(input, at)
		? { ...input, points: inUnits(input.points, unit) }
		: (sortedByRow(input, at, first) ?? sorted(input, at, first));
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
		mentorCovered: input.mentorCovered,
	};
}

type Columns = Pick<CandidateInput, "mentee" | "mentor" | "points">;
type Places = NonNullable<CandidateInput["at"]>;

/** Whether the columns can stay as they are: people's places too. */
function isInOrder({ mentee, mentor }: Columns, at: Places): boolean {
	if (!isAscending(at.mentee) || !isAscending(at.mentor)) return false;
	for (let k = 1; k < mentee.length; k++) {
		const step = mentee[k] - mentee[k - 1];
		if (step < 0 || (step === 0 && mentor[k] < mentor[k - 1])) return false;
	}
	return true;
}

/** Row by row; nothing where a mentee's pairs lie apart. */
function sortedByRow(
	input: CandidateInput,
	at: Places,
	first: Int32Array,
): Columns | undefined {
	const from = startsOf(input.mentee, at.mentee, first);
	if (from === undefined) return undefined;
	const rows: Rows = {
		input,
		place: at.mentor,
		from,
		first,
		sorted: emptyColumns(input.mentee.length),
	};
	const longest = longestOf(first);
	const mentors = input.capacity.length;
	// Whole numbers of four bytes are sorted twice as fast.
	const keys =
		longest * mentors > LARGEST_INT
			? new Float64Array(longest)
			: new Int32Array(longest);
	const marks = new Int32Array((mentors >> 5) + 1);
	const pairOf = new Int32Array(mentors);
	for (let i = 0; i < from.length; i++)
		if ((first[i + 1] - first[i]) * WORDS_A_PAIR < marks.length)
			sortRow(rows, i, keys);
		else markRow(rows, i, marks, pairOf);
	return rows.sorted;
}

type Rows = {
	readonly input: CandidateInput;
	/** Of the mentors. */
	readonly place: Int32Array;
	readonly from: Int32Array;
	readonly first: Int32Array;
	readonly sorted: Columns;
};

/** Sorts a row by mentor and place in the row as one number. */
function sortRow(
	{ input, place, from, first, sorted }: Rows,
	i: number,
	keys: Float64Array | Int32Array,
): void {
	const { mentor, points, unit = 1 } = input;
	const start = first[i];
	const size = first[i + 1] - start;
	for (let k = 0; k < size; k++)
		keys[k] = place[mentor[from[i] + k]] * size + k;
	sortKeys(keys, size);
	for (let k = 0; k < size; k++) {
		const j = Math.floor(keys[k] / size);
		sorted.mentee[start + k] = i;
		sorted.mentor[start + k] = j;
		sorted.points[start + k] = points[from[i] + keys[k] - j * size] / unit;
	}
}

// A row with so many of all mentors that reading a bit for each of them takes less than sorting.
const WORDS_A_PAIR = 4;

/** The same by marking the mentors of the row, a bit each, and reading the marks, which are cleared again. */
function markRow(
	{ input, place, from, first, sorted }: Rows,
	i: number,
	marks: Int32Array,
	pairOf: Int32Array,
): void {
	const { mentor, points, unit = 1 } = input;
	const start = from[i];
	let next = first[i];
	for (let k = start, to = start + first[i + 1] - next; k < to; k++) {
		const j = place[mentor[k]];
		pairOf[j] = k;
		marks[j >> 5] |= 1 << (j & 31);
	}
	for (let w = 0; w < marks.length; w++) {
		let bits = marks[w];
		if (bits === 0) continue;
		marks[w] = 0;
		for (; bits !== 0; bits &= bits - 1) {
			const j = (w << 5) + 31 - Math.clz32(bits & -bits);
			sorted.mentee[next] = i;
			sorted.mentor[next] = j;
			sorted.points[next++] = points[pairOf[j]] / unit;
		}
	}
}

/** Where each mentee's pairs begin; nothing where they do not all follow. */
function startsOf(
	mentee: Int32Array,
	at: Int32Array,
	first: Int32Array,
): Int32Array | undefined {
	const from = new Int32Array(first.length - 1);
	for (let k = 0; k < mentee.length; ) {
		const i = at[mentee[k]];
		const to = k + first[i + 1] - first[i];
		from[i] = k;
		for (const own = mentee[k]; k < to; k++)
			if (mentee[k] !== own) return undefined;
	}
	return from;
}

function longestOf(first: Int32Array): number {
	let longest = 0;
	for (let i = 0; i + 1 < first.length; i++)
		if (first[i + 1] - first[i] > longest) longest = first[i + 1] - first[i];
	return longest;
}

const SHORT = 24;
const LARGEST_INT = 0x7fffffff;

function sortKeys(keys: Float64Array | Int32Array, size: number): void {
	if (size > SHORT) {
		keys.subarray(0, size).sort();
		return;
	}
	for (let k = 1; k < size; k++) {
		const own = keys[k];
		let place = k;
		for (; place > 0 && keys[place - 1] > own; place--)
			keys[place] = keys[place - 1];
		keys[place] = own;
	}
}

/** By mentor first, then dealt out to the mentees' rows in that order. */
function sorted(
	{ need, capacity, unit = 1, ...given }: CandidateInput,
	at: Places,
	first: Int32Array,
): Columns {
	const byMentor = countingSort(given.mentor, at.mentor, capacity.length);
	const next = first.slice(0, need.length);
	const sorted = emptyColumns(byMentor.length);
	for (let k = 0; k < byMentor.length; k++) {
		const from = byMentor[k];
		const i = at.mentee[given.mentee[from]];
		const place = next[i]++;
		sorted.mentee[place] = i;
		sorted.mentor[place] = at.mentor[given.mentor[from]];
		sorted.points[place] = given.points[from] / unit;
	}
	return sorted;
}

function countingSort(
	mentor: Int32Array,
	at: Int32Array,
	mentors: number,
): Int32Array {
	const next = new Int32Array(mentors + 1);
	for (let k = 0; k < mentor.length; k++) next[at[mentor[k]] + 1]++;
	for (let j = 0; j < mentors; j++) next[j + 1] += next[j];
	const order = new Int32Array(mentor.length);
	for (let k = 0; k < mentor.length; k++) order[next[at[mentor[k]]]++] = k;
	return order;
}

function emptyColumns(pairs: number): Columns {
	return {
		mentee: new Int32Array(pairs),
		mentor: new Int32Array(pairs),
		points: new Float64Array(pairs),
	};
}

function inUnits(points: Float64Array, unit: number): Float64Array {
	if (unit === 1) return points;
	const units = new Float64Array(points.length);
	for (let k = 0; k < points.length; k++) units[k] = points[k] / unit;
	return units;
}

function inOrder(people: Int32Array): Int32Array {
	return people.map((_, x) => x);
}

function isAscending(places: Int32Array): boolean {
	for (let x = 1; x < places.length; x++)
		if (places[x] < places[x - 1]) return false;
	return true;
}
