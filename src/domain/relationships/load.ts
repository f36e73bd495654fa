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
