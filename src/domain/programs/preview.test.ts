import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { previewEligibility } from "./preview.ts";
import type { Facts, Rule } from "./rule.ts";

const setting = {
	kinds: {
		"tenure years": { kind: "number" },
		unit: { kind: "text" },
		location: { kind: "text" },
	},
	today: Temporal.PlainDate.from("2026-03-01"),
} as const;
const settled: Rule = { fact: "tenure years", is: "at-least", value: 2 };

test("counts and reasons add up", () => {
	const people = [
		...group("Rail", 8, 7),
		...group("Port", 6, 9),
		{ unit: "Port" },
	];
	const porous: Rule = {
		all: [settled, { not: { fact: "unit", is: "is", value: "Port" } }],
	};
	const preview = previewEligibility(people, porous, [], setting);
	assert.equal(preview.eligible, 8);
	assert.equal(preview.notEligible, 23);
	assert.deepEqual(
		preview.reasons.map(({ people, alone, unknown }) => [
			people,
			alone,
			unknown,
		]),
		[
			[17, 7, undefined],
			[16, 6, 0],
		],
	);
});

test("a group with few people on one side is hidden, and another with it", () => {
	const people = [
		...group("Rail", 40, 40),
		...group("Port", 10, 9),
		...group("Digital", 11, 2),
	];
	assert.deepEqual(
		previewEligibility(people, settled, ["unit"], setting).groups.unit,
		[
			{ group: "Digital", eligible: undefined, notEligible: undefined },
			{ group: "Port", eligible: undefined, notEligible: undefined },
			{ group: "Rail", eligible: 40, notEligible: 40 },
		],
	);
});

test("a small group that is all in or all out is hidden, a large one shown", () => {
	const people = [
		...group("Rail", 0, 30),
		...group("Port", 10, 9),
		...group("Energy", 9, 10),
		...group("Digital", 0, 12),
	];
	const groups = previewEligibility(people, settled, ["unit"], setting).groups;
	const shown = groups.unit?.filter((one) => one.eligible !== undefined);
	assert.deepEqual(
		shown?.map(({ group }) => group),
		["Port", "Rail"],
	);
});

test("nothing about one to four people can be worked out from what is shown", () => {
	const units = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })), {
		minLength: 1,
		maxLength: 8,
	});
	fc.assert(
		fc.property(units, (sizes) => {
			const people = sizes.flatMap(([inside, outside], place) =>
				group(`unit ${place}`, inside, outside),
			);
			const preview = previewEligibility(people, settled, ["unit"], setting);
			const groups = preview.groups.unit ?? [];
			const hidden = groups.filter((one) => one.eligible === undefined);
			const shown = groups.filter((one) => one.eligible !== undefined);
			for (const { eligible = 0, notEligible = 0 } of shown) {
				assert.ok(!isFew(eligible) && !isFew(notEligible));
			}
			if (hidden.length === 0 || shown.length === 0) return;
			const sum = (pick: "eligible" | "notEligible") =>
				shown.reduce((total, one) => total + (one[pick] ?? 0), 0);
			assert.ok(hidden.length >= 2);
			assert.ok(!isFew(preview.eligible - sum("eligible")));
			assert.ok(!isFew(preview.notEligible - sum("notEligible")));
		}),
	);
});

test("people about whom a fact is not known form the last group", () => {
	const people = [...group("", 20, 20), ...group("Rail", 20, 20)];
	const groups = previewEligibility(people, settled, ["unit"], setting).groups;
	assert.deepEqual(
		groups.unit?.map((one) => one.group),
		["Rail", ""],
	);
});

function group(unit: string, inside: number, outside: number): Facts[] {
	return Array.from({ length: inside + outside }, (_, place) => ({
		unit,
		"tenure years": place < inside ? 5 : 1,
	}));
}

function isFew(count: number): boolean {
	return count > 0 && count < 5;
}
