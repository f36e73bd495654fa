// A rhythm is what people choose ("every month"); a cadence is what follows from it once there is a first date ("the second Tuesday at 14:00").
import { type Cadence, monthlyLike } from "../calendar/recurrence.ts";
import { type Day, weekdayOf } from "../calendar/wall-time.ts";

export const monthWays = ["weekday", "day"] as const;

export type Rhythm =
	| { readonly unit: "week"; readonly every: number }
	| {
			readonly unit: "month";
			readonly every: number;
			/** The same weekday in the same week of the month, or the same day of the month. */
			readonly by: (typeof monthWays)[number];
	  }
	/** As it suits: no date follows from another. */
	| { readonly unit: "own" };

export const mostEvery = 26;

/** What a program's charter recommends, as a rhythm. */
export function charterRhythm(
	cadence: "two-weeks" | "month" | "six-weeks" | "quarter" | "own",
): Rhythm {
	switch (cadence) {
		case "two-weeks":
			return { unit: "week", every: 2 };
		case "month":
			return { unit: "month", every: 1, by: "weekday" };
		case "six-weeks":
			return { unit: "week", every: 6 };
		case "quarter":
			return { unit: "month", every: 3, by: "weekday" };
		case "own":
			return { unit: "own" };
	}
}

/** When the following sessions fall due if the first is on this day; undefined: nothing follows. */
export function cadenceFrom(rhythm: Rhythm, first: Day): Cadence | undefined {
	switch (rhythm.unit) {
		case "own":
			return undefined;
		case "week":
			return {
				kind: "weeks",
				every: rhythm.every,
				weekday: weekdayOf(first),
			};
		case "month": {
			const ways = monthlyLike(first);
			const [byDay] = ways;
			// A fifth Tuesday is the last one of its month, and every month has a last one.
			const wanted =
				rhythm.by === "day"
					? byDay
					: (ways.find(({ kind }) => kind === "weekday") ?? byDay);
			return wanted && { kind: "months", every: rhythm.every, on: wanted };
		}
	}
}

/** About how many days lie between two sessions. */
export function daysBetween(rhythm: Rhythm): number {
	switch (rhythm.unit) {
		case "own":
			return 30;
		case "week":
			return rhythm.every * 7;
		case "month":
			return Math.round(rhythm.every * 30.4);
	}
}

/** How many sessions are booked ahead: about four months of them, two at least and six at most. */
export function bookedAhead(rhythm: Rhythm): number {
	if (rhythm.unit === "own") return 1;
	return Math.min(6, Math.max(2, Math.round(122 / daysBetween(rhythm))));
}

/** How far a date may move to find a time at which everyone can: a third of the rhythm, at most nine days. */
export function reachOf(rhythm: Rhythm): number {
	return Math.min(9, Math.floor(daysBetween(rhythm) / 3));
}
