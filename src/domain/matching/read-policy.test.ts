import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { z } from "zod";
import { readPolicy } from "./read-policy.ts";

const folder = new URL("../../../", import.meta.url);
const readJson = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(path, folder), "utf8"));

test("the smallest policy pairs everybody with everybody", () => {
	const reading = readPolicy({ version: 1, id: "email" });
	assert.ok(reading.ok);
	assert.deepEqual(reading.policy.capacity, { from: "policy", units: 1 });
	assert.deepEqual(reading.policy.rules, []);
});

test("both examples are policies", () => {
	for (const name of ["civil-service", "executive-program"])
		assert.ok(readPolicy(readJson(`examples/${name}/policy.json`)).ok);
});

test("every problem is found, each with its path", () => {
	const reading = readPolicy({
		version: 2,
		colour: "green",
		columns: {
			grade: { kind: "scale", values: ["AA", "AA"] },
			"time zone": { kind: "clock" },
			skills: { kind: "list", separator: "::" },
			name: { kind: "text", separator: ";" },
		},
		capacity: -1,
		need: { colum: "wanted" },
		rules: [
			{ name: "A", compare: "different", column: "organisation" },
			{ name: "A", compare: "steps", column: "name", allowed: [1.5] },
			{ name: "B", compare: "nearer", column: "grade" },
			"never",
			{ name: "C", compare: "range", side: "mentor", column: "grade" },
		],
		terms: [
			{ name: "D", compare: "same", column: "grade" },
			{ name: "E", compare: "same", column: "grade", points: 0.0000001 },
			{ name: "F", compare: "steps", column: "grade", points: { one: 1 } },
			{ compare: "contains", mentor: "skills", mentee: "skills", points: 1 },
		],
		pinned: [{ mentee: "Wei", mentor: "Ingrid" }],
		forbidden: [{ mentee: "Wei", mentor: "Ingrid" }, { mentee: "" }],
	});
	assert.ok(!reading.ok);
	const found = reading.problems.map(({ path }) => path);
	const expected = [
		"$.colour",
		"$.version",
		"$",
		"$.columns.grade.values",
		'$.columns["time zone"].kind',
		"$.columns.skills.separator",
		"$.columns.name.separator",
		"$.capacity",
		"$.need.colum",
		"$.need",
		"$.rules",
		"$.rules[0].column",
		"$.rules[1].column",
		"$.rules[1].allowed[0]",
		"$.rules[2].compare",
		"$.rules[3]",
		"$.rules[4]",
		"$.rules[4].column",
		"$.terms[0]",
		"$.terms[1].points",
		"$.terms[2].points.one",
		"$.terms[3]",
		"$.pinned",
		"$.forbidden[1].mentee",
		"$.forbidden[1]",
	];
	assert.deepEqual(new Set(found), new Set(expected));
});

test("a cap compares one value of a person, and shares no name with a rule", () => {
	const reading = readPolicy({
		version: 1,
		id: "id",
		columns: { style: "text", tongues: "list" },
		rules: [{ name: "R", compare: "same", column: "style" }],
		caps: [
			{ name: "R", per: "mentor", column: "style", most: 1 },
			{ name: "C", per: "mentor", column: "tongues", most: 1 },
		],
	});
	assert.ok(!reading.ok);
	assert.deepEqual(
		reading.problems.map(({ path }) => path),
		["$.caps[1].column", "$.caps"],
	);
});

test("what is no object, or holds half characters, is refused and never thrown at", () => {
	for (const json of [
		null,
		7,
		"policy",
		[],
		undefined,
		{ version: 1, id: "\ud800" },
	])
		assert.equal(readPolicy(json).ok, false);
});

