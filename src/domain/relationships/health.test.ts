import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { healthOf, type Met } from "./health.ts";
import { countsOf } from "./health-counts.ts";
import { daysBetween, minutesAMonth } from "./load.ts";

const today = "2026-06-15";
const of = (sessions: readonly Met[], began = "2026-01-10", rhythm = 30) =>
	healthOf({ began, rhythm, sessions, today });

test("a relationship is steady in its rhythm, slower past it, and quiet only after long without a date", () => {
	const met = (day: string): Met => ({ day, state: "held", hasWord: true });
	assert.deepEqual(of([met("2026-06-01")]), { state: "steady" });
	assert.deepEqual(of([met("2026-04-25")]), { state: "slower" });
	assert.deepEqual(of([met("2026-03-10")]), {
		state: "quiet",
		why: "no-date",
		since: "2026-03-10",
	});
	const dated: Met = { day: "2026-07-01", state: "booked", hasWord: false };
	assert.deepEqual(of([met("2026-03-10"), dated]), { state: "steady" });
	assert.deepEqual(of([met("2026-03-10")], "2026-01-10", 91), {
		state: "steady",
	});
	assert.deepEqual(of([], "2026-05-20"), { state: "beginning" });
	assert.deepEqual(of([]), { state: "not-known" });
});

test("a series that books by itself keeps nobody steady: three dates without a word are quiet, one word ends it", () => {
	const series = (hasWord = false): Met[] =>
		[
			"2026-02-02",
			"2026-03-02",
			"2026-04-02",
			"2026-05-02",
			"2026-06-02",
			"2026-07-02",
		].map((day) => ({ day, state: "booked", hasWord }));
	assert.deepEqual(of(series()), {
		state: "quiet",
		why: "no-word",
		since: "2026-01-10",
	});
	assert.deepEqual(of(series(true)), { state: "steady" });
	const [first, second, third, ...later] = series();
	assert.ok(first && second && third);
	assert.deepEqual(of([first, second, { ...third, hasWord: true }, ...later]), {
		state: "steady",
	});
	assert.deepEqual(of([first, { ...second, hasWord: true }, third, ...later]), {
		state: "quiet",
		why: "no-word",
		since: "2026-03-02",
	});
	assert.deepEqual(of(series(), "2026-01-10", 91), { state: "steady" });
});

test("two of the last three dates cancelled make it slower, whoever cancelled", () => {
	const sessions: Met[] = [
		{ day: "2026-04-01", state: "cancelled", hasWord: true },
		{ day: "2026-05-01", state: "missed", hasWord: true },
		{ day: "2026-06-01", state: "held", hasWord: true },
	];
	assert.deepEqual(of(sessions), { state: "slower" });
	assert.deepEqual(of(sessions.slice(1)), { state: "steady" });
});

test("one more session held never makes it worse, and the order of the rows does not matter", () => {
	const rank = ["not-known", "quiet", "slower", "beginning", "steady"];
	const day = fc
		.integer({ min: 0, max: 150 })
		.map((days) =>
			Temporal.PlainDate.from("2026-01-11").add({ days }).toString(),
		);
	const session = fc.record({
		day,
		state: fc.constantFrom<Met["state"]>("booked", "held", "cancelled"),
		hasWord: fc.boolean(),
	});
	const onOneDay: Met[] = (
		["booked", "held", "cancelled", "cancelled"] as const
	).map((state) => ({ day: "2026-05-01", state, hasWord: false }));
	assert.deepEqual(of(onOneDay), of(onOneDay.toReversed()));
	fc.assert(
		fc.property(fc.array(session, { minLength: 1 }), (sessions) => {
			const before = of(sessions);
			assert.deepEqual(of(sessions.toReversed()).state, before.state);
			const after = of([
				...sessions,
				{ day: "2026-06-14", state: "held", hasWord: true },
			]);
			assert.ok(rank.indexOf(after.state) >= rank.indexOf(before.state));
		}),
	);
});

test("hours a month count sessions and preparation, in any rhythm", () => {
	assert.equal(minutesAMonth({ unit: "month", every: 1, minutes: 60 }), 75);
	assert.equal(minutesAMonth({ unit: "month", every: 3, minutes: 60 }), 25);
	assert.equal(minutesAMonth({ unit: "week", every: 2, minutes: 45 }), 130);
	assert.equal(minutesAMonth({ unit: "own", every: 1, minutes: 45 }), 60);
	assert.equal(daysBetween({ unit: "week", every: 6, minutes: 60 }), 42);
});

test("counts under five are not told, and neither is the one from which they could be worked out", () => {
	const told = (quiet: number, slower: number, steady: number) =>
		countsOf([
			...Array.from({ length: quiet }, () => "quiet" as const),
			...Array.from({ length: slower }, () => "slower" as const),
			...Array.from({ length: steady }, () => "steady" as const),
		])
			.filter(({ count }) => count !== 0)
			.map(({ state, count }) => `${state} ${count}`);
	assert.deepEqual(told(5, 6, 7), ["steady 7", "slower 6", "quiet 5"]);
	assert.deepEqual(told(2, 9, 7), ["steady null", "slower 9", "quiet null"]);
	assert.deepEqual(told(2, 3, 7), ["steady 7", "slower null", "quiet null"]);
});
