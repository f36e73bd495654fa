import { proposeSlots } from "../../../domain/calendar/slots.ts";
import type { Db } from "../../../platform/database/database.ts";
import { availabilityOf } from "./availability.ts";

export type Proposing = {
	readonly members: readonly string[];
	readonly minutes: number;
	readonly now: number;
	/** Sessions that are about to move and so are in nobody's way. */
	readonly except?: readonly string[];
};

const day = 86_400_000;

/** Proposals for the next weeks: three when a week is short of them, six at most. */
export async function proposalsFor(
	db: Db,
	{ members, minutes, now, except }: Proposing,
) {
	return proposeSlots({
		people: await availabilityOf(db, members, {
			...(except && { except }),
		}),
		window: { from: now + day / 2, until: now + 21 * day },
		minutes,
		buffer: 0,
		count: 6,
	});
}

/** Whether a time suits all of them, so that it could have been proposed. */
export async function suitsAll(
	db: Db,
	at: number,
	{ members, minutes, now, except }: Proposing,
): Promise<boolean> {
	if (at <= now) return false;
	const found = proposeSlots({
		people: await availabilityOf(db, members, {
			...(except && { except }),
		}),
		window: { from: at, until: at + minutes * 60_000 },
		minutes,
		buffer: 0,
		count: 1,
	});
	return found.ok && found.slots[0]?.from === at;
}
