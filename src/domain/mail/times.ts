// When a mail may come. Quiet hours are told in wall time, where the person is: whatever the clocks do there, no mail that can wait comes
// between the evening and the morning, or on a day they keep free. Time is looked at in steps of a quarter of an hour, which is what every
// zone's offset is a multiple of: so the first open moment is found without knowing when clocks change.
import { Temporal } from "temporal-polyfill";

export type MailTimes = {
	readonly digest: "daily" | "weekly" | "never";
	/** 1 (Monday) to 7, for a weekly digest. */
	readonly digestWeekday: number;
	/** 0 to 23, wall time. */
	readonly digestHour: number;
	/** Quiet from this hour until the other, over midnight where it is later; equal: no quiet hours. */
	readonly quietFrom: number;
	readonly quietUntil: number;
	/** Weekdays that are quiet as a whole, 1 (Monday) to 7; never all seven. */
	readonly quietDays: readonly number[];
};

/** What holds for whoever has chosen nothing. */
export const usualTimes: MailTimes = {
	digest: "weekly",
	digestWeekday: 1,
	digestHour: 8,
	quietFrom: 19,
	quietUntil: 7,
	quietDays: [6, 7],
};

const QUARTER = 900_000;
/** A week with one open hour in it can lose that hour to the clocks; two weeks cannot. */
const LONGEST_WAIT = (15 * 24 * 60 * 60 * 1000) / QUARTER;

export function isQuiet(
	{ quietFrom, quietUntil, quietDays }: MailTimes,
	moment: Temporal.ZonedDateTime,
): boolean {
	const { hour, dayOfWeek } = moment;
	if (quietDays.includes(dayOfWeek)) return true;
	if (quietFrom === quietUntil) return false;
	return quietFrom < quietUntil
		? hour >= quietFrom && hour < quietUntil
		: hour >= quietFrom || hour < quietUntil;
}

/** The first moment from this one on that is not quiet. Should there be none within two weeks, the moment itself: nothing waits for ever. */
export function firstOpenMoment(
	times: MailTimes,
	zone: string,
	from: Temporal.Instant,
): Temporal.Instant {
	if (!isQuiet(times, from.toZonedDateTimeISO(zone))) return from;
	const next = (Math.floor(from.epochMilliseconds / QUARTER) + 1) * QUARTER;
	for (let step = 0; step < LONGEST_WAIT; step++) {
		const moment = Temporal.Instant.fromEpochMilliseconds(
			next + step * QUARTER,
		);
		if (!isQuiet(times, moment.toZonedDateTimeISO(zone))) return moment;
	}
	return from;
}

/** The digest's next moment after this one; undefined for whoever wants none. */
export function nextDigest(
	times: MailTimes,
	zone: string,
	after: Temporal.Instant,
): Temporal.Instant | undefined {
	const today = after.toZonedDateTimeISO(zone).toPlainDate();
	return digestsAround(times, zone, { from: today.subtract({ days: 8 }) }).find(
		(moment) => Temporal.Instant.compare(moment, after) > 0,
	);
}

/** The latest moment at which a digest was due, up to now; undefined where none was within a week. */
export function lastDigest(
	times: MailTimes,
	zone: string,
	now: Temporal.Instant,
): Temporal.Instant | undefined {
	const today = now.toZonedDateTimeISO(zone).toPlainDate();
	return digestsAround(times, zone, { from: today.subtract({ days: 8 }) })
		.filter((moment) => Temporal.Instant.compare(moment, now) <= 0)
		.at(-1);
}

// Three weeks from a day on, in order, each moved out of quiet hours: one a week, or one for each day that is not quiet.
function digestsAround(
	times: MailTimes,
	zone: string,
	{ from }: { readonly from: Temporal.PlainDate },
): readonly Temporal.Instant[] {
	if (times.digest === "never") return [];
	return Array.from({ length: 21 }, (_, days) => from.add({ days }))
		.filter((day) =>
			times.digest === "weekly"
				? day.dayOfWeek === times.digestWeekday
				: !times.quietDays.includes(day.dayOfWeek),
		)
		.map((day) =>
			firstOpenMoment(
				times,
				zone,
				day
					.toZonedDateTime({
						timeZone: zone,
						plainTime: { hour: times.digestHour },
					})
					.toInstant(),
			),
		)
		.toSorted((a, b) => Temporal.Instant.compare(a, b));
}
