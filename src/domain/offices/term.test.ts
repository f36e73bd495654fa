import assert from "node:assert/strict";
import test from "node:test";
import { beginningOf, endOf, lastDayOf } from "./term.ts";

test("a day is the organisation's day, also when the clock changes and across the date line", () => {
	assert.equal(
		beginningOf("2026-03-29", "Europe/Berlin").toISOString(),
		"2026-03-28T23:00:00.000Z",
	);
	assert.equal(
		endOf("2026-03-29", "Europe/Berlin").toISOString(),
		"2026-03-29T22:00:00.000Z",
	);
	assert.equal(
		endOf("2026-12-31", "Pacific/Auckland").toISOString(),
		"2026-12-31T11:00:00.000Z",
	);
	// Midnight did not exist there on this day.
	assert.equal(
		beginningOf("2024-04-26", "Africa/Cairo").toISOString(),
		"2024-04-25T22:00:00.000Z",
	);
});

test("what ends with a day was last so on that day", () => {
	for (const timeZone of ["Europe/Berlin", "America/New_York", "Asia/Tokyo"])
		assert.equal(
			lastDayOf(endOf("2026-11-01", timeZone), timeZone),
			"2026-11-01",
		);
});
