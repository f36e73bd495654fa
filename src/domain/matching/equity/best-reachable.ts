// The greatest ratio that plans with all people and pairs can keep: halving over ratios, each asked of the same pool of matchings, new
// ones sought only where the pool cannot keep it.
import { generate } from "./generation.ts";
import type { Stage } from "./master.ts";
import { ratioBetween, ratioOfMillionths } from "./ratio.ts";
import { findWhole } from "./whole.ts";
import type { Column, EquityTask, FairProgress } from "./task.ts";
import { amountsOf } from "./task.ts";

const FINEST = 1000;

/** In millionths: what a whole matching reaches, and what mixtures of matchings reach at most (to a thousandth). */
export type Reachable = { readonly reached: number; readonly bound: number };

export function* bestReachable(
	task: EquityTask,
	stage: Stage,
): Generator<FairProgress, Reachable> {
	const asked = Math.round((1_000_000 * stage.ratio.p) / stage.ratio.q);
	let low = reachedBy(task, stage);
	let high = asked;
	let isMixed = false;
	const tryRatio = function* (millionths: number) {
		const trial = { ...stage, ratio: ratioOfMillionths(millionths) };
		const generated = yield* generate(task, trial);
		if (generated.isReachable) yield* findWhole(task, trial, generated);
		return generated.isReachable;
	};
	while (high - low > FINEST) {
		const middle = Math.floor((low + high) / 2);
		if (yield* tryRatio(middle)) {
			low = Math.max(middle, reachedBy(task, stage));
			isMixed = true;
		} else high = middle;
	}
	return {
		reached: Math.min(asked, reachedBy(task, stage)),
		bound: isMixed ? high : Math.max(low, high),
	};
}

/** The greatest ratio of a matching at hand that has all people and pairs. */
function reachedBy(task: EquityTask, stage: Stage): number {
	const ratioOf = (column: Column) =>
		ratioBetween(amountsOf(task, column), task.members);
	return task.pool
		.filter(
			({ people, mentors, pairs }) =>
				people === stage.people &&
				mentors === stage.mentors &&
				pairs === stage.pairs,
		)
		.reduce((best, column) => Math.max(best, ratioOf(column)), 0);
}
