// What each ratio costs, from one pool of matchings: they do not depend on the ratio, so every point starts from all those before it.
import { makingOnce } from "../pair-once.ts";
import type { Problem } from "../problem.ts";
import type { FairPlan } from "./fair-plan.ts";
import { planUnder, provedIn, withoutRatio } from "./fair-plan.ts";
import type { MenteeGroups } from "./groups.ts";
import type { Measure } from "./ratio.ts";
import type { FairProgress } from "./task.ts";
import { equityTask } from "./task.ts";

/**
 * The best plan under each ratio (whole millionths), in the order given, each with its own bound and price. The highest
 * ratio is solved first: what keeps it keeps all lower ones, so that the price never falls as the ratio rises.
 */
export function* frontier(
	problem: Problem,
	groups: MenteeGroups,
	measure: Measure,
	ratios: readonly number[],
): Generator<FairProgress, readonly FairPlan[]> {
	const { made, now } = yield* makingOnce(problem, function* (under, isOnce) {
		const task = equityTask(under, groups, measure);
		const before = yield* withoutRatio(task);
		if (!isOnce(before.column.used)) return undefined;
		const plans = new Map<number, FairPlan>();
		for (const ratio of [...new Set(ratios)].toSorted((a, b) => b - a)) {
			const plan = yield* planUnder(task, groups, before, { measure, ratio });
			if (!isOnce(plan.used)) return undefined;
			plans.set(ratio, plan);
		}
		return plans;
	});
	return ratios.flatMap((ratio) => {
		const plan = made.get(ratio);
		return plan === undefined ? [] : [provedIn(problem, now, plan)];
	});
}
