// When somebody is busy, from a calendar that they publish (RFC 5545): events with their repetitions and exceptions, and free-busy lists. What an event
// is called, where it is and who comes is never looked at.
import ICAL from "ical.js";
import { type Interval, merged } from "../../domain/calendar/intervals.ts";
import { instantAt, zoneIdOf } from "./instant.ts";

export type BusyQuestion = {
	readonly text: string;
	readonly window: Interval;
	/** Whose calendar it is: for whole days, and for times without a zone. */
	readonly zone: string;
	/** Their mail address in lower case: what they declined does not make them busy. */
	readonly mailbox: string;
	/** Ends the ids of our own invitations, which are known better here. */
	readonly ownIds: string;
};

export type BusyAnswer =
	| { readonly ok: true; readonly busy: readonly Interval[] }
	| { readonly ok: false; readonly why: "not-a-calendar" | "too-much" };

const mostRepetitions = 30_000;

export function busyTimes(question: BusyQuestion): BusyAnswer {
	const calendars = read(question.text);
	if (calendars.length === 0) return { ok: false, why: "not-a-calendar" };
	const budget = { left: mostRepetitions };
	try {
		const found = calendars.flatMap((calendar) => [
			...calendar
				.getAllSubcomponents("vfreebusy")
				.flatMap((list) => fromFreeBusy(list)),
			...eventsOf(calendar).flatMap((event) =>
				fromEvent(event, question, budget),
			),
		]);
		const { window } = question;
		const inside = found
			.map(({ from, until }) => ({
				from: Math.max(from, window.from),
				until: Math.min(until, window.until),
			}))
			.filter(({ from, until }) => from < until);
		return { ok: true, busy: merged(inside) };
	} catch (error) {
		if (error instanceof TooMuch) return { ok: false, why: "too-much" };
		throw error;
	}
}

class TooMuch extends Error {}

function read(text: string): readonly ICAL.Component[] {
	const start = text.replace(/^\uFEFF/, "").trimStart();
	if (!/^BEGIN:VCALENDAR/i.test(start)) return [];
	try {
		const parsed: unknown = ICAL.parse(start);
		if (!Array.isArray(parsed)) return [];
		const all = typeof parsed[0] === "string" ? [parsed] : parsed;
		return all
			.map((each) => new ICAL.Component(each))
			.filter(({ name }) => name === "vcalendar");
	} catch {
		return [];
	}
}

/** Series with their exceptions; what lacks a start or cannot be read is left out, the rest still counts. */
function eventsOf(calendar: ICAL.Component): readonly ICAL.Event[] {
	const components = calendar
		.getAllSubcomponents("vevent")
		.filter((each) => each.hasProperty("dtstart"));
	const isException = (each: ICAL.Component) =>
		each.hasProperty("recurrence-id");
	const idOf = (each: ICAL.Component) =>
		String(each.getFirstPropertyValue("uid") ?? "");
	const exceptions = Map.groupBy(components.filter(isException), idOf);
	const series = components.filter((each) => !isException(each));
	const known = new Set(series.map(idOf));
	const strays = components.filter(
		(each) => isException(each) && !known.has(idOf(each)),
	);
	return [...series, ...strays].map(
		(each) =>
			new ICAL.Event(each, {
				strictExceptions: false,
				exceptions: isException(each) ? [] : (exceptions.get(idOf(each)) ?? []),
			}),
	);
}

function fromEvent(
	event: ICAL.Event,
	question: BusyQuestion,
	budget: { left: number },
): readonly Interval[] {
	if (String(event.uid ?? "").endsWith(question.ownIds)) return [];
	if (!event.isRecurring())
		return isBusy(event, question)
			? [between(event, event.startDate, event.endDate, question)]
			: [];
	const found: Interval[] = [];
	const dates = event.iterator();
	for (let next = dates.next(); next; next = dates.next()) {
		if (--budget.left < 0) throw new TooMuch();
		const { item, startDate, endDate } = event.getOccurrenceDetails(next);
		// Repetitions come in order; one that was moved may lie beyond, and the next inside again.
		const due = instantAt(next, zoneIdOf(event, "dtstart"), question.zone);
		if (due > question.window.until) break;
		if (isBusy(item, question))
			found.push(between(item, startDate, endDate, question));
	}
	const moved = Object.values<ICAL.Event>(event.exceptions)
		.filter((item) => isBusy(item, question))
		.map((item) => between(item, item.startDate, item.endDate, question));
	return [...found, ...moved];
}

function isBusy(item: ICAL.Event, { mailbox }: BusyQuestion): boolean {
	const value = (name: string) =>
		String(item.component.getFirstPropertyValue(name) ?? "").toUpperCase();
	if (value("status") === "CANCELLED") return false;
	if (value("transp") === "TRANSPARENT") return false;
	if (
		["FREE", "WORKINGELSEWHERE"].includes(value("x-microsoft-cdo-busystatus"))
	)
		return false;
	return !item.attendees.some(
		(attendee) =>
			String(attendee.getFirstValue()).toLowerCase() === `mailto:${mailbox}` &&
			String(attendee.getFirstParameter("partstat")).toUpperCase() ===
				"DECLINED",
	);
}

function between(
	item: ICAL.Event,
	start: ICAL.Time,
	end: ICAL.Time,
	{ zone }: BusyQuestion,
): Interval {
	const starts = zoneIdOf(item, "dtstart");
	const ends = item.component.hasProperty("dtend")
		? zoneIdOf(item, "dtend")
		: starts;
	return {
		from: instantAt(start, starts, zone),
		until: instantAt(end, ends, zone),
	};
}

function fromFreeBusy(list: ICAL.Component): readonly Interval[] {
	return list
		.getAllProperties("freebusy")
		.filter(
			(property) =>
				String(property.getFirstParameter("fbtype")).toUpperCase() !== "FREE",
		)
		.flatMap((property) => property.getValues())
		.filter((period) => period instanceof ICAL.Period)
		.map((period) => ({
			from: period.start.toUnixTime() * 1000,
			until: period.getEnd().toUnixTime() * 1000,
		}));
}
