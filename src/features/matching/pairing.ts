// One run of a round, from tables and policy to pairs with their reasons. Runs on a worker thread and knows no database; the same
// steps as the command line's match, so the same inputs give the same fingerprint.
import type { Json } from "../../domain/matching/canonical-json.ts";
import { pointsOf } from "../../domain/matching/decimal.ts";
import type { Alternative } from "../../domain/matching/pair-explanation.ts";
import type {
	CellProblem,
	PeopleTable,
} from "../../domain/matching/people-table.ts";
import type { Plan as SolvedPlan } from "../../domain/matching/plan.ts";
import { planning } from "../../domain/matching/plan.ts";
import type { NamedPair } from "../../domain/matching/policy.ts";
import type { ScoredPair } from "../../domain/matching/problem.ts";
import { assembleProblem } from "../../domain/matching/problem.ts";
import { protectedGroups } from "../../domain/matching/protected-groups.ts";
import { readPolicy } from "../../domain/matching/read-policy.ts";
import { resultFingerprint } from "../../domain/matching/result-document.ts";
import type {
	Part,
	PinProblem,
	Scoring,
} from "../../domain/matching/scoring.ts";
import { scorePairs } from "../../domain/matching/scoring.ts";
import type { Unmatched } from "../../domain/matching/unmatched.ts";
import { unmatchedIn } from "../../domain/matching/unmatched-under-ratio.ts";
import {
	canBeGuarded,
	type Equity,
	FOUR_FIFTHS,
	frontierOf,
	isGuardedInConfidence,
} from "./fair-plans.ts";
import { pairsWithReasons } from "./next-best.ts";
import { groupsOf, type Plan, type PlanKind, totalsOf } from "./plans.ts";
import { readDocument, withGroups } from "./policy-document.ts";

export type PairingInput = {
	readonly policy: Json;
	readonly objective: PlanKind;
	/** Of the objective fair: what is kept between groups. */
	readonly equity?: Equity | undefined;
	readonly seed: string;
	readonly mentors: PeopleTable;
	readonly mentees: PeopleTable;
	/** The organisation's own columns that only pairing may read. */
	readonly ownSensitive?: readonly string[];
};

export type PairingStep = {
	readonly phase: "scoring" | "solving";
	/** Operations of the solver, which nobody knows the sum of beforehand. */
	readonly done: number;
};

/** A proposed pair. Points are millionths; `alternatives` are the mentee's next-best mentors. */
export type PairedPeople = ScoredPair & {
	readonly parts: readonly Part[];
	readonly alternatives: readonly Alternative[];
};

export type PairingResult =
	| {
			readonly ok: true;
			readonly pairs: readonly PairedPeople[];
			readonly unmatched: readonly Unmatched[];
			/** The same people under each objective, the round's own among them. */
			readonly plans: readonly Plan[];
			readonly total: number;
			readonly upperBound: number;
			/** Groups were compared that only pairing may know of. */
			readonly isGuardedInConfidence: boolean;
			readonly fingerprint: string;
			readonly places: number;
			readonly needed: number;
			readonly candidates: number;
			readonly seconds: number;
	  }
	| { readonly ok: false; readonly problem: PairingProblem };

/** Why a run could not be made. Ids and codes, no texts of people. */
export type PairingProblem = {
	readonly policy: readonly {
		readonly path: string;
		readonly problem: string;
	}[];
	readonly cells: readonly CellProblem[];
	readonly pins: readonly PinProblem[];
	readonly tooLarge: readonly NamedPair[];
};

/** Computes a round's pairs: iterate to hear how far it is; the value returned is the result. */
export function* pairing(
	input: PairingInput,
	clock: () => number,
): Generator<PairingStep, PairingResult> {
	const started = clock();
	yield { phase: "scoring", done: 0 };
	const scored = score(input);
	if (!scored.ok) return scored;
	const { scoring } = scored;
	const plan = yield* solve(input, scoring);
	const others = yield* otherPlans(input, scoring, plan);
	return {
		ok: true,
		pairs: pairsWithReasons(scoring, plan),
		unmatched: unmatchedIn(plan, scoring),
		plans: [planOf(input, scoring, plan), ...others],
		total: plan.total,
		upperBound: plan.upperBound,
		isGuardedInConfidence: isInConfidence(input, scoring),
		fingerprint: fingerprintOf(input, scoring, plan),
		places: sumOfUnits(scoring.mentors),
		needed: sumOfUnits(scoring.mentees),
		candidates: scoring.pairs.length,
		seconds: (clock() - started) / 1000,
	};
}

