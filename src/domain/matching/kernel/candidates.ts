import type { PlaceSets } from "./place-sets.ts";

/**
 * The pairs that may be made, in compressed rows: the candidates of mentee `i` are the indices `first[i]` up to `first[i + 1]`
 * of `mentor` (whose mentee it is stands in `mentee`) and `points` (integers; what the score is in units of the problem's scale).
 * `need` and `capacity` are whole numbers ≥ 0. No pair occurs twice. `covered` is 1 for a mentee who has a pinned pair already: the
 * pinned pair is no candidate, its units are taken off `need` and `capacity`, and the mentee's next pair is not their first.
 */
export type Candidates = {
	readonly mentees: number;
	readonly mentors: number;
	readonly first: Int32Array;
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
	readonly points: Float64Array;
	readonly need: Int32Array;
	readonly capacity: Int32Array;
	readonly covered: Uint8Array;
	/** The same for mentors. Only there where somebody may have several mentors: that each mentor has a mentee then counts before second ones. */
	readonly mentorCovered?: Uint8Array | undefined;
	/** Where the policy has caps: the mentors' places as sets within sets. */
	readonly caps?: PlaceSets | undefined;
};

/** The candidates of each mentor: pair indices, grouped; those of mentor `j` are `pair[first[j]]` up to `pair[first[j + 1] - 1]`. */
export type ByMentor = {
	readonly first: Int32Array;
	readonly pair: Int32Array;
};

/** Groups pair indices by mentor (a counting sort, O(pairs)). */
export function byMentor(candidates: Candidates): ByMentor {
	const { mentors, mentor } = candidates;
	const first = new Int32Array(mentors + 1);
	for (let e = 0; e < mentor.length; e++) first[mentor[e] + 1]++;
	for (let j = 0; j < mentors; j++) first[j + 1] += first[j];
	const next = first.slice();
	const pair = new Int32Array(mentor.length);
	for (let e = 0; e < mentor.length; e++) pair[next[mentor[e]]++] = e;
	return { first, pair };
}

/** How many of its pairs each mentee and each mentor has, given which pairs are used. */
export function degrees(
	candidates: Candidates,
	used: Uint8Array,
): { readonly ofMentee: Int32Array; readonly ofMentor: Int32Array } {
	const ofMentee = new Int32Array(candidates.mentees);
	const ofMentor = new Int32Array(candidates.mentors);
	for (let e = 0; e < used.length; e++) {
		if (used[e] === 0) continue;
		ofMentee[candidates.mentee[e]]++;
		ofMentor[candidates.mentor[e]]++;
	}
	return { ofMentee, ofMentor };
}
