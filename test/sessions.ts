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
