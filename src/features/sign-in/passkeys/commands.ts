import type { Tx } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";

/** Row-level security leaves only one's own passkeys to be found. */
export async function renamePasskey(
	tx: Tx,
	id: string,
	name: string,
): Promise<void> {
	const renamed = await tx
		.updateTable("passkey")
		.set({ name })
		.where("id", "=", id)
		.returning("person_id")
		.executeTakeFirst();
	if (renamed === undefined) throw new NotFound();
	await record(tx, {
		act: "rename-passkey",
		about: renamed.person_id,
		subject: { kind: "passkey", id },
	});
}

/** The name of what was removed, to say it. */
export async function removePasskey(tx: Tx, id: string): Promise<string> {
	const removed = await tx
		.deleteFrom("passkey")
		.where("id", "=", id)
		.returning(["person_id", "name"])
		.executeTakeFirst();
	if (removed === undefined) throw new NotFound();
	await record(tx, {
		act: "remove-passkey",
		about: removed.person_id,
		subject: { kind: "passkey", id },
	});
	return removed.name;
}
