// What may be done with a session, and when.
import type { SessionFormat } from "./formats.ts";
import { shapeOf } from "./formats.ts";

export type SessionState =
	| "proposed"
	| "booked"
	| "held"
	| "cancelled"
	| "missed";

export type Standing = {
	readonly state: SessionState;
	readonly format: SessionFormat;
	/** Milliseconds since 1970. */
	readonly startsAt: number;
	readonly endsAt: number;
	/** Whether the relationship still runs. */
	readonly isRunning: boolean;
};

/** Until it is settled, whoever is late: a session that was not held can still be moved. */
export function mayMove({ state, isRunning, format }: Standing): boolean {
	return isRunning && isOpen(state) && shapeOf(format).takes === "calendar";
}

export function mayCancel({ state, isRunning }: Standing): boolean {
	return isRunning && isOpen(state);
}

/** A date is everyone's to cancel; a question that each answers alone is for whoever asked it to take back. */
export function isOnesToCancel(
	{
		format,
		bookedBy,
	}: { readonly format: SessionFormat; readonly bookedBy: string | null },
	person: string,
): boolean {
	return !shapeOf(format).isAnsweredAlone || bookedBy === person;
}

/** From its beginning on, also when the relationship has ended meanwhile. Who wrote it up may still change their words. */
export function mayWriteUp(
	{ state, startsAt, format }: Standing,
	now: number,
): boolean {
	if (shapeOf(format).isAnsweredAlone) return false;
	return (state === "booked" || state === "held") && now >= startsAt;
}

/** While a question is open that each answers alone. */
export function mayAnswerAlone(
	{ state, startsAt, endsAt, format, isRunning }: Standing,
	now: number,
): boolean {
	return (
		isRunning &&
		shapeOf(format).isAnsweredAlone &&
		state === "booked" &&
		now >= startsAt &&
		now < endsAt
	);
}

function isOpen(state: SessionState): boolean {
	return state === "proposed" || state === "booked";
}
