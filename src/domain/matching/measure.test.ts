import assert from "node:assert/strict";
import { test } from "node:test";
import { readPolicy } from "./read-policy.ts";
import type { Scoring, ScoringResult } from "./scoring.ts";
import { scorePairs } from "./scoring.ts";

const POINT = 1_000_000;

test("steps on a scale: only the steps named, points by step", () => {
	const grades = ["EO", "HEO", "SEO", "Grade 7"];
	const policy = {
		columns: { grade: { kind: "scale", values: grades } },
		rules: [{ name: "R", compare: "steps", column: "grade", allowed: [1, 2] }],
		terms: [
			{
				name: "T",
				compare: "steps",
				column: "grade",
				points: { "1": 9, "2": 12 },
			},
		],
	};
	const found = grades.map((grade) =>
		pointsOf(policy, { grade }, { grade: "EO" }),
	);
	assert.deepEqual(found, ["R", 9, 12, "R"]);
});

test("an empty cell passes a rule unless it says refuse, and is worth nothing unless the term says", () => {
	const policy = (extra: object) => ({
		columns: { unit: "text" },
		rules: [{ name: "R", compare: "different", column: "unit", ...extra }],
		terms: [
			{
				name: "T",
				compare: "different",
				column: "unit",
				points: 5,
				whenEmpty: 2,
			},
		],
	});
	const empty = { unit: " " };
	assert.equal(pointsOf(policy({}), empty, { unit: "Sales" }), 2);
	assert.equal(pointsOf(policy({ whenEmpty: "refuse" }), empty, empty), "R");
	assert.equal(
		pointsOf(policy({}), { unit: "Sales" }, { unit: " Sales " }),
		"R",
	);
	assert.equal(pointsOf(policy({}), { unit: "Sales" }, { unit: "SALES" }), 5);
	const folded = { ...policy({}), ignoreCase: true };
	assert.equal(pointsOf(folded, { unit: "Sales" }, { unit: "SALES" }), "R");
});

test("cells are compared in normal form C", () => {
	const policy = {
		columns: { place: "text" },
		terms: [{ name: "T", compare: "same", column: "place", points: 3 }],
	};
	assert.equal(
		pointsOf(policy, { place: "Malmo\u0308" }, { place: "Malm\u00f6" }),
		3,
	);
});

test("a value in a list, whatever stands around it", () => {
	const policy = {
		columns: { wish: "text", traits: "list" },
		terms: [
			{
				name: "T",
				compare: "contains",
				mentor: "traits",
				mentee: "wish",
				points: 6,
			},
		],
	};
	const points = (traits: string, wish: string) =>
		pointsOf(policy, { traits }, { wish });
	assert.equal(points("Gay, Bisexual", "Gay"), 6);
	assert.equal(points("Gay Rights, Bisexual", "Gay"), 0);
	assert.equal(points("", "Gay"), 0);
	assert.equal(points("Gay", ""), 0);
});

test("lists that overlap: a least number to be paired, points for each up to a most", () => {
	const policy = {
		columns: { tongues: { kind: "list", separator: ";" } },
		rules: [{ name: "R", compare: "overlap", column: "tongues", least: 1 }],
		terms: [
			{
				name: "T",
				compare: "overlap",
				column: "tongues",
				points: 1.5,
				most: 4,
			},
		],
	};
	const points = (mentor: string, mentee: string) =>
		pointsOf(policy, { tongues: mentor }, { tongues: mentee });
	assert.equal(points("de;en", "en;fr"), 1.5);
	assert.equal(points("de;en;fr;it", "it;en;de;en"), 4);
	assert.equal(points("de", "fr"), "R");
});

test("distances: a limit, points that fall, hours on a clock, days between dates", () => {
	const policy = {
		columns: { zone: "number", joined: "date" },
		rules: [
			{ name: "R", compare: "distance", column: "zone", most: 5, around: 24 },
		],
		terms: [
			{
				name: "Z",
				compare: "distance",
				column: "zone",
				points: 5,
				perUnit: 0.5,
				around: 24,
			},
			{
				name: "J",
				compare: "distance",
				column: "joined",
				points: 1,
				perUnit: 0.1,
			},
		],
	};
	const points = (a: string, b: string, joined = ["", ""]) =>
		pointsOf(
			policy,
			{ zone: a, joined: joined[0] ?? "" },
			{ zone: b, joined: joined[1] ?? "" },
		);
	assert.equal(points("11", "-10"), 3.5);
	assert.equal(points("5.5", "1"), 2.75);
	assert.equal(points("8", "1"), "R");
	assert.equal(points("0", "0", ["2024-02-28", "2024-03-01"]), 5.8);
});

