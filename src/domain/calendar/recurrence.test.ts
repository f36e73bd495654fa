import assert from "node:assert/strict";
import test from "node:test";
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import {
	type Cadence,
	cadenceDays,
	monthlyLike,
	occurrences,
} from "./recurrence.ts";
import { instantOf, isMissing, wallTimeOf } from "./wall-time.ts";

const monthly = (day: number, every = 1): Cadence => ({
	kind: "months",
	every,
	on: { kind: "day", day },
});

test("the 31st is the last day of a shorter month, and the 31st again after it", () => {
	assert.deepEqual(cadenceDays(monthly(31), "2027-01-15", 5), [
		"2027-01-31",
		"2027-02-28",
		"2027-03-31",
		"2027-04-30",
		"2027-05-31",
	]);
});

test("a leap day falls on the 28th in common years", () => {
	assert.deepEqual(cadenceDays(monthly(29, 12), "2028-02-01", 5), [
		"2028-02-29",
		"2029-02-28",
		"2030-02-28",
		"2031-02-28",
		"2032-02-29",
	]);
});

test("a quarter is counted from the first date, which may be in the next month", () => {
	assert.deepEqual(cadenceDays(monthly(10, 3), "2026-11-20", 3), [
		"2026-12-10",
		"2027-03-10",
		"2027-06-10",
	]);
});

test("the second Tuesday, the last Friday, every three weeks on a Thursday", () => {
	const on = (nth: 2 | "last", weekday: number): Cadence => ({
		kind: "months",
		every: 1,
		on: { kind: "weekday", weekday, nth },
	});
	assert.deepEqual(cadenceDays(on(2, 2), "2026-12-08", 3), [
		"2026-12-08",
		"2027-01-12",
		"2027-02-09",
	]);
	assert.deepEqual(cadenceDays(on("last", 5), "2026-11-28", 3), [
		"2026-12-25",
		"2027-01-29",
		"2027-02-26",
	]);
	assert.deepEqual(
		cadenceDays({ kind: "weeks", every: 3, weekday: 4 }, "2026-11-27", 3),
		["2026-12-03", "2026-12-24", "2027-01-14"],
	);
});

test("a day says how it can go on", () => {
	assert.deepEqual(monthlyLike("2026-12-29"), [
		{ kind: "day", day: 29 },
		{ kind: "weekday", weekday: 2, nth: "last" },
	]);
	assert.deepEqual(monthlyLike("2026-12-25"), [
		{ kind: "day", day: 25 },
		{ kind: "weekday", weekday: 5, nth: 4 },
		{ kind: "weekday", weekday: 5, nth: "last" },
	]);
});

test("ten o’clock stays ten o’clock when the clocks change", () => {
	const found = occurrences(
		{ kind: "weeks", every: 1, weekday: 1 },
		{
			start: "2027-03-22",
			minute: 600,
			zone: "Europe/Berlin",
			count: 2,
		},
	);
	assert.deepEqual(
		found.map(({ at }) => new Date(at).toISOString()),
		["2027-03-22T09:00:00.000Z", "2027-03-29T08:00:00.000Z"],
	);
});

test("the 02:30 that does not exist is 03:30, the one that comes twice is the first", () => {
	const at = (day: string) =>
		new Date(instantOf(day, 150, "Europe/Berlin")).toISOString();
	assert.equal(at("2027-03-28"), "2027-03-28T01:30:00.000Z");
	assert.deepEqual(
		wallTimeOf(Date.parse("2027-03-28T01:30:00Z"), "Europe/Berlin"),
		{ day: "2027-03-28", minute: 210 },
	);
	assert.equal(isMissing("2027-03-28", 150, "Europe/Berlin"), true);
	assert.equal(at("2027-10-31"), "2027-10-31T00:30:00.000Z");
	const newYork = instantOf("2026-11-01", 90, "America/New_York");
	assert.equal(new Date(newYork).toISOString(), "2026-11-01T05:30:00.000Z");
	// Lord Howe Island changes by half an hour.
	const lordHowe = instantOf("2026-10-04", 135, "Australia/Lord_Howe");
	assert.equal(wallTimeOf(lordHowe, "Australia/Lord_Howe").minute, 165);
});

const zones = [
	..."Berlin London Dublin Lisbon Athens Helsinki Istanbul Moscow Kyiv Chisinau Madrid Stockholm Warsaw"
		.split(" ")
		.map((name) => `Europe/${name}`),
	..."New_York Chicago Denver Phoenix Los_Angeles Anchorage St_Johns Halifax Havana Mexico_City Sao_Paulo Santiago Asuncion Bogota Caracas Nuuk Tijuana Port-au-Prince Argentina/Buenos_Aires"
		.split(" ")
		.map((name) => `America/${name}`),
	..."Kolkata Kathmandu Tokyo Shanghai Singapore Dubai Tehran Jerusalem Beirut Gaza Karachi Colombo Yangon Amman"
		.split(" ")
		.map((name) => `Asia/${name}`),
	..."Cairo Casablanca Johannesburg Lagos Nairobi Tripoli"
		.split(" ")
		.map((name) => `Africa/${name}`),
	..."Sydney Adelaide Brisbane Darwin Lord_Howe"
		.split(" ")
		.map((name) => `Australia/${name}`),
	"Pacific/Auckland",
	"Pacific/Chatham",
	"Pacific/Honolulu",
];

