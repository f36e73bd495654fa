import type ICAL from "ical.js";
import { instantOf } from "../../domain/calendar/wall-time.ts";
import { readTimeZone } from "../../domain/people/read-time-zone.ts";

/** The zone that an event names for one of its times; empty where it names none. */
export function zoneIdOf(item: ICAL.Event, name: "dtstart" | "dtend"): string {
	const property = item.component.getFirstProperty(name);
	return String(property?.getFirstParameter("tzid") ?? "");
}

/**
 * Milliseconds since 1970 of a time in a calendar. A zone is taken by its name where the platform knows it, else as the file describes it; a time without
 * one, and a whole day, as `ownZone` has it.
 */
export function instantAt(
	time: ICAL.Time,
	zoneId: string,
	ownZone: string,
): number {
	const day = `${pad(time.year, 4)}-${pad(time.month, 2)}-${pad(time.day, 2)}`;
	if (time.isDate) return instantOf(day, 0, ownZone);
	if (time.zone?.tzid === "UTC") return time.toUnixTime() * 1000;
	const named = zoneId === "" ? null : readTimeZone(zoneId);
	const isDescribed = time.zone !== null && time.zone?.tzid !== "floating";
	if (named === null && isDescribed) return time.toUnixTime() * 1000;
	const minute = time.hour * 60 + time.minute;
	return instantOf(day, minute, named ?? ownZone) + time.second * 1000;
}

function pad(figure: number, length: number): string {
	return String(figure).padStart(length, "0");
}