/**
 * The plan that keeps a ratio between groups, and what other ratios would cost. Takes far longer than a plan without groups, so it follows
 * after the others are shown. Nothing where there are no two groups to compare.
 */
export function guardedPlanOf(asked: PairingInput): Plan | undefined {
	const policy = withGroups(readDocument(asked.policy));
	const { equity = FOUR_FIFTHS } = asked;
	const input = { ...asked, policy, objective: "fair", equity } as const;
	const scored = score(input);
	if (!scored.ok || !canBeGuarded(scored.scoring)) return undefined;
	const { scoring } = scored;
	const plan = finish(solve(input, scoring));
	return {
		...planOf(input, scoring, plan),
		frontier: finish(
			frontierOf(scoring, plan, equity, isInConfidence(input, scoring)),
		),
	};
}

/** Points as the database and files write them. */
export function partsDocument(parts: readonly Part[]) {
	return parts.map(({ term, points }) => ({ term, points: pointsOf(points) }));
}

export function score(input: PairingInput) {
	const reading = readPolicy(input.policy);
	if (!reading.ok) return refusal({ policy: reading.problems });
	const scored = scorePairs(reading.policy, input.mentors, input.mentees);
	return scored.ok ? scored : refusal(scored);
}

/** The best plan under the round's objective. */
export function* solve(
	{ objective, seed, equity = FOUR_FIFTHS }: PairingInput,
	scoring: Scoring,
): Generator<PairingStep, SolvedPlan> {
	const problem = assembleProblem({
		objective: objective === "total" ? "total" : "people",
		seed,
		mentors: unitsOf(scoring.mentors),
		mentees: unitsOf(scoring.mentees),
		pairs: scoring.columns,
		pinned: scoring.pinned,
		caps: scoring.caps,
	});
	const groups = protectedGroups(scoring);
	const work = planning(
		problem,
		objective === "fair" ? { equity: { ...equity, groups } } : {},
	);
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
		yield { phase: "solving", done: step.value.operations };
	}
}

export function finish<Step, Result>(work: Generator<Step, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

/** The plans under the objectives that the round does not have. Without its ratio a guarded plan is the one with most people. */
function* otherPlans(
	input: PairingInput,
	scoring: Scoring,
	own: SolvedPlan,
): Generator<PairingStep, readonly Plan[]> {
	const under = (objective: "people" | "total") => ({
		...input,
		objective,
		equity: undefined,
	});
	const people = under("people");
	const total = under("total");
	if (input.objective === "total")
		return [planOf(people, scoring, yield* solve(people, scoring))];
	const sum = planOf(total, scoring, yield* solve(total, scoring));
	if (own.equity === undefined) return [sum];
	const { pairs, total: points, upperBound } = own.outcome;
	const free = { ...own, pairs, total: points, upperBound, equity: undefined };
	return [planOf(people, scoring, free), sum];
}

function planOf(input: PairingInput, scoring: Scoring, plan: SolvedPlan): Plan {
	return {
		kind: input.objective,
		totals: totalsOf(plan, scoring),
		pairs: plan.pairs,
		groups: groupsOf(
			scoring,
			plan.problem,
			plan.pairs,
			new Set(input.ownSensitive),
		),
		frontier: [],
		fingerprint: fingerprintOf(input, scoring, plan),
	};
}

function isInConfidence(
	{ objective, ownSensitive }: PairingInput,
	{ policy }: Scoring,
): boolean {
	return (
		objective === "fair" &&
		isGuardedInConfidence(policy.protectedColumns, new Set(ownSensitive))
	);
}

function fingerprintOf(
	{ objective, seed, policy, equity = FOUR_FIFTHS }: PairingInput,
	scoring: Scoring,
	{ pairs }: Pick<SolvedPlan, "pairs">,
): string {
	const { measure, ratio } = equity;
	return resultFingerprint(
		{
			objective,
			options: {
				seed,
				...(objective === "fair" ? { measure, ratio: pointsOf(ratio) } : {}),
			},
			policy,
			capacities: unitsOf(scoring.mentors),
			needs: unitsOf(scoring.mentees),
		},
		pairs,
	);
}

function refusal(
	found: Partial<PairingProblem>,
): PairingResult & { readonly ok: false } {
	const { policy = [], cells = [], pins = [], tooLarge = [] } = found;
	return { ok: false, problem: { policy, cells, pins, tooLarge } };
}

type Counted = { readonly id: string; readonly units: number };

function unitsOf(people: readonly Counted[]): Counted[] {
	return people.map(({ id, units }) => ({ id, units }));
}

function sumOfUnits(people: readonly Counted[]): number {
	return people.reduce((sum, { units }) => sum + units, 0);
}
