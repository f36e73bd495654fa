import { randomUUID } from "node:crypto";
import {
	type Tx,
	vaultOf,
	nowOf,
} from "../../../platform/database/database.ts";
import { Conflict, Invalid } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import { findCommitment } from "../queries/commitments.ts";

export type NewCommitment = {
	readonly relationship: string;
	readonly session: string | null;
	readonly owner: string;
	/** Who asks after it. */
	readonly partner: string | null;
	readonly words: string;
	/** YYYY-MM-DD */
	readonly dueOn: string;
	/** Null: through a link, without signing in. */
	readonly by: string | null;
};

export async function insertCommitment(
	tx: Tx,
	commitment: NewCommitment,
): Promise<void> {
	const id = randomUUID();
	await tx
		.insertInto("commitment")
		.values({
			id,
			relationship_id: commitment.relationship,
			session_id: commitment.session,
			owner_id: commitment.owner,
			partner_id: commitment.partner,
			words: vaultOf(tx).seal("commitment.words", [id], commitment.words),
			due_on: commitment.dueOn,
			made_by: commitment.by,
		})
		.execute();
	await record(tx, {
		act: "make-commitment",
		about: commitment.owner,
		subject: { kind: "commitment", id },
	});
}

/** Done, or no longer worth doing; open again if that was a slip. */
export async function settleCommitment(
	tx: Tx,
	id: string,
	state: "open" | "done" | "dropped",
): Promise<void> {
	const { owner } = await findCommitment(tx, id);
	const { numUpdatedRows } = await tx
		.updateTable("commitment")
		.set({ state, settled_at: state === "open" ? null : nowOf(tx) })
		.where("id", "=", id)
		.where("state", "<>", state)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw movedMeanwhile();
	await record(tx, {
		act: "settle-commitment",
		about: owner,
		subject: { kind: "commitment", id },
		detail: { state },
	});
}

/** To a later day, in one tap. */
export async function moveCommitment(
	tx: Tx,
	id: string,
	{ dueOn, today }: { readonly dueOn: string; readonly today: string },
): Promise<void> {
	if (dueOn < today)
		throw new Invalid({ day: t("Choose today or a day to come.") });
	const { owner } = await findCommitment(tx, id);
	const { numUpdatedRows } = await tx
		.updateTable("commitment")
		.set((set) => ({ due_on: dueOn, moves: set("moves", "+", 1) }))
		.where("id", "=", id)
		.where("state", "=", "open")
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw movedMeanwhile();
	await record(tx, {
		act: "move-commitment",
		about: owner,
		subject: { kind: "commitment", id },
	});
}

function movedMeanwhile(): Conflict {
	return new Conflict(t("This was settled meanwhile."));
}
