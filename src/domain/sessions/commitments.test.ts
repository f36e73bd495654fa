import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { delayed, delays } from "./commitments.ts";

test("a commitment moves from its own day, and from today once that is over", () => {
	assert.equal(delayed("2026-12-03", "2026-11-28", "week"), "2026-12-10");
	assert.equal(delayed("2026-11-20", "2026-11-28", "two-weeks"), "2026-12-12");
	assert.equal(delayed("2027-01-31", "2027-01-31", "month"), "2027-02-28");
});

test("whatever is chosen lies later than both days, and a longer wait never earlier than a shorter", () => {
	const day = fc
		.date({
			min: new Date("2000-01-01"),
			max: new Date("2099-12-31"),
			noInvalidDate: true,
		})
		.map((date) => date.toISOString().slice(0, 10));
	fc.assert(
		fc.property(day, day, (dueOn, today) => {
			const days = delays.map((delay) => delayed(dueOn, today, delay));
			const [week = ""] = days;
			assert.ok(week > dueOn && week > today);
			assert.deepEqual(days.toSorted(), days);
		}),
	);
});
