import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";
import { wallTimeOf } from "../../domain/calendar/wall-time.ts";
import { occurrences } from "../../domain/calendar/recurrence.ts";
import { readAnswer } from "./read-answer.ts";
import {
	type CalendarEntry,
	writeFeed,
	writeInvitation,
} from "./write-calendar.ts";

const organizer = { name: "Baton", address: "baton@meridian.example" };
const attendee = {
	name: 'Ør, "Ingrid": K;',
	address: "ingrid@meridian.example",
};

function entry(start: number, zone: string): CalendarEntry {
	return {
		uid: "0d5c6d1e-0000-4000-8000-000000000001@baton.example",
		sequence: 3,
		start: new Date(start),
		end: new Date(start + 3_600_000),
		zone,
		title: "Mentoring-Treffen",
		text: `Mit wem und worüber, steht in Baton; ${"äöü🙂, ".repeat(20)}\nhttps://baton.example/sessions/1`,
		url: "https://baton.example/sessions/1",
		place: "Raum 1; 2, \\3",
		stamp: new Date("2027-01-01T08:00:00Z"),
	};
}

test("three parsers that share no code read the same invitation, in every zone and around every change of the clocks", () => {
	const zones = [
		"Europe/Berlin",
		"America/New_York",
		"Australia/Lord_Howe",
		"Asia/Kolkata",
		"America/St_Johns",
		"Africa/Casablanca",
		"Europe/Dublin",
		"Pacific/Auckland",
		"UTC",
	];
	let instants = 0;
	for (const zone of zones)
		for (const { at } of occurrences(
			{ kind: "weeks", every: 5, weekday: 7 },
			{ start: "2027-01-01", minute: 150, zone, count: 11 },
		)) {
			const given = entry(at, zone);
			const text = writeInvitation(given, {
				method: "request",
				organizer,
				attendee,
			});
			for (const line of text.split("\r\n"))
				assert.ok(Buffer.byteLength(line) <= 75 && !line.includes("\n"), line);

			const calendar = new ICAL.Component(ICAL.parse(text));
			assert.equal(calendar.getFirstPropertyValue("method"), "REQUEST");
			const event = new ICAL.Event(
				calendar.getFirstSubcomponent("vevent") ?? undefined,
			);
			assert.equal(
				event.startDate.toUnixTime() * 1000,
				at,
				`${zone} ${new Date(at).toISOString()}`,
			);
			assert.equal(event.endDate.toUnixTime() * 1000, at + 3_600_000);
			assert.deepEqual(
				[event.uid, event.sequence, event.summary],
				[given.uid, 3, "Mentoring-Treffen"],
			);
			assert.equal(event.description, given.text);
			assert.equal(event.location, given.place);
			const [invited] = event.attendees;
			assert.equal(invited?.getFirstParameter("rsvp"), "TRUE");
			assert.equal(
				String(invited?.getFirstValue()).toLowerCase(),
				"mailto:ingrid@meridian.example",
			);

			const second = Object.values(nodeIcal.sync.parseICS(text)).find(
				(each) => each?.type === "VEVENT",
			);
			assert.ok(second?.type === "VEVENT");
			assert.equal(second.start.getTime(), at);
			assert.equal(second.uid, given.uid);
			assert.equal(second.method, "REQUEST");

			const third = convertIcsCalendar(undefined, text);
			const [read] = third.events ?? [];
			assert.equal(third.method, "REQUEST");
			// In the first hours after a change of the clocks it still reckons with the offset before: its mistake, as the other two agree.
			if (!isNearChange(at, zone)) {
				instants++;
				assert.equal(read?.start.date.getTime(), at);
			}
			assert.equal(read?.summary, "Mentoring-Treffen");
			assert.equal(read?.sequence, 3);
		}
	assert.ok(instants > 80, String(instants));
});

function isNearChange(at: number, zone: string): boolean {
	const minute = (moment: number) => wallTimeOf(moment, zone).minute;
	const day = 86_400_000;
	return minute(at - day) !== minute(at);
}

test("a cancellation and a feed name nobody they need not", () => {
	const given = entry(Date.parse("2027-05-01T08:00:00Z"), "Europe/Berlin");
	const off = writeInvitation(given, { method: "cancel", organizer, attendee });
	assert.match(off, /METHOD:CANCEL[^]*STATUS:CANCELLED/);
	assert.match(off, /SEQUENCE:3/);
	const feed = writeFeed([{ ...given, place: undefined }], "Mentoring");
	assert.doesNotMatch(feed, /ATTENDEE|ORGANIZER|LOCATION|ingrid/i);
	assert.equal(
		new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents("vevent").length,
		1,
	);
});

test("of a reply four things are read, and only of a reply by one person", () => {
	const reply = (...changes: readonly (readonly [string, string])[]) =>
		changes.reduce(
			(text, [from, to]) => text.replace(from, to),
			`BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:a@b\r\nSEQUENCE:2\r\nATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Ingrid@meridian.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
		);
	assert.deepEqual(readAnswer(reply()), {
		kind: "reply",
		uid: "a@b",
		sequence: 2,
		address: "ingrid@meridian.example",
		answer: "yes",
	});
	for (const change of [
		["REPLY", "REQUEST"],
		["ACCEPTED", "DELEGATED"],
		["ACCEPTED", "constructor"],
		["MAILTO:", "https://"],
		["SEQUENCE:2", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@c.example"],
		["BEGIN:VEVENT", "BEGIN:VTODO"],
	] as const)
		assert.equal(readAnswer(reply(change)), undefined, change[1]);
	assert.equal(readAnswer("nothing"), undefined);
});

test("of a proposal of another time when it would begin is read as well, in whatever zone it is told", () => {
	const proposal = (start: string, described = "") =>
		`BEGIN:VCALENDAR\r\nMETHOD:COUNTER\r\n${described}BEGIN:VEVENT\r\nUID:a@b\r\nSEQUENCE:2\r\nDTSTART${start}\r\nATTENDEE;PARTSTAT=TENTATIVE:mailto:ingrid@meridian.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
	const own =
		"BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:20000101T000000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
	for (const [start, described] of [
		[":20270110T090000Z", ""],
		[";TZID=Europe/Berlin:20270110T100000", ""],
		[";TZID=W. Europe Standard Time:20270110T100030", ""],
		[";TZID=Ours:20270110T110000", own],
	] as const)
		assert.deepEqual(
			readAnswer(proposal(start, described)),
			{
				kind: "counter",
				uid: "a@b",
				sequence: 2,
				address: "ingrid@meridian.example",
				startsAt: Date.parse("2027-01-10T09:00:00Z"),
				answer: "tentative",
			},
			start,
		);
	for (const start of [
		":20270110T090000",
		";VALUE=DATE:20270110",
		";TZID=Nowhere:20270110T100000",
		":soon",
	])
		assert.equal(readAnswer(proposal(start)), undefined, start);
});
