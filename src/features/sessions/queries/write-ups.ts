import { type Db, vaultOf } from "../../../platform/database/database.ts";

export type WriteUp = Awaited<ReturnType<typeof writeUpsOf>>[number];

/** What came of a session, in the words of each who wrote it up. */
export async function writeUpsOf(db: Db, session: string) {
	const rows = await db
		.selectFrom("write_up")
		.innerJoin("person", "person.id", "write_up.author_id")
		.select([
			"write_up.author_id as author",
			"person.first_name as name",
			"write_up.decided",
			"write_up.keeping",
			"write_up.written_at as at",
		])
		.where("session_id", "=", session)
		.orderBy("written_at")
		.execute();
	return rows.map(({ decided, keeping, ...row }) => ({
		...row,
		decided: vaultOf(db).open(
			"write_up.decided",
			[session, row.author],
			decided,
		),
		keeping: vaultOf(db).open(
			"write_up.keeping",
			[session, row.author],
			keeping,
		),
	}));
}
