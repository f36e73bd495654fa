// The path search where places are contended: long searches, short lists made anew and sweeps over all prices, which small problems hardly see.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Problem } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { solve } from "./solve.ts";

const MENTEES = 60;
const MENTORS = 18;

test("paths and simplex end at the same pairs and prices where everybody wants the same mentors", () => {
	fc.assert(
		fc.property(
			fc.record({
				seed: fc.nat(),
				most: fc.constantFrom(1, 2, 6),
				levels: fc.constantFrom(4, 300, 1_000_000),
				share: fc.constantFrom(0.2, 0.9),
				objective: fc.constantFrom("people" as const, "total" as const),
			}),
			(given) => {
				const problem = contended(given);
				const paths = solve(problem, { pathAllowance: 1e6 });
				const simplex = solve(problem, { pathAllowance: 0 });
				assert.deepEqual([paths.method, simplex.method], ["paths", "simplex"]);
				assert.deepEqual(paths.used, simplex.used);
				assert.deepEqual(paths.potentials, simplex.potentials);
			},
		),
		{ numRuns: 60 },
	);
});

type Contended = {
	readonly seed: number;
	/** Places of a mentor: few make the mentors search, many the mentees. */
	readonly most: number;
	readonly levels: number;
	readonly share: number;
	readonly objective: "people" | "total";
};

function contended({
	seed,
	most,
	levels,
	share,
	objective,
}: Contended): Problem {
	const draw = drawing(seed);
	const fame = Array.from({ length: MENTORS }, draw);
	const all = Array.from({ length: MENTEES * MENTORS }, (_, k) => k).filter(
		() => draw() < share,
	);
	return assembleProblem({
		objective,
		seed: String(seed),
		mentees: Array.from({ length: MENTEES }, (_, i) => ({
			id: `mentee ${i}`,
			units: 1,
		})),
		mentors: fame.map((_, j) => ({
			id: `mentor ${j}`,
			units: 1 + Math.floor(draw() * most),
		})),
		pairs: {
			mentee: Int32Array.from(all, (k) => Math.floor(k / MENTORS)),
			mentor: Int32Array.from(all, (k) => k % MENTORS),
			points: Float64Array.from(all, (k) =>
				Math.floor(
					levels * (0.9 * (fame[k % MENTORS] ?? 0) + 0.2 * draw() - 0.05),
				),
			),
		},
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
