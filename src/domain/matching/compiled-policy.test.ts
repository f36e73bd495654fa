import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compilePolicy } from "./compiled-policy.ts";
import { compileJudge } from "./judge.ts";
import { createRowScorer } from "./kernel/pair-scoring.ts";
import { encodePeople } from "./people-columns.ts";
import type { CellProblem, PeopleTable, Person } from "./people-table.ts";
import { readPeople } from "./people-table.ts";
import type { Policy } from "./policy.ts";
import { randomPeople } from "./random-people.test.ts";
import { readPolicy } from "./read-policy.ts";

const COLUMNS = {
	unit: "text",
	grade: { kind: "scale", values: ["a", "b", "c", "d"] },
	zone: "number",
	joined: "date",
	tongues: { kind: "list", separator: ";" },
	skills: { kind: "levels", separator: ";" },
	wishes: { kind: "list", separator: ";" },
	above: { kind: "list", separator: ";" },
};

const whenEmpty = fc.constantFrom("pass", "refuse");
const amount = fc.integer({ min: -9_000_000, max: 9_000_000 }).map(places);
const side = fc.constantFrom("mentor", "mentee");

const rule = fc.oneof(
	record({
		compare: one("same"),
		column: fc.constantFrom("unit", "zone", "joined", "grade"),
	}),
	record({
		compare: one("different"),
		column: fc.constantFrom("unit", "zone", "joined", "grade"),
	}),
	record({
		compare: one("steps"),
		column: one("grade"),
		allowed: fc.subarray([-2, -1, 0, 1, 2]),
	}),
	record({
		compare: one("contains"),
		mentor: one("tongues"),
		mentee: one("unit"),
	}),
	record({
		compare: one("contains"),
		mentor: one("unit"),
		mentee: one("tongues"),
	}),
	record({
		compare: one("overlap"),
		column: one("tongues"),
		least: fc.constantFrom(0, 1, 2),
	}),
	record({
		compare: one("distance"),
		column: one("zone"),
		most: fc.nat(9),
		around: fc.constantFrom(7, 24),
	}),
	record({ compare: one("distance"), column: one("joined"), most: fc.nat(30) }),
	record({
		compare: one("difference"),
		column: one("zone"),
		least: fc.integer({ min: -9, max: 0 }),
		most: fc.nat(9),
	}),
	record({
		compare: one("range"),
		side,
		column: one("zone"),
		least: fc.integer({ min: -9, max: 0 }),
		most: fc.nat(9),
	}),
	record({
		compare: one("one-of"),
		side,
		column: fc.constantFrom("unit", "tongues"),
		values: fc.subarray(["x", "y", "z"], { minLength: 1 }),
	}),
	record({
		compare: one("levels"),
		column: one("skills"),
		least: fc.constantFrom(1, 2),
		level: fc.constantFrom(0, 1, 2),
	}),
	record({
		compare: one("named"),
		side,
		column: one("wishes"),
		allowed: fc.constantFrom("only", "never"),
	}),
	record({ compare: one("reporting-line"), column: one("above") }),
);

const term = fc.oneof(
	record({
		compare: fc.constantFrom("same", "different"),
		column: fc.constantFrom("unit", "zone", "joined", "grade"),
		points: amount,
	}),
	record({
		compare: one("contains"),
		mentor: one("tongues"),
		mentee: one("unit"),
		points: amount,
	}),
	record({
		compare: one("steps"),
		column: one("grade"),
		points: one({ "-1": 2, "0": 1.5, "2": 4 }),
	}),
	record({
		compare: one("overlap"),
		column: one("tongues"),
		points: amount,
		most: amount,
	}),
	record({
		compare: one("distance"),
		column: fc.constantFrom("zone", "joined"),
		points: amount,
		perUnit: fc.constantFrom(0, 0.1, 1.000001),
	}),
	record({
		compare: one("table"),
		column: one("unit"),
		points: one([
			{ mentor: "x", mentee: "Y", points: 3 },
			{ mentor: "X", mentee: "x", points: -1 },
		]),
		otherwise: amount,
	}),
	record({
		compare: one("levels"),
		column: one("skills"),
		points: one({ "1": 1, "2": 2.5, "3": -4 }),
		most: fc.constantFrom(4, 1000, -1),
	}),
	record({
		compare: one("levels-alike"),
		column: one("skills"),
		points: fc.nat(9),
		perUnit: fc.constantFrom(0.5, 2),
	}),
	record({
		compare: one("levels-apart"),
		column: one("skills"),
		points: fc.nat(9),
		most: fc.constantFrom(4, 100),
	}),
	record({
		compare: one("named"),
		side,
		column: one("wishes"),
		points: fc.constantFrom(5, [7, 5, 3]),
	}),
	record({
		compare: one("one-of"),
		side,
		column: one("tongues"),
		values: one(["x", "z"]),
		points: amount,
	}),
);

