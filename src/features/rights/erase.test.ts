import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { sql } from "kysely";
import { insertAnyRow } from "../../../test/any-row.ts";
import { asOwner } from "../../../test/owner.ts";
import { superuser } from "../../../test/tampering.ts";
import {
	addPerson,
	establishedWorld,
	type World,
} from "../../../test/world.ts";
import { transact } from "../../platform/database/database.ts";
import { personal } from "../../platform/database/register/register.ts";
import { checkJournal } from "../../platform/journal/check.ts";
import { record } from "../../platform/journal/journal.ts";
import { journalSigner } from "../../platform/journal/signer.ts";
import { post } from "../../platform/mail/mail.ts";
import { eraseNow } from "./jobs.ts";

test("an erased person is in no row of any table, except where the register keeps a place for others", async () => {
	await using world = await establishedWorld();
	const xerxes = await peopled(world);
	await erase(world, xerxes);
	await using session = await superuser(world.database);
	const marks = ["Xerxes", "Quillfeather", "xerxes.quillfeather", xerxes];
	const kept = personal
		.filter(({ erasure }) => erasure === "keep" || erasure === "blank")
		.map(({ table }) => table);
	const { rows: tables } = await session.client.query<{ name: string }>(
		"select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
	);
	const left: string[] = [];
	for (const { name } of tables)
		for (const mark of marks) {
			const { rowCount } = await session.client.query(
				`select from "${name}" as line where position(lower($1) in lower(line::text)) > 0`,
				[mark],
			);
			if (rowCount !== 0 && !(mark === xerxes && kept.includes(name)))
				left.push(`${name}: ${mark}`);
		}
	assert.deepEqual(left, []);
	const queued = await session.client.query(
		"select from graphile_worker._private_jobs where position($1 in payload::text) > 0",
		["Quillfeather"],
	);
	assert.equal(queued.rowCount, 0);
});

test("after an erasure every hash of the journal holds, the name is gone from it, and nobody can take one out otherwise", async () => {
	await using world = await establishedWorld();
	const xerxes = await peopled(world);
	await erase(world, xerxes);
	const check = await verify(world);
	assert.deepEqual(check.problems, []);
	const entries = await asOwner<{ act: string }>(
		world.database,
		"select act from journal where act in ('read-record', 'change-own-words') and about_person_id is null and person_id is null order by id",
	);
	assert.ok(entries.length > 0, "what was done is still there, by nobody");
});

test("erasing again changes nothing, and brings nothing down", async () => {
	await using world = await establishedWorld();
	const xerxes = await peopled(world);
	await erase(world, xerxes);
	const before = await personRow(world, xerxes);
	await erase(world, xerxes);
	assert.deepEqual(await personRow(world, xerxes), before);
	assert.deepEqual((await verify(world)).problems, []);
});

test("what only erasure may delete, no person can", async () => {
	await using world = await establishedWorld();
	const xerxes = await peopled(world);
	for (const person of [world.ada, world.ruth, xerxes])
		for (const statement of ["delete from nomination", "delete from office"])
			await assert.doesNotReject(
				transact(
					world.database,
					{ actor: { kind: "person", person }, access: "write" },
					async (tx) => {
						const { numDeletedRows } = await tx
							.deleteFrom(
								statement.endsWith("office") ? "office" : "nomination",
							)
							.executeTakeFirstOrThrow();
						assert.equal(numDeletedRows, 0n);
					},
				),
			);
});

test("the job alone acts as the process that reaches everything", () => {
	const root = new URL("../../", import.meta.url);
	const acting = globSync("**/*.{ts,tsx}", { cwd: root })
		.filter((file) => !file.includes(".test."))
		.filter((file) =>
			/process: "erasure"|actingAs\([^)]*"erasure"/.test(
				readFileSync(new URL(file, root), "utf8"),
			),
		);
	assert.deepEqual(acting, ["features/rights/jobs.ts"]);
});

test("nobody answers a request of their own, not past the pages either", async () => {
	await using world = await establishedWorld();
	for (const table of ["erasure_request", "correction_request"] as const) {
		const columns =
			table === "erasure_request"
				? "(person_id, cause) values ($1, 'asked')"
				: "(person_id, about, wanted) values ($1, 'other', 'x')";
		await asOwner(world.database, `insert into ${table} ${columns}`, [
			world.ada,
		]);
		await assert.rejects(
			transact(
				world.database,
				{ actor: { kind: "person", person: world.ada }, access: "write" },
				(tx) =>
					sql`update ${sql.table(table)} set answered_at = now(), answered_by = ${world.ada}, outcome = ${table === "erasure_request" ? "confirmed" : "corrected"} where person_id = ${world.ada}`.execute(
						tx,
					),
			),
			/row-level security/,
			table,
		);
	}
});

/** Xerxes, with a row in every table that can hold something of a person's. */
async function peopled(world: World & { ada: string; ruth: string }) {
	const xerxes = await world.arrange((tx) =>
		addPerson(tx, { first_name: "Xerxes", last_name: "Quillfeather" }),
	);
	await using session = await superuser(world.database);
	const { client } = session;
	await client.query("begin");
	await client.query("set local session_replication_role = replica");
	for (const row of personal)
		if (
			!["person", "journal", "journal_pseudonym", "erasure_request"].includes(
				row.table,
			)
		)
			await insertAnyRow(client, row, xerxes);
	await client.query(
		"insert into people_import (file_name, status, returned) values ('hr.csv', 'imported', 'Xerxes Quillfeather')",
	);
	await client.query("commit");
	await transact(
		world.database,
		{ actor: { kind: "person", person: world.ruth }, access: "write" },
		async (tx) => {
			await record(tx, { act: "read-record", about: xerxes });
			await record(tx, { act: "pin-pair", detail: { mentor: xerxes } });
			await post(tx, {
				to: world.ada,
				kind: "proposal",
				event: "a talk",
				letter: {
					subject: "A talk with Xerxes Quillfeather",
					paragraphs: ["Xerxes Quillfeather, xerxes.quillfeather@x"],
					foot: "",
				},
			});
		},
	);
	await transact(
		world.database,
		{ actor: { kind: "person", person: xerxes }, access: "write" },
		(tx) => record(tx, { act: "change-own-words", about: xerxes }),
	);
	return xerxes;
}

function erase(world: World, person: string): Promise<boolean> {
	return eraseNow(world.database, { person, request: null, reactions: [] });
}

async function verify(world: World) {
	await using session = await superuser(world.database);
	return await checkJournal(session.client, {
		outside: [],
		keys: [journalSigner(world.database.vault).open],
	});
}

async function personRow(world: World, person: string) {
	return asOwner(world.database, "select * from person where id = $1", [
		person,
	]);
}
