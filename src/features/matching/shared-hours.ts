import { Temporal } from "temporal-polyfill";

/** Hours in which both are usually at work, told in the first one's time: "09:00" to "15:00". Nothing where their days do not meet. */
export type SharedHours = { readonly from: string; readonly to: string };

const BEGINS = 9;
const ENDS = 17;

export function sharedHours(
	day: string,
	own: string,
	other: string,
): SharedHours | undefined {
	try {
		const [mine, theirs] = [workday(day, own), workday(day, other)];
		// A day's end on one side of the world can meet the next day's beginning on the other.
		for (const shift of [0, -24, 24]) {
			const from = latest(mine.from, theirs.from.add({ hours: shift }));
			const to = earliest(mine.to, theirs.to.add({ hours: shift }));
			if (Temporal.Instant.compare(from, to) < 0)
				return { from: clock(from, own), to: clock(to, own) };
		}
		return undefined;
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function workday(day: string, timeZone: string) {
	const at = (hour: number) =>
		Temporal.PlainDate.from(day)
			.toZonedDateTime({ timeZone, plainTime: { hour } })
			.toInstant();
	return { from: at(BEGINS), to: at(ENDS) };
}

function clock(instant: Temporal.Instant, timeZone: string): string {
	return instant
		.toZonedDateTimeISO(timeZone)
		.toPlainTime()
		.toString({ smallestUnit: "minute" });
}

function latest(a: Temporal.Instant, b: Temporal.Instant) {
	return Temporal.Instant.compare(a, b) > 0 ? a : b;
}

function earliest(a: Temporal.Instant, b: Temporal.Instant) {
	return Temporal.Instant.compare(a, b) < 0 ? a : b;
}
