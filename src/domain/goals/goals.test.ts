import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { goalsAtHand, type OpenGoal } from "./goals.ts";

const goal = (id: string, reviewOn: string | null = null): OpenGoal => ({
	id,
	reviewOn,
});
const none: ReadonlySet<string> = new Set();

test("each open goal has its turn, and one whose day has come goes first", () => {
	const open = [goal("a"), goal("b"), goal("c", "2027-03-01")];
	const first = (before: number, day: string) =>
		goalsAtHand(open, { onAgenda: none, before, day, most: 1 })[0]?.id;
	assert.deepEqual(
		[0, 1, 2, 3].map((before) => first(before, "2027-02-28")),
		["a", "b", "c", "a"],
	);
	assert.equal(first(0, "2027-03-01"), "c");
});

test("an agenda never gets a goal twice, nor more than it has room for; and over as many sessions as there are goals each comes once", () => {
	const goals = fc.uniqueArray(
		fc.record({
			id: fc.uuid(),
			reviewOn: fc.constant<string | null>(null),
		}),
		{ selector: ({ id }) => id, maxLength: 9 },
	);
	fc.assert(
		fc.property(
			goals,
			fc.nat(40),
			fc.integer({ min: 0, max: 3 }),
			fc.nat(9),
			(open, before, most, taken) => {
				const onAgenda = new Set(open.slice(0, taken).map(({ id }) => id));
				const chosen = goalsAtHand(open, {
					onAgenda,
					before,
					day: "2027-01-01",
					most,
				});
				assert.ok(chosen.length <= most);
				assert.ok(chosen.every(({ id }) => !onAgenda.has(id)));
				const round = open.flatMap((_, index) =>
					goalsAtHand(open, {
						onAgenda: none,
						before: before + index,
						day: "2027-01-01",
						most: 1,
					}).map(({ id }) => id),
				);
				assert.equal(new Set(round).size, open.length);
			},
		),
	);
});
