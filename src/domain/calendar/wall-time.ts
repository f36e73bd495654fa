// The clock on the wall against the one line of time. Every wall time names exactly one instant, by the rule of RFC 5545, 3.3.5: a time that
// comes twice (the clock is set back) is the first of the two; a time that does not exist (the clock is set forward) is read with the offset
// before the change, so that 02:30 becomes 03:30.
import { Temporal } from "temporal-polyfill";

/** YYYY-MM-DD, on the calendar of a zone that is named beside it. */
export type Day = string;

export const minutesOfADay = 1440;

/** Milliseconds since 1970 of a wall time: minutes after midnight, 0 to 1440, where 1440 is the midnight that ends the day. */
export function instantOf(day: Day, minute: number, zone: string): number {
	const wall = dayNumber(day) * msOfADay + minute * 60_000;
	// No zone is a whole day away from UTC: where its clocks stay as they are from a day before to a day after, its offset is known.
	const { from, until, offset } = spanAt(wall, zone);
	if (from <= wall - msOfADay && wall + msOfADay < until) return wall - offset;
	const isNextDay = minute >= minutesOfADay;
	const rest = isNextDay ? minute - minutesOfADay : minute;
	return Temporal.PlainDate.from(
		isNextDay ? addDays(day, 1) : day,
	).toZonedDateTime({
		timeZone: zone,
		plainTime: new Temporal.PlainTime(Math.floor(rest / 60), rest % 60),
	}).epochMilliseconds;
}

/** Day and minute after midnight that the clock shows in a zone at an instant (milliseconds since 1970). */
export function wallTimeOf(
	at: number,
	zone: string,
): { readonly day: Day; readonly minute: number } {
	const wall = at + spanAt(at, zone).offset;
	const number = Math.floor(wall / msOfADay);
	return {
		day: dayOf(number),
		minute: Math.floor((wall - number * msOfADay) / 60_000),
	};
}

/** Whether the clock shows another time there than the one asked for: the hour that the change to summer time leaves out. */
export function isMissing(day: Day, minute: number, zone: string): boolean {
	return wallTimeOf(instantOf(day, minute, zone), zone).minute !== minute;
}

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
	// The first of January 1970 was a Thursday.
	return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

export function addDays(day: Day, days: number): Day {
	return dayOf(dayNumber(day) + days);
}

/** Every day from one to another, both included. */
export function daysFrom(first: Day, last: Day): readonly Day[] {
	const from = dayNumber(first);
	const length = Math.max(0, dayNumber(last) - from + 1);
	return Array.from({ length }, (_, place) => dayOf(from + place));
}

const msOfADay = 86_400_000;

/** Days since the first of January 1970. Throws a RangeError for what is no day. */
const dayNumber = remembering(
	(day: Day) => Temporal.PlainDate.from(day).since("1970-01-01").days,
);

const dayOf = remembering(
	(number: number): Day =>
		Temporal.PlainDate.from("1970-01-01").add({ days: number }).toString(),
);

/** Instants, in milliseconds since 1970, between which a zone's clocks are not set anew; `offset` milliseconds ahead of UTC. */
type Span = {
	readonly from: number;
	readonly until: number;
	readonly offset: number;
};

const spansOf = remembering((_zone: string): Span[] => []);

function spanAt(at: number, zone: string): Span {
	const spans = spansOf(zone);
	const known = spans.find(({ from, until }) => from <= at && at < until);
	if (known !== undefined) return known;
	const there =
		Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
	const next = there.getTimeZoneTransition("next");
	// The one before the end: a change at this very instant would count as passed only afterwards.
	const previous = (
		next ?? there.add({ nanoseconds: 1 })
	).getTimeZoneTransition("previous");
	const span = {
		from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
		until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
		offset: there.offsetNanoseconds / 1_000_000,
	};
	spans.push(span);
	return span;
}

/** What is asked again and again is computed once; after many different questions it begins anew. */
function remembering<Key, Value>(compute: (key: Key) => Value) {
	const known = new Map<Key, Value>();
	return (key: Key): Value => {
		const found = known.get(key);
		if (found !== undefined) return found;
		if (known.size > 20_000) known.clear();
		const value = compute(key);
		known.set(key, value);
		return value;
	};
}
