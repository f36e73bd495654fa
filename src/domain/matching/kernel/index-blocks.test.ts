import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cellsOf, choose } from "./index-blocks.ts";
import type { LevelPart, PairTables } from "./pair-tables.ts";

const MENTORS = 40;
const CLASSES = 6;

test("the mentors chosen of a block are as many as asked for, and none left out promises more", () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(CLASSES - 1), { minLength: MENTORS, maxLength: MENTORS }),
			fc.array(fc.nat(3), { minLength: 2 * MENTORS, maxLength: 2 * MENTORS }),
			fc.array(
				fc.oneof(fc.integer({ min: -50, max: 900 }), fc.constant(-Infinity)),
				{
					minLength: CLASSES,
					maxLength: CLASSES,
				},
			),
			fc.nat(300),
			fc.nat(300),
			fc.integer({ min: 1, max: 50 }),
			(classOf, levels, worth, p, q, budget) => {
				const cells = cellsOf(tablesOf(classOf), partOf(levels), [0, 1]);
				const chosen = new Int32Array(MENTORS);
				const ofClass = Float64Array.from(worth);
				const count = choose(cells, ofClass, p, q, budget, chosen);
				const picked = new Set<number>();
				for (const at of chosen.subarray(0, count))
					picked.add(cells.mentors[at] ?? -1);
				assert.equal(picked.size, count);
				const worthOf = (j: number) => worth[classOf[j] ?? 0] ?? 0;
				const promise = (j: number) =>
					worthOf(j) + p * (levels[j] ?? 0) + q * (levels[MENTORS + j] ?? 0);
				const open = Array.from(cells.mentors).filter(
					(j) => worthOf(j) !== -Infinity,
				);
				assert.ok(count >= Math.min(budget, open.length));
				const least = Math.min(...Array.from(picked, promise));
				const finite = worth.filter((one) => one !== -Infinity);
				// Promises are told apart as finely as 255 buckets do.
				const bucket =
					(Math.max(...finite) - Math.min(...finite) + 3 * (p + q)) / 254;
				for (const j of open)
					if (!picked.has(j)) assert.ok(promise(j) <= least + bucket);
			},
		),
		{ numRuns: 500 },
	);
});

function tablesOf(classOf: readonly number[]): PairTables {
	return {
		mentors: MENTORS,
		mentees: 0,
		menteeBase: new Float64Array(),
		mentorBase: new Float64Array(MENTORS),
		groups: [
			{ classes: CLASSES, mentorClass: Int32Array.from(classOf), parts: [] },
		],
		equalities: [],
		differences: [],
		sets: [],
		levels: [],
		profiles: [],
		only: [],
		exceptions: {
			first: new Int32Array(1),
			mentor: new Int32Array(),
			points: new Float64Array(),
		},
	};
}

/** Two competencies, the levels of all mentors in each. */
function partOf(levels: readonly number[]): LevelPart {
	return {
		rows: 2,
		levels: Uint8Array.from(levels),
		first: new Int32Array(1),
		competency: new Int32Array(),
		weight: new Float64Array(),
		most: 0,
		least: undefined,
		skips: new Uint8Array(),
		emptyMentors: new Int32Array(),
		onEmpty: 0,
	};
}
