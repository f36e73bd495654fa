import { connectAsOwner } from "./roles.ts";

type Column = {
	readonly table: string;
	readonly name: string;
	readonly type: string;
	readonly isNullable: boolean;
	readonly isGenerated: boolean;
	readonly isAlways: boolean;
	readonly comment: string | null;
	readonly check: string | null;
};

/** The Kysely row types of a migrated database, as the text of schema.ts. Checks of the form `x in ('a', 'b')` become unions. */
export async function rowTypes(ownerUrl: string): Promise<string> {
	const client = await connectAsOwner(ownerUrl);
	try {
		const { rows } = await client.query<Column>(columnsQuery);
		const tables = Map.groupBy(rows, (column) => column.table);
		return [
			"// Generated from the migrated database by `npm run generate`. Do not edit.",
			'import type { ColumnType, GeneratedAlways } from "kysely";',
			...(rows.some(({ type }) => type === "sealed")
				? ['import type { Sealed } from "../vault/sealed.ts";']
				: []),
			"",
			"type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;",
			"type Timestamp = ColumnType<Date, Date | string, Date | string>;",
			"type Json = ColumnType<unknown, string, string>;",
			"",
			...[...tables].flatMap(([name, columns]) => tableLines(name, columns)),
			"export type Schema = {",
			...[...tables.keys()].map((name) => `\t${name}: ${typeName(name)};`),
			"};",
			"",
		].join("\n");
	} finally {
		await client.end();
	}
}

const columnsQuery = `
	select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
		not a.attnotnull as "isNullable", a.atthasdef or a.attidentity <> '' as "isGenerated", a.attidentity = 'a' or a.attgenerated <> '' as "isAlways",
		col_description(c.oid, a.attnum) as comment,
		(select pg_get_constraintdef(k.oid) from pg_constraint k
			where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%' limit 1) as check
	from pg_class c join pg_attribute a on a.attrelid = c.oid
	where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname not in ('migration', 'vault_key')
	order by c.relname collate "C", a.attnum`;

function tableLines(name: string, columns: readonly Column[]): string[] {
	return [
		`export type ${typeName(name)} = {`,
		...columns.flatMap((column) => [
			...(column.comment === null ? [] : [`\t/** ${column.comment} */`]),
			`\t${column.name}: ${columnType(column)};`,
		]),
		"};",
		"",
	];
}

function typeName(table: string): string {
	const words = table.split("_");
	return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}Row`;
}

function columnType(column: Column): string {
	const plain = unionOf(column.check) ?? baseType(column.type);
	const value = column.isNullable ? `${plain} | null` : plain;
	if (column.isAlways) return `GeneratedAlways<${value}>`;
	return column.isGenerated ? `Generated<${value}>` : value;
}

function unionOf(check: string | null): string | undefined {
	const texts = [...(check ?? "").matchAll(/'([^']*)'::text/g)];
	return texts.length === 0
		? undefined
		: texts.map(([, text]) => JSON.stringify(text)).join(" | ");
}

function baseType(type: string): string {
	if (type.endsWith("[]")) return `${baseType(type.slice(0, -2))}[]`;
	const known: Readonly<Record<string, string>> = {
		text: "string",
		uuid: "string",
		numeric: "string",
		tstzrange: "string",
		tsvector: "string",
		bigint: "string",
		date: "string",
		integer: "number",
		boolean: "boolean",
		bytea: "Buffer",
		sealed: "Sealed",
		jsonb: "Json",
		"timestamp with time zone": "Timestamp",
	};
	const found = known[type];
	if (found === undefined) throw new Error(`no row type for ${type}`);
	return found;
}
