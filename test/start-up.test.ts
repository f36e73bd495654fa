import assert from "node:assert/strict";
import { statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import test from "node:test";
import pg from "pg";
import { emptyServerDatabase } from "./database.ts";
import { postmasterOf, run, start, temporaryFolder } from "./process.ts";

test("Baton starts on its own database, answers, and stops all it started", async () => {
	using folder = temporaryFolder();
	const data = join(folder.path, "data");
	const baton = start({ BATON_DATA: data, BATON_KEY_FILE: "" });
	const url = await baton.ready;
	assert.equal(statSync(join(data, "baton.key")).mode & 0o777, 0o600);
	const welcome = await fetch(`${url}/welcome`);
	assert.equal(welcome.status, 200);
	assert.match(await welcome.text(), /Welcome to Baton/);
	assert.deepEqual(await (await fetch(`${url}/readyz`)).json(), {
		status: "ready",
	});
	assert.equal(await baton.stop(), 0);
	const pid = postmasterOf(folder.path);
	assert.equal(pid, undefined, "the database still runs");
});

test("whoever comes while Baton is starting is answered when it has", async () => {
	await using database = await emptyServerDatabase();
	const port = await freePort();
	const baton = start({ DATABASE_URL: database.url, PORT: String(port) });
	let early: Response | undefined;
	while (early === undefined)
		early = await fetch(`http://127.0.0.1:${port}/healthz`, {
			signal: AbortSignal.timeout(20_000),
		}).catch((error: unknown) => {
			if (isRefusedConnection(error)) return undefined;
			throw error;
		});
	assert.equal(early.status, 200);
	await baton.ready;
	await baton.stop();
});

test("the database of a killed process is taken over by the next start", async () => {
	using folder = temporaryFolder();
	const first = start({ BATON_DATA: join(folder.path, "data") });
	await first.ready;
	await first.kill();
	assert.notEqual(postmasterOf(folder.path), undefined);
	const second = start({ BATON_DATA: join(folder.path, "data") });
	await second.ready;
	assert.equal(await second.stop(), 0);
	assert.equal(postmasterOf(folder.path), undefined);
});

test("two processes started at once on one empty server database both come up", async () => {
	await using database = await emptyServerDatabase();
	const both = [database, database].map(({ url }) =>
		start({ DATABASE_URL: url }),
	);
	const urls = await Promise.all(both.map(({ ready }) => ready));
	for (const url of urls)
		assert.equal((await fetch(`${url}/welcome`)).status, 200);
	const client = new pg.Client(database.url);
	await client.connect();
	const { rows } = await client.query(
		"select count(*)::int as runs, count(distinct name)::int as migrations from migration",
	);
	assert.equal(rows[0].runs, rows[0].migrations);
	await client.end();
	await Promise.all(both.map((baton) => baton.stop()));
});

test("a taken port is one clear sentence and touches nothing", async () => {
	using folder = temporaryFolder();
	const taken = createServer();
	await new Promise<void>((resolve) =>
		taken.listen(0, "127.0.0.1", () => resolve()),
	);
	const address = taken.address();
	assert.ok(typeof address === "object" && address !== null);
	const { code, said } = await start({
		BATON_DATA: join(folder.path, "data"),
		PORT: String(address.port),
	}).ended;
	assert.equal(code, 1);
	assert.match(said, /^Port \d+ is taken: [^\n]+\n$/);
	taken.close();
});

test("a database that is down is one clear sentence", async () => {
	const { code, said } = await start({
		DATABASE_URL: "postgres://baton:secret@127.0.0.1:1/baton",
	}).ended;
	assert.equal(code, 1);
	assert.match(
		said,
		/^The database at 127\.0\.0\.1:1 does not answer[^\n]+\n$/,
	);
	assert.doesNotMatch(said, /secret/);
});

test("a data folder that cannot be written is one clear sentence", async () => {
	using folder = temporaryFolder();
	writeFileSync(join(folder.path, "file"), "");
	const { code, said } = await start({
		BATON_DATA: join(folder.path, "file", "data"),
	}).ended;
	assert.equal(code, 1);
	assert.match(said, /^The data folder [^\n]+ cannot be written[^\n]+\n$/);
});

test("a database written by a newer version is refused", async () => {
	await using database = await emptyServerDatabase();
	const first = start({ DATABASE_URL: database.url });
	await first.ready;
	await first.stop();
	const client = new pg.Client(database.url);
	await client.connect();
	await client.query("insert into migration (name) values ('9999-future.sql')");
	await client.end();
	const { code, said } = await start({ DATABASE_URL: database.url }).ended;
	assert.equal(code, 1);
	assert.match(said, /newer version of Baton/);
});

test("a database sealed with another key is refused in one clear sentence, and opens with its own", async () => {
	using folder = temporaryFolder();
	await using database = await emptyServerDatabase();
	const first = start({ DATABASE_URL: database.url });
	await first.ready;
	await first.stop();
	const { code, said } = await start({
		DATABASE_URL: database.url,
		BATON_KEY_FILE: join(folder.path, "other.key"),
	}).ended;
	assert.equal(code, 1);
	assert.match(said, /^The key file \S+other\.key is missing, [^\n]+\n$/);
	const rotated = await run(["rotate-key"], { DATABASE_URL: database.url })
		.ended;
	assert.equal(rotated.code, 0, rotated.said);
	assert.match(rotated.said, /sealed anew with key 2\.\n$/);
});

test("an unknown command is wrong usage", async () => {
	const { code, said } = await run(["dance"]).ended;
	assert.equal(code, 2);
	assert.match(said, /There is no command "dance"/);
});

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const probe = createServer().listen(0, "127.0.0.1", () => {
			const address = probe.address();
			const port = typeof address === "object" ? address?.port : undefined;
			probe.close(() => resolve(port ?? 0));
		});
	});
}

function isRefusedConnection(error: unknown): boolean {
	return (
		error instanceof TypeError &&
		error.cause instanceof Error &&
		"code" in error.cause &&
		error.cause.code === "ECONNREFUSED"
	);
}
