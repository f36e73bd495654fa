// The best matching under an equity ratio, with a proven bound: relax the ratio into weights of groups, mix whole matchings until the
// bound is met (generation.ts), turn the mixture into one matching (whole.ts). Measured: 10,000 mentees in about 40 matchings.
// Law and measure: 29 CFR 1607.4(D) compares rates of selection; below four fifths of the highest is evidence of adverse impact.
import { makingOnce, pricesUnder } from "../pair-once.ts";
import type { Problem } from "../problem.ts";
import { bestReachable } from "./best-reachable.ts";
import type { Blocker } from "./blockers.ts";
import { describe } from "./describing.ts";
import { generate, matchWith, nothing } from "./generation.ts";
import type { MenteeGroups } from "./groups.ts";
import type { Stage } from "./master.ts";
import type { Measure, Ratio } from "./ratio.ts";
import { ratioOfMillionths } from "./ratio.ts";
import type { Column, EquityTask, FairProgress } from "./task.ts";
import { bestFair, equityTask, isFair } from "./task.ts";
import type { Whole } from "./whole.ts";
import { findWhole } from "./whole.ts";
import type { Proof } from "./weighing.ts";
import { boundOf, weigh } from "./weighing.ts";

export type FairOptions = {
	readonly measure: Measure;
	/** Whole millionths: 800,000 is four fifths. */
	readonly ratio: number;
	/**
	 * Whether the ratio may leave people without a mentor who could have one (default: yes, it is a hard condition, as the objective says). If
	 * not, as many people and pairs as without the ratio are kept, and the best ratio among those plans is the answer.
	 */
	readonly mayLeaveOut?: boolean;
};

export type GroupFigures = {
	/** `undefined` for the pool of small groups. */
	readonly name: string | undefined;
	readonly members: number;
	/** Mentees with a mentor, before (objective `people`) and now. */
	readonly covered: { readonly before: number; readonly now: number };
	/** Sum of points in millionths, before and now. */
	readonly points: { readonly before: number; readonly now: number };
};

export type FairPlan = {
	/** Marks candidates of the problem, pinned pairs not among them. */
	readonly used: Uint8Array;
	readonly measure: Measure;
	/** The ratio asked for, the one that `total` and `upperBound` are best under, and the one this plan has: whole millionths. */
	readonly ratio: {
		readonly asked: number;
		readonly kept: number;
		readonly reached: number;
	};
	readonly people: number;
	/** Mentors with a mentee; 0 where they do not count. */
	readonly mentors: number;
	readonly pairs: number;
	/** Millionths of a point, pinned pairs included; so is the bound. */
	readonly total: number;
	/** No matching that keeps `ratio.kept` with as many people and pairs has a greater sum. */
	readonly upperBound: number;
	/** The same by the certificate alone, which anyone can check: not less than `upperBound`, which a search through all may have lowered. */
	readonly certifiedBound: number;
	/** No matching that keeps it has more people; equal to `people` where that is proved. */
	readonly peopleBound: number;
	/** Whether nothing better was proved to exist, by the bound or by searching through all possibilities. */
	readonly isProvedBest: boolean;
	readonly groups: readonly GroupFigures[];
	/** What the ratio costs against the best plan without it. */
	readonly price: {
		readonly people: number;
		readonly mentors: number;
		readonly pairs: number;
		readonly points: number;
	};
	/** What stands in the way, where the ratio asked for is not reached or leaves people out. */
	readonly blockedBy: readonly Blocker[];
	/** Proves `certifiedBound`, and `peopleBound` where people are left out; `grain` as there: certificate-json.ts writes them out. */
	readonly proofs: {
		readonly points: Proof;
		readonly people: Proof | undefined;
		readonly grain: number;
	};
	/** Matchings computed on the way. */
	readonly matchings: number;
};

/**
 * Most mentees with at least one mentor that any plan under the ratio has, then (where some may have several) most mentors with at least one
 * mentee, then most pairs, then the greatest sum.
 *
 * The ratio comes first: a plan that keeps it is chosen even if one that does not would reach more people. Usually none are lost; where a
 * group's own access is limited (few eligible mentors), others are held back to it, which `price.people` and `blockedBy` say
 * openly, and `mayLeaveOut: false` forbids. A ratio that only plans keep which help nobody, or almost nobody for want of a division that
 * comes out even, counts as unreachable: then the greatest ratio is taken that keeps all people and pairs, and `blockedBy` says why.
 *
 * `upperBound` bounds the sum of every matching that keeps the ratio and reaches the same counts of people and pairs. For
 * cohorts of a few hundred people the search is exhaustive within a budget; beyond that the gap is a few pairs at most.
 * A problem with the objective `total` is no such problem: throws. Under kinds people count by their first mentor, points by all of theirs; expects
 * a problem with all caps (plan.ts).
 */
export function* fairPlan(
	problem: Problem,
	groups: MenteeGroups,
	options: FairOptions,
): Generator<FairProgress, FairPlan> {
	if (problem.objective !== "people")
		throw new RangeError("An equity ratio goes with the objective people.");
	const { made, now } = yield* makingOnce(problem, function* (under, isOnce) {
		const task = equityTask(under, groups, options.measure);
		const before = yield* withoutRatio(task);
		if (!isOnce(before.column.used)) return undefined;
		const plan = yield* planUnder(task, groups, before, options);
		return isOnce(plan.used) ? plan : undefined;
	});
	return provedIn(problem, now, made);
}

