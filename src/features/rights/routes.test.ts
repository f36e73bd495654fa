import assert from "node:assert/strict";
import test from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { z } from "zod";
import { insertAnyRow } from "../../../test/any-row.ts";
import { asOwner } from "../../../test/owner.ts";
import { superuser } from "../../../test/tampering.ts";
import {
	addPerson,
	establishedWorld,
	type World,
} from "../../../test/world.ts";
import { personal } from "../../platform/database/register/register.ts";
import { transact } from "../../platform/database/database.ts";
import { exportArchive, ownData } from "./export.ts";

test("everything that is somebody's is in their export, or the register says why not", async () => {
	await using world = await withWei();
	const sealedAtRest = await sealedTables(world);
	await using session = await superuser(world.database);
	const { client } = session;
	await client.query("begin");
	await client.query("set local session_replication_role = replica");
	for (const row of personal)
		if (row.table !== "person" && !sealedAtRest.includes(row.table))
			await insertAnyRow(client, row, world.wei);
	// What becomes readable to the person only in a certain state.
	await client.query("update proposal set status = 'published'");
	await client.query(
		"update hand_over set asked = 'peer', mentor_id = gen_random_uuid(), mentee_id = gen_random_uuid(), peer_id = $1",
		[world.wei],
	);
	await client.query(
		"insert into round (id, program_id, number, status, policy, seed) select round_id, gen_random_uuid(), row_number() over (), 'published', '{}', 'x' from unmatched",
	);
	await client.query(
		"insert into relationship (id, program_id, kind, member_ids) select relationship_id, gen_random_uuid(), 'one-to-one', array[$1::uuid, gen_random_uuid()] from relationship_member union select relationship_id, gen_random_uuid(), 'one-to-one', array[$1::uuid, gen_random_uuid()] from relationship_key_grant union select relationship_id, gen_random_uuid(), 'one-to-one', array[$1::uuid, gen_random_uuid()] from relationship_key union select relationship_id, gen_random_uuid(), 'one-to-one', array[$1::uuid, gen_random_uuid()] from agreement_acceptance union select relationship_id, gen_random_uuid(), 'one-to-one', array[$1::uuid, gen_random_uuid()] from ending_question union select relationship_id, gen_random_uuid(), 'one-to-one', array[$1::uuid, gen_random_uuid()] from recovery_consent union select relationship_id, gen_random_uuid(), 'one-to-one', array[$1::uuid, gen_random_uuid()] from session_member union select relationship_id, gen_random_uuid(), 'one-to-one', array[$1::uuid, gen_random_uuid()] from attendance",
		[world.wei],
	);
	await client.query(
		"insert into relationship_member (relationship_id, person_id, side) select relationship_id, $1::uuid, 'mentee' from session_member union select relationship_id, $1::uuid, 'mentee' from agreement_acceptance union select relationship_id, $1::uuid, 'mentee' from attendance on conflict do nothing",
		[world.wei],
	);
	await client.query(
		"insert into relationship_clause (id, relationship_id, author_id, words) select clause_id, (select relationship_id from relationship_member limit 1), gen_random_uuid(), decode(repeat('00', 64), 'hex') from relationship_clause_acceptance",
	);
	await client.query(
		`insert into concern (id, author_id, ombudsperson_id, answer_by, outcome_by)
		 select distinct concern_id, $1::uuid, gen_random_uuid(), current_date, current_date
		 from (select concern_id from concern_event union select concern_id from concern_key union select concern_id from concern_key_grant union select concern_id from concern_text) known`,
		[world.wei],
	);
	await client.query(
		"insert into recovery_opening (id, relationship_id, epoch, recovery_key_id, member_ids, custodian_id, identity_id, reason, said_at, signature) select opening_id, gen_random_uuid(), 1, (select recovery_key_id from recovery_custodian), array[gen_random_uuid()], gen_random_uuid(), gen_random_uuid(), decode(repeat('00', 64), 'hex'), now(), decode(repeat('00', 64), 'hex') from recovery_step",
	);
	await client.query("commit");
	const files = await archiveOf(world);
	const missing = personal.filter(
		({ table, withheld }) =>
			withheld === undefined &&
			!sealedAtRest.includes(table) &&
			files[`json/${table}.json`] === undefined,
	);
	assert.deepEqual(
		missing.map(({ table }) => table),
		[],
	);
	const names = Object.keys(files).join(" ");
	assert.doesNotMatch(names, /password|sign_in_link|chemistry_apart/);
	const schema = Schema.parse(JSON.parse(files["schema.json"] ?? ""));
	for (const { table, columns } of schema.tables)
		for (const { name } of columns)
			assert.notEqual(
				personal.find((row) => row.table === table)?.columns[name],
				"secret",
			);
});

test("the archive is downloaded, holds what the person said, and the journal knows", async () => {
	await using world = await withWei();
	const wei = await world.as(world.wei);
	await wei.post("/me/words", { about: "I listen first", seen: "" });
	const sent = await wei.send("/me/data/export", {});
	assert.equal(sent.status, 200);
	assert.match(sent.headers.get("content-type") ?? "", /zip/);
	const files = await archiveOf(world);
	assert.match(files["json/person.json"] ?? "", /Wei/);
	assert.match(files["README.txt"] ?? "", /Everything Baton holds about/);
	const [entry] = await asOwner<{ act: string }>(
		world.database,
		"select act from journal where act = 'take-own-data' and about_person_id = $1",
		[world.wei],
	);
	assert.ok(entry);
});

