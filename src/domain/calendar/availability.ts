// When somebody can be asked to meet: the hours they painted, on days that are neither theirs to be left alone nor a holiday where they work,
// and nothing else at that time.
import { type Interval, merged, without } from "./intervals.ts";
import {
	type Day,
	addDays,
	daysFrom,
	instantOf,
	wallTimeOf,
	weekdayOf,
} from "./wall-time.ts";

/** Minutes after midnight, 0 to 1440. */
export type Hours = { readonly from: number; readonly until: number };

/** Seven lists, Monday first: when somebody works on that weekday. */
export type WorkingWeek = readonly (readonly Hours[])[];

/** Both days included, in the person's own zone. */
export type DayRange = { readonly from: Day; readonly until: Day };

export type Availability = {
	readonly zone: string;
	readonly week: WorkingWeek;
	readonly quiet: readonly DayRange[];
	readonly holidays: readonly Day[];
	/** Sessions already agreed and what a subscribed calendar says; only when, never what. */
	readonly busy: readonly Interval[];
};

const nineToFive: readonly Hours[] = [{ from: 9 * 60, until: 17 * 60 }];

/** Until somebody paints their own: Monday to Friday, 9 to 17. */
export const usualWeek: WorkingWeek = [
	...Array.from({ length: 5 }, () => nineToFive),
	[],
	[],
];

/** Why somebody does not work on a day; undefined: they do. */
export function dayOff(
	{ week, quiet, holidays }: Pick<Availability, "week" | "quiet" | "holidays">,
	day: Day,
): "holiday" | "quiet" | "not-a-working-day" | undefined {
	if ((week[weekdayOf(day) - 1] ?? []).length === 0) return "not-a-working-day";
	if (holidays.includes(day)) return "holiday";
	const isQuiet = quiet.some(({ from, until }) => from <= day && day <= until);
	return isQuiet ? "quiet" : undefined;
}

/** The working hours that fall into a window, as instants; what is busy is still in them. */
export function workingTime(
	person: Omit<Availability, "busy">,
	window: Interval,
): readonly Interval[] {
	const first = addDays(wallTimeOf(window.from, person.zone).day, -1);
	const { day: last } = wallTimeOf(window.until, person.zone);
	const intervals = daysFrom(first, last)
		.filter((day) => dayOff(person, day) === undefined)
		.flatMap((day) =>
			(person.week[weekdayOf(day) - 1] ?? []).map(({ from, until }) => ({
				from: Math.max(window.from, instantOf(day, from, person.zone)),
				until: Math.min(window.until, instantOf(day, until, person.zone)),
			})),
		);
	return merged(intervals);
}

/** Working time without what is busy, with `buffer` minutes kept free before and after anything else. */
export function freeTime(
	person: Availability,
	window: Interval,
	buffer = 0,
): readonly Interval[] {
	const space = buffer * 60_000;
	const busy = person.busy
		.map(({ from, until }) => ({ from: from - space, until: until + space }))
		.filter(({ from, until }) => from < window.until && until > window.from);
	return without(workingTime(person, window), merged(busy));
}
