import assert from "node:assert/strict";
import test from "node:test";
import { z } from "zod";
import { run } from "../src/commands/dry-run.ts";
import { testKeyFile } from "./database.ts";
import { asOwner } from "./owner.ts";
import { roundWorld } from "./round.ts";

test("a year of a program is gone through from a terminal, and nothing is left of it", async () => {
	await using world = await roundWorld();
	const [program] = await asOwner<{ name: string }>(
		world.database,
		"select name from program where id = $1",
		[world.program],
	);
	const name = program?.name ?? "";
	const { logins } = world.database;
	const variables = {
		DATABASE_URL: logins.application,
		DATABASE_OWNER_URL: logins.owner,
		BATON_KEY_FILE: testKeyFile(),
	};
	const before = { ...process.env };
	Object.assign(process.env, variables);
	try {
		assert.equal((await told([])).code, 2);
		const many = await told([name, "--mentors", "601"]);
		assert.equal(many.code, 2);
		assert.match(many.stderr, /--mentors: At most 600 in all/);
		const unknown = await told(["Nowhere"]);
		assert.equal(unknown.code, 1);
		assert.match(unknown.stderr, /There is no program named Nowhere/);

		const two = ["--mentors", "1", "--mentees", "1"];
		const gone = await told([
			name,
			...two,
			"--starts-on",
			"2027-01-11",
			"--json",
		]);
		assert.equal(gone.code, 0, gone.stderr);
		const found = Result.parse(JSON.parse(gone.stdout));
		assert.ok(found.mails > 20);
		assert.deepEqual(new Set(Object.values(found.broken)), new Set([0]));
		assert.match(gone.stderr, /1 mentors? and 1 mentees?.*2027-01-11\n10 %/);
	} finally {
		for (const key of Object.keys(variables)) delete process.env[key];
		Object.assign(process.env, before);
	}
	assert.deepEqual(
		await asOwner(
			world.database,
			"select datname from pg_database where datname like 'baton_thrown_away%'",
		),
		[],
	);
});

const Result = z.object({
	version: z.literal(1),
	mails: z.number(),
	broken: z.record(z.string(), z.number()),
});

async function told(args: readonly string[]) {
	let stdout = "";
	let stderr = "";
	const code = await run(args, {
		stdout: (text) => void (stdout += text),
		stderr: (text) => void (stderr += text),
	});
	return { code, stdout, stderr };
}
