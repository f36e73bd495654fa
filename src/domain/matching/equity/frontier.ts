// What each ratio costs, from one pool of matchings: they do not depend on the ratio, so every point starts from all those before it.
import { makingOnce } from "../pair-once.ts";
import type { Problem } from "../problem.ts";
import type { FairPlan } from "./fair-plan.ts";
import { planUnder, provedIn, withoutRatio } from "./fair-plan.ts";
import type { MenteeGroups } from "./groups.ts";
import type { Measure } from "./ratio.ts";
import type { FairProgress } from "./task.ts";
import { equityTask } from "./task.ts";

/** How many of the ratios are planned. */
export type FrontierProgress = { readonly done: number; readonly of: number };

/**
 * The best plan under each ratio (whole millionths), in the order given, each with its own bound and price. The highest
 * ratio is solved first: what keeps it keeps all lower ones, so that the price never falls as the ratio rises.
 */
export function* frontier(
	problem: Problem,
	groups: MenteeGroups,
	measure: Measure,
	ratios: readonly number[],
): Generator<FrontierProgress, readonly FairPlan[]> {
	const { made, now } = yield* makingOnce(problem, function* (under, isOnce) {
		const task = equityTask(under, groups, measure);
		const asked = [...new Set(ratios)].toSorted((a, b) => b - a);
		const told = (done: number) => ({ done, of: asked.length });
		const before = yield* counting(withoutRatio(task), () => told(0));
		if (!isOnce(before.column.used)) return undefined;
		const plans = new Map<number, FairPlan>();
		for (const ratio of asked) {
			const plan = yield* counting(
				planUnder(task, groups, before, { measure, ratio }),
				() => told(plans.size),
			);
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

function* counting<Result>(
	work: Generator<FairProgress, Result>,
	told: () => FrontierProgress,
): Generator<FrontierProgress, Result> {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
		yield told();
	}
}
