// Who is without a pair in a plan under a ratio, and why: what kept them out without the ratio, or the ratio itself.
import type { Plan } from "./plan.ts";
import { leftOutBeyond } from "./stable-instead.ts";
import type { RuleLosses } from "./unmatched-context.ts";
import type { Unmatched } from "./unmatched.ts";
import { unmatchedPeople } from "./unmatched.ts";

/**
 * The people without enough in this plan. Whoever has as little in the best plan without the ratio has that plan's reason and remedy;
 * whoever has less only because of the ratio is told so.
 */
export function unmatchedIn(
	plan: Plan,
	scoring?: RuleLosses,
): readonly Unmatched[] {
	const before = unmatchedPeople(plan.problem, plan.solution, scoring);
	if (plan.equity === undefined) return before;
	return leftOutBeyond(plan.problem, plan.pairs, before, {
		why: "equity-ratio",
	});
}
