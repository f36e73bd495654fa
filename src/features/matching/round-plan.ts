// The plan a round is planned for, of whichever aim: what the engine proves best, or the stable plan beside it. Runs on a worker thread.
import { pointsOf } from "../../domain/matching/decimal.ts";
import { wantId } from "../../domain/matching/kinds.ts";
import { toldOf } from "../../domain/matching/kinds-told.ts";
import type { Plan as SolvedPlan } from "../../domain/matching/plan.ts";
import { planning } from "../../domain/matching/plan.ts";
import type { Participant, ScoredPair } from "../../domain/matching/problem.ts";
import {
	assembleProblem,
	comparePairs,
} from "../../domain/matching/problem.ts";
import { protectedGroups } from "../../domain/matching/protected-groups.ts";
import { readPolicy } from "../../domain/matching/read-policy.ts";
import { resultFingerprint } from "../../domain/matching/result-document.ts";
import type { Scoring } from "../../domain/matching/scoring.ts";
import { scorePairs } from "../../domain/matching/scoring.ts";
import { preferencesOf } from "../../domain/matching/stability.ts";
import {
	leftOutBeyond,
	stableInstead,
} from "../../domain/matching/stable-instead.ts";
import type { Reason, Unmatched } from "../../domain/matching/unmatched.ts";
import { unmatchedIn } from "../../domain/matching/unmatched-under-ratio.ts";
import { FOUR_FIFTHS, isGuardedInConfidence } from "./fair-plans.ts";
import type {
	PairingInput,
	PairingProblem,
	PairingResult,
	PairingStep,
} from "./pairing.ts";
import { groupsOf, type Plan, type PlanKind, totalsOf } from "./plans.ts";

/** A solved plan with the marks of the pairs it makes: of a stable plan they are not the solution's. */
export type RoundPlan = SolvedPlan & { readonly used: Uint8Array };

/** Somebody whom only the choice of the plan left out is told so: with most people first they would have somebody. */
export type RoundUnmatched = Omit<Unmatched, "reason"> & {
	readonly reason: Reason | { readonly why: "worst-pair-first" };
};

export function score(input: PairingInput) {
	const reading = readPolicy(input.policy);
	if (!reading.ok) return refusal({ policy: reading.problems });
	const scored = scorePairs(reading.policy, input.mentors, input.mentees);
	return scored.ok ? scored : refusal(scored);
}

/** What a pair is made of under a policy, whatever kinds that has: of a kind that it does not know, as of its first. */
export function explainPair(
	scoring: Scoring,
	{
		mentee,
		mentor,
		mentorKind,
	}: {
		readonly mentee: string;
		readonly mentor: string;
		readonly mentorKind?: string | null | undefined;
	},
) {
	const names = scoring.policy.kinds.map(({ name }) => name);
	const kind = names.find((name) => name === mentorKind) ?? names[0];
	return scoring.explain(
		kind === undefined ? mentee : wantId(mentee, kind),
		mentor,
	);
}

/** The best plan under the round's objective. */
export function* solve(
	{ objective, seed, equity = FOUR_FIFTHS }: PairingInput,
	scoring: Scoring,
): Generator<PairingStep, RoundPlan> {
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
	const work = planning(problem, {
		worstFirst: objective === "worst-first",
		...(objective === "fair" ? { equity: { ...equity, groups } } : {}),
	});
	for (;;) {
		const step = work.next();
		if (step.done !== true) {
			yield { phase: "solving", done: step.value.operations };
			continue;
		}
		const plan = step.value;
		if (objective === "stable") {
			const preferences = preferencesOf(plan.problem, scoring);
			return { ...plan, ...stableInstead(plan, preferences) };
		}
		return { ...plan, used: plan.equity?.plan.used ?? plan.solution.used };
	}
}

export function finish<Step, Result>(work: Generator<Step, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

/** Who is without enough in a plan, and why. Reasons are drawn from the plan with most people; what a plan leaves out beyond it, it leaves out by choice. */
export function unmatchedOf(
	input: PairingInput,
	plan: RoundPlan,
	scoring: Scoring,
): readonly RoundUnmatched[] {
	const { unmatched } = toldOf(plan.problem);
	return leftOut(input, plan, scoring).map((one) => unmatched(one));
}

function leftOut(
	input: PairingInput,
	plan: RoundPlan,
	scoring: Scoring,
): readonly RoundUnmatched[] {
	if (input.objective === "stable")
		return leftOutBeyond(plan.problem, plan.pairs, unmatchedIn(plan, scoring), {
			why: "stable-plan",
		});
	if (input.objective !== "worst-first") return unmatchedIn(plan, scoring);
	const base = finish(solve({ ...input, objective: "people" }, scoring));
	return leftOutBeyond(plan.problem, plan.pairs, unmatchedIn(base, scoring), {
		why: "worst-pair-first",
	});
}

export function planOf(
	input: PairingInput,
	scoring: Scoring,
	plan: RoundPlan,
): Plan {
	const pairs = toldPairs(plan);
	return {
		kind: input.objective,
		totals: totalsOf(plan, scoring),
		pairs,
		groups: groupsOf(scoring, plan.problem, pairs, new Set(input.ownSensitive)),
		frontier: [],
		fingerprint: fingerprintOf(input, scoring, { pairs }),
	};
}

/** A plan's pairs as people read them: with the kind, where there are kinds. */
export function toldPairs({
	problem,
	pairs,
}: Pick<SolvedPlan, "problem" | "pairs">): readonly ScoredPair[] {
	const { pair: told } = toldOf(problem);
	return pairs.map((pair) => told(pair)).toSorted(comparePairs);
}

export function isInConfidence(
	{ objective, ownSensitive }: PairingInput,
	{ policy }: Scoring,
): boolean {
	return (
		objective === "fair" &&
		isGuardedInConfidence(policy.protectedColumns, new Set(ownSensitive))
	);
}

/** Of pairs as they are told. The command line's, to the letter. */
export function fingerprintOf(
	{ objective, seed, policy, equity = FOUR_FIFTHS }: PairingInput,
	scoring: Scoring,
	{ pairs }: Pick<SolvedPlan, "pairs">,
): string {
	const { measure, ratio } = equity;
	return resultFingerprint(
		{
			objective:
				objective === "worst-first" || objective === "stable"
					? "people"
					: objective,
			options: {
				seed,
				...(objective === "fair" ? { measure, ratio: pointsOf(ratio) } : {}),
				...(objective === "worst-first" ? { worstFirst: true } : {}),
				...(objective === "stable" ? { stable: true } : {}),
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

function unitsOf(people: readonly Participant[]): Participant[] {
	return people.map(({ id, units, want }) => ({
		id,
		units,
		...(want === undefined ? {} : { want }),
	}));
}

/** Aims beside which the plans of a run stand; the guarded one takes longer and follows. */
export const quickKinds = [
	"people",
	"total",
	"worst-first",
	"stable",
] as const satisfies readonly PlanKind[];
