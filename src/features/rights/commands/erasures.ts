import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";

export async function askForErasure(tx: Tx, person: string): Promise<void> {
	const asked = await tx
		.insertInto("erasure_request")
		.values({ person_id: person, cause: "asked" })
		.onConflict((row) => row.doNothing())
		.returning("id")
		.executeTakeFirst();
	if (asked === undefined)
		throw new Conflict(t("You have asked already; it waits for an answer."));
	await record(tx, {
		act: "ask-for-erasure",
		about: person,
		subject: { kind: "erasure-request", id: asked.id },
	});
}

export async function withdrawErasure(tx: Tx, person: string): Promise<void> {
	const withdrawn = await tx
		.updateTable("erasure_request")
		.set({ answered_at: sql<Date>`now()`, outcome: "withdrawn" })
		.where("person_id", "=", person)
		.where("outcome", "is", null)
		.returning("id")
		.executeTakeFirst();
	if (withdrawn === undefined)
		throw new Conflict(t("This request was answered or withdrawn already."));
	await record(tx, {
		act: "withdraw-erasure",
		about: person,
		subject: { kind: "erasure-request", id: withdrawn.id },
	});
}

export type ErasureAnswer = {
	readonly by: string;
	readonly outcome: "confirmed" | "refused";
	readonly reason: string;
};

/** Confirmed, it is carried out by a job at once. */
export async function answerErasure(
	tx: Tx,
	id: string,
	{ by, outcome, reason }: ErasureAnswer,
): Promise<string> {
	if (outcome === "refused" && reason === "")
		throw new Invalid({
			reason: t("Say why not; the person reads it and may object."),
		});
	const answered = await tx
		.updateTable("erasure_request")
		.set({
			answered_at: sql<Date>`now()`,
			answered_by: by,
			outcome,
			reason: reason === "" ? null : reason,
		})
		.where("id", "=", id)
		.where("outcome", "is", null)
		.returning("person_id")
		.executeTakeFirst();
	if (answered === undefined)
		throw new Conflict(t("This request was answered or withdrawn already."));
	await refuseOfficeHolder(tx, answered.person_id, outcome);
	await record(tx, {
		act: "answer-erasure",
		about: answered.person_id,
		subject: { kind: "erasure-request", id },
		detail: { outcome },
	});
	if (outcome === "confirmed")
		await addJob(tx, "erase-person", {
			person: answered.person_id,
			request: id,
		});
	return answered.person_id;
}

// Whoever is entrusted with something hands it over first: an office must not end by accident.
async function refuseOfficeHolder(
	tx: Tx,
	person: string,
	outcome: "confirmed" | "refused",
): Promise<void> {
	if (outcome === "refused") return;
	const held = await tx
		.selectFrom("office")
		.select("id")
		.where("person_id", "=", person)
		.where((office) =>
			office.or([
				office("until_at", "is", null),
				office("until_at", ">", sql<Date>`now()`),
			]),
		)
		.executeTakeFirst();
	if (held !== undefined)
		throw new Conflict(
			t("This person still holds an office. End it first, then confirm."),
		);
}
