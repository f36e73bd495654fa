import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { likelyGradeOrder } from "./grade-order.ts";

const scales = [
	["Trainee", "Associate", "Specialist", "Manager", "Director"],
	["Manager", "Senior Manager", "Director", "Vice President", "Executive"],
	[
		"Manager",
		"Director",
		"Senior Director",
		"Vice President",
		"Executive Board",
	],
	[
		"Assistant Manager",
		"Manager",
		"Senior Manager",
		"Head",
		"Senior Vice President",
		"President",
	],
	[
		"Sachbearbeiterin",
		"Referent",
		"Teamleiter",
		"Abteilungsleiterin",
		"Bereichsleiter",
		"Vorstand",
	],
	[
		"AA",
		"AO",
		"EO",
		"HEO",
		"SEO",
		"Grade 7",
		"Grade 6",
		"SCS1",
		"SCS2",
		"SCS3",
		"SCS4",
	],
	["Band 2", "Band 9", "Band 10"],
];

for (const scale of scales)
	test(`${scale.join(" < ")} is found whatever order it comes in`, () => {
		assert.deepEqual(likelyGradeOrder(scale.toReversed()), scale);
		assert.deepEqual(likelyGradeOrder(scale.toSorted()), scale);
	});

test("every grade comes out once", () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.string()), (grades) => {
			assert.deepEqual(likelyGradeOrder(grades).toSorted(), grades.toSorted());
		}),
	);
});
