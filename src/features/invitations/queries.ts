import { sql } from "kysely";
import { type Db, type Tx, vaultOf } from "../../platform/database/database.ts";
import { type FoundSession, takesCalendarTime } from "./entry.ts";

export async function findSession(
	tx: Tx,
	id: string,
): Promise<FoundSession | undefined> {
	const [found] = await findSessions(tx, [id]);
	return found;
}

export async function findSessions(
	tx: Tx,
	ids: readonly string[],
): Promise<readonly FoundSession[]> {
	const rows = await tx
		.selectFrom("session")
		.selectAll()
		.where(sql<boolean>`id = any (${ids}::uuid[])`)
		.orderBy("id")
		.execute();
	return rows.map((row) => ({
		...row,
		place:
			row.place === null
				? undefined
				: vaultOf(tx).open("session.place", [row.id], row.place),
	}));
}

export function membersOf(tx: Tx, sessions: readonly string[]) {
	return tx
		.selectFrom("session_member")
		.innerJoin("person", "person.id", "session_member.person_id")
		.select([
			"session_member.session_id",
			"session_member.person_id",
			"session_member.told_sequence",
			"session_member.lead",
			"person.first_name",
			"person.last_name",
			"person.email",
			"person.locale",
			"person.time_zone",
		])
		.where(sql<boolean>`session_id = any (${sessions}::uuid[])`)
		.where("person.left_on", "is", null)
		.orderBy("session_member.session_id")
		.orderBy("session_member.person_id")
		.forUpdate("session_member")
		.execute();
}

/** Sessions of a person that calendars show: booked, from a month ago on. Acts as the process `calendar`. */
export async function sessionsOf(
	db: Db,
	person: string,
): Promise<readonly FoundSession[]> {
	const rows = await db
		.selectFrom("session")
		.innerJoin("session_member", "session_member.session_id", "session.id")
		.selectAll("session")
		.select("session_member.lead")
		.where("session_member.person_id", "=", person)
		.where("session.state", "in", ["booked", "held"])
		.where("session.ends_at", ">", sql<Date>`now() - interval '31 days'`)
		.orderBy("session.starts_at")
		.execute();
	return rows
		.filter(({ format }) => takesCalendarTime(format))
		.map((row) => ({
			...row,
			sequence: row.sequence + row.lead,
			place: undefined,
		}));
}
