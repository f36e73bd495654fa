import { sql } from "kysely";
import type { Mapping } from "../../../../domain/people/mapping.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { record } from "../../../../platform/journal/journal.ts";

/** Keeps a mapping for the next file of its kind; the same name replaces what was kept. */
export async function saveMapping(
	tx: Tx,
	{
		name,
		mapping,
		by,
	}: { readonly name: string; readonly mapping: Mapping; readonly by: string },
): Promise<void> {
	const row = { mapping: JSON.stringify(mapping), saved_by: by };
	await tx
		.insertInto("saved_mapping")
		.values({ name, ...row })
		.onConflict((conflict) =>
			conflict
				.column("name")
				.doUpdateSet({ ...row, saved_at: sql<Date>`now()` }),
		)
		.execute();
	await record(tx, { act: "save-mapping" });
}
