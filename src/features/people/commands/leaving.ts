import { sql } from "kysely";
import { actAs, type Tx } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import type { LeavingReaction } from "../leaving.ts";
import { lockPerson } from "./lock-person.ts";

/** Someone has left: they are signed out at once, their links are dead, and what other parts of Baton do about it is done. */
export async function markAsLeft(
	tx: Tx,
	id: string,
	{
		on,
		by,
		reactions,
	}: {
		readonly on: string;
		readonly by: string;
		readonly reactions: readonly LeavingReaction[];
	},
): Promise<void> {
	await lockPerson(tx, id);
	if (id === by)
		throw new Conflict(
			t("You cannot mark yourself as left. Ask a colleague to do it."),
		);
	const { numUpdatedRows } = await tx
		.updateTable("person")
		.set({ left_on: on })
		.where("id", "=", id)
		.where("left_on", "is", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n)
		throw new Conflict(t("This person is already marked as left."));
	await refuseLastAdministrator(tx, id);
	await actAs(tx, { kind: "process", process: "sign-in" });
	await tx.deleteFrom("sign_in").where("person_id", "=", id).execute();
	await tx
		.deleteFrom("sign_in_link")
		.where("person_id", "=", id)
		.where("used_at", "is", null)
		.execute();
	await actAs(tx, { kind: "person", person: by });
	for (const { left } of reactions) await left(tx, id);
	await record(tx, { act: "mark-as-left", about: id, detail: { on } });
}

/** It was a mistake, or they are back. */
export async function takeBackLeaving(
	tx: Tx,
	id: string,
	reactions: readonly LeavingReaction[],
): Promise<void> {
	await lockPerson(tx, id);
	const { numUpdatedRows } = await tx
		.updateTable("person")
		.set({ left_on: null })
		.where("id", "=", id)
		.where("left_on", "is not", null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n)
		throw new Conflict(t("This person is not marked as left."));
	for (const { returned } of reactions) await returned(tx, id);
	await record(tx, { act: "take-back-leaving", about: id });
}

// Nobody could grant the office again.
async function refuseLastAdministrator(tx: Tx, id: string): Promise<void> {
	const administrators = await tx
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select(["office.person_id", "person.left_on"])
		.where("office.office", "=", "administrator")
		.where((office) =>
			office.or([
				office("office.until_at", "is", null),
				office("office.until_at", ">", sql<Date>`now()`),
			]),
		)
		.execute();
	const isOne = administrators.some(({ person_id }) => person_id === id);
	const others = administrators.filter(({ left_on }) => left_on === null);
	if (isOne && others.length === 0)
		throw new Conflict(
			t(
				"This is the last administrator. Make someone else administrator first.",
			),
		);
}
