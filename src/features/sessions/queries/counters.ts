import type { Db } from "../../../platform/database/database.ts";

export type Counter = Awaited<ReturnType<typeof countersOf>>[number];

/** Other times to come that calendar programs of members propose for sessions of somebody's, their own proposals among them. */
export function countersOf(
	db: Db,
	person: string,
	{ now, session }: { readonly now: Date; readonly session?: string },
) {
	return db
		.selectFrom("session_member as own")
		.innerJoin("session", "session.id", "own.session_id")
		.innerJoin(
			"session_member as proposer",
			"proposer.session_id",
			"session.id",
		)
		.innerJoin("person", "person.id", "proposer.person_id")
		.select((row) => [
			"session.id as session",
			"session.starts_at as startsAt",
			"session.zone",
			"proposer.person_id as by",
			"person.first_name as name",
			row.ref("proposer.counter_at").$notNull().as("at"),
		])
		.where("own.person_id", "=", person)
		.where("session.state", "=", "booked")
		.where("session.ends_at", ">", now)
		.where("proposer.counter_at", ">", now)
		.$if(session !== undefined, (rows) =>
			rows.where("session.id", "=", session ?? ""),
		)
		.orderBy("session.starts_at")
		.orderBy("proposer.counter_at")
		.execute();
}
