import { type Db, vaultOf } from "../../../platform/database/database.ts";

export type AskedAlone = NonNullable<Awaited<ReturnType<typeof askedAlone>>>;

/** The question of a session and those answers that the visitor may read: none, as long as theirs is not among them. */
export async function askedAlone(db: Db, session: string) {
	const question = await db
		.selectFrom("session_question")
		.innerJoin("person", "person.id", "session_question.author_id")
		.select(["session_question.words", "person.first_name as by"])
		.where("session_id", "=", session)
		.executeTakeFirst();
	if (question === undefined) return undefined;
	const answers = await db
		.selectFrom("session_response")
		.innerJoin("person", "person.id", "session_response.person_id")
		.select([
			"session_response.person_id as person",
			"session_response.words",
			"person.first_name as name",
		])
		.where("session_id", "=", session)
		.orderBy("given_at")
		.execute();
	const vault = vaultOf(db);
	return {
		by: question.by,
		words: vault.open("session_question.words", [session], question.words),
		answers: answers.map(({ words, ...row }) => ({
			...row,
			words: vault.open("session_response.words", [session, row.person], words),
		})),
	};
}
