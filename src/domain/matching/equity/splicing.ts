import type { Piece } from "../kernel/equity-splice.ts";
import { choosePieces, piecesBetween } from "../kernel/equity-splice.ts";
import { addColumn, distanceTo } from "./generation.ts";
import type { Stage } from "./master.ts";
import type { Ratio } from "./ratio.ts";
import type { Column, EquityTask } from "./task.ts";
import { bestFair, isBetter, isFair } from "./task.ts";

const FAIR_ONES = 4;
// The nearest ones differ by few pieces, those farther away by many that may be chosen from.
const NEAREST = 6;
const OTHERS = 12;
const ROUNDS = 4;

/**
 * Improves the best matchings that keep the ratio by pieces of those that do not but are worth more. What comes out joins the pool.
 */
export function spliceAll(
	task: EquityTask,
	stage: Stage,
	bound: bigint,
): Column | undefined {
	let best = bestFair(task, stage.ratio);
	for (let round = 0; round < ROUNDS && best !== undefined; round++) {
		const fair = task.pool
			.filter((column) => isFair(task, column, stage.ratio))
			.toSorted((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0))
			.slice(0, FAIR_ONES);
		const others = task.pool
			.filter((column) => !isFair(task, column, stage.ratio))
			.toSorted(
				(a, b) => distanceTo(bound, stage, a) - distanceTo(bound, stage, b),
			)
			.filter((_, k) => k < NEAREST || (k - NEAREST) % 3 === 0)
			.slice(0, OTHERS);
		for (const from of fair)
			for (const to of others) splice(task, from, to, stage.ratio);
		const found = bestFair(task, stage.ratio);
		if (found === best) break;
		best = found;
	}
	return best;
}

/** The best of `from` with pieces of `to`. */
export function splice(
	task: EquityTask,
	from: Column,
	to: Column,
	ratio: Ratio,
): Column {
	const { candidates, groupOf } = task;
	const pieces: Piece[] = piecesBetween(
		candidates,
		groupOf,
		from.points.length,
		from.used,
		to.used,
	);
	const taken = choosePieces(
		pieces,
		{
			points: from.points.slice(),
			covered: from.covered.slice(),
			people: from.people,
			mentors: from.mentors,
			pairs: from.pairs,
			total: from.total,
		},
		(sums) => isFair(task, sums, ratio),
	);
	if (!taken.includes(1)) return from;
	const used = from.used.slice();
	pieces.forEach(({ pairs }, k) => {
		if (taken[k] === 1) for (const e of pairs) used[e] = to.used[e] ?? 0;
	});
	return addColumn(task, used);
}
