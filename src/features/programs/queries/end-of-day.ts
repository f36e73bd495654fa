import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** The moment after the last one of a day, where the organisation is. */
export async function endOfDay(db: Db, day: string): Promise<Date> {
	const { at } = await db
		.selectFrom("organisation")
		.select(
			sql<Date>`((${day}::date + 1)::timestamp at time zone time_zone)`.as(
				"at",
			),
		)
		.executeTakeFirstOrThrow();
	return at;
}
