import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { transact } from "../src/platform/database/database.ts";
import { checkSnapshot } from "../src/platform/journal/check.ts";
import { signerFrom } from "../src/platform/journal/checkpoint.ts";
import { recordAll } from "../src/platform/journal/journal.ts";
import { sealJournal } from "../src/platform/journal/seal.ts";
import { chance } from "./chance.ts";
import { superuser, tamper, tamperings } from "./tampering.ts";
import { establishedWorld, type World } from "./world.ts";

const signer = signerFrom(randomBytes(32));

/** What became of the tamperings of one kind. */
export type Tampered = {
	readonly kind: string;
	done: number;
	found: number;
	/** Of those found, with the first tampered place named; where the place can be told at all. */
	placed: number;
	placeable: number;
};

/**
 * Tampers with a sealed journal so many times, every kind in turn, each time from the untouched state, and checks it against a checkpoint
 * from outside. Fails when the untouched journal is not found whole.
 */
export async function tamperOften(times: number): Promise<readonly Tampered[]> {
	await using world = await establishedWorld();
	const { checkpoint, size, people } = await livedIn(world);
	await using session = await superuser(world.database);
	const { client } = session;
	const kinds = Object.keys(tamperings).map(
		(kind): Tampered => ({ kind, done: 0, found: 0, placed: 0, placeable: 0 }),
	);
	const check = async (batch?: number) =>
		(
			await checkSnapshot(client, {
				outside: [checkpoint],
				keys: [signer.open],
				...(batch === undefined ? {} : { batch }),
			})
		).problems;
	for (let round = 0; round < times; round += 1) {
		const tally = kinds[round % kinds.length];
		assert.ok(tally);
		const any = chance(round);
		await client.query("begin");
		await client.query("set local session_replication_role = replica");
		const at = await tamper(tally.kind, { client, size, people, any });
		const [found] = await check(40);
		await client.query("rollback");
		tally.done += 1;
		if (found !== undefined) tally.found += 1;
		if (at === undefined) continue;
		tally.placeable += 1;
		if (
			found !== undefined &&
			"position" in found &&
			found.position === at.first
		)
			tally.placed += 1;
	}
	assert.deepEqual(await check(), [], "untouched, nothing is found");
	return kinds;
}

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
