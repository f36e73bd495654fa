import assert from "node:assert/strict";
import { test } from "node:test";
import { compileTerm } from "./measure.ts";
import { readPeople } from "./people-table.ts";
import { readPolicy } from "./read-policy.ts";

test("profiles alike or apart: only what both state counts, and nothing in common is worth nothing", () => {
	const columns = { style: { kind: "levels", separator: ";" } };
	const alike = {
		columns,
		terms: [
			{
				name: "T",
				compare: "levels-alike",
				column: "style",
				points: 6,
				perUnit: 1.5,
				family: "comfort",
			},
		],
	};
	const apart = {
		columns,
		terms: [
			{
				name: "T",
				compare: "levels-apart",
				column: "style",
				points: 2,
				most: 5,
				family: "learning",
			},
		],
	};
	const ingrid = { style: "direct:4;planned:2;formal:1" };
	const others = [
		"direct:4;planned:2",
		"direct:3;planned:3",
		"direct:1;planned:5",
		"warm:2",
		"",
	].map((style) => ({ style }));
	assert.deepEqual(
		others.map((other) => pointsOf(alike, ingrid, other)),
		[6, 3, 0, 0, 0],
	);
	assert.deepEqual(
		others.map((other) => pointsOf(apart, ingrid, other)),
		[0, 4, 5, 0, 0],
	);
});

function pointsOf(
	policy: object,
	mentor: { readonly style: string },
	mentee: { readonly style: string },
): number {
	const reading = readPolicy({ version: 1, id: "id", ...policy });
	assert.ok(reading.ok);
	const person = (side: "mentor" | "mentee", cells: { style: string }) => {
		const table = { columns: ["id", "style"], rows: [{ id: side, ...cells }] };
		const [found] = readPeople(reading.policy, side, table, []);
		assert.ok(found !== undefined);
		return found;
	};
	const [term] = reading.policy.terms;
	assert.ok(term !== undefined);
	const measure = compileTerm(reading.policy, term);
	return (
		measure(person("mentor", mentor), person("mentee", mentee)) / 1_000_000
	);
}
