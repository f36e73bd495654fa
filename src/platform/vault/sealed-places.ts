import type pg from "pg";
import type { ColumnName } from "./vault.ts";

/** A column of the type `sealed`, found in the catalogue: names quoted for SQL, and the plain name the cipher knows it by. */
export type SealedPlace = {
	readonly table: string;
	readonly column: string;
	readonly name: ColumnName;
	/** The primary key, which binds a value to its row. */
	readonly keyColumns: readonly string[];
};

export async function sealedPlaces(
	client: pg.Client,
): Promise<readonly SealedPlace[]> {
	const { rows } = await client.query<SealedPlace>(`
		select quote_ident(c.relname) as "table", quote_ident(a.attname) as "column", c.relname || '.' || a.attname as name,
			array(
				select quote_ident(k.attname) from pg_index i, unnest(i.indkey::int[]) with ordinality as part (attnum, place)
				join pg_attribute k on k.attnum = part.attnum
				where i.indrelid = c.oid and i.indisprimary and k.attrelid = c.oid
				order by part.place
			) as "keyColumns"
		from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'sealed'::regtype
		order by c.relname collate "C", a.attnum`);
	return rows;
}
