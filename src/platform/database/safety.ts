// Row-level security is the second wall: it stands only while the application is let into the database by the one door it has. Every start looks
// whether somebody has opened another since: a grant made in haste, a view for a report, an upgrade of the server undone.
import type pg from "pg";
import { StartupProblem } from "../startup-problem.ts";
import { impersonal } from "./impersonal.ts";
import { applicationRole, connectAsOwner, type Logins } from "./roles.ts";

/** Refuses a database in which row-level security could be walked past, with one sentence that says how to mend it. */
export async function refuseUnsafe(logins: Logins): Promise<void> {
	const role = applicationRole(logins);
	await inside(logins.owner, async (client) => {
		for (const { finds, says } of dangers) {
			const { rows } = await client.query<{ name: string }>(finds, [role]);
			const names = rows.map(({ name }) => name);
			if (names.length > 0) throw new StartupProblem(says(named(names), role));
		}
		const { rows } = await client.query<{ name: string }>(unprotected, [
			impersonal,
		]);
		if (rows.length > 0)
			throw new StartupProblem(
				`Row-level security is switched off for ${named(rows.map(({ name }) => name))}: as the owner, alter table … enable row level security, force row level security.`,
			);
	});
	await inside(logins.application, refuseOtherPath);
}

/** Releases that lack corrections of row-level security or of leaking statistics (CVE-2023-2455, CVE-2025-8713) are refused. */
export function serverProblem(
	version: number,
	name: string,
): string | undefined {
	const major = Math.floor(version / 10_000);
	const least = leastMinor.get(major);
	if (major < 15)
		return `The database is PostgreSQL ${name}; Baton needs 15.14 or newer.`;
	if (least === undefined || version % 10_000 >= least) return undefined;
	return `The database is PostgreSQL ${name}, in which row-level security has a known hole: bring it to ${major}.${least} or newer.`;
}

const leastMinor = new Map([
	[15, 14],
	[16, 10],
	[17, 6],
]);

type Danger = {
	/** What is dangerous, by name; $1 is the application's role. */
	readonly finds: string;
	readonly says: (names: string, role: string) => string;
};

/** Objects people may have made; not PostgreSQL's own, not the job queue's, not those of an extension. */
const ours = (catalogue: string, namespace: string) =>
	`${namespace}::regnamespace::text not in ('pg_catalog', 'information_schema', 'graphile_worker')
		and ${namespace}::regnamespace::text not like 'pg\\_%'
		and not exists (select from pg_depend where classid = '${catalogue}'::regclass and objid = ${catalogue}.oid and deptype = 'e')`;

const dangers: readonly Danger[] = [
	{
		finds:
			"select rolname as name from pg_roles where rolname = $1 and rolsuper",
		says: (_, role) =>
			`The application's login ${role} is a superuser, to whom row-level security does not apply: alter role ${role} nosuperuser, or let DATABASE_URL name another login and DATABASE_OWNER_URL the one that migrates.`,
	},
	{
		finds:
			"select rolname as name from pg_roles where rolname = $1 and (rolbypassrls or rolreplication or rolcreaterole)",
		says: (_, role) =>
			`The application's login ${role} may step around row-level security: alter role ${role} nobypassrls noreplication nocreaterole.`,
	},
	{
		finds: `select c.oid::regclass::text as name from pg_class c join pg_roles r on r.oid = c.relowner where rolname = $1
			union all select 'schema ' || nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner where rolname = $1
			union all select 'function ' || proname from pg_proc p join pg_roles r on r.oid = p.proowner where rolname = $1
			union all select 'database ' || datname from pg_database d join pg_roles r on r.oid = d.datdba where rolname = $1 and datname = current_database()
			limit 10`,
		says: (names, role) =>
			`The application's login ${role} owns ${names}, and an owner may switch row-level security off: give them to the owner's login, or let DATABASE_URL and DATABASE_OWNER_URL name two different logins.`,
	},
	{
		finds: `select rolname as name from pg_roles r where rolname <> $1 and pg_has_role($1, r.oid, 'member') and (
				rolsuper or rolbypassrls or rolcreaterole or rolreplication
				or rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
				or exists (select from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace)
			)`,
		says: (names, role) =>
			`The application's login ${role} is a member of ${names}, and may read everything by it: revoke ${names} from ${role}.`,
	},
	{
		finds: `select pg_proc.oid::regprocedure::text as name from pg_proc
			where prosecdef and has_function_privilege($1, pg_proc.oid, 'execute') and ${ours("pg_proc", "pronamespace")}`,
		says: (names) =>
			`${names} runs with its owner's rights (security definer) and would show what row-level security hides: drop it, or alter function … security invoker.`,
	},
	{
		finds: `select pg_class.oid::regclass::text as name from pg_class
			where relkind = 'v' and ${ours("pg_class", "relnamespace")}
				and (relnamespace = 'public'::regnamespace or has_table_privilege($1, pg_class.oid, 'select'))
				and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)`,
		says: (names) =>
			`The view ${names} is read with its owner's rights and would show what row-level security hides: alter view … set (security_invoker = true), or drop it.`,
	},
	{
		finds: `select pg_class.oid::regclass::text as name from pg_class
			where relkind = 'm' and ${ours("pg_class", "relnamespace")}
				and (relnamespace = 'public'::regnamespace or has_table_privilege($1, pg_class.oid, 'select'))`,
		says: (names) =>
			`The materialised view ${names} holds copies of rows without row-level security: drop it, or keep it in a schema that the application cannot read.`,
	},
	{
		finds:
			"select 'public' as name where has_schema_privilege($1, 'public', 'create')",
		says: (_, role) =>
			`The application's login ${role} may create objects in the schema public: as the owner, revoke create on schema public from public, ${role}.`,
	},
];

const unprotected = `
	select relname as name from pg_class
	where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
		and relname <> all ($1::text[])
		and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
	order by relname collate "C"`;

/** Another schema before ours could stand in for a table that a policy asks. */
async function refuseOtherPath(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ path: string }>(
		"select array_to_string(current_schemas(true), ', ') as path",
	);
	const path = rows[0]?.path ?? "";
	if (path !== "pg_catalog, public")
		throw new StartupProblem(
			`The application's login finds its tables by the search path ${path}: alter role … reset search_path, and drop a schema that is named like the login.`,
		);
}

function named(names: readonly string[]): string {
	return names.length > 4
		? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
		: names.join(", ");
}

async function inside(
	url: string,
	work: (client: pg.Client) => Promise<void>,
): Promise<void> {
	const client = await connectAsOwner(url);
	try {
		await work(client);
	} finally {
		await client.end();
	}
}