/** What the platform's own Intl shows there, as one comparable number: minutes since 1970 as if the wall were UTC. */
function intlWall(zone: string): (at: number) => number {
	const format = new Intl.DateTimeFormat("en-US", {
		timeZone: zone,
		calendar: "iso8601",
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
	});
	return (at) => {
		const [a, b, c, hour, minute] = format.format(at).match(/\d+/g) ?? [];
		const isYearFirst = a?.length === 4;
		const [year, month, day] = isYearFirst ? [a, b, c] : [c, a, b];
		return (
			Date.UTC(
				Number(year),
				Number(month) - 1,
				Number(day),
				Number(hour),
				Number(minute),
			) / 60_000
		);
	};
}

/** The instant of a wall time by trying every offset that the zone has about then; written without Temporal. */
function oracleInstant(wall: number, show: (at: number) => number): number {
	const offsets = [-1440, 1440].map((aside) => {
		const at = (wall + aside) * 60_000;
		return show(at) - at / 60_000;
	});
	const [before = 0, after = 0] = offsets;
	const fitting = [before, after]
		.map((offset) => (wall - offset) * 60_000)
		.filter((at) => show(at) === wall);
	return fitting.length > 0 ? Math.min(...fitting) : (wall - before) * 60_000;
}

function oracleDays(cadence: Cadence, start: string, count: number): number[] {
	const dayMs = 86_400_000;
	const first = Date.parse(`${start}T00:00:00Z`);
	const found: number[] = [];
	const dueMonths: number[] = [];
	for (let at = first; found.length < count; at += dayMs) {
		const date = new Date(at);
		const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
		if (cadence.kind === "weeks") {
			if (weekday !== cadence.weekday) continue;
			const since = found[0] === undefined ? 0 : (at - found[0]) / dayMs / 7;
			if (since % cadence.every === 0) found.push(at);
			continue;
		}
		const isLastOfMonth =
			new Date(at + dayMs).getUTCMonth() !== date.getUTCMonth();
		const isLastSuch =
			new Date(at + 7 * dayMs).getUTCMonth() !== date.getUTCMonth();
		const { on } = cadence;
		const hits =
			on.kind === "day"
				? date.getUTCDate() === on.day ||
					(isLastOfMonth && date.getUTCDate() < on.day)
				: weekday === on.weekday &&
					(on.nth === "last"
						? isLastSuch
						: Math.floor((date.getUTCDate() - 1) / 7) + 1 === on.nth);
		if (!hits) continue;
		const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
		dueMonths.push(month);
		if ((month - (dueMonths[0] ?? 0)) % cadence.every === 0) found.push(at);
	}
	return found;
}

const cadences: readonly Cadence[] = [
	{ kind: "weeks", every: 1, weekday: 7 },
	{ kind: "weeks", every: 3, weekday: 6 },
	monthly(31),
	monthly(29, 3),
	monthly(15),
	...([1, 2, 4, "last"] as const).map(
		(nth): Cadence => ({
			kind: "months",
			every: 1,
			on: { kind: "weekday", weekday: 7, nth },
		}),
	),
];

test("100,000 occurrences in 60 zones are those of an oracle that shares no code, none wrong", () => {
	assert.equal(new Set(zones).size, 60);
	let compared = 0;
	const wrong: string[] = [];
	const days = new Map(
		cadences.map((cadence) => [cadence, oracleDays(cadence, "2025-01-05", 40)]),
	);
	for (const zone of zones) {
		const show = intlWall(zone);
		for (const [cadence, expected] of days)
			for (const minute of [0, 90, 150, 600, 1425]) {
				const found = occurrences(cadence, {
					start: "2025-01-05",
					minute,
					zone,
					count: 40,
				});
				for (const [index, { at }] of found.entries()) {
					const wall = (expected[index] ?? 0) / 60_000 + minute;
					if (at !== oracleInstant(wall, show))
						wrong.push(`${zone} ${JSON.stringify(cadence)} ${at}`);
					compared++;
				}
			}
	}
	assert.deepEqual(wrong.slice(0, 5), []);
	assert.ok(compared >= 100_000, String(compared));
});

// At ten, because it leaves out a time that does not exist, where RFC 5545 reads it with the offset before.
test("what RRULE can say too, a library for RRULE says the same", () => {
	const rules: readonly (readonly [Cadence, string])[] = [
		[
			{ kind: "weeks", every: 2, weekday: 7 },
			"FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
		],
		[monthly(15, 3), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"],
		[
			{
				kind: "months",
				every: 1,
				on: { kind: "weekday", weekday: 7, nth: "last" },
			},
			"FREQ=MONTHLY;BYDAY=-1SU",
		],
	];
	for (const zone of zones)
		for (const [cadence, rule] of rules) {
			const [first] = cadenceDays(cadence, "2026-01-01", 1);
			const found = occurrences(cadence, {
				start: "2026-01-01",
				minute: 600,
				zone,
				count: 30,
			});
			const theirs = new RRuleTemporal({
				rruleString: `RRULE:${rule};COUNT=30`,
				dtstart: Temporal.ZonedDateTime.from(`${first}T10:00[${zone}]`),
			}).all();
			assert.deepEqual(
				found.map(({ at }) => at),
				theirs.map(({ epochMilliseconds }) => epochMilliseconds),
				`${zone} ${rule}`,
			);
		}
});
