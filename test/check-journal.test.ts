import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { z } from "zod";
import { superuser } from "./tampering.ts";
import { establishedWorld, type World } from "./world.ts";
import { transact } from "../src/platform/database/database.ts";
import { addJob } from "../src/platform/jobs/jobs.ts";
import { run } from "../src/commands/check-journal.ts";

test("the command finds the first tampered entry against a checkpoint that was downloaded", async () => {
	await using world = await established();
	using place = folder();
	await seal(world);
	const ada = await world.as(world.ada);
	const { html } = await ada.get("/administration/journal/checkpoint.txt");
	const kept = join(place.path, "checkpoint.txt");
	writeFileSync(kept, html);
	const before = await told(world, ["--checkpoint", kept, "--json"]);
	assert.equal(before.code, 0, before.stderr);
	const held = Result.parse(JSON.parse(before.stdout));
	assert.deepEqual(
		held.outside.map(({ holds }) => holds),
		[true],
	);

	await asSuperuser(world, "update journal set act = 'nothing' where id = 2");
	const after = await told(world, ["--checkpoint", kept]);
	assert.equal(after.code, 1);
	assert.match(after.stdout, /First:\n {2}Entry 2, at place 2, was changed/);
	assert.match(after.stdout, /DOES NOT HOLD/);
});

test("what waits is told, and the newest checkpoint is written to a file that then holds", async () => {
	await using world = await established();
	using place = folder();
	await seal(world);
	await world.as(world.ruth);
	const kept = join(place.path, "kept.txt");
	const wrote = await told(world, ["--write", kept, "--json"]);
	assert.equal(wrote.code, 0);
	assert.ok(Result.parse(JSON.parse(wrote.stdout)).waiting > 0);
	assert.match(readFileSync(kept, "utf8"), /^baton\/journal\//);
	assert.equal((await told(world, ["--checkpoint", kept])).code, 0);
});

test("wrong usage is 2, a file without a checkpoint is refused in a sentence", async () => {
	await using world = await established();
	using place = folder();
	const empty = join(place.path, "empty.txt");
	writeFileSync(empty, "nothing");
	assert.equal((await told(world, ["--key", "mine"])).code, 2);
	const refused = await told(world, ["--checkpoint", empty]);
	assert.equal(refused.code, 1);
	assert.match(refused.stderr, /there is no checkpoint in this file/);
	assert.equal(
		(await told(world, ["--checkpoint", join(place.path, "none")])).code,
		1,
	);
});

const Result = z.object({
	holds: z.boolean(),
	waiting: z.number(),
	outside: z.array(z.object({ holds: z.boolean() })),
});

type Established = Awaited<ReturnType<typeof established>>;

async function established() {
	return establishedWorld();
}

function seal(world: World): Promise<void> {
	return transact(
		world.database,
		{ actor: { kind: "process", process: "journal" }, access: "write" },
		(tx) => addJob(tx, "seal-journal", {}),
	).then(world.workJobs);
}

async function told(world: Established, args: readonly string[]) {
	const { logins } = world.database;
	using _environment = environment({
		DATABASE_URL: logins.application,
		DATABASE_OWNER_URL: logins.owner,
		BATON_KEY_FILE: join(tmpdir(), "no-such-baton.key"),
	});
	let stdout = "";
	let stderr = "";
	const code = await run(args, {
		stdout: (text) => void (stdout += text),
		stderr: (text) => void (stderr += text),
	});
	return { code, stdout, stderr };
}

async function asSuperuser(world: World, statement: string): Promise<void> {
	await using session = await superuser(world.database);
	await session.client.query(statement);
}

function environment(values: Readonly<Record<string, string>>): Disposable {
	const before = Object.keys(values).map(
		(name) => [name, process.env[name]] as const,
	);
	Object.assign(process.env, values);
	return {
		[Symbol.dispose]: () => {
			for (const [name, value] of before)
				if (value === undefined) delete process.env[name];
				else process.env[name] = value;
		},
	};
}

function folder(): Disposable & { readonly path: string } {
	const path = mkdtempSync(join(tmpdir(), "baton-journal-"));
	return {
		path,
		[Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
	};
}
