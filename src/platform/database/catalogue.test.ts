// What must hold of every table, policy and function there will ever be, read from PostgreSQL's own catalogue. Who may do what with which row is
// measured in test/walls.
import assert from "node:assert/strict";
import test, { after } from "node:test";
import { freshDatabase } from "../../../test/database.ts";
import { impersonal } from "./impersonal.ts";
import { applicationRole, connectAsOwner } from "./roles.ts";

const database = await freshDatabase();
const owner = await connectAsOwner(database.logins.owner);
after(async () => {
	await owner.end();
	await database[Symbol.asyncDispose]();
});
const role = applicationRole(database.logins);

/** What the application may do with the tables that hold nothing about anybody; columns where not all. */
const grantedOnImpersonal: Readonly<Record<string, string>> = {
	charter: "insert, select",
	competency: "insert, select, update",
	competency_catalogue: "insert, select, update",
	competency_change: "insert, select, update",
	custom_field: "delete, insert, select, update",
	eligibility: "insert, select",
	grade: "delete, insert, select, update",
	organisation: "insert, select, update",
	program: "insert, select, update",
	retention_period: "delete, insert, select, update",
	round: "insert, select, update",
	saved_mapping: "delete, insert, select, update",
};

test("no policy lets everything through, but the owner's own", async () => {
	const open = await names(`
		select tablename || '.' || policyname as name from pg_policies
		where schemaname = 'public' and policyname <> 'owner' and (qual = 'true' or with_check = 'true')`);
	assert.deepEqual(open, []);
});

test("the owner's policy is for the owner alone", async () => {
	const others = await names(
		`select tablename || '.' || policyname as name from pg_policies
		 where schemaname = 'public' and policyname = 'owner' and roles <> array[current_user]::name[]`,
	);
	assert.deepEqual(others, []);
});

test("no function of ours tells of rows before they are checked, or runs with another's rights", async () => {
	const functions = await names(`
		select proname as name from pg_proc
		where pronamespace = 'public'::regnamespace and (proleakproof or prosecdef)
			and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')`);
	assert.deepEqual(functions, []);
});

test("nothing is granted to everybody, and the application gets no more than to work with rows", async () => {
	const grants = await names(
		`select table_name || ' ' || privilege_type || ' to ' || grantee as name from information_schema.table_privileges
		 where table_schema = 'public' and grantee <> current_user
			and (grantee <> $1 or privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or is_grantable = 'YES')`,
		[role],
	);
	assert.deepEqual(grants, []);
});

test("of tables that hold nothing about anybody the application may do what is listed", async () => {
	const { rows } = await owner.query<{ table: string; may: string }>(
		`select relname as table, string_agg(may, ', ' order by may) as may
		 from pg_class, unnest(array['select', 'insert', 'update', 'delete']) as may
		 where relnamespace = 'public'::regnamespace and relkind = 'r' and relname = any ($2) and has_table_privilege($1, pg_class.oid, may)
		 group by relname`,
		[role, impersonal],
	);
	assert.deepEqual(
		Object.fromEntries(rows.map(({ table, may }) => [table, may])),
		grantedOnImpersonal,
	);
});

/** Two people can tell by these that a value is taken: each is something that whoever may write there reads anyway. */
const naturalKeys = [
	// Only people offices and imports add people, and they read the whole directory.
	"person_email",
	"employment_number",
	// Of one program or one pair: whoever writes there reads the others of it, or is the person meant.
	"enrolment_program_id_person_id_side_key",
	"nomination_program_id_person_id_side_nominated_by_key",
	"pair_matter_open",
	"plan_draft_name",
	// The identity provider says who is who; a person can only link what it vouches for.
	"identity_issuer_subject_key",
	"identity_person_id_issuer_key",
];

test("no other unique key on what people are known by could be asked whether somebody is there", async () => {
	const found = await names(`
		select i.indexrelid::regclass::text as name
		from pg_index i join pg_class c on c.oid = i.indrelid
		where c.relnamespace = 'public'::regnamespace and c.relrowsecurity and i.indisunique and not i.indisprimary
			and exists (
				select from pg_attribute a where a.attrelid = i.indexrelid
					and a.atttypid in ('text'::regtype, 'date'::regtype)
			)`);
	const unlisted = found.filter(
		(name) => !naturalKeys.includes(name) && !randomKeys.includes(name),
	);
	assert.deepEqual(unlisted, []);
});

/** Unique, of text, and made by chance or by Baton: nobody can guess another's. */
const randomKeys: readonly string[] = [
	"mail_message_id_key",
	// What a mail is about, by its random id, for one recipient.
	"mail_event",
	"demonstration_cast_role_key",
	"journal_pseudonym_pseudonym_key",
];

test("every encrypted column stands in a table with a primary key, which binds the value to its row", async () => {
	const without = await names(`
		select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
		where a.atttypid = 'sealed'::regtype and c.relkind = 'r' and not a.attisdropped
			and not exists (select from pg_index where indrelid = c.oid and indisprimary)`);
	assert.deepEqual(without, []);
});

async function names(
	query: string,
	values: readonly unknown[] = [],
): Promise<readonly string[]> {
	const { rows } = await owner.query<{ name: string }>(query, [...values]);
	return rows.map(({ name }) => name);
}
