import { cappedCandidates } from "./capped-candidates.ts";
import type { Cap } from "./caps.ts";
import { commonUnit } from "./decimal.ts";
import type { Candidates } from "./kernel/candidates.ts";
import { candidateRows } from "./kernel/candidate-rows.ts";
import type { PairColumns } from "./pair-columns.ts";
import type { Want } from "./kinds.ts";
import { hasKinds, leadingWants } from "./kinds.ts";
import { pairColumns, scoredPairs } from "./pair-columns.ts";
import { sift } from "./usable-pairs.ts";

/**
 * `people`: most mentees with at least one mentor, then (where mentees may have several) most mentors with at least one mentee, then most pairs,
 * then greatest sum. `total`: greatest sum, then most pairs.
 */
export type Objective = "people" | "total";

/**
 * Someone to be paired: a mentee with the mentors they need, or a mentor with the places they have. Under a policy with kinds, what a mentee
 * wants of one kind (see kinds.ts).
 */
export type Participant = {
	readonly id: string;
	readonly units: number;
	readonly want?: Want;
};

/** A pair that may be made; `points` is a whole number of millionths of a point. */
export type ScoredPair = {
	readonly mentee: string;
	readonly mentor: string;
	readonly points: number;
	/** The kind of mentor, as results tell it; inside the engine the mentee's id says it. */
	readonly mentorKind?: string;
};

export type ProblemInput = {
	readonly objective: Objective;
	/** Settles ties between equally good results: any text. */
	readonly seed: string;
	/** Ids are unique on each side. */
	readonly mentees: readonly Participant[];
	readonly mentors: readonly Participant[];
	readonly pairs: readonly ScoredPair[];
	/** Whether mentors with a mentee count under `people`; without it, whether somebody is to have several mentors. */
	readonly countsMentors?: boolean;
	/** Nested caps on the pairs of mentors (see caps.ts). */
	readonly caps?: readonly Cap[];
	/** Pairs that are settled beforehand; they take up need and places (which the caller has checked) and count in the result. */
	readonly pinned?: readonly ScoredPair[];
};

/** The same with pairs in columns, as indices into these mentees and mentors. */
export type ProblemColumns = Omit<ProblemInput, "pairs"> & {
	readonly pairs: PairColumns;
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
	readonly caps: readonly Cap[];
	/** Under a policy with kinds: marks the mentees (wants) that count as their person's first mentor, see leadingWants. */
	readonly leads?: Uint8Array;
	/** The key of each set of places after the mentors' own. */
	readonly capKeys: readonly string[];
	/** Pairs that may be made but never are: below 0 under `total`, or of a mentor without places or a mentee without need. */
	readonly belowZero: readonly ScoredPair[];
	readonly withoutPlace: readonly ScoredPair[];
};

/**
 * Sorts people, drops pairs that can never be used (below 0 under `total`, pinned already, no need or no place) and lays the rest out
 * for the kernel. O(people · log people + pairs), without an object a pair where pairs come in columns.
 */
