import { actAs, type Tx } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import {
	hasLastingAdministrator,
	isAdministratorAmong,
} from "../../administration/commands.ts";
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
	if (
		(await isAdministratorAmong(tx, [id])) &&
		!(await hasLastingAdministrator(tx))
	)
		throw new Conflict(
			t(
				"This is the last administrator whose office has no end. Make someone else administrator first.",
			),
		);
}
