// When a cadence falls due: days on the calendar first, instants last, so that a session at 10:00 stays at 10:00 when the clocks change.
// The nth day is always computed from the first one, never from the one before: the 31st stays the 31st after a February.
import { Temporal } from "temporal-polyfill";
import { type Day, instantOf } from "./wall-time.ts";

export type Cadence =
	/** Every so many weeks (1 to 52) on a weekday, 1 Monday to 7 Sunday. */
	| { readonly kind: "weeks"; readonly every: number; readonly weekday: number }
	/** Every so many months (1 to 24): 1 is monthly, 3 quarterly, 12 once a year. */
	| {
			readonly kind: "months";
			readonly every: number;
			readonly on: DayOfMonth;
	  };

export type DayOfMonth =
	/** 1 to 31. A month that is too short has it on its last day: 31 is the end of every month, 29 February falls on the 28th in common years. */
	| { readonly kind: "day"; readonly day: number }
	/** The first to fourth Tuesday, or the last one. There is no fifth: "last" is what people mean by it, and every month has one. */
	| {
			readonly kind: "weekday";
			readonly weekday: number;
			readonly nth: 1 | 2 | 3 | 4 | "last";
	  };

export type Occurrence = {
	readonly day: Day;
	/** Milliseconds since 1970. */
	readonly at: number;
};

/**
 * The first `count` days of a cadence on or after a day. Months and weeks are counted from the first of them: a quarterly cadence that begins in
 * February goes on in May.
 */
export function cadenceDays(
	cadence: Cadence,
	start: Day,
	count: number,
): readonly Day[] {
	const from = Temporal.PlainDate.from(start);
	return cadence.kind === "weeks"
		? weeklyDays(cadence, from, count)
		: monthlyDays(cadence, from, count);
}

/** The same as instants: at this minute after midnight in this zone, whatever the clocks do (wall-time.ts states the rule for changes). */
export function occurrences(
	cadence: Cadence,
	{
		start,
		minute,
		zone,
		count,
	}: {
		readonly start: Day;
		readonly minute: number;
		readonly zone: string;
		readonly count: number;
	},
): readonly Occurrence[] {
	return cadenceDays(cadence, start, count).map((day) => ({
		day,
		at: instantOf(day, minute, zone),
	}));
}

/** The ways in which a day can go on every month: "the 31st", "the second Tuesday", "the last Tuesday". */
export function monthlyLike(day: Day): readonly DayOfMonth[] {
	const date = Temporal.PlainDate.from(day);
	const weekday = date.dayOfWeek;
	const nth = Math.ceil(date.day / 7);
	const isLast = date.day + 7 > date.daysInMonth;
	return [
		{ kind: "day", day: date.day },
		...(nth === 1 || nth === 2 || nth === 3 || nth === 4
			? [{ kind: "weekday", weekday, nth } as const]
			: []),
		...(isLast ? [{ kind: "weekday", weekday, nth: "last" } as const] : []),
	];
}

function weeklyDays(
	{ every, weekday }: { readonly every: number; readonly weekday: number },
	from: Temporal.PlainDate,
	count: number,
): readonly Day[] {
	const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
	return Array.from({ length: count }, (_, index) =>
		first.add({ weeks: index * every }).toString(),
	);
}

function monthlyDays(
	{ every, on }: { readonly every: number; readonly on: DayOfMonth },
	from: Temporal.PlainDate,
	count: number,
): readonly Day[] {
	const month = from.year * 12 + from.month - 1;
	const isStillAhead = Temporal.PlainDate.compare(dayIn(month, on), from) >= 0;
	const first = isStillAhead ? month : month + 1;
	return Array.from({ length: count }, (_, index) =>
		dayIn(first + index * every, on).toString(),
	);
}

/** `month` counts from the year 0. */
function dayIn(month: number, on: DayOfMonth): Temporal.PlainDate {
	const [year, monthOfYear] = [Math.floor(month / 12), (month % 12) + 1];
	const first = new Temporal.PlainDate(year, monthOfYear, 1);
	const { daysInMonth } = first;
	const the = (day: number) => new Temporal.PlainDate(year, monthOfYear, day);
	if (on.kind === "day") return the(Math.min(on.day, daysInMonth));
	const firstSuch = 1 + ((on.weekday - first.dayOfWeek + 7) % 7);
	return on.nth === "last"
		? the(firstSuch + 7 * Math.floor((daysInMonth - firstSuch) / 7))
		: the(firstSuch + 7 * (on.nth - 1));
}
