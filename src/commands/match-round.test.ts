import assert from "node:assert/strict";
import test from "node:test";
import {
	begin,
	propose,
	roundWorld,
	rows,
	type RoundWorld,
} from "../../test/round.ts";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { transact } from "../platform/database/database.ts";
import { signIn } from "../features/sign-in/commands.ts";
import { run } from "./match.ts";

test("the files of a round give the same fingerprint on the command line", async () => {
	await using world = await roundWorld();
	const { base, round, manager } = await begin(world);
	await propose(world, base);
	const { Jola = "", Tomás = "" } = world.people;
	await manager.post(`${base}/decisions`, { forbid: `${Jola} ${Tomás}` });
	await propose(world, base);
	const { fingerprint, seed } = await rows(world, (tx) =>
		tx
			.selectFrom("round")
			.select(["fingerprint", "seed"])
			.where("id", "=", round)
			.executeTakeFirstOrThrow(),
	);
	const page = await manager.get(`${base}/export`);
	assert.match(page.text, /what people told pairing in confidence/);
	const files = unzipSync(await exported(world, base));
	const folder = mkdtempSync(join(tmpdir(), "baton-export-"));
	for (const [name, bytes] of Object.entries(files))
		writeFileSync(join(folder, name), strFromU8(bytes));
	let printed = "";
	const file = (name: string) => join(folder, name);
	const code = await run(
		[
			"--mentors",
			file("mentors.csv"),
			"--mentees",
			file("mentees.csv"),
			"--policy",
			file("policy.json"),
			"--seed",
			seed,
			"--objective",
			"people",
			"--json",
		],
		{ stdout: (text) => void (printed += text), stderr: () => {} },
	);
	assert.equal(code, 0);
	assert.equal(JSON.parse(printed).fingerprint, fingerprint);
	assert.ok(
		strFromU8(files["README.txt"] ?? new Uint8Array()).includes(
			`--seed ${seed}`,
		),
	);
	assert.ok(
		!strFromU8(files["mentees.csv"] ?? new Uint8Array()).includes("Zhang"),
	);
});

async function exported(world: RoundWorld, base: string): Promise<Uint8Array> {
	const token = await transact(
		world.database,
		{ actor: { kind: "process", process: "sign-in" }, access: "write" },
		(tx) => signIn(tx, world.ruth, { method: "password", device: "test" }),
	);
	const form = new FormData();
	form.set("form-key", "a-key-of-the-export-test");
	const answer = await world.app.request(`${base}/export`, {
		method: "POST",
		body: form,
		headers: {
			cookie: `baton-sign-in=${token}`,
			"sec-fetch-site": "same-origin",
		},
	});
	assert.equal(answer.status, 200);
	return new Uint8Array(await answer.arrayBuffer());
}
