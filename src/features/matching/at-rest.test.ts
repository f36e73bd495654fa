import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import {
	asSuperuser,
	nameOf,
	testKeyFile,
	testVault,
} from "../../../test/database.ts";
import {
	begin,
	inDays,
	pairsOf,
	propose,
	roundWorld,
} from "../../../test/round.ts";
import { ask, say, talksOf } from "../../../test/talks.ts";
import { openVault } from "../../platform/vault/open-vault.ts";
import { migrate } from "../../platform/database/migrate.ts";
import { connectAsOwner } from "../../platform/database/roles.ts";

test("a question between two people is nowhere on the database's disk; a note of the program is", async () => {
	await using world = await roundWorld();
	const { start } = await asAdmin<{ start: string }>(
		"select pg_current_wal_insert_lsn()::text as start",
	);
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	const sealed = `between-us-${crypto.randomUUID()}`;
	const control = `for-the-program-${crypto.randomUUID()}`;
	await manager.post(`${base}/publish`, {
		"answer-by": inDays(7),
		note: control,
	});
	const [pair] = await pairsOf(world, round);
	assert.ok(pair);
	const mentee = await world.as(pair.mentee);
	await mentee.post(`/proposals/${pair.id}/answer`, {
		answer: "ask-me-more",
		question: sealed,
	});
	const mentor = await world.as(pair.mentor);
	assert.ok((await mentor.get(`/proposals/${pair.id}`)).text.includes(sealed));
	const disk = await readDisk(nameOf(world.database), start);
	const isThere = (bytes: Buffer) => disk.some((file) => file.includes(bytes));
	assert.ok(isThere(Buffer.from(control)), "the searcher finds nothing");
	assert.ok(!isThere(Buffer.from(sealed)));
	assert.ok(!isThere(Buffer.from(sealed, "utf16le")));
	for (const encoding of ["hex", "base64"] as const)
		assert.ok(!isThere(Buffer.from(Buffer.from(sealed).toString(encoding))));
});

test("answers written before they were encrypted are sealed by the next start, and mean the same", async () => {
	await using world = await roundWorld();
	const { base, round } = await begin(world);
	await ask(world, base);
	const [talk] = await talksOf(world, round);
	assert.ok(talk);
	const owner = await connectAsOwner(world.database.logins.owner);
	// As the database was before: the last migration undone.
	await owner.query(`
		delete from migration where name = '0017-relationship-shelf.sql';
		alter table proposal_answer drop column answer, drop column question;
		alter table proposal_answer add column answer text not null
			constraint proposal_answer_answer_check check (answer in ('yes', 'not-now', 'ask-me-more')), add column question text;
		alter table chemistry_answer drop column answer;
		alter table chemistry_answer add column answer text not null check (answer in ('yes', 'not-now', 'rather-not')),
			add column preference integer check (preference between 1 and 3);
		alter table round_input drop column policy, drop column mentors, drop column mentees;
		alter table round_input add column policy jsonb not null, add column mentors jsonb not null, add column mentees jsonb not null`);
	await owner.query(
		"insert into chemistry_answer (talk_id, person_id, answer, preference) values ($1, $2, 'yes', 2)",
		[talk.id, talk.mentee],
	);
	await migrate(world.database.logins);
	await openVault(world.database.logins, testKeyFile());
	const { rows } = await owner.query<{ answer: Buffer }>(
		"select answer from chemistry_answer",
	);
	await owner.end();
	assert.equal(rows.length, 1);
	assert.deepEqual(
		JSON.parse(
			testVault().open(
				"chemistry_answer.answer",
				[talk.id, talk.mentee],
				rows[0]?.answer ?? Buffer.alloc(0),
			),
		),
		{ answer: "yes", preference: 2 },
	);
	const mentee = await world.as(talk.mentee);
	const page = await mentee.get(`/talks/${round}`);
	assert.match(page.html, /value="yes"[^>]*checked|checked[^>]*value="yes"/);
	await say(world, round, talk.mentee, talk.id, "not-now");
});

/** What the database's server has on its disk of one database since `from`: its files, and the write-ahead log. */
async function readDisk(
	database: string,
	from: string,
): Promise<readonly Buffer[]> {
	const { folder, oid, first, last } = await asAdmin<{
		folder: string;
		oid: string;
		first: string;
		last: string;
	}>(
		`select current_setting('data_directory') as folder, oid::text,
			pg_walfile_name($2::pg_lsn) as first, pg_walfile_name(pg_current_wal_insert_lsn()) as last
		from pg_database where datname = $1`,
		[database, from],
	);
	const own = join(folder, "base", oid);
	const log = join(folder, "pg_wal");
	return [
		...readdirSync(own).map((name) => join(own, name)),
		...readdirSync(log)
			.filter((name) => name >= first && name <= last)
			.map((name) => join(log, name)),
	].map((file) => readFileSync(file));
}

function asAdmin<Row extends object>(
	statement: string,
	values: unknown[] = [],
): Promise<Row> {
	return asSuperuser("postgres", async (admin) => {
		await admin.query("checkpoint");
		const { rows } = await admin.query<Row>(statement, values);
		const [row] = rows;
		assert.ok(row);
		return row;
	});
}
