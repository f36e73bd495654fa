import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
	type Tx,
	vaultOf,
	nowOf,
} from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";

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

/** Through what it was said: the pages of whoever is signed in, or the link of a mail. */
type Through = "link" | undefined;

/** Done, or no longer worth doing; open again if that was a slip. */
export async function settleCommitment(
	tx: Tx,
	id: string,
	state: "open" | "done" | "dropped",
	through?: Through,
): Promise<void> {
	const settled = await tx
		.updateTable("commitment")
		.set({ state, settled_at: state === "open" ? null : nowOf(tx) })
		.where("id", "=", idOf(id))
		.where("state", "<>", state)
		.returning("owner_id")
		.executeTakeFirst();
	if (settled === undefined) throw await unchanged(tx, id);
	await record(tx, {
		act: "settle-commitment",
		about: settled.owner_id,
		subject: { kind: "commitment", id },
		detail: { state, ...(through && { through }) },
	});
}

/** To a later day, in one tap. */
export async function moveCommitment(
	tx: Tx,
	id: string,
	{
		dueOn,
		today,
		seen,
		through,
	}: {
		readonly dueOn: string;
		readonly today: string;
		/** The day it was due on when the press was offered: of two presses one moves it. */
		readonly seen?: string;
		readonly through?: Through;
	},
): Promise<void> {
	if (dueOn < today)
		throw new Invalid({ day: t("Choose today or a day to come.") });
	const moved = await tx
		.updateTable("commitment")
		.set((set) => ({ due_on: dueOn, moves: set("moves", "+", 1) }))
		.where("id", "=", idOf(id))
		.where("state", "=", "open")
		.$if(seen !== undefined, (row) => row.where("due_on", "=", seen ?? ""))
		.returning("owner_id")
		.executeTakeFirst();
	if (moved === undefined) throw await unchanged(tx, id);
	await record(tx, {
		act: "move-commitment",
		about: moved.owner_id,
		subject: { kind: "commitment", id },
		...(through && { detail: { through } }),
	});
}

function idOf(id: string): string {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	return id;
}

async function unchanged(tx: Tx, id: string): Promise<Conflict | NotFound> {
	const found = await tx
		.selectFrom("commitment")
		.select("state")
		.where("id", "=", id)
		.executeTakeFirst();
	if (found === undefined) return new NotFound();
	return new Conflict(
		found.state === "open"
			? t("This was moved or opened again meanwhile.")
			: t("This was settled meanwhile."),
	);
}
