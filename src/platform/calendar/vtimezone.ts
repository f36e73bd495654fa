// The rules of a time zone around an event, written out (RFC 5545, 3.6.5): each change of the clocks as an observance of its own, from the zone data
// with which the event's instants were computed. So the two cannot disagree, and no list of rules has to be kept.
import { Temporal } from "temporal-polyfill";

/** A VTIMEZONE that holds from a year before an instant (milliseconds since 1970) until a year after another. */
export function vtimezone(zone: string, from: number, until: number): string {
	const year = 366 * 86_400_000;
	const start = Temporal.Instant.fromEpochMilliseconds(
		from - year,
	).toZonedDateTimeISO(zone);
	const observances = [observance(start, start)];
	let here = start;
	for (;;) {
		const change = here.getTimeZoneTransition("next");
		if (change === null || change.epochMilliseconds > until + year) break;
		observances.push(observance(change.subtract({ nanoseconds: 1 }), change));
		here = change;
	}
	return [
		"BEGIN:VTIMEZONE",
		`TZID:${zone}`,
		...observances.flat(),
		"END:VTIMEZONE",
		"",
	].join("\r\n");
}

/** What holds from a moment on; its DTSTART is read by the clock before it. */
function observance(
	before: Temporal.ZonedDateTime,
	after: Temporal.ZonedDateTime,
): readonly string[] {
	const kind =
		after.offsetNanoseconds > before.offsetNanoseconds
			? "DAYLIGHT"
			: "STANDARD";
	const begins = after
		.toInstant()
		.toZonedDateTimeISO(before.offset)
		.toPlainDateTime();
	return [
		`BEGIN:${kind}`,
		`DTSTART:${begins.toString({ smallestUnit: "second" }).replace(/[-:]/g, "")}`,
		`TZOFFSETFROM:${written(before.offset)}`,
		`TZOFFSETTO:${written(after.offset)}`,
		`END:${kind}`,
	];
}

function written(offset: string): string {
	return offset.replaceAll(":", "").slice(0, 5);
}
