import assert from "node:assert/strict";
import test from "node:test";
import pg from "pg";
import { freshDatabase } from "../../../test/database.ts";
import { establishedWorld } from "../../../test/world.ts";
import { transact } from "./database.ts";
import { impersonal } from "./impersonal.ts";

test("every table with personal data has row-level security, enabled and forced", async () => {
	await using database = await freshDatabase();
	const rows = await asOwner(
		database.logins.owner,
		`select relname as name from pg_class
		 where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)
		 order by relname collate "C"`,
	);
	assert.deepEqual(
		rows.map(({ name }) => name),
		impersonal,
	);
});

test("the application owns nothing, and cannot walk past row-level security", async () => {
	await using database = await freshDatabase();
	const { rows } = await database.pool.query(
		`select (select count(*)::int from pg_class where relowner = r.oid) as owned, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
		 from pg_roles r where rolname = current_user`,
	);
	assert.deepEqual(rows, [
		{
			owned: 0,
			rolsuper: false,
			rolbypassrls: false,
			rolcreaterole: false,
			rolcreatedb: false,
		},
	]);
});

test("nothing stands beside row-level security: no definer functions, no views", async () => {
	await using database = await freshDatabase();
	const rows = await asOwner(
		database.logins.owner,
		`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
		 union all select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
	);
	assert.deepEqual(rows, []);
});

test("without an actor there are no rows", async () => {
	await using world = await establishedWorld();
	for (const table of [
		"person",
		"directory_word",
		"office",
		"journal",
		"sign_in",
		"password",
	]) {
		const { rows } = await world.database.pool.query(`select * from ${table}`);
		assert.deepEqual(rows, [], table);
	}
});

test("the journal can be added to, never changed or shortened", async () => {
	await using world = await establishedWorld();
	const { pool } = world.database;
	for (const statement of [
		"update journal set act = 'nothing'",
		"delete from journal",
		"truncate journal",
	])
		await assert.rejects(pool.query(statement), /permission denied/);
});

test("nobody writes in the journal in somebody else's name", async () => {
	await using world = await establishedWorld();
	const forged = transact(
		world.database,
		{ actor: { kind: "person", person: world.ruth }, access: "write" },
		(tx) =>
			tx
				.insertInto("journal")
				.values({ person_id: world.ada, act: "grant-office" })
				.execute(),
	);
	await assert.rejects(forged, /row-level security/);
});

test("a program manager grants no office, whatever the page says", async () => {
	await using world = await establishedWorld();
	const granted = transact(
		world.database,
		{ actor: { kind: "person", person: world.ruth }, access: "write" },
		(tx) =>
			tx
				.insertInto("office")
				.values({ person_id: world.ruth, office: "administrator" })
				.execute(),
	);
	await assert.rejects(granted, /row-level security/);
	const ruth = await world.as(world.ruth);
	const seen = await ruth.send("/administration/offices", {
		person: "ruth.feld@meridian.example",
		office: "administrator",
	});
	assert.equal(seen.status, 404);
});

test("a transaction that reads cannot write", async () => {
	await using world = await establishedWorld();
	const write = transact(
		world.database,
		{ actor: { kind: "person", person: world.ruth }, access: "read" },
		(tx) => tx.deleteFrom("sign_in").execute(),
	);
	await assert.rejects(write, /read-only transaction/);
});

test("interleaved transactions on few connections never see each other's rows", async () => {
	await using world = await establishedWorld();
	const seen = await Promise.all(
		Array.from({ length: 200 }, async (_, index) => {
			const person = index % 2 === 0 ? world.ruth : world.ada;
			const rows = await transact(
				world.database,
				{ actor: { kind: "person", person }, access: "read" },
				(tx) => tx.selectFrom("password").select("person_id").execute(),
			);
			return rows.every((row) => row.person_id === person);
		}),
	);
	assert.ok(seen.every(Boolean));
});

async function asOwner(url: string, query: string) {
	const client = new pg.Client(url);
	await client.connect();
	try {
		const { rows } = await client.query<{ name: string }>(query);
		return rows;
	} finally {
		await client.end();
	}
}

test("a page that anyone may open reads nobody", async () => {
	await using world = await establishedWorld();
	const counts = await transact(
		world.database,
		{ actor: { kind: "process", process: "anyone" }, access: "read" },
		async (tx) => ({
			people: await tx.selectFrom("person").select("id").execute(),
			offices: await tx.selectFrom("office").select("id").execute(),
			mails: await tx.selectFrom("mail").select("id").execute(),
			words: await tx.selectFrom("directory_word").selectAll().execute(),
		}),
	);
	assert.deepEqual(counts, { people: [], offices: [], mails: [], words: [] });
});
