import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
	addDays,
	daysFrom,
	instantOf,
	wallTimeOf,
	weekdayOf,
} from "./wall-time.ts";

const zones = [
	...["Europe/Berlin", "Europe/Dublin", "America/New_York", "America/St_Johns"],
	...["Asia/Kolkata", "Asia/Kathmandu", "Asia/Gaza", "Asia/Tehran"],
	...["Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Apia", "UTC"],
];

/** An instant from 1950 to 2090, every other one within two hours of a change of the clocks. */
const places = fc
	.record({
		zone: fc.constantFrom(...zones),
		at: fc.integer({ min: -631_152_000_000, max: 3_786_912_000_000 }),
		beside: fc.option(fc.integer({ min: -7_200_000, max: 7_200_000 })),
	})
	.map(({ zone, at, beside }) => {
		const change = Temporal.Instant.fromEpochMilliseconds(at)
			.toZonedDateTimeISO(zone)
			.getTimeZoneTransition("next");
		return beside === null || change === null
			? { zone, at }
			: { zone, at: change.epochMilliseconds + beside };
	});

test("remembered offsets say what Temporal says, on every side of every change of the clocks", () => {
	fc.assert(
		fc.property(
			places,
			fc.integer({ min: 0, max: 1440 }),
			({ zone, at }, minute) => {
				const there =
					Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
				const day = there.toPlainDate();
				assert.deepEqual(wallTimeOf(at, zone), {
					day: day.toString(),
					minute: there.hour * 60 + there.minute,
				});
				const asked = day.toPlainDateTime().add({ minutes: minute });
				assert.equal(
					instantOf(day.toString(), minute, zone),
					asked.toZonedDateTime(zone).epochMilliseconds,
				);
				assert.equal(weekdayOf(day.toString()), day.dayOfWeek);
			},
		),
		{ numRuns: 1_500 },
	);
});

test("days are counted over months, leap days and years; what is no day is refused", () => {
	assert.deepEqual(daysFrom("2028-02-28", "2028-03-01"), [
		"2028-02-28",
		"2028-02-29",
		"2028-03-01",
	]);
	assert.deepEqual(daysFrom("2028-03-01", "2028-02-28"), []);
	assert.equal(addDays("2026-12-31", 1), "2027-01-01");
	assert.throws(() => addDays("2026-02-30", 1), RangeError);
});
