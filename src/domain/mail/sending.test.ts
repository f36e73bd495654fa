import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { type MailChoice, sendingOf, type Way } from "./sending.ts";
import {
	firstOpenMoment,
	isQuiet,
	lastDigest,
	nextDigest,
	usualTimes,
} from "./times.ts";
import { type LetterKind, topicOf } from "./topic.ts";

const berlin: MailChoice = {
	times: usualTimes,
	ways: {},
	zone: "Europe/Berlin",
};

test("a letter in the evening waits for the morning, one on Friday night for Monday; one about the account never waits", () => {
	assert.equal(sent("proposal", "2026-03-04T12:00"), "2026-03-04T12:00");
	assert.equal(sent("proposal", "2026-03-04T21:10"), "2026-03-05T07:00");
	assert.equal(sent("proposal", "2026-03-06T19:00"), "2026-03-09T07:00");
	assert.equal(sent("magic-link", "2026-03-07T03:00"), "2026-03-07T03:00");
	assert.equal(
		sent("session-change", "2026-03-07T03:00"),
		"2026-03-07T03:00",
		"both calendars agree at once",
	);
});

test("a letter waits for the digest where that comes in time, and comes by itself where it would be too late", () => {
	const ways = { reminders: "digest", news: "never" } as const;
	const now = at("2026-03-04T12:00");
	const choice = { ...berlin, ways };
	const reminder = { kind: "proposal-reminder", holdsSignInLink: false };
	const asked = (by: string) =>
		sendingOf({ ...reminder, kind: "proposal-reminder", by }, choice, now);
	assert.deepEqual(asked("2026-03-20"), { way: "digest" });
	assert.equal(asked("2026-03-09").way, "mail", "the digest comes that Monday");
	const quiet = {
		...choice,
		times: { ...usualTimes, digest: "never" },
	} as const;
	assert.equal(
		sendingOf({ kind: "talks-reminder", holdsSignInLink: false }, quiet, now)
			.way,
		"mail",
		"no digest, so it comes by itself",
	);
	assert.deepEqual(
		sendingOf({ kind: "place", holdsSignInLink: false }, choice, now),
		{ way: "none" },
	);
});

test("the clocks go forward over the hour of a digest, and back over another", () => {
	const times = { ...usualTimes, digest: "daily", quietDays: [] } as const;
	const early = { ...times, digestHour: 2, quietFrom: 0, quietUntil: 0 };
	assert.equal(
		nextDigest(early, "Europe/Berlin", at("2026-03-28T12:00"))?.toString(),
		"2026-03-29T01:00:00Z",
		"02:00 does not exist: it is 03:00 that day",
	);
	assert.equal(
		nextDigest(early, "Europe/Berlin", at("2026-10-24T12:00"))?.toString(),
		"2026-10-25T00:00:00Z",
		"02:00 comes twice: the first one",
	);
	assert.equal(
		firstOpenMoment(
			usualTimes,
			"Australia/Lord_Howe",
			instant("2026-10-03T15:20Z"),
		)
			.toZonedDateTimeISO("Australia/Lord_Howe")
			.toString(),
		"2026-10-05T07:00:00+11:00[Australia/Lord_Howe]",
	);
});

