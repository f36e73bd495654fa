import type { Cap } from "./caps.ts";
import { capsOf } from "./caps.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";
import { compilePolicy } from "./compiled-policy.ts";
import { LARGEST_SCORE, MILLIONTHS } from "./decimal.ts";
import type { Judge } from "./judge.ts";
import { compileJudge } from "./judge.ts";
import { allPairs, pairsBeyond } from "./kernel/pair-rows.ts";
import { createRowScorer } from "./kernel/pair-scoring.ts";
import type { PairColumns } from "./pair-columns.ts";
import { scoredPairs } from "./pair-columns.ts";
import { encodePeople } from "./people-columns.ts";
import type { CellProblem, PeopleTable, Person } from "./people-table.ts";
import { readPeople } from "./people-table.ts";
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
	readonly mentees: readonly Person[];
	/** The policy in arrays, from which any pair's score can be had without storing all. */
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
	const mentees = readPeople(policy, "mentee", menteeTable, cells);
	if (cells.length > 0) return { ok: false, cells, pins: [], tooLarge: [] };
	const caps = capsOf(policy, mentors, mentees);
	if (!caps.ok)
		return { ok: false, cells: caps.problems, pins: [], tooLarge: [] };
	const judge = compileJudge(policy);
	const people = peopleByKey(policy, mentors, mentees);
	const compiled = compilePolicy(
		policy,
		encodePeople(mentors),
		encodePeople(mentees),
	);
	const { pinned, problems } = readPins(policy, judge, people, caps.caps);
	const tooLarge = [
		...pairsOutOfRange(compiled, people),
		...pinned.filter(({ points }) => Math.abs(points) > LARGEST),
	];
	if (problems.length > 0 || tooLarge.length > 0)
		return { ok: false, cells: [], pins: problems, tooLarge };
	const scoring = scoringOf(policy, judge, people, compiled, pinned, caps.caps);
	return { ok: true, scoring };
}

const LARGEST = LARGEST_SCORE * MILLIONTHS;

function pairsOutOfRange(
	{ tables, general, largest }: CompiledPolicy,
	{ mentees, mentors }: People,
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
	judge: Judge,
	people: People,
	compiled: CompiledPolicy,
	pinned: readonly ScoredPair[],
	caps: readonly Cap[],
): Scoring {
	const { mentees, mentors } = people;
	const columns = once(() =>
		allPairs(
			createRowScorer(compiled.tables, compiled.general),
			mentees.length,
			mentors.length,
		),
	);
	const pairs = once(() => scoredPairs(mentees, mentors, columns()));
	return {
		policy,
		mentors,
		mentees,
		compiled,
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
				people.mentee(mentee) === undefined ||
				people.mentor(mentor) === undefined,
		),
		explain(menteeId, mentorId) {
			const mentee = people.mentee(menteeId);
			const mentor = people.mentor(mentorId);
			return mentee === undefined || mentor === undefined
				? undefined
				: judge.explain(mentor, mentee);
		},
		removals: (side, id) => removals(judge, people, side, id),
		nearMisses: (side, id) => nearMisses(judge, people, side, id),
	};
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
	judge: Judge,
	people: People,
	side: Side,
	id: string,
): readonly Removal[] {
	const counts = new Map<string, { removed: number; alone: number }>();
	for (const { mentor, mentee } of othersOf(people, side, id)) {
		const broken = judge.brokenRules(mentor, mentee);
		for (const rule of broken) {
			const count = counts.get(rule) ?? { removed: 0, alone: 0 };
			count.removed++;
			if (broken.length === 1) count.alone++;
			counts.set(rule, count);
		}
	}
	return [...counts]
		.map(([rule, count]) => ({ rule, ...count }))
		.toSorted((a, b) => b.removed - a.removed || b.alone - a.alone);
}

function nearMisses(
	judge: Judge,
	people: People,
	side: Side,
	id: string,
): ReadonlyMap<string, readonly ScoredPair[]> {
	const misses = new Map<string, ScoredPair[]>();
	for (const { mentor, mentee } of othersOf(people, side, id)) {
		const [rule, ...others] = judge.brokenRules(mentor, mentee);
		if (rule === undefined || others.length > 0) continue;
		const list = misses.get(rule) ?? [];
		list.push(judge.score(mentor, mentee));
		misses.set(rule, list);
	}
	return misses;
}
