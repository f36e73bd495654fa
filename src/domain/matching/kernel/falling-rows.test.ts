import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { candidateRows } from "./candidate-rows.ts";
import { rowsOfMentees, sortOn } from "./falling-rows.ts";

const sizes = fc.oneof(
	fc.constant(3),
	fc.constant(25_000),
	fc.constant(2 ** 40),
);

test("rows sorted bit by bit are rows sorted, at every step", () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 400 }), {
				minLength: 1,
				maxLength: 4,
			}),
			sizes,
			fc.boolean(),
			fc.integer(),
			(lengths, most, isAscending, seed) => {
				const starts = [0];
				for (const length of lengths)
					starts.push((starts.at(-1) ?? 0) + length);
				const pairs = starts.at(-1) ?? 0;
				const draw = drawing(seed);
				const points = Float64Array.from({ length: pairs }, () =>
					Math.floor((draw() - 0.25) * most),
				);
				if (isAscending) points.sort();
				const rows = rowsOf(lengths, points);
				const worthOf = (e: number) => points[e] ?? 0;
				lengths.forEach((length, l) => {
					const from = starts[l] ?? 0;
					const wanted = Array.from({ length }, (_, k) => from + k).toSorted(
						(a, b) => worthOf(b) - worthOf(a) || a - b,
					);
					for (let sorted = 0; sorted < length; ) {
						sortOn(rows, l);
						const seen = [...rows.pair.subarray(from, rows.ready[l])];
						assert.ok(seen.length > sorted);
						sorted = seen.length;
						assert.deepEqual(seen, wanted.slice(0, sorted));
						assert.deepEqual(
							[...rows.worth.subarray(from, from + sorted)],
							seen.map(worthOf),
						);
					}
				});
			},
		),
		{ numRuns: 300 },
	);
});

test("the first look sorts a small part of a long row", () => {
	const points = Float64Array.from(
		{ length: 3000 },
		(_, e) => (e * 7919) % 3001,
	);
	const rows = rowsOf([3000], points);
	sortOn(rows, 0);
	const ready = rows.ready[0] ?? 0;
	assert.ok(ready >= 8 && ready <= 40, `${ready} sorted`);
});

function rowsOf(lengths: readonly number[], points: Float64Array) {
	const mentee = lengths.flatMap((length, i) => Array(length).fill(i));
	const mentor = lengths.flatMap((length) => [...Array(length).keys()]);
	return rowsOfMentees(
		candidateRows({
			need: Int32Array.from(lengths, () => 1),
			capacity: new Int32Array(Math.max(...lengths)).fill(1),
			covered: new Uint8Array(lengths.length),
			mentee: Int32Array.from(mentee),
			mentor: Int32Array.from(mentor),
			points,
		}),
	);
}

/** Numbers from 0 to 1, always the same for a seed (a linear congruential sequence). */
function drawing(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) / 0x800000;
	};
}
