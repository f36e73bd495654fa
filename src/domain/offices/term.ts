import { Temporal } from "temporal-polyfill";

/** The first moment of a calendar day where the organisation is; on the day of a time change too. */
export function beginningOf(day: string, timeZone: string): Date {
	return new Date(
		Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds,
	);
}

/** The first moment after a calendar day: an office until that day is held to its end. */
export function endOf(day: string, timeZone: string): Date {
	const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
	return beginningOf(next, timeZone);
}

/** The calendar day on which something begins, YYYY-MM-DD. */
export function firstDayOf(moment: Date, timeZone: string): string {
	return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
		.toZonedDateTimeISO(timeZone)
		.toPlainDate()
		.toString();
}

/** The last day on which something that ends at this moment was still so, YYYY-MM-DD. */
export function lastDayOf(moment: Date, timeZone: string): string {
	return firstDayOf(new Date(moment.getTime() - 1), timeZone);
}
