// What mentoring takes of somebody's time, over all programs: sessions in their rhythm and the preparation for each.

export type Rhythm = {
	readonly unit: "week" | "month" | "own";
	/** Every so many weeks or months. */
	readonly every: number;
	/** Of one session. */
	readonly minutes: number;
};

/** Minutes each side prepares a session with: the agenda and last time's promises. */
export const PREPARATION = 15;

const WEEKS_A_MONTH = 365.25 / 12 / 7;

/** Minutes a month of one relationship; a rhythm of one's own counts as monthly. */
export function minutesAMonth({ unit, every, minutes }: Rhythm): number {
	const sessions = unit === "week" ? WEEKS_A_MONTH / every : 1 / every;
	return Math.round((unit === "own" ? 1 : sessions) * (minutes + PREPARATION));
}

/** Days from one session to the next. */
export function daysBetween({ unit, every }: Rhythm): number {
	return unit === "week" ? 7 * every : unit === "month" ? 30 * every : 30;
}

/** The rhythm that a program's charter suggests, where the members have not chosen their own. */
export function rhythmOfCharter(cadence: string, minutes: number): Rhythm {
	switch (cadence) {
		case "two-weeks":
			return { unit: "week", every: 2, minutes };
		case "six-weeks":
			return { unit: "week", every: 6, minutes };
		case "quarter":
			return { unit: "month", every: 3, minutes };
		case "own":
			return { unit: "own", every: 1, minutes };
		default:
			return { unit: "month", every: 1, minutes };
	}
}

/**
 * How many more relationships of `each` minutes a month fit into `hours` when `carried` minutes are taken already; undefined: no limit was set.
 * Never below none.
 */
export function roomInHours(
	hours: number | null,
	carried: number,
	each: number,
): number | undefined {
	if (hours === null) return undefined;
	return Math.max(0, Math.floor((hours * 60 - carried) / each));
}
