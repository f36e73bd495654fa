import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { encodePeople } from "./people-columns.ts";
import { startReading } from "./people-reading.ts";
import type { CellProblem } from "./people-table.ts";
import { readPeople } from "./people-table.ts";
import type { Side } from "./policy.ts";
import { readPolicy } from "./read-policy.ts";

const COLUMNS = ["id", "units", "unit", "goals", "skills", "since", "age"];

function policyOf(ignoreCase: boolean, separator: string) {
	const reading = readPolicy({
		version: 1,
		id: "id",
		ignoreCase,
		columns: {
			unit: "text",
			goals: { kind: "list", separator },
			skills: { kind: "levels", separator },
			since: "date",
			age: "number",
		},
		capacity: { column: "units" },
		terms: [
			{ name: "a", compare: "same", column: "unit", points: 1 },
			{ name: "b", compare: "overlap", column: "goals", points: 1 },
			{
				name: "c",
				compare: "levels",
				column: "skills",
				points: { "1": 1 },
			},
			{
				name: "d",
				compare: "distance",
				column: "age",
				points: 9,
				perUnit: 1,
			},
			{
				name: "e",
				compare: "distance",
				column: "since",
				points: 9,
				perUnit: 1,
			},
		],
	});
	assert.ok(reading.ok, JSON.stringify(reading));
	return reading.policy;
}

// Few pieces, so that cells, items and ids come again; some wrong, some beyond ASCII, and a separator that composes with what follows it.
const piece = fc.constantFrom(
	"a",
	"B",
	" b ",
	"",
	"a:2",
	"A:12",
	"b:x",
	":3",
	"e\u0301",
	"\u00e9:4",
	"\u0338c",
	"1.5",
	"2024-02-30",
	"2024-02-29",
);

test("columns read straight from rows are those of people read one by one, and so is what is wrong", () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.record({
					id: fc.constantFrom("x", "X", "y ", "z", "e\u0301", ""),
					units: fc.constantFrom("1", "", "-2"),
					unit: piece,
					goals: fc.array(piece, { maxLength: 4 }),
					skills: fc.array(piece, { maxLength: 4 }),
					since: piece,
					age: piece,
				}),
				{ maxLength: 30 },
			),
			fc.constantFrom(";", "=", ","),
			fc.boolean(),
			fc.constantFrom<Side>("mentor", "mentee"),
			fc.constantFrom(COLUMNS, COLUMNS.slice(0, -1)),
			(people, separator, ignoreCase, side, columns) => {
				const policy = policyOf(ignoreCase, separator);
				const rows = people.map((person) => ({
					...person,
					goals: person.goals.join(separator),
					skills: person.skills.join(separator),
				}));
				const wrong: CellProblem[] = [];
				const asRead = encodePeople(
					readPeople(policy, side, { columns, rows }, wrong),
				);
				const found: CellProblem[] = [];
				const reader = startReading(policy, side, columns, found);
				reader.read(rows.slice(0, 7));
				reader.read(rows.slice(7));
				assert.deepEqual(reader.people(), asRead);
				assert.deepEqual(found, wrong);
			},
		),
		{ numRuns: 400 },
	);
});
