import { Temporal } from "temporal-polyfill";
import type { Chance } from "./chance.ts";

/** The last day of the month before: contracts end with a month. */
export function monthsEnd(day: Temporal.PlainDate): string {
	return day.with({ day: 1 }).subtract({ days: 1 }).toString();
}

/** A working day: a Saturday or Sunday moves to the Monday after. */
export function workingDay(day: Temporal.PlainDate): Temporal.PlainDate {
	return day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day;
}

/** Contracts begin on the first of a month, sometimes in its middle. */
export function startOfContract(
	year: number,
	month: number,
	dice: Chance,
): Temporal.PlainDate {
	const day = dice.happens(0.12) ? 15 : 1;
	return Temporal.PlainDate.from({ year, month, day });
}
