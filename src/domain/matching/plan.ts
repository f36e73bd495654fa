// One door to the engine: whatever an objective asks beyond counts and sum (the worst pair first, a ratio between groups) is arranged
// here, for the command line and for rounds alike.
import type { FairPlan } from "./equity/fair-plan.ts";
import { fairPlan } from "./equity/fair-plan.ts";
import type { MenteeGroups } from "./equity/groups.ts";
import { groupMentees } from "./equity/groups.ts";
import type { Measure } from "./equity/ratio.ts";
import type { FairProgress } from "./equity/task.ts";
import { checkKinds } from "./certificate-kinds.ts";
import { hasKinds } from "./kinds.ts";
import { toldOf } from "./kinds-told.ts";
import type { Outcome } from "./outcome.ts";
import { outcomeOf, pairsOf } from "./outcome.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import { comparePairs } from "./problem.ts";
import { solvingOnce } from "./pair-once.ts";
import type { Progress, Solution } from "./solve.ts";
import { solving } from "./solve.ts";
import type { Floor } from "./worst-pair.ts";
import type { PriceOfStability } from "./stability.ts";
import { raiseWorstPair } from "./worst-pair.ts";

export type EquityWish = {
	/** Whose group is known, by mentee. */
	readonly groups: Iterable<{
		readonly mentee: string;
		readonly group: string;
	}>;
	readonly measure: Measure;
	/** Whole millionths: 800,000 is four fifths. */
	readonly ratio: number;
};

export type PlanWish = {
	/** The worst pair (of each kind, in their order) as good as can be before the sum; with the objective `people` only. */
	readonly worstFirst?: boolean;
	readonly equity?: EquityWish;
};

export type Plan = {
	/** What was solved, and its best matching without any ratio: reasons and losses are drawn from these. */
	readonly problem: Problem;
	readonly solution: Solution;
	readonly pairs: readonly ScoredPair[];
	/** Millionths, pinned pairs included. */
	readonly total: number;
	readonly upperBound: number;
	/** The proved outcome without a ratio; the same pairs where none was asked for. */
	readonly outcome: Outcome;
	/** Where the worst pair came first: what it is, of each kind where there are kinds. */
	readonly worstPair: readonly Floor[] | undefined;
	readonly equity:
		| { readonly plan: FairPlan; readonly groups: MenteeGroups }
		| undefined;
	/** Where pairs and total are a stable plan's: its price, and the best pairs it is priced against. */
	readonly stable?: {
		readonly price: PriceOfStability;
		readonly best: readonly ScoredPair[];
	};
};

export type PlanProgress = Progress | FairProgress;

/**
 * Solves a problem as wished: iterate to let it work, the value returned is the plan. Throws a RangeError for a wish that does not go with
 * the problem's objective.
 */
export function* planning(
	whole: Problem,
	wish: PlanWish,
): Generator<PlanProgress, Plan> {
	const raised = wish.worstFirst === true ? raiseWorstPair(whole) : undefined;
	if (raised?.ok === false)
		throw new RangeError(
			"The worst pair first goes with the objective people.",
		);
	const kinds = hasKinds(whole.mentees);
	const asked = raised === undefined ? whole : raised.problem;
	const { problem, solution } = kinds
		? yield* solvingOnce(asked)
		: { problem: asked, solution: yield* solving(asked) };
	const outcome = outcomeOf(problem, solution);
	if (kinds) requireKindsKept(problem, outcome.pairs);
	const best = { problem, solution, outcome, worstPair: raised?.floors };
	if (wish.equity === undefined)
		return {
			...best,
			pairs: outcome.pairs,
			total: outcome.total,
			upperBound: outcome.upperBound,
			equity: undefined,
		};
	const groups = groupMentees(problem.mentees, wish.equity.groups);
	const plan = yield* fairPlan(problem, groups, wish.equity);
	const pairs = [...pairsOf(problem, plan.used), ...problem.pinned].toSorted(
		comparePairs,
	);
	if (kinds) requireKindsKept(problem, pairs);
	return {
		...best,
		pairs,
		total: plan.total,
		upperBound: plan.upperBound,
		equity: { plan, groups },
	};
}

/** What is given out is counted again, person by person and kind by kind. */
function requireKindsKept(problem: Problem, pairs: readonly ScoredPair[]) {
	const { pair } = toldOf(problem);
	const broken = checkKinds({
		wants: problem.mentees.flatMap(({ want, units }) =>
			want === undefined ? [] : [{ ...want, units }],
		),
		mentors: problem.mentors,
		pairs: pairs.map(pair),
	});
	if (broken.length > 0)
		throw new Error(
			`The result does not keep its kinds: ${JSON.stringify(broken.slice(0, 3))}`,
		);
}

/** Plans in one go. */
export function planNow(problem: Problem, wish: PlanWish): Plan {
	const work = planning(problem, wish);
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}
