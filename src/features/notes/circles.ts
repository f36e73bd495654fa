// What is different in the sealed notes of a circle, whose members change.
import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { RelationshipRecovery } from "../recovery/queries.ts";
import { actingAs } from "../programs/acting.ts";

/** Custodians hold to what all members agreed to; where members change there is no such word that stays whole. */
export function noneInCircles(
	kind: string | undefined,
	recovery: RelationshipRecovery,
): RelationshipRecovery {
	return kind === "circle"
		? { keys: [], current: undefined, epochs: [], consents: [] }
		: recovery;
}

/**
 * Somebody has left a circle: what opened its notes for them goes, and the keys they held are worn out. The next member's browser that opens the notes makes a
 * new one, which they never had. What they wrote and granted stays, for the others open with it.
 */
export async function closeNotesOf(
	tx: Tx,
	{
		relationship,
		person,
	}: { readonly relationship: string; readonly person: string },
): Promise<void> {
	await actingAs(tx, "housekeeping", async () => {
		await sql`
			update relationship_key key set is_outworn = true where key.relationship_id = ${relationship} and exists (
				select from relationship_key_grant held where held.relationship_id = key.relationship_id and held.epoch = key.epoch and held.to_person = ${person}
			)
		`.execute(tx);
		await tx
			.deleteFrom("relationship_key_grant")
			.where("relationship_id", "=", relationship)
			.where("to_person", "=", person)
			.execute();
	});
}
