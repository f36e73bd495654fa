import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sortedRows } from "./sorted-rows.ts";

const key = fc.oneof(
	fc.integer({ min: -3, max: 3 }),
	fc.integer({ min: -70_000, max: 70_000 }),
	fc.maxSafeInteger().map((value) => Math.trunc(value / 4)),
	fc.constant(-0),
);

test("rows sorted by digits are in the order that comparing gives, ties as they were", () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(fc.tuple(key, key), { maxLength: 12 }), {
				maxLength: 8,
			}),
			(rows) => {
				const first = new Int32Array(rows.length + 1);
				rows.forEach((row, x) => {
					first[x + 1] = (first[x] ?? 0) + row.length;
				});
				const high = Float64Array.from(rows.flat(), ([one]) => one);
				const low = Float64Array.from(rows.flat(), ([, other]) => other);
				assert.deepEqual(
					sortedRows(first, high, low, 0),
					sortedRows(first, high, low, Infinity),
				);
			},
		),
		{ numRuns: 300 },
	);
});

test("numbers too far apart for exact differences are compared", () => {
	const far = [2 ** 53, -(2 ** 53), 2.5, 0];
	assert.deepEqual(
		[
			...sortedRows(
				Int32Array.of(0, 4),
				Float64Array.from(far),
				new Float64Array(4),
				0,
			),
		],
		[1, 3, 2, 0],
	);
});
