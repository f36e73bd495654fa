import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { catalogueColumns, readCatalogue } from "./read-catalogue.ts";
import { starterCatalogue } from "./starter.ts";
import { changesBetween } from "./version.ts";

const starter = starterCatalogue("de");
const table = [
	[...catalogueColumns],
	...starter.competencies.map((one) => [
		one.name,
		starter.clusters.find(({ key }) => key === one.cluster)?.name ?? "",
		one.definition,
		...one.anchors,
	]),
];

test("a catalogue written as a table reads back as the same catalogue", () => {
	const reading = readCatalogue(table, starter);
	assert.ok(reading.ok);
	assert.deepEqual(changesBetween(starter, reading.catalogue), []);
});

test("columns are found in any order, in German too, after a byte order mark", () => {
	const reading = readCatalogue([
		[
			"\uFEFFStufe 5",
			"4 (note)",
			"Stufe_4",
			"STUFE 3",
			"stufe-2",
			"Stufe1",
		].concat(["Kompetenz", "Kompetenzfeld", "Beschreibung"]),
		["e", "ignored", "d", "c", "b", "a", "Zuhören", "Menschen", "Hört zu."],
	]);
	assert.ok(reading.ok);
	assert.deepEqual(reading.catalogue, {
		clusters: [{ key: "menschen", name: "Menschen" }],
		competencies: [
			{
				key: "zuhoren",
				cluster: "menschen",
				name: "Zuhören",
				definition: "Hört zu.",
				anchors: ["a", "b", "c", "d", "e"],
			},
		],
	});
});

test("names in other scripts get plain keys, each its own", () => {
	const line = ["x", "x", "a", "b", "c", "d", "e"];
	const reading = readCatalogue([
		[...catalogueColumns],
		["战略", ...line],
		["領導", ...line],
		["!!!", ...line],
	]);
	assert.ok(reading.ok);
	assert.deepEqual(
		reading.catalogue.competencies.map(({ key }) => key),
		["competency", "competency-2", "competency-3"],
	);
});

test("missing columns are named and nothing is guessed", () => {
	assert.deepEqual(readCatalogue([["Competency", "Cluster", "Cluster"]]), {
		ok: false,
		problems: [
			{ why: "column-twice", column: "cluster" },
			...catalogueColumns
				.slice(2)
				.map((column) => ({ why: "column-missing", column })),
		],
	});
});

test("every bad cell is reported by row and column, all at once", () => {
	const reading = readCatalogue([
		[...catalogueColumns],
		["One", "A", "d", "1", "2", "3", "4", "5"],
		["", "", "", "", "", "", "", ""],
		["one", "A", "d", "1", "", "3", "4", "y".repeat(1_001)],
	]);
	assert.deepEqual(reading, {
		ok: false,
		problems: [
			{ why: "cell-empty", row: 4, column: "level 2" },
			{ why: "cell-too-long", row: 4, column: "level 5" },
			{
				why: "competency-twice",
				row: 4,
				column: "competency",
				firstRow: 2,
			},
		],
	});
});

test("an empty table and a lone header say so", () => {
	const empty = { ok: false, problems: [{ why: "empty-table" }] };
	assert.deepEqual(readCatalogue([]), empty);
	assert.deepEqual(readCatalogue([[""]]), empty);
	assert.deepEqual(readCatalogue([[...catalogueColumns]]), empty);
});

test("any table is either read with distinct keys or refused, never thrown at", () => {
	const cell = fc.oneof(fc.string(), fc.constantFrom("A", "ä", "name"));
	fc.assert(
		fc.property(fc.array(fc.array(cell, { maxLength: 9 })), (rows) => {
			const reading = readCatalogue([[...catalogueColumns], ...rows]);
			if (!reading.ok) return reading.problems.length > 0;
			const keys = reading.catalogue.competencies.map(({ key }) => key);
			const allowed = /^[a-z][a-z0-9-]{0,59}$/;
			return (
				new Set(keys).size === keys.length &&
				keys.every((key) => allowed.test(key))
			);
		}),
	);
});
