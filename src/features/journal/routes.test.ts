import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { establishedWorld, type World } from "../../../test/world.ts";
import { transact } from "../../platform/database/database.ts";
import { addJob } from "../../platform/jobs/jobs.ts";
import { readNotes } from "../../platform/journal/checkpoint.ts";
import { journalJobs } from "./jobs.ts";

test("an administrator sees the newest checkpoint, takes it away, and gets it by mail; a program manager finds nothing there", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const empty = await ada.get("/administration/journal/checkpoints");
	assert.match(empty.text, /No checkpoint yet/);
	assert.equal(
		(await ada.get("/administration/journal/checkpoint.txt")).status,
		404,
	);
	await enqueue(world, "journal-digest");
	const page = await ada.get("/administration/journal/checkpoints");
	assert.match(page.text, /Entries sealed \d/);
	const { html: file } = await ada.get(
		"/administration/journal/checkpoint.txt",
	);
	const [kept] = readNotes(file);
	assert.ok(kept);
	assert.match(
		page.text,
		new RegExp(`baton/journal/.*${kept.checkpoint.size}`),
	);
	const mails = await world.arrange((tx) =>
		tx.selectFrom("journal_checkpoint").select("size").execute(),
	);
	assert.deepEqual(mails, [], "the demonstration's process sees none of it");
	const outbox = await ada.get("/administration/outbox");
	const [mailed] = readNotes(outbox.html.replaceAll("&#43;", "+"));
	assert.equal(mailed?.checkpoint.size, kept.checkpoint.size);

	const ruth = await world.as(world.ruth);
	for (const path of ["checkpoints", "checkpoint.txt"])
		assert.equal(
			(await ruth.get(`/administration/journal/${path}`)).status,
			404,
		);
});

test("every new checkpoint is added to the file outside", async () => {
	await using world = await establishedWorld();
	const folder = mkdtempSync(join(tmpdir(), "baton-checkpoint-"));
	const file = join(folder, "checkpoints.txt");
	const seal = journalJobs({
		origin: "http://localhost",
		checkpointFile: file,
	}).find(({ name }) => name === "seal-journal");
	await seal?.run({}, world.database);
	await world.as(world.ruth);
	await seal?.run({}, world.database);
	const sizes = readNotes(readFileSync(file, "utf8")).map(
		({ checkpoint }) => checkpoint.size,
	);
	assert.equal(sizes.length, 2);
	assert.ok((sizes[0] ?? 0) < (sizes[1] ?? 0));
	rmSync(folder, { recursive: true });
});

async function enqueue(world: World, job: string): Promise<void> {
	await transact(
		world.database,
		{ actor: { kind: "process", process: "journal" }, access: "write" },
		(tx) => addJob(tx, job, {}),
	);
	await world.workJobs();
}
