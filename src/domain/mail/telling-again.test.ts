import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { daysUntilToldAgain, sameThing, tellingOf } from "./telling-again.ts";

const week = 7 * 86_400_000;
const nothingTold = { marks: new Set<string>(), at: undefined };

test("what waits is told once, again after four weeks, and again when it had gone and came back", () => {
	const looks = (weeks: readonly (readonly string[])[]) => {
		let told = { ...nothingTold } as Parameters<typeof tellingOf>[1];
		return weeks.map((waiting, place) => {
			const telling = tellingOf(
				{ waiting, hasLetters: false },
				told,
				place * week,
			);
			told = {
				marks: new Set(telling.marks),
				at: telling.isTold ? place * week : told.at,
			};
			return telling.isTold;
		});
	};
	assert.deepEqual(looks([["a"], ["a"], ["a"], ["a"], ["a"], ["a"]]), [
		true,
		false,
		false,
		false,
		true,
		false,
	]);
	assert.deepEqual(looks([["a"], ["a", "b"], ["a"], ["b"], ["b"]]), [
		true,
		true,
		false,
		true,
		false,
	]);
	assert.deepEqual(looks([["a"], [], ["a"]]), [true, false, true]);
	assert.deepEqual(looks([[], [], [], [], [], []]).includes(true), false);
});

test("something new is never kept back, and nothing is forgotten that still waits and was told", () => {
	const marks = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"));
	fc.assert(
		fc.property(
			marks,
			marks,
			fc.boolean(),
			fc.integer({ min: 0, max: 60 }),
			(waiting, before, hasLetters, days) => {
				const telling = tellingOf(
					{ waiting, hasLetters },
					{ marks: new Set(before), at: 0 },
					days * 86_400_000,
				);
				const isNew = waiting.some((mark) => !before.includes(mark));
				if (isNew || hasLetters) assert.equal(telling.isTold, true);
				if (waiting.length > 0 && days >= daysUntilToldAgain)
					assert.equal(telling.isTold, true);
				if (waiting.length === 0 && !hasLetters)
					assert.equal(telling.isTold, false);
				assert.deepEqual(
					new Set(telling.marks),
					new Set(
						waiting.filter((mark) => telling.isTold || before.includes(mark)),
					),
				);
			},
		),
	);
});

test("a day that comes near makes a thing that was told a new one, once", () => {
	const thing = { href: "/x", title: "Answer", by: "2027-03-10" };
	const [far, near, nearer] = ["2027-03-01", "2027-03-07", "2027-03-09"].map(
		(today) => sameThing(thing, today),
	);
	assert.notEqual(far, near);
	assert.equal(near, nearer);
	assert.notEqual(
		sameThing({ ...thing, by: "2027-03-11" }, "2027-03-09"),
		near,
	);
});
