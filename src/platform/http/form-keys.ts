import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../database/database.ts";

export function newFormKey(): string {
	return randomBytes(18).toString("base64url");
}

export function isFormKey(key: string | undefined): key is string {
	return key !== undefined && /^[\w-]{16,64}$/.test(key);
}

/**
 * Takes the key for this transaction. A second request with the same key waits here until the first has ended: if that committed, it gets
 * the address the first one answered with; if it rolled back, it goes ahead itself.
 */
export async function takeFormKey(
	tx: Tx,
	key: string,
): Promise<"taken" | { readonly alreadyAnswered: string }> {
	const { numAffectedRows = 0n } = await sql`
		insert into form_key (key, person_id) values (${key}, acting_person()) on conflict (key) do nothing
	`.execute(tx);
	if (numAffectedRows === 1n) return "taken";
	const row = await tx
		.selectFrom("form_key")
		.select("location")
		.where("key", "=", key)
		.executeTakeFirst();
	return { alreadyAnswered: row?.location ?? "/" };
}

export async function rememberAnswer(
	tx: Tx,
	key: string,
	location: string,
): Promise<void> {
	await tx
		.updateTable("form_key")
		.set({ location })
		.where("key", "=", key)
		.execute();
}
