import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasManyPairs, pairsOnly } from "./pairs-only.ts";
import { readPolicy } from "./read-policy.ts";
import { scorePairs } from "./scoring.ts";

const person = fc.record({
	at: fc.nat(9),
	unit: fc.constantFrom("a", "b", "c"),
	units: fc.nat(3),
});

test("with many pairs or few: the same ones, to the last", () => {
	fc.assert(
		fc.property(
			fc.array(person, { minLength: 1, maxLength: 9 }),
			fc.array(person, { minLength: 1, maxLength: 6 }),
			fc.constantFrom("people" as const, "total" as const),
			fc.string(),
			(mentees, mentors, objective, seed) => {
				const scoring = scoringOf(mentees, mentors);
				const whole = pairsOnly(scoring, { objective, seed });
				const listed = pairsOnly(scoring, { objective, seed, many: 1 });
				assert.deepEqual(listed.pairs, whole.pairs);
			},
		),
		{ numRuns: 300, seed: 5 },
	);
});

test("ten thousand by three thousand are many, unless a cap wants them solved whole", () => {
	const scoring = scoringOf([], []);
	const people = (length: number) => ({
		...scoring,
		mentees: Array.from({ length }, () => nobody),
		mentors: Array.from({ length: 3000 }, () => nobody),
	});
	assert.equal(hasManyPairs(people(10_000)), true);
	assert.equal(hasManyPairs(people(1000)), false);
	const cap = {
		name: "One",
		of: "mentees",
		most: 1,
		classes: new Map<string, string>(),
	} as const;
	assert.equal(hasManyPairs({ ...people(10_000), caps: [cap] }), false);
});

const nobody = { key: "", id: "", units: 1, cells: new Map<string, never>() };

type Drawn = {
	readonly at: number;
	readonly unit: string;
	readonly units: number;
};

function scoringOf(mentees: readonly Drawn[], mentors: readonly Drawn[]) {
	const reading = readPolicy({
		version: 1,
		name: "Near, of another unit",
		id: "id",
		columns: { at: "number", unit: "text" },
		capacity: { column: "units" },
		need: { column: "units" },
		rules: [{ name: "Units", compare: "different", column: "unit" }],
		terms: [
			{
				name: "Near",
				compare: "distance",
				column: "at",
				points: 6,
				perUnit: 2,
			},
		],
	});
	assert.ok(reading.ok, JSON.stringify(reading));
	const table = (side: string, people: readonly Drawn[]) => ({
		columns: ["id", "at", "unit", "units"],
		rows: people.map(({ at, unit, units }, k) => ({
			id: `${side}${k}`,
			at: String(at),
			unit,
			units: String(units),
		})),
	});
	const scored = scorePairs(
		reading.policy,
		table("o", mentors),
		table("e", mentees),
	);
	assert.ok(scored.ok, JSON.stringify(scored));
	return scored.scoring;
}
