import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { sharedData, skipWithout } from "../../test/shared-data.ts";
import { run } from "./match.ts";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const data = fileURLToPath(sharedData("civil-service/"));
const skip = skipWithout("civil-service/");
const folder = mkdtempSync(join(tmpdir(), "baton-match-"));
after(() => rmSync(folder, { recursive: true }));

test("the executive program's example: parts that sum to the scores, reasons for the rest", async () => {
	const { code, result } = await match(...example(), "--json");
	assert.equal(code, 0);
	assert.ok(result.pairs.length >= 10);
	for (const { score, parts } of result.pairs) {
		const sum = Object.values(parts).reduce((a, b) => a + b, 0);
		assert.equal(Math.round(sum * 1e6), Math.round(score * 1e6));
	}
	const matias = result.unmatched.find(({ id }) => id === "E-2008");
	assert.equal(matias?.why, "nobody-eligible");
	assert.match(matias.sentence, /“A language in common” rules out 7/u);
	assert.ok(
		!result.pairs.some(
			({ mentee, mentor }) => `${mentee} ${mentor}` === "E-2011 E-1004",
		),
	);
});

test("a pinned pair stays, the rest is paired around it, and taking the pin out restores the first result", async () => {
	const free = await match(...example(), "--json");
	const policy = JSON.parse(
		readFileSync(join(root, "examples/executive-program/policy.json"), "utf8"),
	);
	const pinned = file("pinned.json", {
		...policy,
		pinned: [{ mentee: "E-2010", mentor: "E-1002" }],
	});
	const around = await match(...example(pinned), "--json", "--certificate");
	assert.ok(
		around.result.pairs.some(
			({ mentee, mentor }) => mentee === "E-2010" && mentor === "E-1002",
		),
	);
	assert.equal(around.result.gap, 0);
	const again = await match(...example(file("same.json", policy)), "--json");
	assert.equal(again.result.fingerprint, free.result.fingerprint);
	const barred = file("barred.json", {
		...policy,
		pinned: [{ mentee: "E-2001", mentor: "E-1007" }],
	});
	const refused = await match(...example(barred), "--json");
	assert.deepEqual([refused.code, refused.stdout], [1, ""]);
	assert.match(
		refused.stderr,
		/E-2001 and E-1007 breaks the rule “Not in one reporting line”/u,
	);
});

test("a seed or a figure that was asked for is part of the fingerprint", async () => {
	const prints = await Promise.all(
		[[], ["--seed", "spring"], ["--capacity", "1"], ["--needs", "2"]].map(
			async (options) =>
				(await match(...example(), ...options, "--json")).result.fingerprint,
		),
	);
	assert.equal(new Set(prints).size, 4);
});

test("bad cells, columns and policies are named, all at once", async () => {
	const mentors = join(folder, "mentors.csv");
	writeFileSync(mentors, "id,grade,zone\nx,mid,1\nx,low,one\n");
	const mentees = join(folder, "mentees.csv");
	writeFileSync(mentees, "id,zone\ny,1\n");
	const policy = {
		version: 1,
		id: "id",
		columns: {
			grade: { kind: "scale", values: ["low", "high"] },
			zone: "number",
		},
		rules: [
			{ name: "A", compare: "same", column: "grade" },
			{ name: "B", compare: "distance", column: "zone", most: 1 },
		],
	};
	const files = ["--mentors", mentors, "--mentees", mentees, "--policy"];
	const cells = await match(...files, file("policy.json", policy));
	assert.equal(cells.code, 1);
	assert.deepEqual(cells.stderr.trim().split("\n"), [
		`${mentors}, row 2, column “grade”: “mid” is not on the policy’s scale.`,
		`${mentors}, row 3, column “id”: “x” is there twice.`,
		`${mentors}, row 3, column “zone”: “one” is not a number.`,
		`${mentees}, row 1, column “grade”: there is no such column, but the policy uses it.`,
	]);
	const wrong = file("wrong.json", {
		...policy,
		version: 2,
		terms: [{ name: "T", compare: "same" }],
	});
	const refused = await match(...files, wrong);
	assert.deepEqual(refused.stderr.trim().split("\n"), [
		`${wrong}: $.version: must be 1, the only version there is`,
		`${wrong}: $.terms[0]: needs "points"`,
	]);
	const broken = join(folder, "broken.json");
	writeFileSync(broken, "{");
	assert.match((await match(...files, broken)).stderr, /this is not JSON/u);
	assert.equal((await match("--mentors", mentors)).code, 2);
});

test("no pair at all is a result, not a failure", async () => {
	const { code, result } = await match(
		...example(),
		"--capacity",
		"0",
		"--json",
	);
	assert.deepEqual([code, result.pairs, result.total], [0, [], 0]);
	assert.equal(
		result.unmatched.filter(({ side }) => side === "mentor").length,
		0,
	);
});

for (const [size, total, pairs] of [
	["small", 2036, 105],
	// More than a pipe holds at once: nothing may be cut off at the end.
	["large", 34_051, 1449],
] as const)
	test(`Civil Service ${size}, three for each, through the shell`, {
		skip,
	}, () => {
		const { status, stdout } = spawnSync(
			join(root, "baton"),
			[
				"match",
				"--mentors",
				join(data, size, "mentors.csv"),
				"--mentees",
				join(data, size, "mentees.csv"),
				"--policy",
				"examples/civil-service/policy.json",
				"--objective",
				"total",
				"--capacity",
				"3",
				"--needs",
				"3",
				"--json",
			],
			{ cwd: root, encoding: "utf8", maxBuffer: 2 ** 24 },
		);
		assert.equal(status, 0);
		const result = Result.parse(JSON.parse(stdout));
		assert.deepEqual(
			[result.total, result.pairs.length, result.gap],
			[total, pairs, 0],
		);
	});

const Result = z.object({
	total: z.number(),
	gap: z.number(),
	fingerprint: z.string(),
	pairs: z.array(
		z.object({
			mentee: z.string(),
			mentor: z.string(),
			score: z.number(),
			parts: z.record(z.string(), z.number()),
		}),
	),
	unmatched: z.array(
		z.object({
			side: z.string(),
			id: z.string(),
			why: z.string(),
			sentence: z.string(),
		}),
	),
});

function example(
	policy = join(root, "examples/executive-program/policy.json"),
): string[] {
	const at = (name: string) => join(root, "examples/executive-program", name);
	return [
		"--mentors",
		at("mentors.csv"),
		"--mentees",
		at("mentees.csv"),
		"--policy",
		policy,
	];
}

function file(name: string, json: unknown): string {
	const path = join(folder, name);
	writeFileSync(path, JSON.stringify(json));
	return path;
}

async function match(...args: string[]) {
	let stdout = "";
	let stderr = "";
	const code = await run(args, {
		stdout: (text) => void (stdout += text),
		stderr: (text) => void (stderr += text),
	});
	return {
		code,
		stdout,
		stderr,
		get result() {
			return Result.parse(JSON.parse(stdout));
		},
	};
}
