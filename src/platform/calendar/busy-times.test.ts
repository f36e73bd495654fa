import assert from "node:assert/strict";
import test from "node:test";
import { busyTimes } from "./busy-times.ts";
import { readBusyTimes } from "./read-busy-times.ts";
import { readHolidays } from "./read-holidays.ts";

const asked = {
	window: {
		from: Date.parse("2027-03-22T00:00:00Z"),
		until: Date.parse("2027-04-05T00:00:00Z"),
	},
	zone: "Europe/Berlin",
	mailbox: "ingrid@meridian.example",
	ownIds: "@baton.example",
};

function calendar(...lines: readonly string[]): string {
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//x//x//EN",
		...lines,
		"END:VCALENDAR",
		"",
	].join("\r\n");
}

function event(...lines: readonly string[]): readonly string[] {
	return ["BEGIN:VEVENT", "DTSTAMP:20270101T000000Z", ...lines, "END:VEVENT"];
}

function busy(...lines: readonly string[]): readonly string[] {
	const found = busyTimes({ ...asked, text: calendar(...lines) });
	assert.ok(found.ok);
	return found.busy.map(
		({ from, until }) =>
			`${new Date(from).toISOString().slice(5, 16)} ${new Date(until).toISOString().slice(5, 16)}`,
	);
}

test("a weekly series keeps its wall time over the change of the clocks, with its exceptions", () => {
	assert.deepEqual(
		busy(
			...event(
				"UID:a",
				"DTSTART;TZID=Europe/Berlin:20270301T100000",
				"DTEND;TZID=Europe/Berlin:20270301T110000",
				"RRULE:FREQ=WEEKLY",
				"EXDATE;TZID=Europe/Berlin:20270405T100000",
				"SUMMARY:Secret",
			),
			...event(
				"UID:a",
				"RECURRENCE-ID;TZID=Europe/Berlin:20270329T100000",
				"DTSTART;TZID=Europe/Berlin:20270330T140000",
				"DTEND;TZID=Europe/Berlin:20270330T150000",
			),
		),
		["03-22T09:00 03-22T10:00", "03-30T12:00 03-30T13:00"],
	);
});

test("zones by their Windows names, zones that only the file describes, floating times and whole days", () => {
	assert.deepEqual(
		busy(
			"BEGIN:VTIMEZONE",
			"TZID:Our Office",
			"BEGIN:STANDARD",
			"DTSTART:19700101T000000",
			"TZOFFSETFROM:+0300",
			"TZOFFSETTO:+0300",
			"END:STANDARD",
			"END:VTIMEZONE",
			...event(
				"UID:a",
				"DTSTART;TZID=W. Europe Standard Time:20270323T100000",
				"DURATION:PT30M",
			),
			...event(
				"UID:b",
				"DTSTART;TZID=Our Office:20270324T100000",
				"DURATION:PT1H",
			),
			...event("UID:c", "DTSTART:20270325T100000", "DURATION:PT1H"),
			...event(
				"UID:d",
				"DTSTART;VALUE=DATE:20270328",
				"DTEND;VALUE=DATE:20270329",
			),
			...event("UID:e", "DTSTART:20270326T100000Z", "DTEND:20270326T104500Z"),
		),
		[
			"03-23T09:00 03-23T09:30",
			"03-24T07:00 03-24T08:00",
			"03-25T09:00 03-25T10:00",
			"03-26T10:00 03-26T10:45",
			// The day on which the clocks change has 23 hours.
			"03-27T23:00 03-28T22:00",
		],
	);
});

test("what is free, cancelled, declined, or Baton’s own, makes nobody busy", () => {
	const at = "DTSTART:20270323T100000Z";
	const long = "DURATION:PT1H";
	assert.deepEqual(
		busy(
			...event("UID:a", at, long, "TRANSP:TRANSPARENT"),
			...event("UID:b", at, long, "STATUS:CANCELLED"),
			...event("UID:c", at, long, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
			...event(
				"UID:d",
				at,
				long,
				"ATTENDEE;PARTSTAT=DECLINED:mailto:Ingrid@meridian.example",
			),
			...event("UID:session-1@baton.example", at, long),
			...event("UID:f", "SUMMARY:no start"),
		),
		[],
	);
});

test("a list of free and busy times", () => {
	assert.deepEqual(
		busy(
			"BEGIN:VFREEBUSY",
			"UID:a",
			"DTSTAMP:20270101T000000Z",
			"FREEBUSY;FBTYPE=BUSY:20270323T100000Z/PT1H,20270324T100000Z/20270324T120000Z",
			"FREEBUSY;FBTYPE=FREE:20270325T100000Z/PT1H",
			"END:VFREEBUSY",
		),
		["03-23T10:00 03-23T11:00", "03-24T10:00 03-24T12:00"],
	);
});

test("what is no calendar, and what was made to take for ever, is said to be so", async () => {
	for (const text of ["<html>", "", "BEGIN:VCALENDAR\r\nBEGIN:"])
		assert.deepEqual(await readBusyTimes({ ...asked, text }), {
			ok: false,
			why: "not-a-calendar",
		});
	const text = calendar(
		...event(
			"UID:a",
			"DTSTART:19700101T000000Z",
			"DURATION:PT1S",
			"RRULE:FREQ=SECONDLY",
		),
	);
	assert.deepEqual(await readBusyTimes({ ...asked, text }), {
		ok: false,
		why: "too-much",
	});
});

test("holidays are whole days with a name, also those that come every year and those of two days", () => {
	const text = calendar(
		...event(
			"UID:a",
			"DTSTART;VALUE=DATE:20200101",
			"RRULE:FREQ=YEARLY",
			"SUMMARY:Neujahr",
		),
		...event(
			"UID:b",
			"DTSTART;VALUE=DATE:20271225",
			"DTEND;VALUE=DATE:20271227",
			"SUMMARY:Weihnachten",
		),
		...event(
			"UID:c",
			"DTSTART:20270323T100000Z",
			"DURATION:PT1H",
			"SUMMARY:no holiday",
		),
		...event("UID:d", "DTSTART;VALUE=DATE:20190601", "SUMMARY:over"),
	);
	assert.deepEqual(
		readHolidays(text, { from: "2027-01-01", until: "2028-06-01" }),
		[
			{ day: "2027-01-01", name: "Neujahr" },
			{ day: "2028-01-01", name: "Neujahr" },
			{ day: "2027-12-25", name: "Weihnachten" },
			{ day: "2027-12-26", name: "Weihnachten" },
		],
	);
	assert.equal(
		readHolidays("no", { from: "2027-01-01", until: "2028-06-01" }),
		undefined,
	);
});
