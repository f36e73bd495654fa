// Who may read, add, change and delete which rows, asked of PostgreSQL itself as the application's role, for every actor and every protected table.
import { readFileSync } from "node:fs";
import type pg from "pg";
import { applicationRole } from "../../src/platform/database/roles.ts";
import { particularChanges } from "./particular.ts";
import { type FilledDatabase, idOf, officeHolders } from "./filled-database.ts";

/** What an actor may do with a table's rows: r(ead), a(dd), c(hange), d(elete), and what particular.ts names; a number says how many, where not all. Empty: nothing. */
export type Rights = string;

/** By table and actor, only who may do anything. */
export type RowMatrix = Readonly<
	Record<string, Readonly<Record<string, Rights>>>
>;

type Actor = {
	readonly name: string;
	readonly person: string;
	readonly process: string;
};

export const people = [
	"subject",
	"partner",
	"author",
	"colleague",
	"delegate",
	"custodian",
	"second custodian",
] as const;

/** Nobody, everyone who can be a person here, and every named process. */
export function actors(): readonly Actor[] {
	const person = (name: string): Actor => ({
		name,
		person: idOf(name),
		process: "",
	});
	return [
		{ name: "nobody", person: "", process: "" },
		...people.map(person),
		...officeHolders.map(([name]) => person(name)),
		...processes().map((process) => ({
			name: `process ${process}`,
			person: "",
			process,
		})),
	];
}

/** Every name in the type Process: what is not written there cannot act. */
function processes(): readonly string[] {
	const source = readFileSync(
		new URL("../../src/platform/database/database.ts", import.meta.url),
		"utf8",
	);
	const [, union = ""] = /export type Process =([^;]+);/.exec(source) ?? [];
	return [...union.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
}

export async function prepareMeasure({ as }: FilledDatabase): Promise<void> {
	await as((client) => client.query(measureFunction));
}

export async function protectedTables(
	client: pg.Client,
): Promise<readonly string[]> {
	const { rows } = await client.query<{ name: string }>(
		"select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by relname collate \"C\"",
	);
	return rows.map(({ name }) => name);
}

/** One table's line of the matrix. The client is a superuser's; nothing stays of what is tried. */
export async function rightsIn(
	client: pg.Client,
	{ logins }: FilledDatabase,
	table: string,
	asked: readonly Actor[] = actors(),
): Promise<Readonly<Record<string, Rights>>> {
	const { rows } = await client.query<{
		rights: Readonly<Record<string, Rights>>;
	}>("select pg_temp_measure($1, $2, $3, $4) as rights", [
		table,
		applicationRole(logins),
		JSON.stringify(asked),
		JSON.stringify(particularChanges[table] ?? {}),
	]);
	return rows[0]?.rights ?? {};
}

// In the database, because it is some hundred statements a table. Each is tried in a block of its own that is taken back.
const measureFunction = `
	create or replace function pg_temp_measure(wanted text, role text, actors jsonb, particular jsonb) returns jsonb language plpgsql as $$
	declare
		actor jsonb; found jsonb := '{}'; rights text; kept jsonb; total integer; number integer; insertable text; updatable text; letter text; change text; owner text := current_user;
	begin
		execute format('select count(*)::int, jsonb_agg(to_jsonb(t)) from %I t', wanted) into total, kept;
		select string_agg(quote_ident(attname), ', ') into insertable from pg_attribute
			where attrelid = wanted::regclass and attnum > 0 and not attisdropped and attgenerated = ''
				and has_column_privilege(role, attrelid, attnum, 'insert');
		-- A change that reads nothing, of a column no policy asks about: what may be read must not stand in for what may be changed.
		select quote_ident(attname) into updatable from pg_attribute
			where attrelid = wanted::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a'
				and has_column_privilege(role, attrelid, attnum, 'update')
			order by exists (select from pg_depend where classid = 'pg_policy'::regclass and refobjid = attrelid and refobjsubid = attnum), attnum desc limit 1;
		for actor in select * from jsonb_array_elements(actors) loop
			perform set_config('baton.person', actor ->> 'person', true), set_config('baton.process', actor ->> 'process', true);
			perform set_config('role', role, true);
			rights := '';
			begin
				execute format('select count(*)::int from %I', wanted) into number;
				rights := rights || pg_temp_share('r', number, total);
			exception when insufficient_privilege then null; end;
			if insertable is not null then
				number := 0;
				for place in 0 .. total - 1 loop
					begin
						execute format('insert into %I (%s) overriding system value select %s from jsonb_populate_record(null::%I, $1)', wanted, insertable, insertable, wanted) using kept -> place;
						number := number + 1;
						raise exception using errcode = 'P0001';
					exception when insufficient_privilege then null; when raise_exception then null; end;
				end loop;
				rights := rights || pg_temp_share('a', number, total);
			end if;
			if updatable is not null then
				begin
					execute format('update %I set %s = null', wanted, updatable);
					get diagnostics number = row_count;
					raise exception using errcode = 'P0001';
				exception when insufficient_privilege then number := 0; when raise_exception then null; end;
				rights := rights || pg_temp_share('c', number, total);
			end if;
			for letter, change in select * from jsonb_each_text(particular) loop
				begin
					execute format('update %I set %s', wanted, change);
					get diagnostics number = row_count;
					raise exception using errcode = 'P0001';
				exception when insufficient_privilege then number := 0; when raise_exception then null; end;
				rights := rights || pg_temp_share(letter, number, total);
			end loop;
			begin
				number := 0;
				execute format('delete from %I', wanted);
				get diagnostics number = row_count;
				raise exception using errcode = 'P0001';
			exception when insufficient_privilege then null; when raise_exception then null; end;
			rights := rights || pg_temp_share('d', number, total);
			perform set_config('role', owner, true);
			if rights <> '' then found := found || jsonb_build_object(actor ->> 'name', rights); end if;
		end loop;
		return found;
	end $$;
	create or replace function pg_temp_share(letter text, number integer, total integer) returns text immutable language sql as $$
		select case when number = 0 then '' when number = total then letter else letter || number end $$;
	revoke all on function pg_temp_measure(text, text, jsonb, jsonb) from public`;
