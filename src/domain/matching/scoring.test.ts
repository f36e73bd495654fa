import assert from "node:assert/strict";
import { test } from "node:test";
import type { PeopleTable } from "./people-table.ts";
import { readPolicy } from "./read-policy.ts";
import type { Scoring, ScoringResult } from "./scoring.ts";
import { scorePairs } from "./scoring.ts";

test("nobody is paired with themselves", () => {
	const people: PeopleTable = { columns: ["id"], rows: [{ id: "Ruth" }] };
	const scoring = scored(scorePairs(readOrFail({}), people, people));
	assert.equal(scoring.pairs.length, 0);
	assert.deepEqual(scoring.removals("mentee", "Ruth"), [
		{ rule: "same-person", removed: 1, alone: 1 },
	]);
});

test("pinned pairs must be possible and forbidden ones are never made", () => {
	const people = (...ids: string[]): PeopleTable => ({
		columns: ["id", "unit"],
		rows: ids.map((id) => ({ id, unit: id.slice(0, 1) })),
	});
	const policy = readOrFail({
		columns: { unit: "text" },
		rules: [{ name: "Units", compare: "different", column: "unit" }],
		pinned: [
			{ mentee: "a1", mentor: "a9" },
			{ mentee: "a1", mentor: "b9" },
			{ mentee: "c1", mentor: "b9" },
		],
		forbidden: [{ mentee: "a1", mentor: "c9" }],
	});
	const result = scorePairs(policy, people("a9", "b9", "c9"), people("a1"));
	assert.ok(!result.ok);
	assert.deepEqual(
		result.pins.map(({ why, rule }) => rule ?? why),
		["Units", "no-need-left", "unknown-mentee"],
	);
	const without = { ...policy, pinned: [] };
	const scoring = scored(
		scorePairs(without, people("a9", "b9", "c9"), people("a1")),
	);
	assert.deepEqual(scoring.pairs, [{ mentee: "a1", mentor: "b9", points: 0 }]);
	assert.deepEqual(
		[...scoring.nearMisses("mentee", "a1").keys()],
		["Units", "forbidden-pair"],
	);
});

test("a pinned pair may break the rules a decision names, no others, and never pairs somebody with themselves", () => {
	const people = (...ids: string[]): PeopleTable => ({
		columns: ["id", "unit"],
		rows: ids.map((id) => ({ id, unit: id.slice(0, 1) })),
	});
	const pinned = (despite: readonly string[], mentor = "a9") =>
		readOrFail({
			columns: { unit: "text" },
			rules: [{ name: "Units", compare: "different", column: "unit" }],
			caps: [
				{ name: "None of one unit", per: "mentor", column: "unit", most: 0 },
			],
			pinned: [
				{ mentee: "a1", mentor, despite, decision: "Committee, 17 March" },
			],
		});
	const mentors = people("a9", "a1");
	const rulesOf = (policy: ReturnType<typeof pinned>) => {
		const result = scorePairs(policy, mentors, people("a1"));
		return result.ok ? [] : result.pins.map(({ rule }) => rule);
	};
	assert.deepEqual(rulesOf(pinned(["Units", "None of one unit"])), []);
	assert.deepEqual(rulesOf(pinned(["Units"])), ["None of one unit"]);
	assert.deepEqual(rulesOf(pinned(["Another"])), ["Units", "None of one unit"]);
	assert.deepEqual(
		rulesOf(pinned(["Units", "None of one unit", "same-person"], "a1")),
		["same-person"],
	);
});

test("caps that cross are refused by their names, nested ones are not", () => {
	const mentees = (third: string): PeopleTable => ({
		columns: ["id", "department", "site"],
		rows: [
			{ id: "Wei", department: "Sales", site: "Berlin" },
			{ id: "Jola", department: "Sales", site: third },
			{ id: "Noor", department: "Legal", site: "Berlin" },
		],
	});
	const policy = readOrFail({
		columns: { department: "text", site: "text" },
		caps: [
			{ name: "Departments", per: "mentor", column: "department", most: 1 },
			{ name: "Sites", per: "mentor", column: "site", most: 2 },
		],
	});
	const mentors: PeopleTable = { columns: ["id"], rows: [{ id: "Ingrid" }] };
	assert.ok(scorePairs(policy, mentors, mentees("Berlin")).ok);
	const crossed = scorePairs(policy, mentors, mentees("Oslo"));
	assert.ok(!crossed.ok);
	assert.deepEqual(crossed.cells, [
		{
			side: "mentee",
			row: undefined,
			column: "site",
			why: "caps-cross",
			value: "Departments, Sites",
		},
	]);
});

test("every bad cell is found with its row and column", () => {
	const policy = readOrFail({
		columns: {
			grade: { kind: "scale", values: ["low", "high"] },
			zone: "number",
			joined: "date",
			skills: "levels",
		},
		capacity: { column: "places" },
		rules: [
			{ name: "1", compare: "same", column: "grade" },
			{ name: "2", compare: "distance", column: "zone", most: 1 },
			{ name: "3", compare: "same", column: "joined" },
			{ name: "4", compare: "levels", column: "skills" },
		],
	});
	const columns = ["id", "grade", "zone", "joined", "skills", "places"];
	const row = (...cells: string[]) =>
		Object.fromEntries(columns.map((column, k) => [column, cells[k] ?? ""]));
	const result = scorePairs(
		policy,
		{
			columns,
			rows: [
				row("x", "low", "1", "2026-01-31", "a:1", "2"),
				row("x", "mid", "one", "2026-02-30", "a:b", "-1"),
				row("", "low", "1.0000001", "31.1.2026", ":2", "1.5"),
			],
		},
		{ columns: ["id"], rows: [] },
	);
	assert.ok(!result.ok);
	assert.deepEqual(
		result.cells.map(({ row: at, column, why }) => [at, column, why].join(" ")),
		[
			"1 id id-twice",
			"1 places not-whole",
			"1 grade not-on-scale",
			"1 zone not-a-number",
			"1 joined not-a-date",
			"1 skills not-a-level",
			"2 id no-id",
			"2 places not-whole",
			"2 zone too-many-places",
			"2 joined not-a-date",
			"2 skills not-a-level",
			" grade no-such-column",
			" zone no-such-column",
			" joined no-such-column",
			" skills no-such-column",
		],
	);
});

test("parts sum exactly to the score", () => {
	const policy = readOrFail({
		columns: { a: "text", b: "text" },
		terms: [
			{ name: "A", compare: "same", column: "a", points: 0.1 },
			{ name: "B", compare: "same", column: "b", points: 0.2 },
		],
	});
	const table = (id: string): PeopleTable => ({
		columns: ["id", "a", "b"],
		rows: [{ id, a: "1", b: "1" }],
	});
	const scoring = scored(scorePairs(policy, table("Ingrid"), table("Wei")));
	assert.deepEqual(scoring.explain("Wei", "Ingrid"), {
		brokenRules: [],
		parts: [
			{ term: "A", points: 100_000 },
			{ term: "B", points: 200_000 },
		],
		points: 300_000,
	});
	assert.equal(scoring.explain("Wei", "nobody"), undefined);
});

function readOrFail(policy: object) {
	const reading = readPolicy({ version: 1, id: "id", ...policy });
	assert.ok(reading.ok, JSON.stringify(reading));
	return reading.policy;
}

function scored(result: ScoringResult): Scoring {
	assert.ok(result.ok, JSON.stringify(result));
	return result.scoring;
}
