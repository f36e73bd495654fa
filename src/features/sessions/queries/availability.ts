import { sql } from "kysely";
import type { Availability } from "../../../domain/calendar/availability.ts";
import type { Db } from "../../../platform/database/database.ts";
import { calendarsOf } from "../../calendar/queries.ts";
import { actingAs } from "../../programs/acting.ts";
import { heldTables } from "./held-tables.ts";

/**
 * When each of these people can be asked to meet, in their order. What is busy says when and nothing else: neither with whom nor in which
 * program. `except`: sessions that are about to move and so are in nobody's way.
 */
export async function availabilityOf(
	db: Db,
	people: readonly string[],
	{ except = [] }: { readonly except?: readonly string[] } = {},
): Promise<readonly Availability[]> {
	const sessions = await busyTimes(db, people, except);
	return (await calendarsOf(db, people)).map((calendar, place) => ({
		...calendar,
		busy: [
			...calendar.busy,
			...sessions.filter(({ person }) => person === people[place]),
		],
	}));
}

async function busyTimes(
	db: Db,
	people: readonly string[],
	except: readonly string[],
) {
	const { rows } = await actingAs(db, "sessions", () =>
		sql<{ person: string; starts: Date; ends: Date }>`
			select person_id as person, lower(busy) as starts, upper(busy) as ends from session_member
			where person_id = any (${sql.val([...people])}::uuid[]) and not isempty(busy) and upper(busy) > now() - interval '1 day'
				and not session_id = any (${sql.val([...except])}::uuid[])
			union all
			select person_id, starts_at, ends_at from ${heldTables} held where person_id = any (${sql.val([...people])}::uuid[])
		`.execute(db),
	);
	return rows.map(({ person, starts, ends }) => ({
		person,
		from: starts.getTime(),
		until: ends.getTime(),
	}));
}
