// What all parts of the equity engine work on: the problem's candidates in one grain, its groups, and what is settled beforehand.
import type { Candidates } from "../kernel/candidates.ts";
import type { WeighedSolver } from "../kernel/equity-oracle.ts";
import { createWeighedSolver } from "../kernel/equity-oracle.ts";
import { commonUnit } from "../decimal.ts";
import type { Problem } from "../problem.ts";
import type { MenteeGroups } from "./groups.ts";
import type { Measure, Ratio } from "./ratio.ts";
import { meetsRatio } from "./ratio.ts";

/** Sums of a matching, pinned pairs included; by group, with one entry more for mentees compared with nobody. Points in grains. */
export type Sums = {
	readonly points: Float64Array;
	readonly covered: Float64Array;
	readonly people: number;
	/** Mentors with a mentee; 0 where they do not count. */
	readonly mentors: number;
	readonly pairs: number;
	readonly total: number;
};

/** A matching and its sums. */
export type Column = Sums & { readonly used: Uint8Array };

export type EquityTask = {
	readonly candidates: Candidates;
	readonly groupOf: Int32Array;
	/** Indices of mentees who need somebody and whom no pair is allowed; under kinds one want of each such person. */
	readonly bare: readonly number[];
	readonly members: readonly number[];
	readonly measure: Measure;
	/** What pinned pairs amount to. */
	readonly settled: Sums;
	/** Millionths in one grain: what all points are whole multiples of. */
	readonly grain: number;
	readonly largestPoints: number;
	readonly hasNegative: boolean;
	readonly solve: WeighedSolver;
	/** Every matching met, whatever for: each ratio and stage may use them all. */
	readonly pool: Column[];
};

export type FairProgress = {
	readonly stage: "counts" | "ratio" | "people" | "points" | "whole" | "reach";
	/** Operations of the core solver so far in this call of it. */
	readonly operations: number;
	/** Matchings computed so far. */
	readonly matchings: number;
};

export function equityTask(
	problem: Problem,
	{ groups, of }: MenteeGroups,
	measure: Measure,
): EquityTask {
	const { pinned, unit } = problem;
	const grain = commonUnit([unit, ...pinned.map(({ points }) => points)]);
	const candidates = inGrains(problem.candidates, unit / grain);
	const index = new Map(problem.mentees.map(({ id }, i) => [id, i]));
	const points = new Float64Array(groups.length + 1);
	const covered = new Float64Array(groups.length + 1);
	const reached = new Set<number>();
	for (const pair of pinned) {
		const i = index.get(pair.mentee) ?? 0;
		const g = of[i] ?? groups.length;
		points[g] = (points[g] ?? 0) + pair.points / grain;
		if (problem.leads?.[i] === 0) continue;
		if (!reached.has(i)) covered[g] = (covered[g] ?? 0) + 1;
		reached.add(i);
	}
	return taskOf(candidates, of, {
		bare: bareIn(problem),
		members: groups.map(({ members }) => members),
		measure,
		settled: {
			points,
			covered,
			people: reached.size,
			mentors:
				candidates.mentorCovered?.reduce((sum, met) => sum + met, 0) ?? 0,
			pairs: pinned.length,
			total: sumOf(points),
		},
		grain,
	});
}

/** A task over these candidates, with an empty pool. */
export function taskOf(
	candidates: Candidates,
	groupOf: Int32Array,
	rest: Pick<EquityTask, "bare" | "members" | "measure" | "settled" | "grain">,
): EquityTask {
	let largestPoints = 1;
	for (const value of candidates.points)
		largestPoints = Math.max(largestPoints, Math.abs(value));
	return {
		...rest,
		candidates,
		groupOf,
		largestPoints,
		hasNegative:
			candidates.points.some((value) => value < 0) ||
			rest.settled.points.some((value) => value < 0),
		solve: createWeighedSolver(candidates, groupOf),
		pool: [],
	};
}

/** What the groups are compared by. */
export function amountsOf({ measure }: EquityTask, sums: Sums): Float64Array {
	return measure === "quality" ? sums.points : sums.covered;
}

export function isFair(task: EquityTask, sums: Sums, ratio: Ratio): boolean {
	return meetsRatio(amountsOf(task, sums), task.members, ratio);
}

/** Whether `a` is better than `b`: more people, then more mentors, then more pairs, then a greater sum. */
export function isBetter(a: Sums, b: Sums | undefined): boolean {
	if (b === undefined) return true;
	const more =
		a.people - b.people ||
		a.mentors - b.mentors ||
		a.pairs - b.pairs ||
		a.total - b.total;
	return more > 0;
}

/** The best matching of the pool that keeps the ratio. */
export function bestFair(task: EquityTask, ratio: Ratio): Column | undefined {
	let best: Column | undefined;
	for (const column of task.pool)
		if (isBetter(column, best) && isFair(task, column, ratio)) best = column;
	return best;
}

function bareIn({ candidates, mentees, leads }: Problem): readonly number[] {
	const { first, need, covered } = candidates;
	const isBare = (i: number) =>
		(need[i] ?? 0) > 0 && (first[i] ?? 0) === (first[i + 1] ?? 0);
	if (leads === undefined)
		return [...mentees.keys()].filter((i) => isBare(i) && covered[i] === 0);
	const helped = new Set(
		mentees.flatMap(({ want }, i) => (leads[i] === 1 ? [want?.mentee] : [])),
	);
	const found = new Map<string, number>();
	mentees.forEach(({ want }, i) => {
		if (want === undefined || helped.has(want.mentee) || !isBare(i)) return;
		if (!found.has(want.mentee)) found.set(want.mentee, i);
	});
	return [...found.values()];
}

function inGrains(candidates: Candidates, factor: number): Candidates {
	return factor === 1
		? candidates
		: { ...candidates, points: candidates.points.map((p) => p * factor) };
}

function sumOf(values: Float64Array): number {
	return values.reduce((sum, value) => sum + value, 0);
}
