// Column generation over whole matchings: the ratio's rows are priced into weights of the groups, the core solver finds the best
// matching under them, the master program mixes all matchings found and gives new prices, until the mixture's value meets the bound.
// The matching polytope is integral, so the bound reached is that of the full linear program with the ratio's rows (Dantzig and
// Wolfe 1960; measured: 25 to 40 matchings, whatever the size). Prices are averaged with the best ones so far every other time, which
// keeps them from swinging (Wentges 1997).
import { groupSums } from "../kernel/equity-sums.ts";
import type { GroupWeights } from "../kernel/equity-weights.ts";
import type { Multipliers, Stage } from "./master.ts";
import { mixColumns, targetOf } from "./master.ts";
import type { Column, EquityTask, FairProgress } from "./task.ts";
import type { Proof } from "./weighing.ts";
import { boundOf, weigh } from "./weighing.ts";

export type Generated = {
	/** No matching that keeps ratio and counts has more of the target. */
	readonly bound: bigint;
	readonly proof: Proof;
	readonly multipliers: Multipliers;
	/** Whether a mixture of matchings keeps the ratio; if not, probably none does (a hint, no proof). */
	readonly isReachable: boolean;
	/** The matchings in the best mixture. */
	readonly support: readonly Column[];
};

// Low at first: far-off weights make far-off matchings, which cost most and say least.
const PENALTIES = [0.15, 0.5, 2, 8, 64, 512];
const TURNS_A_PENALTY = 5;
const MOST_MATCHINGS = 80;
const CLOSE = 2e-7;
const FAR = 2 ** 12;

export function* generate(
	task: EquityTask,
	stage: Stage,
	start: Multipliers = nothing(task),
	mostMatchings = MOST_MATCHINGS,
): Generator<FairProgress, Generated> {
	let best = yield* tryMultipliers(task, stage, start);
	let level = firstPenalty(task, stage);
	let mixture = mixColumns(
		task,
		stage,
		usable(task, stage),
		PENALTIES[level] ?? 1,
	);
	let since = 0;
	for (let turn = 0; turn < mostMatchings; turn++) {
		const columns = usable(task, stage);
		mixture = mixColumns(task, stage, columns, PENALTIES[level] ?? 1);
		const near =
			mixture.value + Math.max(1e-6, CLOSE * Math.abs(mixture.value));
		const isClosed = Number(best.bound) <= Math.floor(near);
		if (isClosed && mixture.isReachable) break;
		const before = task.pool.length;
		const multipliers =
			turn % 2 === 1
				? between(mixture.multipliers, best.multipliers)
				: mixture.multipliers;
		const tried = yield* tryMultipliers(task, stage, multipliers);
		if (tried.bound < best.bound) best = tried;
		else if (isClosed || (before === task.pool.length && turn % 2 === 0)) {
			// Nothing new at the master's own prices: this is the best mixture at this penalty.
			if (mixture.isReachable || level + 1 === PENALTIES.length) break;
			level++;
			since = turn;
		}
		if (
			!mixture.isReachable &&
			turn - since >= TURNS_A_PENALTY &&
			level + 1 < PENALTIES.length
		) {
			level++;
			since = turn;
		}
	}
	if (!mixture.isReachable) {
		// Far along the same direction the target no longer matters: where nothing keeps the ratio, the bound says so.
		const { mean, person, mentor, pair } = mixture.multipliers;
		const far = {
			mean: mean.map((value) => value * FAR),
			person: person * FAR,
			mentor: mentor * FAR,
			pair: pair * FAR,
		};
		const tried = yield* tryMultipliers(task, stage, far);
		if (tried.bound < best.bound) best = tried;
	}
	const columns = usable(task, stage);
	return {
		...best,
		isReachable: mixture.isReachable,
		support: columns.filter((_, k) => (mixture.share[k] ?? 0) > 1e-9),
	};
}

/** Where the matchings at hand can keep the ratio already, the first penalty at which they do. */
function firstPenalty(task: EquityTask, stage: Stage): number {
	const columns = usable(task, stage);
	const at = PENALTIES.findIndex(
		(penalty) => mixColumns(task, stage, columns, penalty).isReachable,
	);
	return Math.max(0, at);
}

