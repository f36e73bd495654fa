import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PassAnswer } from "./lazy-passes.ts";
import { answering } from "./lazy-passes.ts";
import type { LazyInput, LazyResult } from "./lazy-solve.ts";
import { solveLazily, solvingLazily } from "./lazy-solve.ts";
import { outcomeOf } from "./outcome.ts";
import type { PeopleTable } from "./people-table.ts";
import type { Objective } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { readPolicy } from "./read-policy.ts";
import type { Scoring } from "./scoring.ts";
import { scorePairs } from "./scoring.ts";
import { solve } from "./solve.ts";

const cohort = fc.record({
	objective: fc.constantFrom<Objective>("people", "total"),
	seed: fc.nat(),
	mentees: fc.integer({ min: 0, max: 14 }),
	mentors: fc.integer({ min: 0, max: 9 }),
	/** Few levels make many ties. */
	levels: fc.constantFrom(2, 5, 1000),
	most: fc.constantFrom(1, 3),
	/** Points below 0 are never used under `total`. */
	least: fc.constantFrom(0, -3),
	isPinned: fc.boolean(),
	each: fc.constantFrom(1, 2, 4, 8),
});

test("a lazy solve gives the very pairs of a solve on all pairs, proved", () => {
	fc.assert(
		fc.property(cohort, (given) => {
			const { scoring, input } = made(given);
			const lazy = solveLazily(input);
			const whole = assembleProblem({ ...input, pairs: scoring.pairs });
			const expected = outcomeOf(whole, solve(whole));
			const found = outcomeOf(lazy.problem, lazy.solution);
			assert.deepEqual(found.pairs, expected.pairs);
			assert.equal(found.upperBound, expected.total);
			assertHoldsForAll(scoring, lazy);
		}),
		{ numRuns: 400 },
	);
});

test("the result does not depend on how passes were divided", () => {
	fc.assert(
		fc.property(cohort, fc.integer({ min: 1, max: 5 }), (given, parts) => {
			const { input } = made(given);
			const divided = inParts(input, parts);
			const alone = solveLazily(input);
			assert.deepEqual(divided.proof, alone.proof);
			assert.deepEqual(divided.problem.candidates, alone.problem.candidates);
			assert.deepEqual(divided.solution.used, alone.solution.used);
			assert.deepEqual(divided.solution.potentials, alone.solution.potentials);
		}),
	);
});

test("only a few of all pairs are stored", () => {
	const { input } = made({
		objective: "people",
		seed: 1,
		mentees: 600,
		mentors: 200,
		levels: 1000,
		most: 1,
		least: 0,
		isPinned: false,
		each: 8,
	});
	const { proof } = solveLazily(input);
	assert.ok(proof.pairs > 80_000, `${proof.pairs} pairs`);
	assert.ok(proof.candidates < 9000, `${proof.candidates} candidates`);
});

/** No pair, stored or not, is worth more than the prices of the result, unless it is used. */
function assertHoldsForAll(
	scoring: Scoring,
	{ problem, solution }: LazyResult,
) {
	const { mentees, mentors, unit, candidates, objective } = problem;
	const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]));
	const mentorAt = new Map(
		mentors.map(({ id }, j) => [id, mentees.length + j]),
	);
	const settled = new Set(problem.pinned.map((p) => `${p.mentee} ${p.mentor}`));
	const used = new Set<string>();
	solution.used.forEach((isUsed, e) => {
		const i = candidates.mentee[e] ?? 0;
		const j = candidates.mentor[e] ?? 0;
		if (isUsed === 1) used.add(`${mentees[i]?.id} ${mentors[j]?.id}`);
	});
	for (const pair of scoring.pairs) {
		const i = menteeAt.get(pair.mentee) ?? 0;
		const j = mentorAt.get(pair.mentor) ?? 0;
		const name = `${pair.mentee} ${pair.mentor}`;
		const isOpen =
			candidates.need[i] !== 0 && candidates.capacity[j - mentees.length] !== 0;
		if (!isOpen || used.has(name) || settled.has(name)) continue;
		if (objective === "total" && pair.points < 0) continue;
		const slack = solution.tiers.map((tier, t) => {
			const gain =
				tier === "points" ? pair.points / unit : tier === "pairs" ? 1 : 0;
			const potentials = solution.potentials[t] ?? new Float64Array(0);
			return (potentials[i] ?? 0) - (potentials[j] ?? 0) - gain;
		});
		assert.ok((slack.find((value) => value !== 0) ?? 0) >= 0, name);
	}
}

