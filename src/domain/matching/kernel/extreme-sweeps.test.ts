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
				if (sweepToExtreme(candidates, used, bonus, bySweeps, rows)) {
					swept++;
					assert.deepEqual(
						bySweeps.map((value) => value + 0),
						byColumns.map((value) => value + 0),
					);
				} else assert.deepEqual(bySweeps, before);
			},
		),
		{ numRuns: 1000 },
	);
	assert.ok(swept > 800, `${swept} of 1000`);
});
