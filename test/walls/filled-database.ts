// A database in which every table has rows, made from the catalogue alone, so that a table somebody adds tomorrow is covered tomorrow. All rows are
// about the same few people in the same program: person columns name the subject, the second person of a pair the partner, "…_by" the author.
// A column with a list of allowed values, a yes-or-no and a moment that may be missing each get a row for every value. Keys, checks and
// triggers are taken away first: this database is for asking who may do what with a row, nothing else.
import { createHash } from "node:crypto";
import type pg from "pg";
import { particularRows } from "./particular.ts";
import { custodyRows } from "./custody-rows.ts";
import {
	asSuperuser,
	freshDatabase,
	nameOf,
	type TestDatabase,
} from "../database.ts";

export type FilledDatabase = TestDatabase & {
	/** Does something as a superuser in this database. */
	readonly as: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>;
};

/** An id made from a word: the same in every table that refers to it. */
export function idOf(word: string): string {
	const hex = createHash("sha256").update(word).digest("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** People with an office: for the program of the rows, for another, or for all. */
export const officeHolders: readonly (readonly [
	name: string,
	office: string,
	program: "this" | "another" | "all",
])[] = [
	["program manager", "program-manager", "this"],
	["manager elsewhere", "program-manager", "another"],
	["manager of all", "program-manager", "all"],
	["committee", "committee-member", "this"],
	["committee elsewhere", "committee-member", "another"],
	["analyst", "analyst", "all"],
	["administrator", "administrator", "all"],
	["coordinator", "coordinator", "all"],
	["facilitator", "facilitator", "this"],
	["learning partner", "learning-partner", "all"],
	["ombudsperson", "ombudsperson", "all"],
	["another ombudsperson", "ombudsperson", "all"],
];

export async function filledDatabase(): Promise<FilledDatabase> {
	const database = await freshDatabase();
	const as = <T>(work: (client: pg.Client) => Promise<T>) =>
		asSuperuser(nameOf(database), work);
	await as(async (client) => {
		const tables = await describeTables(client);
		await client.query(loosen);
		for (const table of tables)
			for (const row of rowsOf(table, tables))
				await insert(client, table.name, row);
		await insert(client, "relationship", {
			id: idOf("open relationship"),
			program_id: idOf("program"),
			member_ids: [idOf("subject"), idOf("partner")],
		});
		for (const [name, office, program] of officeHolders)
			await insert(client, "office", {
				id: idOf(`office of ${name}`),
				person_id: idOf(name),
				office,
				program_id: program === "all" ? null : idOf(programOf(program)),
				from_at: "2020-01-01",
			});
		await insert(client, "program", { id: idOf("another program"), name: "x" });
		for (const [table, row] of [...particularRows(), ...custodyRows()])
			await insert(client, table, row);
		await client.query("analyze");
	});
	return { ...database, as };
}

function programOf(program: "this" | "another"): string {
	return program === "this" ? "program" : "another program";
}

type Column = {
	readonly name: string;
	readonly type: string;
	readonly refers: string | null;
	/** The column there that this one repeats. */
	readonly refersTo: string | null;
	readonly values: readonly string[];
	readonly isNullable: boolean;
};
type Table = { readonly name: string; readonly columns: readonly Column[] };
type Row = Readonly<Record<string, unknown>>;

async function describeTables(client: pg.Client): Promise<readonly Table[]> {
	const { rows } = await client.query<Table>(`
		select c.relname as name, json_agg(json_build_object(
			'name', a.attname, 'type', format_type(a.atttypid, null), 'isNullable', not a.attnotnull,
			'refers', (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1),
			'refersTo', (select f.attname from pg_constraint k join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]
				where k.conrelid = c.oid and k.contype = 'f' and k.conkey = array[a.attnum] limit 1),
			'values', coalesce((
				select array_agg(distinct part[1]) from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') as part
				where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%'
			), '{}')
		) order by a.attnum) as columns
		from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('migration', 'vault_key')
		group by c.relname order by c.relname collate "C"`);
	return rows;
}

/** A plain row, one more for every other value of a column that knows few, and these once more for every other author. */
function rowsOf(
	{ name, columns }: Table,
	tables: readonly Table[],
): readonly Row[] {
	const plain: Row = Object.fromEntries(
		columns.map((column) => [
			column.name,
			plainValue(name, resolved(column, tables)),
		]),
	);
	const withOthers = (row: Row, values: (column: Column) => unknown[]) =>
		columns.flatMap((column) =>
			values(column).map((value) => ({ ...row, [column.name]: value })),
		);
	const byState = withOthers(plain, otherValues);
	const byAuthor = withOthers(plain, (column) => otherAuthors(name, column));
	const bySubject = withOthers(plain, (column) =>
		otherAuthors(name, column).filter((value) => value === idOf("subject")),
	);
	return [
		plain,
		...byState,
		...byAuthor,
		...bySubject.flatMap((row) =>
			withOthers(row, ({ values }) => values.slice(1)),
		),
	];
}

/** A key that repeats another table's key which itself refers to a third has the id of the third. */
function resolved(column: Column, tables: readonly Table[]): Column {
	const there = tables
		.find(({ name }) => name === column.refers)
		?.columns.find(({ name }) => name === column.refersTo);
	return there === undefined || there.refers === null || there.name === "id"
		? column
		: resolved(
				{ ...column, refers: there.refers, refersTo: there.refersTo },
				tables,
			);
}

function otherValues({ type, values, isNullable }: Column): unknown[] {
	if (values.length > 0) return values.slice(1);
	if (type === "boolean") return [true];
	const isMoment = type === "timestamp with time zone" || type === "date";
	return isMoment && isNullable ? ["2020-01-02"] : [];
}

/** Who wrote a row may be whom it is about, or somebody with an office; and not every relationship has ended. */
function otherAuthors(
	table: string,
	{ name, type, refers }: Column,
): unknown[] {
	if (refers === "relationship" && table !== "relationship_ending")
		return [idOf("open relationship")];
	return type === "uuid" && isAuthor(name)
		? [idOf("subject"), idOf("program manager")]
		: [];
}

function isAuthor(name: string): boolean {
	return name.endsWith("_by") || /^(by_person|writer_id)$/.test(name);
}

function plainValue(table: string, column: Column): unknown {
	const { name, type, refers, values, isNullable } = column;
	if (values.length > 0) return values[0];
	if (type === "uuid") return idIn(table, name, refers);
	if (name === "time_zone") return "UTC";
	if (type === "uuid[]") return [idOf("subject"), idOf("partner")];
	if (type.endsWith("[]")) return [];
	const isMoment = type === "timestamp with time zone" || type === "date";
	if (isMoment) return isNullable ? null : "2020-01-01";
	return valueByType[type] ?? "x";
}

const valueByType: Readonly<Record<string, unknown>> = {
	boolean: false,
	integer: 1,
	bigint: 1,
	smallint: 1,
	numeric: 1,
	jsonb: {},
	tstzrange: "empty",
	bytea: `\\x${"00".repeat(61)}`,
	sealed: `\\x${"00".repeat(61)}`,
};

function idIn(table: string, name: string, refers: string | null): string {
	if (name === "id") return table === "person" ? idOf("subject") : idOf(table);
	// The rows of the table of offices belong to somebody who is not asked: they would make the subject an office holder.
	if (table === "office" && name === "person_id") return idOf("officer");
	if (refers !== null && refers !== "person") return idOf(refers);
	if (isAuthor(name)) return idOf("author");
	if (/^(ombudsperson|delegate)_id$/.test(name)) return idOf(name.slice(0, -3));
	if (/mentor|other|wished|partner|recipient|to_id/.test(name))
		return idOf("partner");
	return /person|mentee|member|author|owner|manager|host/.test(name)
		? idOf("subject")
		: idOf(name.replace(/_id$/, ""));
}

async function insert(
	client: pg.Client,
	table: string,
	row: Row,
): Promise<void> {
	const columns = Object.keys(row).map((name) => client.escapeIdentifier(name));
	const into = client.escapeIdentifier(table);
	await client.query(
		`insert into ${into} (${columns.join(", ")}) overriding system value
		 select ${columns.join(", ")} from jsonb_populate_record(null::${into}, $1)`,
		[JSON.stringify(row)],
	);
}

const loosen = `
	do $$ declare found record; begin
		for found in select conrelid::regclass as relation, conname, contype from pg_constraint
			where connamespace = 'public'::regnamespace and conrelid <> 0 and contype in ('f', 'c', 'x', 'u', 'p')
			order by array_position(array['f', 'c', 'x', 'u', 'p'], contype::text)
		loop execute format('alter table %s drop constraint %I cascade', found.relation, found.conname); end loop;
		for found in select i.indexrelid::regclass as relation from pg_index i join pg_class c on c.oid = i.indrelid
			where c.relnamespace = 'public'::regnamespace
		loop execute format('drop index %s', found.relation); end loop;
		for found in select a.attrelid::regclass as relation, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
			where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attnotnull and not a.attisdropped and a.attidentity = ''
		loop execute format('alter table %s alter column %I drop not null', found.relation, found.attname); end loop;
		for found in select oid::regclass as relation from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
		loop execute format('alter table %s disable trigger user', found.relation); end loop;
	end $$`;