function inParts(input: LazyInput, parts: number): LazyResult {
	const answer = answering(input.compiled);
	const steps = solvingLazily(input);
	const size = Math.max(1, Math.ceil(input.mentees.length / parts));
	let answers: readonly PassAnswer[] | undefined;
	for (;;) {
		const step = answers === undefined ? steps.next() : steps.next(answers);
		if (step.done === true) return step.value;
		const { value } = step;
		answers =
			value.kind === "pass"
				? Array.from({ length: parts }, (_, k) =>
						answer(
							value.pass,
							Math.min(k * size, input.mentees.length),
							Math.min((k + 1) * size, input.mentees.length),
						),
					)
				: undefined;
	}
}

type Cohort = typeof cohort extends fc.Arbitrary<infer Value> ? Value : never;

function made(given: Cohort): { scoring: Scoring; input: LazyInput } {
	let state = given.seed;
	const draw = (below: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) % below;
	};
	const table = (name: string, size: number): PeopleTable => ({
		columns: ["id", "units", "at", "unit"],
		rows: Array.from({ length: size }, (_, k) => ({
			id: `${name}${k}`,
			units: String(draw(given.most + 1)),
			at: String(draw(given.levels)),
			unit: ["x", "y", "z", ""][draw(4)] ?? "",
		})),
	});
	const policy = {
		version: 1,
		id: "id",
		columns: { at: "number", unit: "text" },
		capacity: { column: "units" },
		need: { column: "units" },
		rules: [{ name: "Unit", compare: "different", column: "unit" }],
		terms: [
			{ name: "Base", compare: "same", column: "unit", whenEmpty: given.least },
			{
				name: "Near",
				compare: "distance",
				column: "at",
				points: given.levels,
				perUnit: 1,
				around: given.levels,
				whenEmpty: 1,
			},
		].map((term) => ({ points: given.least, ...term })),
		forbidden: [{ mentee: "a0", mentor: "m1" }],
	};
	const mentors = table("m", given.mentors);
	const mentees = table("a", given.mentees);
	const pinned = given.isPinned
		? [{ mentee: "a1", mentor: "m2" }].filter(
				() =>
					Number(mentees.rows[1]?.["units"] ?? 0) > 0 &&
					Number(mentors.rows[2]?.["units"] ?? 0) > 0 &&
					(mentees.rows[1]?.["unit"] === "" ||
						mentees.rows[1]?.["unit"] !== mentors.rows[2]?.["unit"]),
			)
		: [];
	const reading = readPolicy({ ...policy, pinned });
	assert.ok(reading.ok, JSON.stringify(reading));
	const scored = scorePairs(reading.policy, mentors, mentees);
	assert.ok(scored.ok, JSON.stringify(scored));
	const { scoring } = scored;
	const units = ({ id, units: own }: { id: string; units: number }) => ({
		id,
		units: own,
	});
	return {
		scoring,
		input: {
			compiled: scoring.compiled,
			objective: given.objective,
			seed: String(given.seed),
			mentees: scoring.mentees.map(units),
			mentors: scoring.mentors.map(units),
			pinned: scoring.pinned,
			settings: {
				ofMentee: given.each,
				ofMentor: given.each,
				mostEach: given.each,
			},
		},
	};
}
