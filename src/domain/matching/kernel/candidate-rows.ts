import type { Candidates } from "./candidates.ts";
import { keepGroups } from "./candidates.ts";

export type CandidateInput = {
	readonly need: Int32Array;
	readonly capacity: Int32Array;
	readonly covered: Uint8Array;
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
 * Lays pairs out in rows by mentee, each row by mentor (two counting sorts, O(people + pairs); pairs that come in that order are only
 * counted). Memory that is written for the first time costs more than the sorting, so every column is written once: people's places and the
 * unit are applied on the way, and what the first sort leaves becomes the grouping by mentor.
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
		: sorted(input, at, first);
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

/** By mentor first, then dealt out to the mentees' rows in that order. */
function sorted(
	{ need, capacity, unit = 1, ...given }: CandidateInput,
	at: Places,
	first: Int32Array,
): Columns {
	const pairs = given.mentee.length;
	const groups = groupedByMentor(given.mentor, at.mentor, capacity.length);
	const next = first.slice(0, need.length);
	const mentee = new Int32Array(pairs);
	const mentor = new Int32Array(pairs);
	const points = new Float64Array(pairs);
	for (let j = 0; j < capacity.length; j++)
		for (let k = groups.first[j], to = groups.first[j + 1]; k < to; k++) {
			const from = groups.pair[k];
			const place = next[at.mentee[given.mentee[from]]]++;
			mentor[place] = j;
			points[place] = given.points[from] / unit;
			groups.pair[k] = place;
		}
	for (let i = 0; i < need.length; i++) mentee.fill(i, first[i], first[i + 1]);
	keepGroups(mentor, groups);
	return { mentee, mentor, points };
}

function groupedByMentor(mentor: Int32Array, at: Int32Array, mentors: number) {
	const first = new Int32Array(mentors + 1);
	for (let k = 0; k < mentor.length; k++) first[at[mentor[k]] + 1]++;
	for (let j = 0; j < mentors; j++) first[j + 1] += first[j];
	const next = first.slice();
	const pair = new Int32Array(mentor.length);
	for (let k = 0; k < mentor.length; k++) pair[next[at[mentor[k]]]++] = k;
	return { first, pair };
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
