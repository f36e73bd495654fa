import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { cadenceDays } from "../calendar/recurrence.ts";
import { namesIn, turnsOf } from "./alone.ts";
import { carriedOver, maySetAgenda } from "./agenda.ts";
import {
	formatsOf,
	minutesWithin,
	sessionFormats,
	shapeOf,
} from "./formats.ts";
import { nextQuestions, questionKinds, questions } from "./questions.ts";
import { bookedAhead, cadenceFrom, daysBetween, reachOf } from "./rhythm.ts";
import { mayAnswerAlone, mayMove, mayWriteUp } from "./standing.ts";

test("a rhythm and a first day say when the others are: the same weekday of the month, a fifth one being the last", () => {
	const month = { unit: "month", every: 1, by: "weekday" } as const;
	const days = (rhythm: Parameters<typeof cadenceFrom>[0], first: string) => {
		const cadence = cadenceFrom(rhythm, first);
		return cadence && cadenceDays(cadence, first, 3);
	};
	assert.deepEqual(days(month, "2026-12-08"), [
		"2026-12-08",
		"2027-01-12",
		"2027-02-09",
	]);
	assert.deepEqual(days(month, "2026-12-29"), [
		"2026-12-29",
		"2027-01-26",
		"2027-02-23",
	]);
	assert.deepEqual(days({ ...month, every: 3, by: "day" }, "2026-11-30"), [
		"2026-11-30",
		"2027-02-28",
		"2027-05-30",
	]);
	assert.deepEqual(days({ unit: "week", every: 3 }, "2026-12-03"), [
		"2026-12-03",
		"2026-12-24",
		"2027-01-14",
	]);
	assert.equal(days({ unit: "own" }, "2026-12-03"), undefined);
});

test("whatever the rhythm, the first day is the first of its series, and no date may move past half the way to the next", () => {
	const rhythm = fc.oneof(
		fc.record({
			unit: fc.constant("week" as const),
			every: fc.integer({ min: 1, max: 26 }),
		}),
		fc.record({
			unit: fc.constant("month" as const),
			every: fc.integer({ min: 1, max: 12 }),
			by: fc.constantFrom("weekday" as const, "day" as const),
		}),
	);
	fc.assert(
		fc.property(rhythm, fc.integer({ min: 0, max: 4000 }), (chosen, after) => {
			const first = new Date(Date.UTC(2026, 0, 1) + after * 86_400_000)
				.toISOString()
				.slice(0, 10);
			const cadence = cadenceFrom(chosen, first);
			assert.ok(cadence);
			assert.equal(cadenceDays(cadence, first, 1)[0], first);
			assert.ok(reachOf(chosen) * 2 < daysBetween(chosen));
			const ahead = bookedAhead(chosen);
			assert.ok(ahead >= 2 && ahead <= 6);
		}),
	);
});

test("a format has its own length, and only what happens at a time takes a calendar", () => {
	assert.equal(minutesWithin("coffee", 60), 25);
	assert.equal(minutesWithin("coffee", 5), 15);
	for (const format of sessionFormats) {
		const { least, usual, most } = shapeOf(format).minutes;
		assert.ok(least <= usual && usual <= most, format);
		assert.equal(
			shapeOf(format).takes === "own-time",
			shapeOf(format).isAnsweredAlone,
		);
	}
	assert.equal(formatsOf("circle")[0], "circle");
	assert.equal(formatsOf("shadowing")[0], "shadow-day");
});

test("questions turn: one of each kind in a session, none twice before all were asked", () => {
	const asked = Array.from({ length: 6 }, (_, before) =>
		nextQuestions(before, 3),
	);
	for (const three of asked)
		assert.equal(new Set(three.map(({ kind }) => kind)).size, 3);
	const all = asked.flat().map(({ question }) => question);
	const turning = questionKinds.flatMap((kind) => [...questions[kind]]);
	assert.deepEqual(all.toSorted(), turning.toSorted());
	// A seat at a roundtable has questions of its own, and they turn as well.
	const { agenda } = shapeOf("roundtable-seat");
	const atTables = [0, 1].flatMap((before) =>
		nextQuestions(before, agenda.questions, agenda.asks),
	);
	assert.deepEqual(
		atTables.map(({ question }) => question),
		[...questions["at-the-table"]],
	);
});

test("open commitments come over, those due longest first, none twice", () => {
	const open = ["2026-03-01", "2026-01-01", "2026-02-01"].map((dueOn) => ({
		id: dueOn,
		dueOn,
	}));
	assert.deepEqual(
		carriedOver(open, new Set(["2026-02-01"]), 4).map(({ id }) => id),
		["2026-01-01", "2026-03-01"],
	);
	assert.equal(carriedOver(open, new Set(), 1).length, 1);
	assert.equal(maySetAgenda("reverse", "mentee"), false);
	assert.equal(maySetAgenda("reverse", "mentor"), true);
	assert.equal(maySetAgenda("one-to-one", "mentee"), true);
});

test("what may be done follows from state, time and whether the relationship runs", () => {
	const session = {
		state: "booked",
		format: "one-to-one",
		startsAt: 100,
		endsAt: 200,
		isRunning: true,
	} as const;
	assert.equal(mayWriteUp(session, 99), false);
	assert.equal(mayWriteUp(session, 100), true);
	assert.equal(mayWriteUp({ ...session, isRunning: false }, 150), true);
	assert.equal(mayWriteUp({ ...session, state: "cancelled" }, 150), false);
	assert.equal(mayMove({ ...session, isRunning: false }), false);
	const table = { ...session, format: "case-table" } as const;
	assert.equal(mayMove(table), false);
	assert.equal(mayWriteUp(table, 150), false);
	assert.equal(mayAnswerAlone(table, 150), true);
	assert.equal(mayAnswerAlone(table, 200), false);
	assert.equal(mayAnswerAlone(session, 150), false);
});

test("a dilemma names no member, whatever the case and accents; turns move on by one each time", () => {
	const members = [{ name: "Tomás Ferreira" }, { name: "Wei Li" }];
	assert.deepEqual(namesIn("TOMAS must decide; so must Wei.", members), [
		"Tomás",
		"Wei",
	]);
	assert.deepEqual(namesIn("A director weighs a merger.", members), []);
	assert.deepEqual(turnsOf(["a", "b", "c"], 4), ["b", "c", "a"]);
	assert.deepEqual(turnsOf([], 4), []);
});
