import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { type Availability, freeTime, usualWeek } from "./availability.ts";
import { common, merged, without } from "./intervals.ts";
import { proposeSeries } from "./series.ts";
import { isFree, nearestSlot, proposeSlots } from "./slots.ts";
import { wallTimeOf } from "./wall-time.ts";

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;

function person(changes: Partial<Availability> = {}): Availability {
	return {
		zone: "Europe/Berlin",
		week: usualWeek,
		quiet: [],
		holidays: [],
		busy: [],
		...changes,
	};
}

const fortnight = {
	from: at("2026-11-30T00:00:00Z"),
	until: at("2026-12-14T00:00:00Z"),
};

test("Berlin and New York meet in the two hours in which both work, on three different days", () => {
	const found = proposeSlots({
		people: [person(), person({ zone: "America/New_York" })],
		window: fortnight,
		minutes: 60,
		buffer: 0,
		count: 3,
	});
	assert.ok(found.ok);
	assert.equal(
		new Set(found.slots.map(({ clocks }) => clocks[0]?.day)).size,
		3,
	);
	for (const { clocks } of found.slots) {
		const [berlin, newYork] = clocks;
		assert.ok(berlin && newYork);
		assert.ok(berlin.minute >= 15 * 60 && berlin.minute <= 16 * 60);
		assert.equal(berlin.minute - newYork.minute, 360);
		assert.deepEqual(newYork.works, { from: 540, until: 1020 });
	}
});

test("quiet periods, holidays and what is busy are left alone, and it says how many days", () => {
	const people = [
		person({ quiet: [{ from: "2026-11-30", until: "2026-12-04" }] }),
		person({
			holidays: ["2026-12-08"],
			busy: [
				{ from: at("2026-12-07T00:00:00Z"), until: at("2026-12-08T00:00:00Z") },
			],
		}),
	];
	const found = proposeSlots({
		people,
		window: fortnight,
		minutes: 45,
		buffer: 15,
		count: 9,
	});
	assert.ok(found.ok);
	const days = new Set(found.slots.map(({ clocks }) => clocks[0]?.day));
	assert.deepEqual([...days], ["2026-12-09", "2026-12-10", "2026-12-11"]);
	assert.deepEqual(found.avoided, { holidays: 1, quiet: 5 });
});

test("no time at all has a reason", () => {
	const ask = (people: readonly Availability[]) =>
		proposeSlots({
			people,
			window: fortnight,
			minutes: 60,
			buffer: 0,
			count: 3,
		});
	assert.deepEqual(ask([person(), person({ zone: "Pacific/Auckland" })]), {
		ok: false,
		why: "no-common-hours",
	});
	const away = { from: "2026-11-01", until: "2026-12-31" };
	assert.deepEqual(ask([person({ quiet: [away] })]), {
		ok: false,
		why: "days-off",
	});
	assert.deepEqual(ask([person({ busy: [fortnight] })]), {
		ok: false,
		why: "busy",
	});
});

test("a cadence keeps its wall time, goes round a holiday, and says why", () => {
	const planned = proposeSeries({
		people: [person({ holidays: ["2027-03-29"] }), person()],
		minutes: 60,
		buffer: 0,
		cadence: { kind: "weeks", every: 1, weekday: 1 },
		start: "2027-03-22",
		minute: 600,
		zone: "Europe/Berlin",
		count: 3,
		reach: 3,
	});
	assert.deepEqual(
		planned.map(({ slot, moved }) => [
			slot && new Date(slot.from).toISOString(),
			moved,
		]),
		[
			["2027-03-22T09:00:00.000Z", undefined],
			["2027-03-30T08:00:00.000Z", "holiday"],
			["2027-04-05T08:00:00.000Z", undefined],
		],
	);
});

const aZone = fc.constantFrom(
	"Europe/Berlin",
	"America/New_York",
	"Asia/Kolkata",
	"Asia/Kathmandu",
	"Pacific/Auckland",
	"UTC",
);
const someHours = fc
	.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 14 }))
	.map(([from, length]) => ({
		from: from * 60,
		until: Math.min(24, from + length) * 60,
	}));
const aPerson = fc.record({
	zone: aZone,
	week: fc.array(fc.array(someHours, { maxLength: 2 }), {
		minLength: 7,
		maxLength: 7,
	}),
	quiet: fc.constantFrom([], [{ from: "2026-12-02", until: "2026-12-03" }]),
	holidays: fc.constantFrom([], ["2026-12-08"]),
	busy: fc.array(
		fc
			.tuple(fc.integer({ min: 0, max: 320 }), fc.integer({ min: 1, max: 10 }))
			.map(([from, length]) => ({
				from: fortnight.from + from * hour,
				until: fortnight.from + (from + length) * hour,
			})),
		{ maxLength: 8 },
	),
});

