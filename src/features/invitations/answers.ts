import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import { record } from "../../platform/journal/journal.ts";

/** What becomes of an answer. */
export type AnswerOutcome = "taken" | "unknown" | "outdated";

export type Answer = "yes" | "no" | "tentative";

export function isAnswer(text: string): text is Answer {
	return text === "yes" || text === "no" || text === "tentative";
}

/** Writes down what somebody answers to a session to come. Acts as the process `calendar`; false: there is nothing to answer. */
export async function answerSession(
	tx: Tx,
	{
		session,
		person,
		answer,
		through,
		sequence,
	}: {
		readonly session: string;
		readonly person: string;
		readonly answer: Answer;
		readonly through: "link" | "mail";
		/** The change of the session that is answered; undefined: the latest. */
		readonly sequence?: number;
	},
): Promise<AnswerOutcome> {
	const found = await tx
		.selectFrom("session_member")
		.innerJoin("session", "session.id", "session_member.session_id")
		.select("session.state")
		.select(sql<number>`session.sequence + session_member.lead`.as("sequence"))
		.select(sql<boolean>`session.ends_at < now()`.as("isOver"))
		.where("session_member.session_id", "=", session)
		.where("session_member.person_id", "=", person)
		.forUpdate("session_member")
		.executeTakeFirst();
	if (found === undefined) return "unknown";
	if (found.state !== "booked" || found.isOver) return "outdated";
	if (sequence !== undefined && sequence !== found.sequence) return "outdated";
	await tx
		.updateTable("session_member")
		.set({
			answer,
			answered_at: sql<Date>`now()`,
			answered_through: through,
			// Whoever can come then no longer proposes another time.
			...(answer === "yes" && { counter_at: null }),
		})
		.where("session_id", "=", session)
		.where("person_id", "=", person)
		.execute();
	await record(tx, {
		act: "answer-session",
		about: person,
		subject: { kind: "session", id: session },
		detail: { answer, through },
	});
	return "taken";
}
