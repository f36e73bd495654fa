import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { commitmentTo, draw, listHashOf } from "../domain/programs/lottery.ts";
import { run } from "./verify-lottery.ts";

const seed = "c4".repeat(32);
const entries = Array.from({ length: 9 }, (_, n) => ({
	number: n + 1,
	stratum: "",
}));
const drawn = draw({ seed, beacon: "tide", places: 4, entries });
const numbers = (outcome: string) =>
	drawn.filter((one) => one.outcome === outcome).map(({ number }) => number);
const record = {
	format: "baton-lottery",
	version: 1,
	program: "Spring cohort",
	openedAt: "2026-03-01T08:00:00Z",
	closedAt: "2026-03-08T08:00:00Z",
	drawnAt: "2026-03-09T08:00:00Z",
	commitment: commitmentTo(seed),
	seed,
	beacon: "tide",
	places: 4,
	listHash: listHashOf(entries, 4),
	entries: entries.map(({ number }) => ({ number, group: "" })),
	result: { places: numbers("place"), waiting: numbers("waiting") },
};

test("an untouched record is verified, and a number learns where it stands", async () => {
	const [first = 0] = record.result.waiting;
	const said = await verify(record, "--number", String(first));
	assert.equal(said.code, 0);
	assert.match(
		said.out,
		/Verified: the draw of “Spring cohort” \(9 numbers, 4 places\)/,
	);
	assert.match(
		said.out,
		new RegExp(`Number ${first} is 1st on the waiting list`),
	);
	const json = JSON.parse((await verify(record, "--json")).out);
	assert.deepEqual(json, { verified: true, problems: [] });
});

test("whatever was touched is named, with exit code 1", async () => {
	for (const [touched, said] of [
		[{ ...record, seed: "00".repeat(32) }, /seed is not the one/],
		[{ ...record, places: 5 }, /list or the number of places/],
		[{ ...record, beacon: "ebb" }, /by seed and list/],
		[
			{ ...record, result: { ...record.result, waiting: [] } },
			/by seed and list/,
		],
	] as const) {
		const { code, err } = await verify(touched);
		assert.equal(code, 1);
		assert.match(err, said);
	}
	const other = await verify(record, "--commitment", "ab".repeat(32));
	assert.match(other.err, /another hash of the seed than the one you noted/);
	assert.equal((await verify(record, "--number", "99")).code, 1);
	assert.equal((await verify({ ...record, format: "?" })).code, 1);
	const json = JSON.parse(
		(await verify({ ...record, places: 5 }, "--json")).out,
	);
	assert.equal(json.verified, false);
});

test("wrong usage is exit code 2", async () => {
	const io = { stdout: () => {}, stderr: () => {} };
	assert.equal(await run([], io), 2);
	assert.equal(await run(["a", "b"], io), 2);
	assert.equal(await run(["a", "--number", "x"], io), 2);
});

async function verify(document: unknown, ...args: readonly string[]) {
	const file = join(await mkdtemp(join(tmpdir(), "lottery-")), "lottery.json");
	await writeFile(file, JSON.stringify(document));
	const said = { out: "", err: "" };
	const code = await run([file, ...args], {
		stdout: (text) => void (said.out += text),
		stderr: (text) => void (said.err += text),
	});
	return { code, ...said };
}
