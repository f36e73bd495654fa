// From multipliers to whole-number weights, and from weights and prices to a bound that holds whatever the multipliers were worth.
//
// Which weights prove anything? Let x_g be what the weights add for group g beyond the target itself, times its members. A matching
// that keeps the ratio has means with ratio · max ≤ y_g ≤ max, so that Σ x_g y_g ≥ max · (ratio · Σ x_g⁺ − Σ x_g⁻): if that is not
// negative, the weighted value of every fair matching is at least its value in the target, and an upper bound of the one bounds the
// other. (No mean of a fair matching is negative when ratio < 1; for ratio 1 and negative points groups are left unweighted.)
import { weightBound } from "../kernel/equity-bound.ts";
import type { GroupWeights } from "../kernel/equity-weights.ts";
import type { Multipliers, Stage } from "./master.ts";
import type { Column, EquityTask } from "./task.ts";

/** Weights and prices that prove a bound: see equity-certificate.ts. */
export type Proof = {
	readonly weights: GroupWeights;
	readonly price: Float64Array;
};

const LARGEST_WEIGHTS = 2 ** 50;
const FINEST = { points: 2 ** 22, counts: 2 ** 32 } as const;
// Coarser multipliers than this cost more in the bound than the quicker solver saves.
const COARSEST = 2 ** 12;

/** Whole-number weights near the multipliers that keep the condition above. */
export function weigh(
	task: EquityTask,
	stage: Stage,
	{ mean, person, mentor, pair }: Multipliers,
): GroupWeights {
	const { members, measure } = task;
	const perAmount = members.map((size, g) => (mean[g] ?? 0) / size);
	const base = baseOf(stage);
	const isQuality = measure === "quality";
	const heaviest =
		(base.points + (isQuality ? greatest(perAmount) : 0)) * task.largestPoints +
		(base.person + (isQuality ? 0 : greatest(perAmount))) +
		Math.abs(person) +
		Math.abs(mentor) +
		base.mentor +
		Math.abs(pair) +
		base.pair;
	const scale = scaleFor(task, stage, heaviest);
	const whole = (value: number) => Math.round(scale * value);
	const score = new Float64Array(members.length + 1).fill(scale * base.points);
	const first = new Float64Array(members.length + 1).fill(scale * base.person);
	const weighed = isQuality ? score : first;
	perAmount.forEach((value, g) => {
		weighed[g] = (weighed[g] ?? 0) + whole(value);
	});
	balance(weighed, weighed[members.length] ?? 0, task, stage);
	return {
		scale,
		score,
		person: first,
		perPair: whole(pair + base.pair),
		perPerson: whole(person),
		perMentor: whole(mentor + base.mentor),
	};
}

/**
 * The greatest target that a matching which keeps the ratio and reaches the stage's counts can have, rounded down to a whole number
 * (points in grains). Exact.
 */
export function boundOf(
	task: EquityTask,
	stage: Stage,
	{ weights, price }: Proof,
): bigint {
	const { settled, candidates, groupOf } = task;
	let bound = weightBound(candidates, groupOf, weights, price);
	weights.score.forEach((score, g) => {
		bound += BigInt(score) * BigInt(settled.points[g] ?? 0);
		bound += BigInt(weights.person[g] ?? 0) * BigInt(settled.covered[g] ?? 0);
	});
	bound += BigInt(weights.perPair) * BigInt(settled.pairs);
	bound += BigInt(weights.perPerson) * BigInt(settled.people);
	bound += BigInt(weights.perMentor) * BigInt(settled.mentors);
	if (stage.people !== undefined)
		bound -= BigInt(weights.perPerson) * BigInt(stage.people);
	if (stage.mentors !== undefined)
		bound -= BigInt(weights.perMentor) * BigInt(stage.mentors);
	if (stage.pairs !== undefined)
		bound -= BigInt(weights.perPair) * BigInt(stage.pairs);
	return floorDivide(bound, BigInt(weights.scale));
}

/** What the target itself gives for a point, a person, a mentor, a pair. */
export function baseOf({ target }: Pick<Stage, "target">): {
	readonly points: number;
	readonly person: number;
	readonly mentor: number;
	readonly pair: number;
} {
	return {
		points: target === "points" ? 1 : 0,
		person: target === "people" ? 1 : 0,
		mentor: target === "mentors" ? 1 : 0,
		pair: target === "pairs" ? 1 : 0,
	};
}

/** Which weights a column has: for finding the best one among those at hand. */
export function weightOf(weights: GroupWeights, column: Column): number {
	let weight = 0;
	column.points.forEach((points, g) => {
		weight += (weights.score[g] ?? 0) * points;
		weight += (weights.person[g] ?? 0) * (column.covered[g] ?? 0);
	});
	return (
		weight +
		weights.perPair * column.pairs +
		weights.perPerson * column.people +
		weights.perMentor * column.mentors
	);
}

function greatest(values: readonly number[]): number {
	return Math.max(0, ...values.map(Math.abs));
}

/** As fine as sums of weights stay exact, with room for what makes pairs count first. */
function scaleFor(
	{ candidates }: EquityTask,
	{ target }: Stage,
	heaviest: number,
): number {
	const people = candidates.mentees + candidates.mentors + 2;
	const most = target === "points" ? FINEST.points : FINEST.counts;
	const power = (limit: number) =>
		2 ** Math.max(0, Math.floor(Math.log2(Math.min(most, limit))));
	const forPaths = LARGEST_WEIGHTS / (16 * people * (heaviest + 1));
	return forPaths >= COARSEST
		? power(forPaths)
		: power(LARGEST_WEIGHTS / (4 * people * (heaviest + 1)));
}

/** Raises the most favoured group until the ratio's condition holds for the rounded weights. */
function balance(
	weighed: Float64Array,
	base: number,
	{ members, hasNegative }: EquityTask,
	{ ratio }: Stage,
): void {
	const p = BigInt(ratio.p);
	const q = BigInt(ratio.q);
	let up = 0n;
	let down = 0n;
	let favoured = -1;
	members.forEach((size, g) => {
		const excess = BigInt((weighed[g] ?? 0) - base) * BigInt(size);
		if (excess > 0n) up += excess;
		else down -= excess;
		if (excess > 0n && (weighed[g] ?? 0) > (weighed[favoured] ?? 0))
			favoured = g;
	});
	const missing = q * down - p * up;
	if ((hasNegative && p === q) || (missing > 0n && (favoured < 0 || p === 0n)))
		weighed.fill(base);
	else if (missing > 0n) {
		const step = p * BigInt(members[favoured] ?? 1);
		weighed[favoured] =
			(weighed[favoured] ?? 0) + Number((missing + step - 1n) / step);
	}
}

function floorDivide(a: bigint, b: bigint): bigint {
	const quotient = a / b;
	return a % b < 0n ? quotient - 1n : quotient;
}
