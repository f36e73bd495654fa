import type { Tx } from "../../../platform/database/database.ts";

/** Until the transaction ends, whoever else writes about this person waits: two windows come one after the other. */
export async function lockPerson(tx: Tx, id: string): Promise<void> {
	await tx
		.selectFrom("person")
		.select("id")
		.where("id", "=", id)
		.forUpdate()
		.execute();
}