test("whatever the zone, the clocks and the choices: never inside quiet hours, never later than need be, at most one digest a day, nothing lost", () => {
	fc.assert(
		fc.property(
			choices,
			fc.integer({ min: 0, max: 2 * 366 * 96 }),
			fc.constantFrom<LetterKind>(
				"proposal",
				"proposal-reminder",
				"place",
				"digest",
			),
			(choice, quarters, kind) => {
				const { times, zone } = choice;
				const now = instant("2026-01-01T00:07Z").add({
					minutes: quarters * 15,
				});
				const sending = sendingOf(
					{ kind, holdsSignInLink: false },
					choice,
					now,
				);
				const topic = topicOf(kind);
				if (sending.way === "none")
					assert.ok(
						topic === "digest"
							? times.digest === "never"
							: choice.ways[topic === "account" ? "news" : topic] === "never",
						"only what was turned off is not sent",
					);
				if (sending.way === "digest") {
					const next = nextDigest(times, zone, now);
					assert.ok(next !== undefined, "it waits for a digest that comes");
					assert.ok(!isQuiet(times, next.toZonedDateTimeISO(zone)));
				}
				if (sending.way === "mail") {
					assert.ok(!isQuiet(times, sending.at.toZonedDateTimeISO(zone)));
					const wait = sending.at.epochMilliseconds - now.epochMilliseconds;
					assert.ok(wait >= 0);
					// Every moment on the way there was quiet.
					const checked = Math.min(wait, 86_400_000);
					for (let ms = 0; ms < checked; ms += 900_000)
						assert.ok(
							isQuiet(
								times,
								now.add({ milliseconds: ms }).toZonedDateTimeISO(zone),
							),
						);
				}
			},
		),
		{ numRuns: 250 },
	);
});

test("digests follow one another day by day or week by week, and the last one is the one before the next", () => {
	fc.assert(
		fc.property(choices, fc.integer({ min: 0, max: 700 }), (choice, days) => {
			const { times, zone } = choice;
			let moment = instant("2026-01-01T10:00Z").add({ hours: 24 * days });
			const seen = new Set<string>();
			for (let step = 0; step < 4; step++) {
				const next = nextDigest(times, zone, moment);
				if (times.digest === "never") {
					assert.equal(next, undefined);
					return;
				}
				assert.ok(next);
				const local = next.toZonedDateTimeISO(zone);
				assert.ok(!isQuiet(times, local));
				const day = local.toPlainDate().toString();
				assert.ok(!seen.has(day), `two digests on ${day}`);
				seen.add(day);
				assert.equal(
					lastDigest(times, zone, next.add({ minutes: 14 }))?.toString(),
					next.toString(),
				);
				assert.ok(
					next.since(moment).total("hours") <= 15 * 24,
					"and never longer than two weeks",
				);
				moment = next;
			}
		}),
		{ numRuns: 60 },
	);
});

const hour = fc.integer({ min: 0, max: 23 });

const choices: fc.Arbitrary<MailChoice> = fc.record({
	zone: fc.constantFrom(
		"UTC",
		"Europe/Berlin",
		"America/New_York",
		"America/St_Johns",
		"Australia/Lord_Howe",
		"Antarctica/Troll",
		"Asia/Kathmandu",
		"Pacific/Chatham",
		"Pacific/Apia",
		"Africa/Casablanca",
		"America/Santiago",
		"Asia/Beirut",
	),
	times: fc.record({
		digest: fc.constantFrom("daily", "weekly", "never"),
		digestWeekday: fc.integer({ min: 1, max: 7 }),
		digestHour: hour,
		quietFrom: hour,
		quietUntil: hour,
		quietDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
	}),
	ways: fc.record({
		requests: fc.constantFrom<Way>("mail", "digest", "never"),
		reminders: fc.constantFrom<Way>("mail", "digest", "never"),
		news: fc.constantFrom<Way>("mail", "digest", "never"),
	}),
});

function sent(kind: LetterKind, now: string): string {
	const sending = sendingOf({ kind, holdsSignInLink: false }, berlin, at(now));
	assert.equal(sending.way, "mail");
	return sending.way === "mail"
		? sending.at
				.toZonedDateTimeISO("Europe/Berlin")
				.toPlainDateTime()
				.toString({ smallestUnit: "minute" })
		: "";
}

function at(wallTime: string): Temporal.Instant {
	return Temporal.PlainDateTime.from(wallTime)
		.toZonedDateTime("Europe/Berlin")
		.toInstant();
}

function instant(text: string): Temporal.Instant {
	return Temporal.Instant.from(text);
}
