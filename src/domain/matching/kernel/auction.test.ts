import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { auction } from "./auction.ts";
import { candidateRows } from "./candidate-rows.ts";
import type { Candidates } from "./candidates.ts";
import { createTwoSided } from "./two-sided.ts";
import { twoSidedGraph } from "./two-sided-graph.ts";

test("when everybody wants the same mentors, an auction finds the optimum in some hundred bids a person", () => {
	for (const kind of ["fame", "product"] as const) {
		const candidates = stars(600, 180, kind);
		const { bids, repairs } = sellAndRepair(candidates);
		assert.ok(bids < 300 * 780, `${bids} bids`);
		assert.equal(repairs, 0);
	}
});

test("whatever an auction leaves, the repair reaches the optimum from it", () => {
	fc.assert(
		fc.property(cohorts, (candidates) => {
			assert.deepEqual(
				sellAndRepair(candidates).best,
				worth(candidates, undefined),
			);
		}),
		{ numRuns: 300 },
	);
});

const BONUS = 100_000;

const cohorts = fc
	.record({
		need: fc.array(fc.integer({ min: 0, max: 2 }), {
			minLength: 1,
			maxLength: 6,
		}),
		capacity: fc.array(fc.integer({ min: 0, max: 3 }), {
			minLength: 1,
			maxLength: 5,
		}),
		points: fc.array(fc.option(fc.integer({ min: -3, max: 12 })), {
			minLength: 30,
			maxLength: 30,
		}),
	})
	.map(({ need, capacity, points }) => {
		const pairs = need.flatMap((_, i) =>
			capacity.flatMap((_places, j) => {
				const own = points[i * 5 + j] ?? null;
				return own === null ? [] : [[i, j, own] as const];
			}),
		);
		return rowsOf(need, capacity, pairs);
	});

function sellAndRepair(candidates: Candidates) {
	const sale = auction(candidates, BONUS);
	let bids = 0;
	for (;;) {
		const step = sale.next();
		if (step.done !== true) {
			bids = step.value;
			continue;
		}
		const { used, price } = step.value;
		const { best, operations } = worthAfter(
			candidates,
			used,
			price.map((own) => -own),
		);
		return { bids, best, repairs: operations };
	}
}

function worth(candidates: Candidates, used: Uint8Array | undefined) {
	return worthAfter(candidates, used, new Float64Array(candidates.mentors))
		.best;
}

function worthAfter(
	candidates: Candidates,
	used: Uint8Array | undefined,
	price: Float64Array,
) {
	const cost = candidates.points.map((own) => -own);
	const repair = createTwoSided(twoSidedGraph(candidates, false, cost, BONUS));
	repair.adopt(used, price);
	while (!repair.step(1000));
	let pairs = 0;
	let points = 0;
	candidates.points.forEach((own, e) => {
		if (repair.state[e] !== 1) return;
		pairs++;
		points += own;
	});
	return { best: { pairs, points }, operations: repair.operations() };
}

function stars(mentees: number, mentors: number, kind: "fame" | "product") {
	const draw = drawing(5);
	const fame = Array.from({ length: mentors }, draw);
	const promise = Array.from({ length: mentees }, draw);
	return rowsOf(
		promise.map(() => 1),
		fame.map((_, j) => 2 + (j % 5)),
		promise.flatMap((own, i) =>
			fame.flatMap((famous, j) => {
				if (draw() > 0.3) return [];
				const share =
					kind === "product" ? own * famous : 0.95 * famous + 0.05 * draw();
				return [[i, j, Math.round(25_000 * share)] as const];
			}),
		),
	);
}

function rowsOf(
	need: readonly number[],
	capacity: readonly number[],
	pairs: readonly (readonly [number, number, number])[],
): Candidates {
	return candidateRows({
		need: Int32Array.from(need),
		capacity: Int32Array.from(capacity),
		covered: new Uint8Array(need.length),
		mentee: Int32Array.from(pairs, ([i]) => i),
		mentor: Int32Array.from(pairs, ([, j]) => j),
		points: Float64Array.from(pairs, ([, , own]) => own),
	});
}

/** Numbers from 0 to 1, always the same (a linear congruential sequence). */
function drawing(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) / 0x800000;
	};
}
