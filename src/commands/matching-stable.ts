// What --stable puts in the place of the best plan.
import type { Preferences } from "../domain/matching/kernel/blocking-pairs.ts";
import type { Plan } from "../domain/matching/plan.ts";
import {
	leftOutBeyond,
	stableInstead,
} from "../domain/matching/stable-instead.ts";
import type { Unmatched } from "../domain/matching/unmatched.ts";
import type { MatchingOptions } from "./matching-options.ts";

/** The plan that was asked for: the best one, or the stable one with what it costs against it. */
export function planInstead(
	best: Plan,
	{ stable }: MatchingOptions,
	preferences?: Preferences,
): Plan {
	if (!stable) return best;
	const { pairs, total, price } = stableInstead(best, preferences);
	return { ...best, pairs, total, stable: { price, best: best.pairs } };
}

/** Who is without enough in it; `before`: in the best plan. */
export function leftOut(
	plan: Plan,
	before: readonly Unmatched[],
): readonly Unmatched[] {
	return plan.stable === undefined
		? before
		: leftOutBeyond(plan.problem, plan.pairs, before, { why: "stable-plan" });
}
