import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import test from "node:test";
import { chance } from "../../../test/chance.ts";
import { superuser, tamper, tamperings } from "../../../test/tampering.ts";
import { establishedWorld, type World } from "../../../test/world.ts";
import { transact } from "../database/database.ts";
import { checkSnapshot } from "./check.ts";
import { signerFrom } from "./checkpoint.ts";
import { recordAll } from "./journal.ts";
import { sealJournal } from "./seal.ts";

const signer = signerFrom(randomBytes(32));

test("1,000 of 1,000 tamperings by a superuser are found against a checkpoint from outside", async () => {
	await using world = await establishedWorld();
	const { checkpoint, size, people } = await livedIn(world);
	await using session = await superuser(world.database);
	const { client } = session;
	const names = Object.keys(tamperings);
	const missed: string[] = [];
	for (let round = 0; round < 1000; round += 1) {
		const name = names[round % names.length] ?? "";
		const any = chance(round);
		await client.query("begin");
		await client.query("set local session_replication_role = replica");
		const done = await tamper(name, { client, size, people, any });
		const { problems } = await checkSnapshot(client, {
			outside: [checkpoint],
			keys: [signer.open],
			batch: 40,
		});
		await client.query("rollback");
		const [found] = problems;
		if (found === undefined) missed.push(`${round} ${name}`);
		else if (done !== undefined)
			assert.equal(
				"position" in found ? found.position : undefined,
				done.first,
				`${round} ${name}: ${JSON.stringify(found)}`,
			);
	}
	assert.deepEqual(missed, []);
	const { problems } = await checkSnapshot(client, {
		outside: [checkpoint],
		keys: [signer.open],
	});
	assert.deepEqual(problems, [], "untouched, nothing is found");
});

/** A journal with something of everything, sealed in portions, and the last checkpoint as it lies in somebody's mailbox. */
async function livedIn(world: World & { ada: string; ruth: string }) {
	const people = [world.ada, world.ruth];
	const notes: string[] = [];
	for (let day = 0; day < 6; day += 1) {
		for (const person of people)
			await transact(
				world.database,
				{ actor: { kind: "person", person }, access: "write" },
				(tx) =>
					recordAll(tx, [
						{ act: "read-record", about: world.ruth, detail: { day } },
						{ act: "pin-pair", detail: { mentor: world.ada, mentee: null } },
						{
							act: "publish-round",
							subject: { kind: "round", id: randomUUID() },
						},
						{ act: "change-record", about: world.ada },
					]),
			);
		await sealJournal(world.database, {
			signer,
			now: () => new Date(),
			onCheckpoint: async (note) => void notes.push(note),
		});
	}
	const checkpoint = notes.at(-1) ?? "";
	return { checkpoint, people, size: Number(checkpoint.split("\n")[1]) };
}
