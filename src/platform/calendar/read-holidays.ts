import ICAL from "ical.js";
import { addDays, type Day } from "../../domain/calendar/wall-time.ts";

export type NamedDay = { readonly day: Day; readonly name: string };

const mostDays = 2000;

/**
 * Whole days of a calendar file with their names, from a day until another: what calendars of public holidays consist of. Undefined: no calendar.
 * What repeats is followed; what has a time of day is no holiday and left out.
 */
export function readHolidays(
	text: string,
	{ from, until }: { readonly from: Day; readonly until: Day },
): readonly NamedDay[] | undefined {
	const events = eventsIn(text);
	if (events === undefined) return undefined;
	const days = events.flatMap((event) => {
		const length = Math.max(1, event.duration.toSeconds() / 86_400);
		const name = String(event.summary ?? "")
			.trim()
			.slice(0, 120);
		return startsOf(event, until).flatMap((start) =>
			Array.from({ length: Math.min(length, 31) }, (_, index) => ({
				day: addDays(start, index),
				name,
			})),
		);
	});
	return days
		.filter(({ day, name }) => name !== "" && from <= day && day <= until)
		.slice(0, mostDays);
}

function eventsIn(text: string): readonly ICAL.Event[] | undefined {
	const start = text.replace(/^\uFEFF/, "").trimStart();
	if (!/^BEGIN:VCALENDAR/i.test(start)) return undefined;
	try {
		const parsed: unknown = ICAL.parse(start);
		if (!Array.isArray(parsed)) return undefined;
		const calendars = typeof parsed[0] === "string" ? [parsed] : parsed;
		return calendars
			.flatMap((each) => new ICAL.Component(each).getAllSubcomponents("vevent"))
			.map((each) => new ICAL.Event(each))
			.filter((event) => event.startDate?.isDate);
	} catch {
		return undefined;
	}
}

function startsOf(event: ICAL.Event, until: Day): readonly Day[] {
	if (!event.isRecurring()) return [event.startDate.toString()];
	const found: Day[] = [];
	const dates = event.iterator();
	for (let next = dates.next(); next; next = dates.next()) {
		const day = next.toString();
		if (day > until || found.length >= mostDays) break;
		found.push(day);
	}
	return found;
}
