import { Temporal } from "temporal-polyfill";

/** How much later a commitment may be moved with one press. */
export const delays = ["week", "two-weeks", "month"] as const;
export type Delay = (typeof delays)[number];

/**
 * The day to which a commitment goes: so much after its own day, or after today where that is over; a month after the 31st is the last of a shorter one.
 * All days as YYYY-MM-DD.
 */
export function delayed(dueOn: string, today: string, delay: Delay): string {
	const from = Temporal.PlainDate.from(dueOn < today ? today : dueOn);
	switch (delay) {
		case "week":
			return from.add({ weeks: 1 }).toString();
		case "two-weeks":
			return from.add({ weeks: 2 }).toString();
		case "month":
			return from.add({ months: 1 }).toString();
	}
}
