// The clock on the wall against the one line of time. Every wall time names exactly one instant, by the rule of RFC 5545, 3.3.5: a time that
// comes twice (the clock is set back) is the first of the two; a time that does not exist (the clock is set forward) is read with the offset
// before the change, so that 02:30 becomes 03:30.
import { Temporal } from "temporal-polyfill";

/** YYYY-MM-DD, on the calendar of a zone that is named beside it. */
export type Day = string;

export const minutesOfADay = 1440;

/** Milliseconds since 1970 of a wall time: minutes after midnight, 0 to 1440, where 1440 is the midnight that ends the day. */
export function instantOf(day: Day, minute: number, zone: string): number {
	const date = Temporal.PlainDate.from(day);
	const isNextDay = minute >= minutesOfADay;
	const rest = isNextDay ? minute - minutesOfADay : minute;
	return (isNextDay ? date.add({ days: 1 }) : date).toZonedDateTime({
		timeZone: zone,
		plainTime: new Temporal.PlainTime(Math.floor(rest / 60), rest % 60),
	}).epochMilliseconds;
}

/** Day and minute after midnight that the clock shows in a zone at an instant (milliseconds since 1970). */
export function wallTimeOf(
	at: number,
	zone: string,
): { readonly day: Day; readonly minute: number } {
	const wall =
		Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
	return {
		day: wall.toPlainDate().toString(),
		minute: wall.hour * 60 + wall.minute,
	};
}

/** Whether the clock shows another time there than the one asked for: the hour that the change to summer time leaves out. */
export function isMissing(day: Day, minute: number, zone: string): boolean {
	return wallTimeOf(instantOf(day, minute, zone), zone).minute !== minute;
}

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
	return Temporal.PlainDate.from(day).dayOfWeek;
}

export function addDays(day: Day, days: number): Day {
	return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Every day from one to another, both included. */
export function daysFrom(first: Day, last: Day): readonly Day[] {
	const days: Day[] = [];
	let date = Temporal.PlainDate.from(first);
	const end = Temporal.PlainDate.from(last);
	while (Temporal.PlainDate.compare(date, end) <= 0) {
		days.push(date.toString());
		date = date.add({ days: 1 });
	}
	return days;
}