/** The same plan with prices for every cap of the problem, where it was found under some of them. */
export function provedIn(
	problem: Problem,
	now: Problem,
	plan: FairPlan,
): FairPlan {
	const { points, people } = plan.proofs;
	const under = ({ weights, price }: Proof): Proof => ({
		weights,
		price: pricesUnder(problem, now, price),
	});
	return {
		...plan,
		proofs: {
			...plan.proofs,
			points: under(points),
			people: people && under(people),
		},
	};
}

/** The plan without any ratio, and what proves its counts. */
export type Before = { readonly column: Column; readonly proof: Proof };

export function* withoutRatio(
	task: EquityTask,
): Generator<FairProgress, Before> {
	const stage: Stage = {
		target: "points",
		ratio: { p: 0, q: 1 },
		countsFirst: true,
	};
	return yield* matchWith(task, weigh(task, stage, nothing(task)), stage);
}

/** One ratio on a task whose pool may hold matchings from others. */
export function* planUnder(
	task: EquityTask,
	groups: MenteeGroups,
	before: Before,
	{ measure, ratio: asked, mayLeaveOut = true }: FairOptions,
): Generator<FairProgress, FairPlan> {
	const ratio = ratioOfMillionths(asked);
	const { people, mentors, pairs } = before.column;
	const all: Stage = {
		target: "points",
		ratio,
		people,
		mentors,
		pairs,
		countsFirst: true,
	};
	const kept = yield* solveStage(task, all, before);
	const tell = (solved: Solved, peopleProof?: Proof) =>
		describe(task, groups, before, solved, { measure, asked }, peopleProof);
	if (kept.column !== undefined) return tell(kept);
	if (mayLeaveOut) {
		const fewer = yield* withFewer(task, ratio, before);
		if (fewer !== undefined) return tell(fewer.solved, fewer.proof);
	}
	const reachable = yield* bestReachable(task, all);
	const lower = ratioOfMillionths(reachable.reached);
	return tell({
		...(yield* solveStage(task, { ...all, ratio: lower }, before)),
		reachable: reachable.bound,
	});
}

export type Solved = {
	readonly stage: Stage;
	readonly column: Column | undefined;
	readonly bound: bigint;
	readonly proof: Proof;
	readonly isExhausted: boolean;
	/** The greatest ratio that mixtures reach, where the one asked for is out of reach. */
	readonly reachable?: number;
};

function* solveStage(
	task: EquityTask,
	stage: Stage,
	before: Before,
): Generator<FairProgress, Solved> {
	if (stage.countsFirst && isFair(task, before.column, stage.ratio)) {
		const bound = boundOf(task, stage, before.proof);
		const column = before.column;
		return { stage, column, bound, proof: before.proof, isExhausted: true };
	}
	const generated = yield* generate(task, stage);
	const { proof } = generated;
	const nobody: Whole = {
		column: undefined,
		bound: generated.bound,
		isExhausted: false,
	};
	const whole = generated.isReachable
		? yield* findWhole(task, stage, generated)
		: nobody;
	const { column } = whole;
	const isThere =
		column !== undefined &&
		column.people >= (stage.people ?? 0) &&
		column.mentors >= (stage.mentors ?? 0) &&
		column.pairs >= (stage.pairs ?? 0);
	return { stage, ...whole, column: isThere ? column : undefined, proof };
}

/** Fewer people than without the ratio, where that is what it takes. Nothing where the ratio would be kept only by helping (almost) nobody. */
function* withFewer(
	task: EquityTask,
	ratio: Ratio,
	before: Before,
): Generator<FairProgress, { solved: Solved; proof: Proof } | undefined> {
	const most: Stage = { target: "people", ratio, countsFirst: false };
	const counted = yield* solveStage(task, most, before);
	const found = counted.column ?? bestFair(task, ratio);
	if (found === undefined || found.people <= task.settled.people)
		return undefined;
	const isNear =
		counted.isExhausted ||
		Number(counted.bound) - found.people <= 2 * task.members.length;
	if (!isNear) return undefined;
	const { people } = found;
	const later = { ratio, people, countsFirst: false };
	if (task.candidates.mentorCovered !== undefined) {
		yield* solveStage(task, { ...later, target: "mentors" }, before);
		const mentors = (bestFair(task, ratio) ?? found).mentors;
		yield* solveStage(task, { ...later, mentors, target: "pairs" }, before);
	}
	const best = bestFair(task, ratio) ?? found;
	const last: Stage = {
		target: "points",
		ratio,
		people: best.people,
		mentors: best.mentors,
		pairs: best.pairs,
		countsFirst: false,
	};
	const solved = yield* solveStage(task, last, before);
	return solved.column === undefined
		? undefined
		: {
				solved: {
					...solved,
					isExhausted: solved.isExhausted && counted.isExhausted,
				},
				proof: counted.proof,
			};
}
