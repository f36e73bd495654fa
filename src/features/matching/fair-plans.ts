// The equity-guarded plan and what other ratios would cost: the ratio's plan is the command line's match --objective fair, to the letter.
import type { FairPlan } from "../../domain/matching/equity/fair-plan.ts";
import {
	frontier,
	type FrontierProgress,
} from "../../domain/matching/equity/frontier.ts";
import { groupMentees } from "../../domain/matching/equity/groups.ts";
import type { Measure } from "../../domain/matching/equity/ratio.ts";
import type { Plan as SolvedPlan } from "../../domain/matching/plan.ts";
import { protectedGroups } from "../../domain/matching/protected-groups.ts";
import type { Scoring } from "../../domain/matching/scoring.ts";
import { isConfidential } from "./confidence.ts";

/** What a plan keeps between groups. Whole millionths: 800,000 is four fifths. */
export type Equity = { readonly measure: Measure; readonly ratio: number };

/** The ratio of the plan that stands beside the others until somebody takes another one. */
export const FOUR_FIFTHS: Equity = { measure: "access", ratio: 800_000 };

const RATIOS = [0, 500_000, 600_000, 700_000, 800_000, 900_000, 1_000_000];

/** Beyond that many mentees (under kinds: wants) a run would keep whoever decided waiting. */
export const MOST_MENTEES = 1000;

/** One point of the frontier. `reached` is left out where the groups are told in confidence. */
export type FrontierPoint = {
	/** What is compared between groups: the share with a mentor, or the mean score. */
	readonly measure: Measure;
	readonly ratio: number;
	readonly reached: number | null;
	/** Whether any plan keeps the ratio at all; else this is the nearest to it. */
	readonly isKept: boolean;
	readonly people: number;
	readonly total: number;
	readonly upperBound: number;
};

/** Whether there are groups to compare, and few enough people to do so beside the other plans. */
export function canBeGuarded(scoring: Scoring): boolean {
	const { groups } = groupMentees(scoring.mentees, protectedGroups(scoring));
	return groups.length > 1 && scoring.mentees.length <= MOST_MENTEES;
}

/** Whether the groups rest on something that only pairing may read. */
export function isGuardedInConfidence(
	protectedColumns: readonly string[],
	ownSensitive: ReadonlySet<string>,
): boolean {
	return protectedColumns.some((column) =>
		isConfidential(column, ownSensitive),
	);
}

/** What each ratio of a measure would cost, the plan's own among them if it keeps one. `problem` must be of the objective people. */
export function* frontierOf(
	scoring: Scoring,
	{ problem }: Pick<SolvedPlan, "problem">,
	{
		measure,
		ratio,
		isTold,
	}: {
		readonly measure: Measure;
		readonly ratio: number | undefined;
		/** Whether the ratios reached may be told: not of groups told in confidence. */
		readonly isTold: boolean;
	},
): Generator<FrontierProgress, readonly FrontierPoint[]> {
	const groups = groupMentees(problem.mentees, protectedGroups(scoring));
	const ratios = [
		...new Set([...RATIOS, ...(ratio === undefined ? [] : [ratio])]),
	].toSorted((a, b) => a - b);
	const plans: readonly FairPlan[] = yield* frontier(
		problem,
		groups,
		measure,
		ratios,
	);
	return plans.map((plan) => ({
		measure,
		ratio: plan.ratio.asked,
		isKept: plan.ratio.kept >= plan.ratio.asked,
		reached: isTold ? plan.ratio.reached : null,
		people: plan.people,
		total: plan.total,
		upperBound: plan.upperBound,
	}));
}