test("what somebody in office opens stands in the ledger of the person the same moment, with the office", async () => {
	await using world = await withWei();
	const wei = await world.as(world.wei);
	assert.match(
		(await wei.get("/me/data/readings")).text,
		/Nobody has opened anything/,
	);
	const ruth = await world.as(world.ruth);
	await ruth.get(`/people/${world.wei}/record`);
	const { text } = await wei.get("/me/data/readings");
	assert.match(text, /Ruth Feld ?Program manager.*read/);
});

test("who may read what is told from the policies, in words", async () => {
	await using world = await withWei();
	const wei = await world.as(world.wei);
	const { text } = await wei.get("/me/data/readers");
	assert.match(text, /Sensitive facts you declared[^.]*You alone/);
	assert.match(
		text,
		/Employee number[^.]*You, Administrator and Program manager/,
	);
	assert.match(text, /Your sealed notes[^.]*with their keys/);
	assert.match(text, /Name, address, title[^.]*Everyone in the organisation/);
});

test("a correction is asked for, answered with a reason, and told; a colleague sees none of it", async () => {
	await using world = await withWei();
	const wei = await world.as(world.wei);
	const empty = await wei.send("/me/data/corrections", {
		about: "grade",
		wanted: "",
	});
	assert.equal(empty.status, 422);
	await wei.post("/me/data/corrections", {
		about: "grade",
		wanted: "Director since May",
	});
	const ruth = await world.as(world.ruth);
	const office = await ruth.get("/corrections");
	assert.match(office.text, /Wei Chen.*Director since May/);
	const path = /\/corrections\/[0-9a-f-]+\/answer/.exec(office.html)?.[0] ?? "";
	const without = await ruth.send(path, { outcome: "kept", answer: "" });
	assert.equal(without.status, 422);
	assert.match(without.text, /Say why it stays/);
	await ruth.post(path, { outcome: "kept", answer: "The board has not met." });
	const again = await ruth.send(path, { outcome: "corrected", answer: "" });
	assert.equal(again.status, 409);
	const seen = await wei.get("/me/data/corrections");
	assert.match(seen.text, /Stays as it is ?The board has not met\./);
	const outbox = await ruth.get("/administration/outbox");
	assert.match(outbox.text, /Your correction was answered/);
	const stranger = await world.as(world.otto);
	assert.equal((await stranger.get("/corrections")).status, 404);
	assert.doesNotMatch(
		(await stranger.get("/me/data/corrections")).text,
		/Director since May/,
	);
});

test("an erasure is asked for, confirmed by an administrator and carried out by the job; nobody confirms their own", async () => {
	await using world = await withWei();
	const wei = await world.as(world.wei);
	assert.match(
		(await wei.get("/me/data/erasure")).text,
		/What is deleted.*What stays, without you in it/,
	);
	await wei.post("/me/data/erasure");
	assert.equal((await wei.send("/me/data/erasure", {})).status, 409);
	await wei.post("/me/data/erasure/withdraw");
	await wei.post("/me/data/erasure");
	const ruth = await world.as(world.ruth);
	assert.equal((await ruth.get("/administration/erasures")).status, 404);
	const ada = await world.as(world.ada);
	const page = await ada.get("/administration/erasures");
	assert.match(page.text, /Wei Chen/);
	const path =
		/\/administration\/erasures\/[0-9a-f-]+\/answer/.exec(page.html)?.[0] ?? "";
	await ada.post(path, { outcome: "confirmed", reason: "" });
	await world.workJobs();
	const [row] = await asOwner<{ last_name: string; email: string }>(
		world.database,
		"select last_name, email from person where id = $1",
		[world.wei],
	);
	assert.equal(row?.last_name, "Former colleague");
	assert.match(row?.email ?? "", /@erased\.invalid$/);
	assert.match((await wei.get("/me")).text, /Sign in/);
	const list = await ada.get("/administration/erasures/list.json");
	assert.match(list.html, new RegExp(world.wei));
	assert.match((await ada.get("/administration/erasures")).text, /Erased/);

	await ada.post("/me/data/erasure");
	const own = await ada.get("/administration/erasures");
	assert.doesNotMatch(own.html, /answer-/);
});

const Schema = z.object({
	tables: z.array(
		z.object({
			table: z.string(),
			columns: z.array(z.object({ name: z.string() })),
		}),
	),
});

/** Tables with texts encrypted by the key file: a row made up by a test cannot be opened. */
async function sealedTables(world: World): Promise<readonly string[]> {
	const rows = await asOwner<{ name: string }>(
		world.database,
		"select distinct attrelid::regclass::text as name from pg_attribute where atttypid = 'sealed'::regtype and attnum > 0 and not attisdropped and attnotnull",
	);
	return rows.map(({ name }) => name);
}

async function withWei() {
	const world = await establishedWorld();
	const [wei, otto] = await world.arrange(async (tx) => [
		await addPerson(tx, { first_name: "Wei", last_name: "Chen" }),
		await addPerson(tx, { first_name: "Otto", last_name: "Nobody" }),
	]);
	return { ...world, wei, otto };
}

async function archiveOf(
	world: World & { readonly wei: string },
): Promise<Readonly<Record<string, string>>> {
	const archive = await transact(
		world.database,
		{ actor: { kind: "person", person: world.wei }, access: "read" },
		async (tx) =>
			exportArchive(await ownData(tx, world.wei), {
				name: "Wei Chen",
				at: new Date(),
			}),
	);
	return Object.fromEntries(
		Object.entries(unzipSync(archive)).map(([name, bytes]) => [
			name,
			strFromU8(bytes),
		]),
	);
}
