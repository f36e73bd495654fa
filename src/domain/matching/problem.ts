import { commonUnit } from "./decimal.ts";
import type { Candidates } from "./kernel/candidates.ts";
import { candidateRows } from "./kernel/candidate-rows.ts";
import { pairSet } from "./pair-set.ts";

/** `people`: most mentees with at least one mentor, then most pairs, then greatest sum. `total`: greatest sum, then most pairs. */
export type Objective = "people" | "total";

/** Someone to be paired: a mentee with the mentors they need, or a mentor with the places they have. */
export type Participant = { readonly id: string; readonly units: number };

/** A pair that may be made; `points` is a whole number of millionths of a point. */
export type ScoredPair = {
	readonly mentee: string;
	readonly mentor: string;
	readonly points: number;
};

export type ProblemInput = {
	readonly objective: Objective;
	/** Settles ties between equally good results: any text. */
	readonly seed: string;
	/** Ids are unique on each side. */
	readonly mentees: readonly Participant[];
	readonly mentors: readonly Participant[];
	readonly pairs: readonly ScoredPair[];
	/** Pairs that are settled beforehand; they take up need and places (which the caller has checked) and count in the result. */
	readonly pinned?: readonly ScoredPair[];
};

/**
 * The pairing problem in canonical order: people sorted by id (code points), so that nothing depends on the order of rows.
 * Numbers in `candidates` are indices into `mentees` and `mentors`; pinned pairs are no candidates.
 */
export type Problem = {
	readonly objective: Objective;
	readonly seed: string;
	/** How many millionths of a point one unit of `candidates.points` is. */
	readonly unit: number;
	readonly mentees: readonly Participant[];
	readonly mentors: readonly Participant[];
	readonly pinned: readonly ScoredPair[];
	readonly candidates: Candidates;
	/** Pairs that may be made but never are: below 0 under `total`, or of a mentor without places or a mentee without need. */
	readonly belowZero: readonly ScoredPair[];
	readonly withoutPlace: readonly ScoredPair[];
};

/**
 * Sorts people, drops pairs that can never be used (below 0 under `total`, pinned already, no need or no place) and lays the rest out
 * for the kernel.
 */
export function assembleProblem(input: ProblemInput): Problem {
	const mentees = input.mentees.toSorted((a, b) => byCodePoint(a.id, b.id));
	const mentors = input.mentors.toSorted((a, b) => byCodePoint(a.id, b.id));
	const pinned = (input.pinned ?? []).toSorted(comparePairs);
	const need = remaining(mentees, countBy(pinned, "mentee"));
	const capacity = remaining(mentors, countBy(pinned, "mentor"));
	const pinnedMentees = countBy(pinned, "mentee");
	const menteeIndex = indexById(mentees);
	const mentorIndex = indexById(mentors);
	const isPinned = pairSet(pinned);
	const unit = commonUnit(input.pairs.values().map(({ points }) => points));
	const rows: [number, number, number][] = [];
	const belowZero: ScoredPair[] = [];
	const withoutPlace: ScoredPair[] = [];
	for (const pair of input.pairs) {
		const i = menteeIndex.get(pair.mentee);
		const j = mentorIndex.get(pair.mentor);
		if (i === undefined || j === undefined || isPinned.has(pair)) continue;
		if (input.objective === "total" && pair.points < 0) belowZero.push(pair);
		else if (capacity[j] === 0 || need[i] === 0) withoutPlace.push(pair);
		else rows.push([i, j, pair.points / unit]);
	}
	return {
		objective: input.objective,
		seed: input.seed,
		unit,
		mentees,
		mentors,
		pinned,
		candidates: candidateRows({
			need: Int32Array.from(need),
			capacity: Int32Array.from(capacity),
			covered: Uint8Array.from(mentees, ({ id }) =>
				pinnedMentees.has(id) ? 1 : 0,
			),
			rows,
		}),
		belowZero,
		withoutPlace,
	};
}

/** Compares two texts by Unicode code points (the plain `<` compares UTF-16 units, which sorts 😀 before ﬁ). */
export function byCodePoint(a: string, b: string): number {
	if (a === b) return 0;
	let k = 0;
	while (k < a.length && k < b.length && a.charCodeAt(k) === b.charCodeAt(k))
		k++;
	// Both differ inside a surrogate pair only if their first halves agree: step back to compare whole code points.
	const isSecondHalf = k > 0 && isLowSurrogate(a, k) && isLowSurrogate(b, k);
	const at = isSecondHalf ? k - 1 : k;
	return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}

/** Order of pairs in every result: by mentee, then mentor. */
export function comparePairs(
	a: { readonly mentee: string; readonly mentor: string },
	b: { readonly mentee: string; readonly mentor: string },
): number {
	return byCodePoint(a.mentee, b.mentee) || byCodePoint(a.mentor, b.mentor);
}

/** A text that names a pair, for sets and maps. */
export function pairKey(pair: {
	readonly mentee: string;
	readonly mentor: string;
}): string {
	return JSON.stringify([pair.mentee, pair.mentor]);
}

function isLowSurrogate(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= 0xdc00 && unit <= 0xdfff;
}

function remaining(
	people: readonly Participant[],
	taken: ReadonlyMap<string, number>,
): number[] {
	return people.map(({ id, units }) =>
		Math.max(0, units - (taken.get(id) ?? 0)),
	);
}

function countBy(
	pairs: readonly ScoredPair[],
	side: "mentee" | "mentor",
): Map<string, number> {
	const counts = new Map<string, number>();
	for (const pair of pairs)
		counts.set(pair[side], (counts.get(pair[side]) ?? 0) + 1);
	return counts;
}

function indexById(people: readonly Participant[]): Map<string, number> {
	return new Map(people.map(({ id }, index) => [id, index]));
}
