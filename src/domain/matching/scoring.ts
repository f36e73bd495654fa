import type { Cap } from "./caps.ts";
import { capsOf } from "./caps.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";
import { LARGEST_SCORE, MILLIONTHS } from "./decimal.ts";
import { pairsBeyond } from "./kernel/pair-rows.ts";
import { createRowScorer } from "./kernel/pair-scoring.ts";
import { wantId } from "./kinds.ts";
import type { KindsScored, ScoredKind } from "./kind-scoring.ts";
import { columnsOf, kindsScored } from "./kind-scoring.ts";
import type { PairColumns } from "./pair-columns.ts";
import { scoredPairs } from "./pair-columns.ts";
import type { CellProblem, PeopleTable, Person } from "./people-table.ts";
import { readPeople, readWants } from "./people-table.ts";
import type { People } from "./pins.ts";
import { peopleByKey, readPins } from "./pins.ts";
import type { NamedPair, Policy, Side } from "./policy.ts";
import type { ScoredPair } from "./problem.ts";

/** A term's share of a score, in millionths. */
export type Part = { readonly term: string; readonly points: number };

/** What a policy says about one pair. `parts` sum exactly to `points`; both are told even where a rule bars the pair. */
export type PairExplanation = {
	readonly brokenRules: readonly string[];
	readonly parts: readonly Part[];
	readonly points: number;
};

/** How many candidates of a person a rule bars, and how many it alone bars. */
export type Removal = {
	readonly rule: string;
	readonly removed: number;
	readonly alone: number;
};

export type Scoring = {
	readonly policy: Policy;
	readonly mentors: readonly Person[];
	/** Under a policy with kinds each mentee once for each kind (see kinds.ts). */
	readonly mentees: readonly Person[];
	/**
	 * The policy in arrays, from which any pair's score can be had without storing all. Throws a RangeError under a policy with kinds: it has
	 * one for each, and its cohorts are solved whole.
	 */
	readonly compiled: CompiledPolicy;
	/** Every pair that no rule bars, with its score: by mentee, then mentor. Worked out when first asked for. */
	readonly columns: PairColumns;
	/** The same as objects: for cohorts of hundreds. */
	readonly pairs: readonly ScoredPair[];
	readonly pinned: readonly ScoredPair[];
	readonly caps: readonly Cap[];
	/** Forbidden pairs that name somebody who is not there. */
	readonly idleForbidden: readonly NamedPair[];
	/** Nothing where either is unknown. */
	explain(mentee: string, mentor: string): PairExplanation | undefined;
	/** Which rules cost this person which share of the other side, by falling number. */
	removals(side: Side, id: string): readonly Removal[];
	/** The pairs of this person that exactly one rule bars, by rule, with their scores. */
	nearMisses(
		side: Side,
		id: string,
	): ReadonlyMap<string, readonly ScoredPair[]>;
};

export type PinProblem = {
	readonly pair: NamedPair;
	readonly why:
		| "unknown-mentee"
		| "unknown-mentor"
		| "breaks-rule"
		| "no-need-left"
		| "no-place-left";
	readonly rule: string | undefined;
};

export type ScoringResult =
	| { readonly ok: true; readonly scoring: Scoring }
	| {
			readonly ok: false;
			readonly cells: readonly CellProblem[];
			readonly pins: readonly PinProblem[];
			/** Pairs whose score is beyond ±1,000,000. */
			readonly tooLarge: readonly NamedPair[];
	  };

/** Makes two tables ready to be scored under a policy. All pairs: O(mentors · mentees · (rules + terms)), when they are asked for. */
export function scorePairs(
	policy: Policy,
	mentorTable: PeopleTable,
	menteeTable: PeopleTable,
): ScoringResult {
	const cells: CellProblem[] = [];
	const mentors = readPeople(policy, "mentor", mentorTable, cells);
	const mentees =
		policy.kinds.length === 0
			? readPeople(policy, "mentee", menteeTable, cells)
			: readWants(policy, menteeTable, cells);
	if (cells.length > 0) return { ok: false, cells, pins: [], tooLarge: [] };
	const caps = capsOf(policy, mentors, mentees);
	if (!caps.ok)
		return { ok: false, cells: caps.problems, pins: [], tooLarge: [] };
	const people = peopleByKey(policy, mentors, mentees);
	const kinds = kindsScored(policy, people);
	const { pinned, problems } = readPins(
		policy,
		kinds.judgeOf,
		people,
		caps.caps,
	);
	const tooLarge = [
		...kinds.all.flatMap((kind) => pairsOutOfRange(kind, people)),
		...pinned.filter(({ points }) => Math.abs(points) > LARGEST),
	];
	if (problems.length > 0 || tooLarge.length > 0)
		return {
			ok: false,
			cells: [],
			pins: problems,
			tooLarge: tooLarge.map(({ mentee, mentor }) => ({
				mentee: people.mentee(mentee)?.want?.mentee ?? mentee,
				mentor,
			})),
		};
	const scoring = scoringOf(policy, people, kinds, pinned, caps.caps);
	return { ok: true, scoring };
}