export function assembleProblem(input: ProblemInput | ProblemColumns): Problem {
	const mentees = sortedPeople(input.mentees);
	const mentors = sortedPeople(input.mentors);
	const pinned = (input.pinned ?? []).toSorted(comparePairs);
	const pinnedMentees = countBy(pinned, "mentee");
	const pinnedMentors = countBy(pinned, "mentor");
	const people = {
		mentees: mentees.people,
		mentors: mentors.people,
		need: remaining(mentees.people, pinnedMentees),
		capacity: remaining(mentors.people, pinnedMentors),
		pinned,
	};
	const columns = isColumns(input.pairs)
		? input.pairs
		: pairColumns(input.mentees, input.mentors, input.pairs);
	const at = { mentee: mentees.at, mentor: mentors.at };
	const sifted = sift(input.objective, people, columns, at);
	const unit = commonUnit(columns.points);
	const candidates = candidateRows({
		need: people.need,
		capacity: people.capacity,
		covered: marked(people.mentees, pinnedMentees),
		mentorCovered:
			(input.countsMentors ?? haveSeveral(mentees.people))
				? marked(people.mentors, pinnedMentors)
				: undefined,
		...sifted.usable,
		at,
		unit,
	});
	const caps = input.caps ?? [];
	const capped = cappedCandidates(candidates, caps, people);
	const leads = leadsIn(capped.candidates, people.mentees, pinnedMentees);
	return {
		objective: input.objective,
		seed: input.seed,
		unit,
		mentees: people.mentees,
		mentors: people.mentors,
		pinned,
		candidates: withFirstMentors(capped.candidates, leads),
		...(leads && { leads }),
		caps,
		capKeys: capped.capKeys,
		belowZero: scoredPairs(people.mentees, people.mentors, sifted.belowZero),
		withoutPlace: [
			...scoredPairs(people.mentees, people.mentors, sifted.withoutPlace),
			...scoredPairs(people.mentees, people.mentors, {
				...capped.closed,
				points: capped.closed.points.map((points) => points * unit),
			}),
		],
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

/** Of a mentee who wants several kinds, which one counts in the tier `people`; nothing without kinds. */
function leadsIn(
	{ first }: Candidates,
	mentees: readonly Participant[],
	pinned: ReadonlyMap<string, number>,
): Uint8Array | undefined {
	return hasKinds(mentees)
		? leadingWants(
				mentees,
				(i) =>
					pinned.has(mentees[i]?.id ?? "") ||
					(first[i + 1] ?? 0) > (first[i] ?? 0),
			)
		: undefined;
}

/** Whether anybody is to have several mentors, pinned ones included. */
export function haveSeveral(mentees: readonly Participant[]): boolean {
	if (!hasKinds(mentees)) return mentees.some(({ units }) => units > 1);
	const wanted = new Map<string, number>();
	for (const { id, units, want } of mentees) {
		const person = want?.mentee ?? id;
		wanted.set(person, (wanted.get(person) ?? 0) + units);
	}
	return wanted.values().some((units) => units > 1);
}

function withFirstMentors(
	candidates: Candidates,
	leads: Uint8Array | undefined,
): Candidates {
	const { covered } = candidates;
	return leads === undefined
		? candidates
		: {
				...candidates,
				covered: covered.map((own, i) => (leads[i] === 1 ? own : 1)),
			};
}

type SortedPeople = {
	readonly people: readonly Participant[];
	/** Where each of the people given now stands. */
	readonly at: Int32Array;
};

function sortedPeople(given: readonly Participant[]): SortedPeople {
	const inOrder = Int32Array.from(given.keys());
	const isSorted = given.every(
		({ id }, k) => k === 0 || byCodePoint(given[k - 1]?.id ?? "", id) < 0,
	);
	if (isSorted) return { people: given, at: inOrder };
	const from = inOrder.toSorted((a, b) =>
		byCodePoint(given[a]?.id ?? "", given[b]?.id ?? ""),
	);
	const at = new Int32Array(given.length);
	const people: Participant[] = [];
	for (const k of from) {
		const person = given[k];
		if (person === undefined) continue;
		at[k] = people.push(person) - 1;
	}
	return { people, at };
}

function isColumns(
	pairs: readonly ScoredPair[] | PairColumns,
): pairs is PairColumns {
	return "points" in pairs;
}

function remaining(
	people: readonly Participant[],
	taken: ReadonlyMap<string, number>,
): Int32Array {
	const units = new Int32Array(people.length);
	people.forEach((person, x) => {
		const used = taken.size === 0 ? 0 : (taken.get(person.id) ?? 0);
		units[x] = Math.max(0, person.units - used);
	});
	return units;
}

function marked(
	people: readonly Participant[],
	taken: ReadonlyMap<string, number>,
): Uint8Array {
	const marks = new Uint8Array(people.length);
	if (taken.size > 0)
		people.forEach(({ id }, x) => {
			if (taken.has(id)) marks[x] = 1;
		});
	return marks;
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
