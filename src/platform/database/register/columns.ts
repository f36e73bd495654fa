import { sql } from "kysely";
import type { Db } from "../database.ts";

export type ColumnFacts = {
	readonly table: string;
	readonly tableComment: string | null;
	readonly column: string;
	readonly type: string;
	readonly comment: string | null;
	readonly isNullable: boolean;
};

/** Every column that the application knows, as the database describes it. */
export async function columnFacts(db: Db): Promise<readonly ColumnFacts[]> {
	const { rows } = await sql<ColumnFacts>`
		select c.relname as "table", obj_description(c.oid) as "tableComment", a.attname as "column", format_type(a.atttypid, null) as type,
			col_description(c.oid, a.attnum) as comment, not a.attnotnull as "isNullable"
		from pg_class c join pg_attribute a on a.attrelid = c.oid
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
			and c.relname not in ('migration', 'vault_key')
		order by c.relname collate "C", a.attnum
	`.execute(db);
	return rows;
}