test("the published schema and the reader agree", () => {
	const schema = z.fromJSONSchema(
		z
			.record(z.string(), z.unknown())
			.parse(readJson("docs/matching-policy.schema.json")),
	);
	const columns = {
		grade: { kind: "scale", values: ["low", "high"] },
		skills: "levels",
		tongues: { kind: "list", separator: ";" },
		zone: "number",
		style: { kind: "text" },
	};
	const rule = (test: object) => ({ rules: [{ name: "R", ...test }] });
	const term = (measure: object) => ({ terms: [{ name: "T", ...measure }] });
	const good = [
		{},
		{ capacity: 0, need: { column: "wanted", whenEmpty: 2 } },
		{ ignoreCase: true, protected: ["gender"], name: "Spring" },
		{ pinned: [{ mentee: "a", mentor: "b", why: "asked" }] },
		{
			rules: [{ name: "R", compare: "same", column: "style" }],
			pinned: [
				{ mentee: "a", mentor: "b", despite: ["R"], decision: "17 March" },
			],
		},
		{ caps: [{ name: "C", per: "mentor", column: "style", most: 1 }] },
		{ caps: [{ name: "C", per: "mentors", column: "zone", most: 40 }] },
		{ caps: [{ name: "C", per: "program", most: 200 }] },
		rule({ compare: "steps", column: "grade", allowed: [-1, 2] }),
		rule({ compare: "overlap", column: "tongues", least: 1, most: 3 }),
		rule({ compare: "distance", column: "zone", most: 5, around: 24 }),
		rule({ compare: "difference", column: "zone", least: -2.5 }),
		rule({ compare: "one-of", side: "mentor", column: "style", values: ["a"] }),
		rule({ compare: "levels", column: "skills", least: 1, level: 3 }),
		rule({
			compare: "named",
			side: "mentee",
			column: "tongues",
			allowed: "only",
		}),
		rule({ compare: "reporting-line", column: "tongues", whenEmpty: "pass" }),
		term({ compare: "steps", column: "grade", points: { "1": 9, "-1": 0.5 } }),
		term({
			compare: "contains",
			mentor: "tongues",
			mentee: "style",
			points: 6,
		}),
		term({
			compare: "named",
			side: "mentor",
			column: "tongues",
			points: [3, 1],
		}),
		term({ compare: "named", side: "mentor", column: "tongues", points: 3 }),
		term({ compare: "levels", column: "skills", points: { "3": 2 }, most: 9 }),
		term({
			compare: "levels-alike",
			column: "skills",
			points: 9,
			perUnit: 1.5,
			family: "comfort",
		}),
		term({
			compare: "levels-apart",
			column: "skills",
			points: 1,
			most: 4,
			family: "learning",
		}),
		term({
			compare: "table",
			column: "style",
			points: [{ mentor: "a", mentee: "b", points: 1 }],
			otherwise: -1,
		}),
	];
	const bad = [
		{ version: 3 },
		{ id: "" },
		{ capacity: 1.5 },
		{ capacity: 10_001 },
		{ need: { whenEmpty: 1 } },
		{ columns: { grade: { kind: "scale", values: ["one"] } } },
		{ columns: { grade: "scale" } },
		{ columns: { style: { kind: "list", separator: "ab" } } },
		{ rules: {} },
		rule({ compare: "steps", column: "grade" }),
		rule({ compare: "steps", column: "grade", allowed: [1], most: 2 }),
		rule({ compare: "nearer", column: "grade" }),
		rule({
			compare: "named",
			side: "boss",
			column: "tongues",
			allowed: "only",
		}),
		rule({ compare: "same", column: "style", whenEmpty: "maybe" }),
		rule({ compare: "same", mentor: "style" }),
		rule({
			compare: "same",
			column: "style",
			mentor: "style",
			mentee: "style",
		}),
		term({ compare: "same", column: "style" }),
		term({ compare: "same", column: "style", points: 1_000_001 }),
		term({ compare: "same", column: "style", points: "9" }),
		term({ compare: "steps", column: "grade", points: { one: 1 } }),
		term({ compare: "distance", column: "zone", points: 1, perUnit: -1 }),
		{ name: "  " },
		{ pinned: [{ mentee: "a" }] },
		{ pinned: [{ mentee: "a", mentor: "b", despite: ["R"] }] },
		{ pinned: [{ mentee: "a", mentor: "b", decision: "17 March" }] },
		{ caps: [{ name: "C", per: "mentor", most: 1 }] },
		{ caps: [{ name: "C", per: "program", column: "style", most: 1 }] },
		{ caps: [{ name: "C", per: "mentee", column: "style", most: 1 }] },
		{ caps: [{ name: "C", per: "mentor", column: "style", most: -1 }] },
		term({ compare: "levels-alike", column: "skills", points: 1 }),
		term({
			compare: "same",
			column: "style",
			points: 1,
			family: "friendship",
		}),
		{ surprise: true },
	];
	for (const part of good)
		assertAgreement({ version: 1, id: "id", columns, ...part }, true);
	for (const part of bad)
		assertAgreement({ version: 1, id: "id", columns, ...part }, false);

	function assertAgreement(document: unknown, isPolicy: boolean): void {
		const text = JSON.stringify(document);
		assert.equal(readPolicy(document).ok, isPolicy, `reader: ${text}`);
		assert.equal(
			schema.safeParse(document).success,
			isPolicy,
			`schema: ${text}`,
		);
	}
});
