// The pulse: one question to each member alone, after a session or every six weeks, answered with one press. Stateless: a relationship is cut
// into periods of so many weeks as its program's charter says from its first day, and in each everybody is asked once at most.
import { Temporal } from "temporal-polyfill";
import type { Health } from "./health.ts";

export const pulseAnswers = ["well", "fine", "slow", "stuck"] as const;
export type PulseAnswer = (typeof pulseAnswers)[number];
/** Whoever would rather not say is not asked again in this period either. */
export type PulseSaid = PulseAnswer | "unsaid";
export const pulseSayings = [
	...pulseAnswers,
	"unsaid",
] as const satisfies readonly PulseSaid[];

export const PERIOD_DAYS = 42;
/** Nobody is asked in the first days, and not twice within so many. */
const APART_DAYS = 14;
/** In the last days of a period also those are asked who entered no session. */
const LAST_DAYS = 7;

/**
 * The week since it began, from 0, in which the period starts that `today` is in. A number of weeks and not of periods, so that it still grows
 * when the program chooses another length. Days are YYYY-MM-DD.
 */
export function pulsePeriod(
	began: string,
	today: string,
	weeks: number,
): number {
	const since = Math.floor(daysFrom(began, today) / 7);
	return Math.max(0, Math.floor(since / weeks) * weeks);
}

/**
 * The period in which a member is asked today; undefined: not now. `met`: days on which they met; `answered`: when this member last answered,
 * and in which period.
 */
export function pulseDue({
	began,
	met,
	answered,
	weeks,
	today,
}: {
	readonly began: string;
	readonly met: readonly string[];
	readonly answered:
		| { readonly period: number; readonly on: string }
		| undefined;
	/** How long a period is. */
	readonly weeks: number;
	readonly today: string;
}): number | undefined {
	const days = daysFrom(began, today);
	const period = pulsePeriod(began, today, weeks);
	if (days < APART_DAYS) return undefined;
	if (
		answered !== undefined &&
		(answered.period >= period || daysFrom(answered.on, today) < APART_DAYS)
	)
		return undefined;
	const day = days - period * 7;
	const hasMet = met.some((one) => {
		const ago = daysFrom(one, today);
		return ago > 0 && ago <= day;
	});
	return hasMet || day >= weeks * 7 - LAST_DAYS ? period : undefined;
}

/**
 * Whether a member is shown what helps: it has gone quiet, and of dates without a word they did not say lately that it goes well; or they said
 * that it is stuck, or that it is slow while dates say so too. Told to that member alone.
 */
export function needsCare(
	health: Health,
	said: { readonly answer: PulseSaid; readonly on: string } | undefined,
	today: string,
): "quiet" | "strained" | undefined {
	const lately =
		said !== undefined && daysFrom(said.on, today) <= PERIOD_DAYS
			? said.answer
			: undefined;
	const isWell = lately === "well" || lately === "fine";
	if (health.state === "quiet" && !(health.why === "no-word" && isWell))
		return "quiet";
	if (lately === "stuck") return "strained";
	return lately === "slow" && health.state === "slower"
		? "strained"
		: undefined;
}

function daysFrom(one: string, other: string): number {
	return Temporal.PlainDate.from(one).until(other).days;
}
