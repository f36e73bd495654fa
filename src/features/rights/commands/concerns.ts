import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/** What hangs on a concern, those first that others refer to last. */
const tables = [
	"concern_text",
	"concern_key_grant",
	"concern_key",
	"concern_trust",
	"concern_event",
] as const;

/**
 * Deletes concerns whose last act (mostly the close; of one that was never closed, the last word) is older than so many days. Says to nobody how many: that
 * there is a concern is itself told to two people only. As `housekeeping`.
 */
export async function sweepConcerns(tx: Tx, days: number): Promise<void> {
	const { rows } = await sql<{ id: string }>`
		select id from concern
		where greatest(raised_at, (select max(at) from concern_event where concern_id = concern.id)) < now() - make_interval(days => ${days})
	`.execute(tx);
	const over = rows.map(({ id }) => id);
	if (over.length === 0) return;
	for (const table of tables)
		await tx.deleteFrom(table).where("concern_id", "in", over).execute();
	await tx.deleteFrom("concern").where("id", "in", over).execute();
}
