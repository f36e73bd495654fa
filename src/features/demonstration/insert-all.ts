import type { InsertObject } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Schema } from "../../platform/database/schema.ts";

/** PostgreSQL takes at most 65,535 parameters in a statement; the widest row here has about twenty. */
const rowsAtOnce = 1_000;

/** Inserts any number of rows. */
export async function insertAll<Table extends keyof Schema>(
	tx: Tx,
	table: Table,
	rows: readonly InsertObject<Schema, Table>[],
): Promise<void> {
	for (let from = 0; from < rows.length; from += rowsAtOnce)
		await tx
			.insertInto(table)
			.values(rows.slice(from, from + rowsAtOnce))
			.execute();
}
