import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { candidateRows } from "./candidate-rows.ts";

const orderOf = (size: number) =>
	fc.shuffledSubarray(
		Array.from({ length: size }, (_, x) => x),
		{ minLength: size },
	);

test("rows come out by mentee and mentor however long they are, how many mentors there are and in what order the pairs come", () => {
	fc.assert(
		fc.property(
			fc
				.record({
					mentees: fc.integer({ min: 1, max: 6 }),
					// A row of a few pairs is sorted among thousands of mentors and marked among few.
					mentors: fc.constantFrom(1, 7, 33, 64, 5000),
				})
				.chain((size) =>
					fc.record({
						menteeAt: orderOf(size.mentees),
						mentorAt: orderOf(size.mentors),
						rows: fc.array(
							fc.uniqueArray(fc.nat(size.mentors - 1), { maxLength: 40 }),
							{ minLength: size.mentees, maxLength: size.mentees },
						),
					}),
				),
			fc.boolean(),
			({ menteeAt, mentorAt, rows }, areTogether) => {
				const given = rows.flatMap((row, i) =>
					row.map((j) => ({ i, j, points: 3 * (i * 5000 + j) })),
				);
				const pairs = areTogether
					? given
					: given.toSorted(
							(a, b) => ((a.j * 7919) % 101) - ((b.j * 7919) % 101),
						);
				const { first, mentee, mentor, points } = candidateRows({
					need: new Int32Array(menteeAt.length),
					capacity: new Int32Array(mentorAt.length),
					covered: new Uint8Array(menteeAt.length),
					mentee: Int32Array.from(pairs, ({ i }) => i),
					mentor: Int32Array.from(pairs, ({ j }) => j),
					points: Float64Array.from(pairs, (pair) => pair.points),
					at: {
						mentee: Int32Array.from(menteeAt),
						mentor: Int32Array.from(mentorAt),
					},
					unit: 3,
				});
				const wanted = given
					.map(({ i, j, points: worth }) => ({
						i: menteeAt[i] ?? 0,
						j: mentorAt[j] ?? 0,
						worth: worth / 3,
					}))
					.sort((a, b) => a.i - b.i || a.j - b.j);
				assert.deepEqual(
					Array.from(points, (worth, k) => ({
						i: mentee[k],
						j: mentor[k],
						worth,
					})),
					wanted,
				);
				menteeAt.forEach((x, i) =>
					assert.equal((first[x + 1] ?? 0) - (first[x] ?? 0), rows[i]?.length),
				);
			},
		),
		{ numRuns: 300 },
	);
});
