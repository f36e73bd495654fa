import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { refuseStale } from "../mark.ts";
import { ownFacts, type OwnFact } from "../queries/own.ts";
import { lockPerson } from "./lock-person.ts";

export type Declaration = {
	readonly value: string;
	readonly mayPair: boolean;
	readonly mayAudit: boolean;
	readonly seen: string;
};

/** States a sensitive fact about oneself, with a consent of its own for each use; a proposal is answered by it. */
export async function declareFact(
	tx: Tx,
	me: string,
	fact: OwnFact,
	{ value, mayPair, mayAudit, seen }: Declaration,
): Promise<void> {
	refuseStale(factMark(await lockFact(tx, me, fact)), seen);
	const agreedAt = (may: boolean, column: string) =>
		may
			? sql<Date>`coalesce(sensitive_fact.${sql.ref(column)}, now())`
			: sql<null>`null`;
	const row = {
		proposed: null,
		declared: value,
		declared_at: sql<Date>`now()`,
		deleted_at: null,
	};
	await tx
		.insertInto("sensitive_fact")
		.values({
			person_id: me,
			fact: fact.fact,
			...row,
			pairing_agreed_at: mayPair ? sql<Date>`now()` : null,
			audit_agreed_at: mayAudit ? sql<Date>`now()` : null,
		})
		.onConflict((conflict) =>
			conflict.columns(["person_id", "fact"]).doUpdateSet({
				...row,
				pairing_agreed_at: agreedAt(mayPair, "pairing_agreed_at"),
				audit_agreed_at: agreedAt(mayAudit, "audit_agreed_at"),
			}),
		)
		.execute();
	await record(tx, {
		act: "declare-fact",
		about: me,
		detail: { fact: fact.fact, pairing: mayPair, audit: mayAudit },
	});
}

/** Takes a proposal over as one's own word. It is still used for nothing: consent is given apart. */
export async function confirmFact(
	tx: Tx,
	me: string,
	fact: OwnFact,
): Promise<void> {
	const now = await lockFact(tx, me, fact);
	if (now.proposed === null)
		throw new Conflict(
			t("This was answered already. Open the page again to see how it stands."),
		);
	await tx
		.updateTable("sensitive_fact")
		.set({
			declared: now.proposed,
			declared_at: sql<Date>`now()`,
			proposed: null,
		})
		.where("person_id", "=", me)
		.where("fact", "=", fact.fact)
		.execute();
	await record(tx, {
		act: "confirm-fact",
		about: me,
		detail: { fact: fact.fact },
	});
}

/**
 * Deletes what one said, or what a file proposed, with every consent. Only that it was deleted is kept, so that the next file does not bring
 * it back.
 */
export async function deleteFact(
	tx: Tx,
	me: string,
	fact: OwnFact,
): Promise<void> {
	await tx
		.updateTable("sensitive_fact")
		.set({
			proposed: null,
			declared: null,
			declared_at: null,
			pairing_agreed_at: null,
			audit_agreed_at: null,
			deleted_at: sql<Date>`now()`,
		})
		.where("person_id", "=", me)
		.where("fact", "=", fact.fact)
		.execute();
	await record(tx, {
		act: "delete-fact",
		about: me,
		detail: { fact: fact.fact },
	});
}

/** What a form on a fact was opened on. */
export function factMark({ proposed, declared, mayPair, mayAudit }: OwnFact) {
	return { proposed, declared, mayPair, mayAudit };
}

async function lockFact(tx: Tx, me: string, fact: OwnFact): Promise<OwnFact> {
	await lockPerson(tx, me);
	const facts = await ownFacts(tx, me);
	return facts.find((each) => each.fact === fact.fact) ?? fact;
}