test("levels sought times levels offered, weighed by how much is sought", () => {
	const policy = {
		columns: { seeks: "levels", offers: "levels" },
		rules: [
			{
				name: "R",
				compare: "levels",
				mentor: "offers",
				mentee: "seeks",
				least: 1,
				level: 3,
			},
		],
		terms: [
			{
				name: "T",
				compare: "levels",
				mentor: "offers",
				mentee: "seeks",
				points: { "1": 1, "3": 2 },
			},
		],
	};
	const points = (offers: string, seeks: string) =>
		pointsOf(policy, { offers }, { seeks });
	assert.equal(points("Finance:4, Sales:2", "Finance:3, Sales:1"), 10);
	assert.equal(points("Sales:2", "Sales:3"), "R");
	assert.equal(points("Sales:3", "Sales"), 3);
});

test("one-sided rules, tables, wishes by rank and reporting lines in both directions", () => {
	const policy = {
		columns: {
			years: "number",
			status: "text",
			style: "text",
			wishes: "list",
			managers: "list",
		},
		rules: [
			{
				name: "Years",
				compare: "range",
				side: "mentor",
				column: "years",
				least: 5,
			},
			{
				name: "Active",
				compare: "one-of",
				side: "mentee",
				column: "status",
				values: ["active"],
			},
			{ name: "Line", compare: "reporting-line", column: "managers" },
		],
		terms: [
			{
				name: "Style",
				compare: "table",
				column: "style",
				points: [{ mentor: "calm", mentee: "quick", points: 4 }],
				otherwise: 1,
			},
			{
				name: "Wish",
				compare: "named",
				side: "mentee",
				column: "wishes",
				points: [10, 5],
			},
		],
	};
	const mentor = {
		years: "7",
		status: "",
		style: "calm",
		wishes: "",
		managers: "",
	};
	const mentee = { ...mentor, status: "active", style: "quick" };
	assert.equal(pointsOf(policy, mentor, mentee), 4);
	assert.equal(
		pointsOf(policy, mentor, { ...mentee, wishes: "x, y, mentor" }),
		9,
	);
	assert.equal(pointsOf(policy, { ...mentor, years: "4.9" }, mentee), "Years");
	assert.equal(
		pointsOf(policy, mentor, { ...mentee, status: "left" }),
		"Active",
	);
	assert.equal(
		pointsOf(policy, mentor, { ...mentee, managers: "b, mentor" }),
		"Line",
	);
	assert.equal(
		pointsOf(policy, { ...mentor, managers: "mentee" }, mentee),
		"Line",
	);
});

/** The points of one pair, or the rules it breaks. */
function pointsOf(
	policy: object,
	mentor: Readonly<Record<string, string>>,
	mentee: Readonly<Record<string, string>>,
): number | string {
	const columns = [
		"id",
		...new Set([...Object.keys(mentor), ...Object.keys(mentee)]),
	];
	const table = (id: string, cells: Readonly<Record<string, string>>) => ({
		columns,
		rows: [{ ...cells, id }],
	});
	const scoring = scored(
		scorePairs(
			readOrFail(policy),
			table("mentor", mentor),
			table("mentee", mentee),
		),
	);
	const pair = scoring.explain("mentee", "mentor");
	assert.ok(pair !== undefined);
	assert.equal(scoring.pairs.length, pair.brokenRules.length === 0 ? 1 : 0);
	return pair.brokenRules.length > 0
		? pair.brokenRules.join(", ")
		: pair.points / POINT;
}

function readOrFail(policy: object) {
	const reading = readPolicy({ version: 1, id: "id", ...policy });
	assert.ok(reading.ok, JSON.stringify(reading));
	return reading.policy;
}

function scored(result: ScoringResult): Scoring {
	assert.ok(result.ok, JSON.stringify(result));
	return result.scoring;
}
