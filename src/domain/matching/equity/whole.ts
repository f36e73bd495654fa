// From mixtures of matchings to one: the best whole matching that keeps the ratio. Multipliers a little beyond the best ones give
// matchings that keep it with room to spare; halving finds where they just keep it; splicing with the better ones that do not wins back
// most of what that cost. Measured at 10,000 people: within 0.001 % of the bound. Small cohorts are searched through (branching.ts).
import { branch } from "./branching.ts";
import type { Generated } from "./generation.ts";
import { stretched, tryMultipliers } from "./generation.ts";
import type { Stage } from "./master.ts";
import { targetOf } from "./master.ts";
import { reachMostPeople } from "./most-people.ts";
import { searchThrough } from "./searching.ts";
import { spliceAll } from "./splicing.ts";
import type { Column, EquityTask, FairProgress } from "./task.ts";
import { bestFair, isFair } from "./task.ts";

const STEPS_OUT = 9;
const STEPS_BACK = 6;

export type Whole = {
	readonly column: Column | undefined;
	readonly bound: bigint;
	/** Whether the search went through all possibilities: nothing better keeps the ratio, whatever the bound says. */
	readonly isExhausted: boolean;
};

export function* findWhole(
	task: EquityTask,
	stage: Stage,
	generated: Generated,
): Generator<FairProgress, Whole> {
	const { bound } = generated;
	const isBest = (column: Column | undefined) =>
		column !== undefined &&
		reaches(column, stage) &&
		BigInt(targetOf(stage.target, column)) >= bound;
	if (!isBest(spliceAll(task, stage, bound))) {
		yield* nudge(task, stage, generated);
		spliceAll(task, stage, bound);
	}
	const column = bestFair(task, stage.ratio);
	if (isBest(column)) return { column, bound, isExhausted: true };
	const isCounted =
		stage.target === "people" &&
		task.measure === "access" &&
		reachMostPeople(task, stage.ratio);
	const isExhausted =
		isCounted ||
		searchThrough(task, stage, generated) ||
		(yield* branch(task, stage, generated)) === true;
	return { column: bestFair(task, stage.ratio), bound, isExhausted };
}

/** Whether the counts that were settled before are reached. */
export function reaches(column: Column, stage: Stage): boolean {
	const beyond =
		column.people - (stage.people ?? 0) ||
		column.mentors - (stage.mentors ?? 0) ||
		column.pairs - (stage.pairs ?? 0);
	return beyond >= 0;
}

function* nudge(
	task: EquityTask,
	stage: Stage,
	{ multipliers }: Generated,
): Generator<FairProgress, void> {
	const tryAt = function* (by: number) {
		yield* tryMultipliers(task, stage, stretched(multipliers, by));
		const last = task.pool.at(-1);
		return last !== undefined && isFair(task, last, stage.ratio);
	};
	let inside = 0;
	let outside = 1;
	for (let k = 0; k < STEPS_OUT && inside === 0; k++) {
		const by = 1 + 0.002 * 2 ** k;
		if (yield* tryAt(by)) inside = by;
		else outside = by;
	}
	for (let k = 0; k < STEPS_BACK && inside > 0; k++) {
		const by = (inside + outside) / 2;
		if (yield* tryAt(by)) inside = by;
		else outside = by;
	}
}
