import { strToU8, zipSync } from "fflate";
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import { vaultOf } from "../../platform/database/database.ts";
import {
	type ColumnFacts,
	columnFacts,
} from "../../platform/database/register/columns.ts";
import {
	personal,
	type RegisterRow,
} from "../../platform/database/register/register.ts";
import {
	purposeWords,
	withheldWords,
} from "../../platform/database/register/words.ts";
import { writeCsv } from "../../platform/spreadsheet/write-csv.ts";
import { t } from "../../ui/text.ts";

type Row = Readonly<Record<string, unknown>>;

export type OwnData = {
	readonly row: RegisterRow;
	readonly columns: readonly ColumnFacts[];
	/** As the person may read them: row-level security decides, whatever is asked here. */
	readonly rows: readonly Row[];
};

/** Everything about a person that they may have, table by table. Acts as the person. */
export async function ownData(
	db: Db,
	person: string,
): Promise<readonly OwnData[]> {
	const columns = Map.groupBy(await columnFacts(db), ({ table }) => table);
	const found: OwnData[] = [];
	for (const row of personal) {
		if (row.withheld !== undefined) continue;
		const shown = (columns.get(row.table) ?? []).filter(
			({ column }) => row.columns[column] !== "secret",
		);
		const rows = await ownRows(db, row, { shown, person });
		found.push({ row, columns: shown, rows });
	}
	return found;
}

async function ownRows(
	db: Db,
	row: RegisterRow,
	{
		shown,
		person,
	}: { readonly shown: readonly ColumnFacts[]; readonly person: string },
): Promise<readonly Row[]> {
	const { table, whose } = row;
	const isTheirs = sql.join(
		whose.map((column) =>
			shown.find((each) => each.column === column)?.type.endsWith("[]")
				? sql`${person}::uuid = any (${sql.ref(column)})`
				: sql`${sql.ref(column)} = ${person}::uuid`,
		),
		sql` or `,
	);
	const { rows } = await sql<Row>`
		select ${sql.join(shown.map(({ column }) => sql.ref(column)))} from ${sql.table(table)} where ${isTheirs}
	`.execute(db);
	const sealed = shown.filter(({ type }) => type === "sealed");
	if (sealed.length === 0) return rows.map(plain);
	const key = await primaryKey(db, table);
	return rows.map((each) => plain(opened(db, each, { table, sealed, key })));
}

async function primaryKey(db: Db, table: string): Promise<readonly string[]> {
	const { rows } = await sql<{ name: string }>`
		select a.attname as name from pg_index i, unnest(i.indkey::int[]) with ordinality as part (attnum, place)
		join pg_attribute a on a.attnum = part.attnum
		where i.indrelid = ${`public.${table}`}::regclass and i.indisprimary and a.attrelid = i.indrelid order by part.place
	`.execute(db);
	return rows.map(({ name }) => name);
}

/** What is encrypted at rest is the person's to read; what was sealed in a browser stays as it is. */
function opened(
	db: Db,
	row: Row,
	{
		table,
		sealed,
		key,
	}: {
		readonly table: string;
		readonly sealed: readonly ColumnFacts[];
		readonly key: readonly string[];
	},
): Row {
	const vault = vaultOf(db);
	const names = key.map((column) => String(row[column]));
	return {
		...row,
		...Object.fromEntries(
			sealed.map(({ column }) => {
				const value = row[column];
				return [
					column,
					value instanceof Uint8Array
						? vault.open(`${table}.${column}`, names, Buffer.from(value))
						: null,
				];
			}),
		),
	};
}

// Bytes go out in base64, moments in ISO 8601.
function plain(row: Row): Row {
	return Object.fromEntries(
		Object.entries(row).map(([column, value]) => [
			column,
			value instanceof Uint8Array
				? Buffer.from(value).toString("base64")
				: value instanceof Date
					? value.toISOString()
					: value,
		]),
	);
}

/** One archive: each table as JSON and as CSV, the schema of all, and a page to begin with. */
export function exportArchive(
	data: readonly OwnData[],
	{ name, at }: { readonly name: string; readonly at: Date },
): Uint8Array {
	const filled = data.filter(({ rows }) => rows.length > 0);
	const files: Record<string, Uint8Array> = {
		"README.txt": strToU8(readMe(filled, name, at)),
		"schema.json": strToU8(
			json({
				format: "baton-person-export",
				version: 1,
				at: at.toISOString(),
				tables: data.map(schemaOf),
			}),
		),
	};
	for (const { row, columns, rows } of filled) {
		files[`json/${row.table}.json`] = strToU8(json(rows));
		files[`csv/${row.table}.csv`] = writeCsv(
			columns.map(({ column }) => column),
			rows.map((each) => columns.map(({ column }) => cell(each[column]))),
		);
	}
	return zipSync(files);
}

function schemaOf({ row, columns, rows }: OwnData) {
	return {
		table: row.table,
		title: row.title?.() ?? row.table,
		purpose: purposeWords(row.purpose),
		rows: rows.length,
		columns: columns.map(({ column, type, comment, isNullable }) => ({
			name: column,
			type: type === "bytea" ? "base64" : type,
			mayBeEmpty: isNullable,
			class: row.columns[column],
			meaning: comment ?? "",
		})),
	};
}

function readMe(data: readonly OwnData[], name: string, at: Date): string {
	return [
		t("Everything Baton holds about {name}, {date}", {
			name,
			date: at.toISOString().slice(0, 10),
		}),
		"",
		t(
			"Each file in json/ and csv/ is one table; schema.json says what every column means.",
		),
		"",
		...data.map(
			({ row, rows }) =>
				`${row.table}: ${row.title?.() ?? ""} (${rows.length})`,
		),
		"",
		t(
			"Sealed notes and keys are in here as they lie in the database: encrypted. Only your browser opens them; the page of your notes exports them readably.",
		),
		"",
		t("Not in here:"),
		...personal.flatMap((row) =>
			row.withheld === undefined
				? []
				: [`${row.title?.() ?? row.table}: ${withheldWords(row.withheld)}`],
		),
		"",
	].join("\r\n");
}

function json(value: unknown): string {
	return `${JSON.stringify(value, null, "\t")}\n`;
}

const Text = z.string();

function cell(value: unknown): string {
	if (value === null || value === undefined) return "";
	const text = Text.safeParse(value);
	return text.success ? text.data : JSON.stringify(value);
}
