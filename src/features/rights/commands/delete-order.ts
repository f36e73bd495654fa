import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** The tables in an order in which no row is deleted that another one still refers to. Refers to itself, or in a ring: as they come. */
export async function childrenFirst(
	db: Db,
	tables: readonly string[],
): Promise<readonly string[]> {
	const { rows } = await sql<{ child: string; parent: string }>`
		select distinct conrelid::regclass::text as child, confrelid::regclass::text as parent
		from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid
	`.execute(db);
	const order: string[] = [];
	const visit = (table: string, above: readonly string[]): void => {
		if (order.includes(table) || above.includes(table)) return;
		for (const { child, parent } of rows)
			if (parent === table) visit(child, [...above, table]);
		order.push(table);
	};
	for (const table of tables) visit(table, []);
	return order.filter((table) => tables.includes(table));
}
