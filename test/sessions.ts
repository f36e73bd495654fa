// Sessions between two who are paired, for the tests of what happens before and after them.
import type { SessionFormat } from "../src/domain/sessions/formats.ts";
import { insertSession } from "../src/features/sessions/commands/series.ts";
import { transact, type Tx } from "../src/platform/database/database.ts";
import type { World } from "./world.ts";

/** A session of these members so many hours from now; below 0: it was. */
export function sessionOf(
	world: World,
	{ id, members }: { readonly id: string; readonly members: readonly string[] },
	hours: number,
	format: SessionFormat = "one-to-one",
): Promise<string> {
	const startsAt = Date.now() + hours * 3_600_000;
	return asSessions(world, (tx) =>
		insertSession(tx, {
			relationship: id,
			format,
			members,
			startsAt,
			endsAt: startsAt + 45 * 60_000,
			zone: "Europe/Berlin",
			state: "booked",
			followsCadence: false,
			by: null,
		}),
	);
}

export function asSessions<T>(
	world: World,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	return transact(
		world.database,
		{ actor: { kind: "process", process: "sessions" }, access: "write" },
		work,
	);
}

/** The times a page offers, one button each. */
export function timesIn(html: string): readonly string[] {
	return [...html.matchAll(/name="at" value="(\d+)"/g)].map(
		([, at = ""]) => at,
	);
}

/** So many days from now or the first working day after it, at an hour in Berlin (winter time or summer time: whichever holds). */
export function nextWeekday(days: number, hour: number): number {
	const day = new Date(Date.now() + days * 86_400_000);
	while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
	day.setUTCHours(hour, 0, 0, 0);
	return day.getTime();
}

export function sessionRows(world: World) {
	return asSessions(world, (tx) =>
		tx
			.selectFrom("session")
			.select(["id", "state", "starts_at", "sequence"])
			.orderBy("starts_at")
			.execute(),
	);
}

export function asMember<T>(
	world: World,
	person: string,
	work: (tx: Tx) => Promise<T>,
) {
	return transact(
		world.database,
		{ actor: { kind: "person", person }, access: "write" },
		work,
	);
}
