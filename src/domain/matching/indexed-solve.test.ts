import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { IndexedInput } from "./indexed-solve.ts";
import { recallOf, solveByIndex } from "./indexed-solve.ts";
import { outcomeOf } from "./outcome.ts";
import type { PeopleTable } from "./people-table.ts";
import { assembleProblem } from "./problem.ts";
import { readPolicy } from "./read-policy.ts";
import type { Scoring } from "./scoring.ts";
import { scorePairs } from "./scoring.ts";
import { solve } from "./solve.ts";

const SKILLS = ["law", "tax", "art", "sea", "ice", "war"];
const WITHOUT_LIMIT = { ofMentee: 50, ofMentor: 50, budget: 1e9 };

test("what the index lists is what the judge says", () => {
	fc.assert(
		fc.property(fc.nat(), fc.constantFrom(1, 3, 20), (seed, budget) => {
			const { scoring, input } = made(seed, "some");
			const settings = { ofMentee: 3, ofMentor: 2, budget };
			const listed = solveByIndex({ ...input, settings }).listed();
			const worth = new Map(
				scoring.pairs.map((pair) => [
					`${pair.mentee} ${pair.mentor}`,
					pair.points,
				]),
			);
			listed.points.forEach((points, k) => {
				const mentee = scoring.mentees[listed.mentee[k] ?? -1]?.id;
				const mentor = scoring.mentors[listed.mentor[k] ?? -1]?.id;
				assert.equal(worth.get(`${mentee} ${mentor}`), points);
			});
		}),
		{ numRuns: 300 },
	);
});

test("without limits, and where everybody offers everything, the index finds all pairs", () => {
	fc.assert(
		fc.property(fc.nat(), (seed) => {
			const { scoring, input } = made(seed, "all");
			const result = solveByIndex({ ...input, settings: WITHOUT_LIMIT });
			const whole = assembleProblem({ ...input, pairs: scoring.columns });
			assert.equal(
				result.listed().points.length,
				scoring.columns.points.length,
			);
			assert.deepEqual(
				outcomeOf(result.problem, result.solution).pairs,
				outcomeOf(whole, solve(whole)).pairs,
			);
			assert.equal(recallOf(scoring.compiled, result.listed(), 5), 1);
		}),
	);
});

test("a place is not left empty because nobody listed its mentor", () => {
	const { scoring, input } = made(7, "all", { mentees: 300, mentors: 100 });
	const whole = assembleProblem({ ...input, pairs: scoring.columns });
	const pairs = (used: Uint8Array) => used.reduce((sum, one) => sum + one, 0);
	const most = pairs(solve(whole).used);
	// All left out against all with room in one round, or a few dozen groups of some people each.
	for (const filling of [1e9, 300]) {
		const settings = { ofMentee: 2, ofMentor: 1, budget: 2, filling };
		const { solution, filled } = solveByIndex({ ...input, settings });
		assert.equal(pairs(solution.used), most);
		assert.ok(filled > 10, `${filled} places filled`);
	}
});

test("the order in which people were given makes no difference", () => {
	fc.assert(
		fc.property(fc.nat(), fc.constantFrom(1, 40), (seed, filling) => {
			const settings = { ofMentee: 2, ofMentor: 1, budget: 3, filling };
			const [one, other] = [false, true].map((isReversed) => {
				const { input } = made(seed, "some", SIZE, isReversed);
				const { problem, solution } = solveByIndex({ ...input, settings });
				return outcomeOf(problem, solution);
			});
			assert.deepEqual(one, other);
		}),
		{ numRuns: 60 },
	);
});

const SIZE = { mentees: 25, mentors: 20 };

function made(
	seed: number,
	offered: "some" | "all",
	size = SIZE,
	isReversed = false,
): { scoring: Scoring; input: IndexedInput } {
	let state = seed;
	const draw = (below: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) % below;
	};
	const skills = (all: boolean) =>
		SKILLS.filter(() => all || draw(2) === 0)
			.map((name) => `${name}:${1 + draw(3)}`)
			.join(",");
	const names = (name: string, many: number, most: number) =>
		Array.from({ length: draw(most + 1) }, () => `${name}${draw(many)}`).join();
	const people = (name: string, many: number, all: boolean): PeopleTable => ({
		columns: [
			"id",
			"units",
			"unit",
			"at",
			"tongues",
			"skills",
			"wishes",
			"bars",
			"friends",
		],
		rows: Array.from({ length: many }, (_, k) => ({
			id: `${name}${k}`,
			units: String(1 + draw(2)),
			unit: ["x", "y", "z", ""][draw(4)] ?? "",
			at: draw(5) === 0 ? "" : String(draw(40)),
			tongues: names("t", 5, 4),
			skills: skills(all),
			wishes: names("m", size.mentors, 1),
			bars: names("m", size.mentors, 1),
			friends: draw(8) === 0 ? names("m", size.mentors, 3) : "",
		})),
	});
	const reading = readPolicy({
		version: 1,
		id: "id",
		columns: {
			unit: "text",
			at: "number",
			tongues: "list",
			skills: "levels",
			wishes: "list",
			bars: "list",
			friends: "list",
		},
		capacity: { column: "units" },
		rules: [
			{ name: "Unit", compare: "different", column: "unit" },
			{
				name: "Bars",
				compare: "named",
				side: "mentee",
				column: "bars",
				allowed: "never",
			},
			{
				name: "Friends",
				compare: "named",
				side: "mentee",
				column: "friends",
				allowed: "only",
			},
		],
		terms: [
			{
				name: "Skills",
				compare: "levels",
				column: "skills",
				points: { "1": 2, "2": 4, "3": 7 },
				whenEmpty: 1,
			},
			{
				name: "Near",
				compare: "distance",
				column: "at",
				points: 9,
				perUnit: 0.5,
				whenEmpty: 3,
			},
			{ name: "Tongues", compare: "overlap", column: "tongues", points: 1.5 },
			{
				name: "Wishes",
				compare: "named",
				side: "mentee",
				column: "wishes",
				points: 8,
			},
		],
	});
	assert.ok(reading.ok, JSON.stringify(reading));
	const inOrder = ({ columns, rows }: PeopleTable): PeopleTable => ({
		columns,
		rows: isReversed ? rows.toReversed() : rows,
	});
	const scored = scorePairs(
		reading.policy,
		inOrder(people("m", size.mentors, offered === "all")),
		inOrder(people("a", size.mentees, offered === "all")),
	);
	assert.ok(scored.ok, JSON.stringify(scored));
	const { scoring } = scored;
	const units = (person: { id: string; units: number }) => ({
		id: person.id,
		units: person.units,
	});
	return {
		scoring,
		input: {
			compiled: scoring.compiled,
			objective: "people",
			seed: "s",
			mentees: scoring.mentees.map(units),
			mentors: scoring.mentors.map(units),
		},
	};
}