const LARGEST = LARGEST_SCORE * MILLIONTHS;

function pairsOutOfRange(
	{ compiled: { tables, general, largest }, mentees }: ScoredKind,
	{ mentors }: People,
): readonly NamedPair[] {
	if (largest <= LARGEST) return [];
	const beyond = pairsBeyond(
		createRowScorer(tables, general),
		mentees.length,
		mentors.length,
		LARGEST,
	);
	return beyond.map(([i, j]) => ({
		mentee: mentees[i]?.id ?? "",
		mentor: mentors[j]?.id ?? "",
	}));
}

function scoringOf(
	policy: Policy,
	people: People,
	{ all, judgeOf }: KindsScored,
	pinned: readonly ScoredPair[],
	caps: readonly Cap[],
): Scoring {
	const { mentees, mentors } = people;
	const [alone] = policy.kinds.length === 0 ? all : [];
	const columns = once(() => columnsOf(all, mentors.length));
	const pairs = once(() => scoredPairs(mentees, mentors, columns()));
	return {
		policy,
		mentors,
		mentees,
		get compiled() {
			if (alone === undefined)
				throw new RangeError(
					"A policy with kinds of mentors is solved whole, not from lists of candidates.",
				);
			return alone.compiled;
		},
		get columns() {
			return columns();
		},
		get pairs() {
			return pairs();
		},
		pinned,
		caps,
		idleForbidden: policy.forbidden.filter(
			({ mentee, mentor }) =>
				!isThere(policy, people, mentee) || people.mentor(mentor) === undefined,
		),
		explain(menteeId, mentorId) {
			const mentee = people.mentee(menteeId);
			const mentor = people.mentor(mentorId);
			return mentee === undefined || mentor === undefined
				? undefined
				: judgeOf(mentee).explain(mentor, mentee);
		},
		removals: (side, id) => removals(judgeOf, people, side, id),
		nearMisses: (side, id) => nearMisses(judgeOf, people, side, id),
	};
}

function isThere(policy: Policy, people: People, mentee: string): boolean {
	const [kind] = policy.kinds;
	return (
		people.mentee(kind === undefined ? mentee : wantId(mentee, kind.name)) !==
		undefined
	);
}

function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined;
	return () => (made ??= { value: make() }).value;
}

function othersOf(
	people: People,
	side: Side,
	id: string,
): readonly { readonly mentor: Person; readonly mentee: Person }[] {
	if (side === "mentee") {
		const mentee = people.mentee(id);
		return mentee === undefined
			? []
			: people.mentors.map((mentor) => ({ mentor, mentee }));
	}
	const mentor = people.mentor(id);
	return mentor === undefined
		? []
		: people.mentees.map((mentee) => ({ mentor, mentee }));
}

function removals(
	judgeOf: KindsScored["judgeOf"],
	people: People,
	side: Side,
	id: string,
): readonly Removal[] {
	// A mentee who is there once for each kind is told of as one person.
	type Count = { readonly removed: Set<string>; readonly alone: Set<string> };
	const counts = new Map<string, Count>();
	for (const { mentor, mentee } of othersOf(people, side, id)) {
		const broken = judgeOf(mentee).brokenRules(mentor, mentee);
		const other = side === "mentee" ? mentor.id : mentee.key;
		for (const rule of broken) {
			const count = counts.get(rule) ?? {
				removed: new Set(),
				alone: new Set(),
			};
			count.removed.add(other);
			if (broken.length === 1) count.alone.add(other);
			counts.set(rule, count);
		}
	}
	return [...counts]
		.map(([rule, { removed, alone }]) => ({
			rule,
			removed: removed.size,
			alone: alone.size,
		}))
		.toSorted((a, b) => b.removed - a.removed || b.alone - a.alone);
}

function nearMisses(
	judgeOf: KindsScored["judgeOf"],
	people: People,
	side: Side,
	id: string,
): ReadonlyMap<string, readonly ScoredPair[]> {
	const misses = new Map<string, ScoredPair[]>();
	for (const { mentor, mentee } of othersOf(people, side, id)) {
		const judge = judgeOf(mentee);
		const [rule, ...others] = judge.brokenRules(mentor, mentee);
		if (rule === undefined || others.length > 0) continue;
		const list = misses.get(rule) ?? [];
		list.push(judge.score(mentor, mentee));
		misses.set(rule, list);
	}
	return misses;
}
