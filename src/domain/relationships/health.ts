// How a relationship goes, told from nothing but dates: the rhythm its members chose, when they met, and what was cancelled. Never from what
// anybody wrote. It names nobody as the cause, and where dates say nothing it says that they say nothing.
import { Temporal } from "temporal-polyfill";

export type Met = {
	/** YYYY-MM-DD */
	readonly day: string;
	readonly state: "proposed" | "booked" | "held" | "cancelled" | "missed";
	/** Somebody chose this date by hand, answered it, came or wrote it up: what the calendar books by itself tells nothing about two people. */
	readonly hasWord: boolean;
};

export type Health =
	/** No session was ever entered: they may meet every week, and nothing here knows. */
	| { readonly state: "not-known" }
	/** Began lately, and has not met yet. */
	| { readonly state: "beginning" }
	/** Meets in its rhythm, or has the next date. */
	| { readonly state: "steady" }
	/** Later than its rhythm, or the last dates were mostly cancelled. */
	| { readonly state: "slower" }
	/**
	 * For three times its rhythm, at least sixty days, and `since` then: "no-date": neither met nor has a date; the last time they met, or began.
	 * "no-word": three dates at least came and went, and nobody said a word to any of them; nor to one to come; the last to which anybody did, or they began.
	 */
	| {
			readonly state: "quiet";
			readonly why: "no-date" | "no-word";
			readonly since: string;
	  };

export const healthStates = [
	"steady",
	"slower",
	"quiet",
	"beginning",
	"not-known",
] as const satisfies readonly Health["state"][];

const DAYS_UNTIL_QUIET = 60;
const DAYS_TO_BEGIN = 45;
const DATES_WITHOUT_WORD = 3;

/** `rhythm`: days from one session to the next, as chosen; thirty where nothing is. Days in the past are dates, never moments. */
export function healthOf({
	began,
	rhythm = 30,
	sessions,
	today,
}: {
	readonly began: string;
	readonly rhythm?: number | undefined;
	readonly sessions: readonly Met[];
	readonly today: string;
}): Health {
	if (sessions.length === 0)
		return daysFrom(began, today) <= DAYS_TO_BEGIN
			? { state: "beginning" }
			: { state: "not-known" };
	const coming = sessions.filter(
		({ day, state }) => state === "booked" && day >= today,
	);
	const isDated = coming.length > 0;
	const passed = sessions.filter(
		({ state, day }) =>
			(state === "held" && day <= today) ||
			// Whoever met and wrote nothing up has met all the same.
			(state === "booked" && day < today),
	);
	const since = latest(passed) ?? began;
	const days = daysFrom(since, today);
	const daysUntilQuiet = Math.max(DAYS_UNTIL_QUIET, 3 * rhythm);
	if (!isDated && days > daysUntilQuiet)
		return { state: "quiet", why: "no-date", since };
	const word = latest(passed.filter(isTold)) ?? began;
	const untold = passed.filter(({ day }) => day > word);
	if (
		!coming.some(isTold) &&
		untold.length >= DATES_WITHOUT_WORD &&
		daysFrom(word, today) > daysUntilQuiet
	)
		return { state: "quiet", why: "no-word", since: word };
	if (isMostlyCancelled(sessions, today)) return { state: "slower" };
	return isDated || days <= 1.5 * rhythm
		? { state: "steady" }
		: { state: "slower" };
}

function isTold({ state, hasWord }: Met): boolean {
	return state === "held" || hasWord;
}

function latest(sessions: readonly Met[]): string | undefined {
	return sessions
		.map(({ day }) => day)
		.toSorted()
		.at(-1);
}

// Two of the last three dates that have passed did not come about.
function isMostlyCancelled(sessions: readonly Met[], today: string): boolean {
	const last = sessions
		.filter(({ day, state }) => day < today && state !== "proposed")
		// Of one day in a settled order, so that the rows may come in any.
		.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
		.slice(-3);
	const lost = last.filter(
		({ state }) => state === "cancelled" || state === "missed",
	);
	return last.length === 3 && lost.length >= 2;
}

function keyOf({ day, state }: Met): string {
	return `${day} ${state}`;
}

function daysFrom(one: string, other: string): number {
	return Temporal.PlainDate.from(one).until(other).days;
}
