import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import test from "node:test";
import pg from "pg";
import { establishedWorld, type World } from "../../../test/world.ts";
import { transact } from "../database/database.ts";
import { checkJournal } from "./check.ts";
import {
	isSignedBy,
	readNotes,
	readVerifierKey,
	signerFrom,
	verifierKey,
} from "./checkpoint.ts";
import { recordAll } from "./journal.ts";
import { sealJournal } from "./seal.ts";

const signer = signerFrom(randomBytes(32));
const sealing = { signer, now: () => new Date() };

test("what is done is sealed in the order of sealing, whole and once, however the transactions end", async () => {
	await using world = await establishedWorld();
	await sealJournal(world.database, sealing);
	// The early number ends late: it is not seen, not missed, and sealed the next time.
	const opened = Promise.withResolvers<void>();
	const slow = Promise.withResolvers<void>();
	const late = transact(world.database, as(world.ada), async (tx) => {
		await recordAll(tx, [{ act: "slow-act" }]);
		opened.resolve();
		await slow.promise;
	});
	await opened.promise;
	await transact(world.database, as(world.ruth), (tx) =>
		recordAll(tx, [{ act: "quick-act" }]),
	);
	await transact(world.database, as(world.ruth), async (tx) => {
		await recordAll(tx, [{ act: "undone-act" }]);
		throw new Error("rolled back");
	}).catch(() => {});
	assert.equal(await sealJournal(world.database, sealing), 1);
	slow.resolve();
	await late;
	assert.equal(await sealJournal(world.database, sealing), 1);
	assert.deepEqual((await sealedActs(world)).slice(-2), [
		"quick-act",
		"slow-act",
	]);
	assert.deepEqual((await check(world)).problems, []);
});

test("eight processes seal while twenty write, and nothing is lost, doubled or torn", async () => {
	await using world = await establishedWorld();
	const writing = Array.from({ length: 20 }, (_, index) =>
		transact(world.database, as(world.ruth), (tx) =>
			recordAll(
				tx,
				Array.from({ length: 7 }, (_, each) => ({
					act: "write",
					about: index % 2 === 0 ? world.ada : world.ruth,
					detail: { index, each },
				})),
			),
		),
	);
	const sealers = Array.from({ length: 8 }, () =>
		sealJournal(world.database, { ...sealing, batch: 5 }),
	);
	await Promise.all([...writing, ...sealers]);
	await sealJournal(world.database, sealing);
	const { problems, size, waiting } = await check(world);
	assert.deepEqual(problems, []);
	assert.equal(waiting, 0);
	assert.equal(size, (await sealedActs(world)).length);
	assert.equal(
		(await sealedActs(world)).filter((act) => act === "write").length,
		140,
	);
});

test("a checkpoint is signed, is read back out of a mail, and another key's is told apart", async () => {
	await using world = await establishedWorld();
	const notes: string[] = [];
	await sealJournal(world.database, {
		...sealing,
		onCheckpoint: async (note) => void notes.push(note),
	});
	const [note = ""] = notes;
	const quoted = `Dear Ada,\r\n\r\n${note
		.split("\n")
		.map((line) => `> ${line}`)
		.join("\r\n")}\r\n-- \r\nBaton`;
	const [read] = readNotes(quoted);
	assert.ok(read);
	const key = readVerifierKey(verifierKey(read.checkpoint.log, signer.open));
	assert.ok(key);
	assert.ok(isSignedBy(read.note, key.open));
	assert.ok(!isSignedBy(read.note, signerFrom(randomBytes(32)).open));
	assert.ok(!isSignedBy(note.replace(/\n\d+\n/, "\n7\n"), key.open));
	const { outside } = await check(world, [quoted]);
	assert.deepEqual(
		outside.map(({ holds }) => holds),
		[true],
	);
});

test("sealing again when nothing was done makes no second checkpoint", async () => {
	await using world = await establishedWorld();
	const notes: string[] = [];
	const telling = {
		...sealing,
		onCheckpoint: async (note: string) => void notes.push(note),
	};
	await sealJournal(world.database, telling);
	await sealJournal(world.database, telling);
	assert.equal(notes.length, 1);
});

function as(person: string) {
	return { actor: { kind: "person", person }, access: "write" } as const;
}

async function check(world: World, outside: readonly string[] = []) {
	return withOwner(world, (client) =>
		checkJournal(client, { outside, keys: [signer.open], batch: 7 }),
	);
}

function sealedActs(world: World): Promise<string[]> {
	return withOwner(world, async (client) => {
		const { rows } = await client.query<{ act: string }>(
			"select act from journal_leaf join journal on id = entry_id order by position",
		);
		return rows.map(({ act }) => act);
	});
}

async function withOwner<T>(
	world: World,
	work: (client: pg.Client) => Promise<T>,
): Promise<T> {
	const client = new pg.Client(world.database.logins.owner);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
