import { z } from "zod";
import { type Db, vaultOf } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { requireCalendarOf } from "../../delegates/queries.ts";

/** When and where somebody whose calendar the visitor keeps has sessions. Nothing else is asked, and the database would tell nothing else. */
export async function keptSessions(
	db: Db,
	person: string,
	{ from }: { readonly from: Date },
) {
	if (!z.uuid().safeParse(person).success) throw new NotFound();
	await requireCalendarOf(db, person);
	const rows = await db
		.selectFrom("session_member as member")
		.innerJoin("session", "session.id", "member.session_id")
		.select([
			"session.id",
			"session.starts_at as startsAt",
			"session.ends_at as endsAt",
			"session.place",
		])
		.where("member.person_id", "=", person)
		.where("session.state", "=", "booked")
		.where("session.ends_at", ">", from)
		.where("session.format", "not in", ["reflection", "case-table"])
		.orderBy("session.starts_at")
		.execute();
	const { first_name: first, time_zone: zone } = await db
		.selectFrom("person")
		.select(["first_name", "time_zone"])
		.where("id", "=", person)
		.executeTakeFirstOrThrow();
	return {
		person,
		first,
		zone,
		sessions: rows.map(({ place, ...row }) => ({
			...row,
			place: place && vaultOf(db).open("session.place", [row.id], place),
		})),
	};
}

export type KeptCalendar = Awaited<ReturnType<typeof keptSessions>>;

/** One of them. */
export async function keptSession(
	db: Db,
	person: string,
	{ id, from }: { readonly id: string; readonly from: Date },
) {
	const { sessions, ...calendar } = await keptSessions(db, person, { from });
	const session = sessions.find((each) => each.id === id);
	if (session === undefined) throw new NotFound();
	return { ...calendar, session };
}
