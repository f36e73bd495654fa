import { sql } from "kysely";
import {
	type Availability,
	usualWeek,
} from "../../../domain/calendar/availability.ts";
import type { Db } from "../../../platform/database/database.ts";
import { actingAs } from "../../programs/acting.ts";

/**
 * When each of these people can be asked to meet, in their order. What is busy says when and nothing else: neither with whom nor in which
 * program. `except`: sessions that are about to move and so are in nobody's way.
 */
export async function availabilityOf(
	db: Db,
	people: readonly string[],
	{ except = [] }: { readonly except?: readonly string[] } = {},
): Promise<readonly Availability[]> {
	const rows = await db
		.selectFrom("person")
		.select(["id", "time_zone as zone"])
		.where("id", "in", [...people])
		.execute();
	const zone = await organisationZone(db);
	const busy = await busyTimes(db, people, except);
	return people.map((person) => ({
		zone: rows.find(({ id }) => id === person)?.zone ?? zone,
		week: usualWeek,
		quiet: [],
		holidays: [],
		busy: busy.filter((each) => each.person === person),
	}));
}

export async function organisationZone(db: Db): Promise<string> {
	const row = await db
		.selectFrom("organisation")
		.select("time_zone")
		.executeTakeFirst();
	return row?.time_zone ?? "UTC";
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
		`.execute(db),
	);
	return rows.map(({ person, starts, ends }) => ({
		person,
		from: starts.getTime(),
		until: ends.getTime(),
	}));
}
