// How a relationship goes, told from nothing but dates: the rhythm its members chose, when they met, and what was cancelled. Never from what
// anybody wrote. It names nobody as the cause, and where dates say nothing it says that they say nothing.
import { Temporal } from "temporal-polyfill";

export type Met = {
	/** YYYY-MM-DD */
	readonly day: string;
	readonly state: "proposed" | "booked" | "held" | "cancelled" | "missed";
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
	/** Neither met nor has a date for three times its rhythm, at least sixty days; `since` the last time they met, or began. */
	| { readonly state: "quiet"; readonly since: string };

export const healthStates = [
	"steady",
	"slower",
	"quiet",
	"beginning",
	"not-known",
] as const satisfies readonly Health["state"][];

const DAYS_UNTIL_QUIET = 60;
const DAYS_TO_BEGIN = 45;

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
	const isDated = sessions.some(
		({ day, state }) => state === "booked" && day >= today,
	);
	const since =
		sessions
			.filter(
				({ state, day }) =>
					(state === "held" && day <= today) ||
					// Whoever met and wrote nothing up has met all the same.
					(state === "booked" && day < today),
			)
			.map(({ day }) => day)
			.toSorted()
			.at(-1) ?? began;
	const days = daysFrom(since, today);
	if (!isDated && days > Math.max(DAYS_UNTIL_QUIET, 3 * rhythm))
		return { state: "quiet", since };
	if (isMostlyCancelled(sessions, today)) return { state: "slower" };
	return isDated || days <= 1.5 * rhythm
		? { state: "steady" }
		: { state: "slower" };
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
