import { sql } from "kysely";
import { questionNamed } from "../../../domain/sessions/questions.ts";
import { type Db, vaultOf } from "../../../platform/database/database.ts";
import { askedWords } from "../question-words.ts";

export type AgendaItem = Awaited<ReturnType<typeof agendaOf>>[number];

/** What a session is to be about, in its order. */
export async function agendaOf(db: Db, session: string) {
	const rows = await db
		.selectFrom("agenda_item")
		.innerJoin("person", "person.id", "agenda_item.author_id")
		.select([
			"agenda_item.id",
			"agenda_item.source",
			"agenda_item.source_id as sourceId",
			"agenda_item.words",
			"agenda_item.names_question as namesQuestion",
			"agenda_item.revision",
			"person.first_name as author",
		])
		.where("session_id", "=", session)
		.orderBy("place")
		.orderBy("added_at")
		.execute();
	return rows.map(({ namesQuestion, ...row }) => {
		const kept = vaultOf(db).open("agenda_item.words", [row.id], row.words);
		const asked = namesQuestion ? questionNamed(kept) : undefined;
		return { ...row, words: asked === undefined ? kept : askedWords(asked) };
	});
}

/** How many sessions of a relationship took place or stood before this one. */
export async function sessionsBefore(
	db: Db,
	{
		relationship,
		startsAt,
	}: { readonly relationship: string; readonly startsAt: Date },
): Promise<number> {
	const { count } = await db
		.selectFrom("session")
		.select(sql<number>`count(*)::int`.as("count"))
		.where("relationship_id", "=", relationship)
		.where("starts_at", "<", startsAt)
		.where("state", "in", ["booked", "held"])
		.executeTakeFirstOrThrow();
	return count;
}
