import type pg from "pg";
import { type SealedPlace, sealedPlaces } from "./sealed-places.ts";
import type { Vault } from "./vault.ts";

const BATCH = 500;

/**
 * Seals what was written before its column was encrypted: a migration renamed `note` to `note_plain` and added `note sealed`. In batches that
 * each commit, so that a killed start goes on where it stood; then the plain columns go, and the table is rewritten, for the old rows would
 * otherwise lie in its file for as long as nobody needs the room.
 */
export async function sealPlain(
	client: pg.Client,
	vault: Vault,
): Promise<void> {
	const pending = await plainColumns(client);
	for (const place of pending)
		while ((await sealBatch(client, place, vault)) > 0);
	for (const { table, column, plain, isRequired } of pending)
		await client.query(
			`alter table ${table} drop column ${plain}${isRequired ? `, alter column ${column} set not null` : ""}`,
		);
	for (const table of new Set(pending.map((place) => place.table)))
		await client.query(`vacuum full ${table}`);
}

type PlainPlace = SealedPlace & {
	/** The column that holds the text so far. */
	readonly plain: string;
	readonly isRequired: boolean;
};

async function plainColumns(client: pg.Client): Promise<PlainPlace[]> {
	const places = await sealedPlaces(client);
	const { rows } = await client.query<{
		name: string;
		plain: string;
		isRequired: boolean;
	}>(`
		select c.relname || '.' || left(a.attname, -length('_plain')) as name, quote_ident(a.attname) as plain, a.attnotnull as "isRequired"
		from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname like '%\\_plain'`);
	return rows.flatMap(({ name, plain, isRequired }) => {
		const place = places.find((each) => each.name === name);
		return place === undefined ? [] : [{ ...place, plain, isRequired }];
	});
}

async function sealBatch(
	client: pg.Client,
	{ table, column, name, keyColumns, plain }: PlainPlace,
	vault: Vault,
): Promise<number> {
	await client.query("begin");
	try {
		const { rows } = await client.query<{ row: string[]; text: string }>(
			`select array[${keyColumns.map((key) => `${key}::text`).join(", ")}] as row, ${plain}::text as text
			 from ${table} where ${plain} is not null and ${column} is null limit ${BATCH} for update`,
		);
		const found = keyColumns.map(
			(key, index) => `${key}::text = $${index + 2}`,
		);
		for (const { row, text } of rows)
			await client.query(
				`update ${table} set ${column} = $1 where ${found.join(" and ")}`,
				[vault.seal(name, row, text), ...row],
			);
		await client.query("commit");
		return rows.length;
	} catch (error) {
		await client.query("rollback");
		throw error;
	}
}
