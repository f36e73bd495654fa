import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { candidateRows } from "./candidate-rows.ts";
import type { Candidates } from "./candidates.ts";
import { matchByPaths } from "./path-matching.ts";
import { createTwoSided } from "./two-sided.ts";
import { sortRows, twoSidedGraph } from "./two-sided-graph.ts";

const people = (units: number) =>
	fc.array(fc.nat(units), { minLength: 1, maxLength: 7 });

const cohort = fc
	.record({ need: people(3), capacity: people(3) })
	.chain(({ need, capacity }) => {
		const pairs = need.length * capacity.length;
		const costs = fc.array(fc.integer({ min: -9, max: 9 }), {
			minLength: pairs,
			maxLength: pairs,
		});
		return fc.record({
			need: fc.constant(need),
			capacity: fc.constant(capacity),
			isThere: fc.array(fc.boolean(), { minLength: pairs, maxLength: pairs }),
			points: costs,
			later: costs,
			byMentors: fc.boolean(),
			isMost: fc.boolean(),
			used: fc.array(fc.nat(1), { minLength: pairs, maxLength: pairs }),
			prices: fc.array(fc.integer({ min: -20, max: 3 }), {
				minLength: 7,
				maxLength: 7,
			}),
		});
	});

test("from any prices and any pairs the repair ends at the optimum of the paths, also after all costs changed", () => {
	fc.assert(
		fc.property(cohort, (given) => {
			const first = candidatesOf(given, given.points);
			const outside = given.isMost ? 10_000 : 0;
			const cost = first.points.map((points) => -points);
			const graph = twoSidedGraph(first, given.byMentors, cost, outside);
			const matching = createTwoSided(graph);
			const prices = Float64Array.from(given.prices.slice(0, graph.holders));
			matching.adopt(Uint8Array.from(given.used), prices);
			while (!matching.step(1));
			check(first, matching.state, given.isMost);
			const second = candidatesOf(given, given.later);
			graph.cost.set(second.points.map((points) => -points));
			sortRows(graph);
			matching.adopt(matching.state);
			while (!matching.step(1000));
			check(second, matching.state, given.isMost);
		}),
		{ numRuns: 1000 },
	);
});

function candidatesOf(
	given: { need: number[]; capacity: number[]; isThere: boolean[] },
	points: readonly number[],
): Candidates {
	const { need, capacity, isThere } = given;
	const there = isThere.flatMap((is, k) => (is ? [k] : []));
	return candidateRows({
		need: Int32Array.from(need),
		capacity: Int32Array.from(capacity),
		covered: new Uint8Array(need.length),
		mentee: Int32Array.from(there, (k) => Math.floor(k / capacity.length)),
		mentor: Int32Array.from(there, (k) => k % capacity.length),
		points: Float64Array.from(there, (k) => points[k] ?? 0),
	});
}

function check(
	candidates: Candidates,
	state: Uint8Array,
	mostPairs: boolean,
): void {
	const steps = matchByPaths(candidates, mostPairs, 1e9);
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	assert.ok(step.value);
	assert.deepEqual(
		worth(candidates, state, mostPairs),
		worth(candidates, step.value.used, mostPairs),
	);
}

/** Pairs (only where they count) and points, after checking that nobody has more than their units. */
function worth(
	candidates: Candidates,
	used: Uint8Array,
	mostPairs: boolean,
): readonly number[] {
	const need = candidates.need.slice();
	const capacity = candidates.capacity.slice();
	let pairs = 0;
	let points = 0;
	candidates.points.forEach((own, e) => {
		if (used[e] !== 1) return;
		pairs++;
		points += own;
		assert.ok(take(need, candidates.mentee[e]));
		assert.ok(take(capacity, candidates.mentor[e]));
	});
	return mostPairs ? [pairs, points] : [points];
}

function take(units: Int32Array, x = 0): boolean {
	const left = (units[x] ?? 0) - 1;
	units[x] = left;
	return left >= 0;
}