// 700 people have more distinct cells than a table of 131,072 pairs of cells holds.
const MANY = 700;
const sizes = fc.constantFrom(6, 6, MANY);

test("the columns say of every pair what the judge says", () => {
	fc.assert(
		fc.property(
			fc.array(rule, { maxLength: 3 }),
			fc.array(term, { maxLength: 4 }),
			fc.boolean(),
			sizes,
			fc.nat(),
			(rules, terms, ignoreCase, size, seed) => {
				const policy = policyOf({
					rules: numbered(rules),
					terms: numbered(terms),
					ignoreCase,
				});
				const people = (of: "mentor" | "mentee", salt: number) =>
					read(policy, of, randomPeople(size, seed + salt));
				assertSame(policy, people("mentor", 1), people("mentee", 2), size);
			},
		),
		{ numRuns: 120 },
	);
});

test("columns of many distinct cells become parts of their own, and nothing is asked pair by pair", () => {
	const terms = [
		{ compare: "same", column: "unit", points: 1 },
		{ compare: "distance", column: "joined", points: 9, perUnit: 0.1 },
		{ compare: "overlap", column: "tongues", points: 2 },
		{ compare: "levels", column: "skills", points: { "1": 1, "2": 2 } },
		{ compare: "levels-alike", column: "skills", points: 7, perUnit: 0.5 },
	];
	const policy = policyOf({ terms: numbered(terms) });
	const mentors = read(policy, "mentor", randomPeople(MANY, 1));
	const mentees = read(policy, "mentee", randomPeople(MANY, 2));
	const { tables, general } = compilePolicy(
		policy,
		encodePeople(mentors),
		encodePeople(mentees),
	);
	const { groups, differences, sets, levels, profiles } = tables;
	const parts = [groups, differences, sets, levels, profiles, general];
	assert.deepEqual(
		parts.map(({ length }) => length),
		[1, 1, 1, 1, 1, 0],
	);
	assertSame(policy, mentors, mentees, MANY);
});

function assertSame(
	policy: Policy,
	mentors: readonly Person[],
	mentees: readonly Person[],
	size: number,
): void {
	const judge = compileJudge(policy);
	const { tables, general } = compilePolicy(
		policy,
		encodePeople(mentors),
		encodePeople(mentees),
	);
	const scoreRow = createRowScorer(tables, general);
	const row = new Float64Array(mentors.length);
	const step = size > 50 ? 29 : 1;
	for (let i = 0; i < mentees.length; i += step) {
		const mentee = mentees[i];
		if (mentee === undefined) continue;
		scoreRow(i, row);
		mentors.forEach((mentor, j) => {
			const expected = judge.isAllowed(mentor, mentee)
				? judge.score(mentor, mentee).points
				: -Infinity;
			if (row[j] !== expected)
				assert.equal(row[j], expected, `${mentee.id} and ${mentor.id}`);
		});
	}
}

function policyOf(parts: object): Policy {
	const reading = readPolicy({
		version: 1,
		id: "id",
		columns: COLUMNS,
		forbidden: [
			{ mentee: "p1", mentor: "p2" },
			{ mentee: "nobody", mentor: "p2" },
		],
		...parts,
	});
	assert.ok(reading.ok, JSON.stringify(reading));
	return reading.policy;
}

function read(
	policy: Policy,
	of: "mentor" | "mentee",
	table: PeopleTable,
): readonly Person[] {
	const problems: CellProblem[] = [];
	const people = readPeople(policy, of, table, problems);
	assert.deepEqual(problems, []);
	return people;
}

function record(parts: Record<string, fc.Arbitrary<unknown>>) {
	const isTerm = "points" in parts;
	return fc.record({ ...parts, whenEmpty: isTerm ? amount : whenEmpty });
}

function one<Value>(value: Value): fc.Arbitrary<Value> {
	return fc.constant(value);
}

function places(millionths: number): number {
	return millionths / 1_000_000;
}

function numbered(parts: readonly object[]): readonly object[] {
	return parts.map((part, k) => ({ name: `part ${k}`, ...part }));
}