type Tried = {
	readonly bound: bigint;
	readonly proof: Proof;
	readonly multipliers: Multipliers;
};

/** Finds the best matching at these multipliers, adds it to the pool and evaluates the bound they prove. */
export function* tryMultipliers(
	task: EquityTask,
	stage: Stage,
	multipliers: Multipliers,
): Generator<FairProgress, Tried> {
	const weights = weigh(task, stage, multipliers);
	const { proof } = yield* matchWith(task, weights, stage);
	return { multipliers, proof, bound: boundOf(task, stage, proof) };
}

/** The best matching at these weights; it joins the pool if it is new. */
export function* matchWith(
	task: EquityTask,
	weights: GroupWeights,
	{ countsFirst, target }: Stage,
): Generator<FairProgress, { readonly column: Column; readonly proof: Proof }> {
	const work = task.solve(weights, countsFirst);
	const named = target === "points" ? "points" : "people";
	for (;;) {
		const step = work.next();
		if (step.done !== true) {
			yield {
				stage: named,
				operations: step.value,
				matchings: task.pool.length,
			};
			continue;
		}
		const { used, price, perPair, perPerson, perMentor } = step.value;
		return {
			column: addColumn(task, used),
			proof: {
				weights: {
					...weights,
					perPair: weights.perPair + perPair,
					perPerson: weights.perPerson + perPerson,
					perMentor: weights.perMentor + perMentor,
				},
				price,
			},
		};
	}
}

/** Puts a matching of the candidates into the pool; one with the same pairs is taken from there. */
export function addColumn(task: EquityTask, used: Uint8Array): Column {
	const column = columnOf(task, used);
	const same = task.pool.find(
		(other) =>
			other.total === column.total &&
			other.points.every((value, g) => value === column.points[g]) &&
			other.used.every((value, e) => value === used[e]),
	);
	if (same === undefined) task.pool.push(column);
	return same ?? column;
}

export function columnOf(task: EquityTask, used: Uint8Array): Column {
	const { candidates, groupOf, settled } = task;
	const sums = groupSums(candidates, groupOf, settled.points.length, used);
	const points = sums.points.map(
		(value, g) => value + (settled.points[g] ?? 0),
	);
	const covered = sums.covered.map(
		(value, g) => value + (settled.covered[g] ?? 0),
	);
	const add = (sum: number, value: number) => sum + value;
	return {
		used,
		points,
		covered,
		people: covered.reduce(add, 0),
		mentors: sums.mentors + settled.mentors,
		pairs: sums.pairs + settled.pairs,
		total: points.reduce(add, 0),
	};
}

/** Multipliers a share of the way beyond (or short of) these. */
export function stretched(
	{ mean, ...counts }: Multipliers,
	by: number,
): Multipliers {
	return { mean: mean.map((value) => value * by), ...counts };
}

export function nothing({ members }: EquityTask): Multipliers {
	const mean = new Float64Array(members.length);
	return { mean, person: 0, mentor: 0, pair: 0 };
}

/** With counts settled as the greatest there are, only matchings that reach them are mixed: no weight takes a pair from anybody. */
function usable(task: EquityTask, stage: Stage): readonly Column[] {
	return stage.countsFirst
		? task.pool.filter(
				({ people, mentors, pairs }) =>
					people === stage.people &&
					mentors === stage.mentors &&
					pairs === stage.pairs,
			)
		: task.pool;
}

function between(a: Multipliers, b: Multipliers): Multipliers {
	return {
		mean: a.mean.map((value, g) => (value + (b.mean[g] ?? 0)) / 2),
		person: (a.person + b.person) / 2,
		mentor: (a.mentor + b.mentor) / 2,
		pair: (a.pair + b.pair) / 2,
	};
}

/** For ordering by how near a matching's target comes to the bound. */
export function distanceTo(
	bound: bigint,
	stage: Stage,
	column: Column,
): number {
	return Math.abs(Number(bound) - targetOf(stage.target, column));
}
