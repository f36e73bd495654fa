import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";

export async function askForCorrection(
	tx: Tx,
	person: string,
	{ about, wanted }: { readonly about: string; readonly wanted: string },
): Promise<string> {
	const { id } = await tx
		.insertInto("correction_request")
		.values({ person_id: person, about, wanted })
		.returning("id")
		.executeTakeFirstOrThrow();
	await record(tx, {
		act: "ask-for-correction",
		about: person,
		subject: { kind: "correction-request", id },
	});
	return id;
}

export async function withdrawCorrection(
	tx: Tx,
	id: string,
	person: string,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("correction_request")
		.set({ answered_at: sql<Date>`now()`, outcome: "withdrawn" })
		.where("id", "=", id)
		.where("person_id", "=", person)
		.where("answered_at", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw answeredAlready();
	await record(tx, {
		act: "withdraw-correction",
		about: person,
		subject: { kind: "correction-request", id },
	});
}

export type Answer = {
	readonly by: string;
	readonly outcome: "corrected" | "kept";
	readonly answer: string;
};

/** Returns whose request it was, for the letter. */
export async function answerCorrection(
	tx: Tx,
	id: string,
	{ by, outcome, answer }: Answer,
): Promise<string> {
	if (outcome === "kept" && answer === "")
		throw new Invalid({
			answer: t("Say why it stays as it is; the person reads it."),
		});
	const answered = await tx
		.updateTable("correction_request")
		.set({
			answered_at: sql<Date>`now()`,
			answered_by: by,
			outcome,
			answer: answer === "" ? null : answer,
		})
		.where("id", "=", id)
		.where("answered_at", "is", null)
		.returning("person_id")
		.executeTakeFirst();
	if (answered === undefined) throw answeredAlready();
	await record(tx, {
		act: "answer-correction",
		about: answered.person_id,
		subject: { kind: "correction-request", id },
		detail: { outcome },
	});
	return answered.person_id;
}

function answeredAlready(): Conflict {
	return new Conflict(t("This request was answered or withdrawn already."));
}
