import type { Tx } from "../../platform/database/database.ts";
import { Conflict } from "../../platform/http/refusal.ts";
import { recordAll } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";
import { findRelationship } from "./queries.ts";

/**
 * Ends a relationship at once, at the word of any member. No reason is asked. The row and the journal say that it ended, not at whose word:
 * hence the process `pairing` writes them.
 */
export async function endRelationship(
	tx: Tx,
	id: string,
	by: string,
): Promise<void> {
	const { partner } = await findRelationship(tx, id, by);
	await actingAs(tx, "pairing", async () => {
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto("relationship_ending")
			.values({ relationship_id: id })
			.onConflict((row) => row.column("relationship_id").doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows === 0n)
			throw new Conflict(t("This relationship has ended already."));
		await recordAll(
			tx,
			[by, partner].map((about) => ({
				act: "end-relationship",
				about,
				subject: { kind: "relationship", id },
			})),
		);
	});
}