test("whoever they are: every proposal suits everyone, and where there is none, no quarter of an hour would have done", () => {
	fc.assert(
		fc.property(
			fc.array(aPerson, { minLength: 1, maxLength: 4 }),
			fc.constantFrom(25, 60, 90),
			fc.constantFrom(0, 10),
			fc.integer({ min: 1, max: 5 }),
			(people, minutes, buffer, count) => {
				const question = { people, window: fortnight, minutes, buffer, count };
				const found = proposeSlots(question);
				assert.deepEqual(proposeSlots(question), found);
				const suits = (from: number) =>
					people.every((each) => suitsOne(each, from, minutes, buffer));
				if (found.ok) {
					const { slots } = found;
					assert.ok(slots.length >= 1 && slots.length <= count);
					assert.ok(slots.every(({ from }) => suits(from)));
					assert.ok(slots.every((slot) => isFree(people, slot, buffer)));
					const days = new Set(slots.map(({ clocks }) => clocks[0]?.day));
					const possible = everyQuarter().filter(suits);
					const others = new Set(
						possible.map((from) => wallAt(from, people[0]?.zone ?? "UTC").day),
					);
					assert.equal(days.size, Math.min(count, others.size));
				} else assert.ok(!everyQuarter().some(suits));
			},
		),
		{ numRuns: 30 },
	);
});

test("the nearest time is the nearest", () => {
	fc.assert(
		fc.property(
			fc.array(aPerson, { minLength: 1, maxLength: 2 }),
			fc.integer({ min: 100, max: 200 }),
			(people, hours) => {
				const wanted = fortnight.from + hours * hour;
				const found = nearestSlot({ people, minutes: 60, buffer: 0 }, wanted, {
					days: 4,
					earliest: fortnight.from,
				});
				const apart = (from: number) => {
					const [one, other] = [from, wanted].map((each) =>
						wallAt(each, people[0]?.zone ?? "UTC"),
					);
					assert.ok(one && other);
					const days = Math.abs(Date.parse(one.day) - Date.parse(other.day));
					return days + Math.abs(one.minute - other.minute);
				};
				const suiting = everyQuarter()
					.filter((from) => Math.abs(from - wanted) <= 4 * 24 * hour)
					.filter((from) => people.every((each) => suitsOne(each, from, 60, 0)))
					.map(apart);
				assert.equal(
					found && apart(found.from),
					suiting.length === 0 ? undefined : Math.min(...suiting),
				);
			},
		),
		{ numRuns: 30 },
	);
});

test("busy time only takes away", () => {
	fc.assert(
		fc.property(aPerson, (each) => {
			const all = freeTime({ ...each, busy: [] }, fortnight);
			const left = freeTime(each, fortnight);
			assert.deepEqual(without(left, all), []);
			assert.deepEqual(common(left, merged(each.busy)), []);
		}),
	);
});

function everyQuarter(): readonly number[] {
	return Array.from(
		{ length: 14 * 96 },
		(_, index) => fortnight.from + index * 900_000,
	);
}

const shown = new Map<string, ReturnType<typeof wallTimeOf>>();

function wallAt(at: number, zone: string): ReturnType<typeof wallTimeOf> {
	const key = `${at} ${zone}`;
	const wall = shown.get(key) ?? wallTimeOf(at, zone);
	shown.set(key, wall);
	return wall;
}

/** The same judgement minute by minute on the wall, without intervals. */
function suitsOne(
	{ zone, week, quiet, holidays, busy }: Availability,
	from: number,
	minutes: number,
	buffer: number,
): boolean {
	const until = from + minutes * 60_000;
	if (from < fortnight.from || until > fortnight.until) return false;
	const space = buffer * 60_000;
	if (
		busy.some((each) => each.from - space < until && from < each.until + space)
	)
		return false;
	for (let minute = from; minute < until; minute += 300_000) {
		const wall = wallAt(minute, zone);
		const weekday = new Date(`${wall.day}T00:00:00Z`).getUTCDay();
		const hours = week[(weekday + 6) % 7] ?? [];
		if (holidays.includes(wall.day)) return false;
		if (quiet.some((each) => each.from <= wall.day && wall.day <= each.until))
			return false;
		if (
			!hours.some(
				(each) => each.from <= wall.minute && wall.minute < each.until,
			)
		)
			return false;
	}
	return true;
}
