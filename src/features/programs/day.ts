import { Temporal } from "temporal-polyfill";

/** The calendar day where somebody is, YYYY-MM-DD. */
export function isoDay(moment: Date, timeZone: string | null): string {
	return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
		.toZonedDateTimeISO(timeZone ?? "UTC")
		.toPlainDate()
		.toString();
}

/** So many days after a day. */
export function daysAfter(day: string, days: number): string {
	return Temporal.PlainDate.from(day).add({ days }).toString();
}
