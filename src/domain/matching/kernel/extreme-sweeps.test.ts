import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { candidateRows } from "./candidate-rows.ts";
import { moveToExtreme } from "./extreme-prices.ts";
import { sweepToExtreme } from "./extreme-sweeps.ts";
import { rowsOfMentees } from "./falling-rows.ts";
import { matchByPaths } from "./path-matching.ts";

test("sweeps over the mentees end at the same prices as the search over the mentors' columns", () => {
	let swept = 0;
	fc.assert(
		fc.property(
			fc.record({
				need: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
				capacity: fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
				most: fc.constantFrom(2, 30, 1000),
			}),
			fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
				minLength: 144,
				maxLength: 144,
			}),
			fc.boolean(),
			({ need, capacity, most }, drawn, mostPairs) => {
				const pairs = need.flatMap((units, i) =>
					capacity.flatMap((places, j) => {
						const own = drawn[12 * i + j] ?? 0;
						return units === 0 || places === 0 || own < 0.3
							? []
							: [[i, j, Math.floor(own * most)] as const];
					}),
				);
				if (areEqual({ need, capacity, pairs, mostPairs })) swept++;
			},
		),
		{ numRuns: 1000 },
	);
	assert.ok(swept > 800, `${swept} of 1000`);
});

test("ways that lead over a chain of others are as long as the search finds them", () => {
	const long = 30;
	// Everybody has a place with their own mentor and likes the next one's less; only the last mentor has a place left.
	const pairs = Array.from({ length: long }, (_, i) => [
		[i, i, 100] as const,
		[i, i + 1, 90 - (i % 7)] as const,
	]).flat();
	for (const mostPairs of [false, true])
		assert.ok(
			areEqual({
				need: Array.from({ length: long }, () => 1),
				capacity: Array.from({ length: long + 1 }, () => 1),
				// Long rows, so that the limit lets the sweeps go on.
				pairs: [...pairs, ...manyWorthNothing(long)],
				mostPairs,
			}),
		);
});

function manyWorthNothing(long: number) {
	return Array.from({ length: long }, (_, i) =>
		Array.from({ length: long + 1 }, (_, j) => [i, j, 0] as const).filter(
			([, j]) => j !== i && j !== i + 1,
		),
	).flat();
}

/** Whether the sweeps went through; then to the same prices as the search, else without having changed any. */
function areEqual({
	need,
	capacity,
	pairs,
	mostPairs,
}: {
	readonly need: readonly number[];
	readonly capacity: readonly number[];
	readonly pairs: readonly (readonly [number, number, number])[];
	readonly mostPairs: boolean;
}): boolean {
	const candidates = candidateRows({
		need: Int32Array.from(need),
		capacity: Int32Array.from(capacity),
		covered: new Uint8Array(need.length),
		mentee: Int32Array.from(pairs, ([i]) => i),
		mentor: Int32Array.from(pairs, ([, j]) => j),
		points: Float64Array.from(pairs, ([, , points]) => points),
	});
	const steps = matchByPaths(candidates, mostPairs, 1e9);
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	assert.ok(step.value);
	const { used, pairsPotential, pointsPotential, bonus } = step.value;
	const before = pairsPotential.map(
		(count, x) => count * bonus + (pointsPotential[x] ?? 0),
	);
	const byColumns = before.slice();
	moveToExtreme(candidates, used, bonus, byColumns);
	const bySweeps = before.slice();
	const rows = rowsOfMentees(candidates);
	const isSwept = sweepToExtreme(candidates, used, bonus, bySweeps, rows);
	assert.deepEqual(
		bySweeps.map((value) => value + 0),
		(isSwept ? byColumns : before).map((value) => value + 0),
	);
	return isSwept;
}
