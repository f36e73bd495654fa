// Kinds of mentors from the policy's document to the result, its fingerprint and the check of it; and that without kinds nothing changed.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { run as assign } from "./assign.ts";
import type { Io } from "./io.ts";
import { run as match } from "./match.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-kinds-"));
after(() => rmSync(folder, { recursive: true }));

const mentors = file(
	"mentors.csv",
	"id,places,function,grade\nIngrid,2,sales,3\nTomás,1,tax,3\nAmara,1,sales,2\n",
);
const mentees = file(
	"mentees.csv",
	"id,function,grade\nWei,sales,1\nJola,tax,1\nNoor,law,2\n",
);
const policy = {
	version: 1,
	id: "id",
	columns: {
		function: "text",
		grade: { kind: "scale", values: ["1", "2", "3"] },
	},
	capacity: { column: "places" },
	kinds: [{ name: "primary" }, { name: "functional" }],
	rules: [
		{
			name: "Same function",
			kinds: ["functional"],
			compare: "same",
			column: "function",
		},
	],
	terms: [
		{
			name: "Grades apart",
			kinds: ["primary"],
			compare: "steps",
			column: "grade",
			points: { "1": 2, "2": 5 },
		},
		{ name: "At all", compare: "same", column: "function", points: 1 },
	],
};

test("everyone's first mentor before anyone's second, nobody twice with the same person, and why a kind is missing", async () => {
	const { code, result } = await ran(match, ...files(policy));
	assert.equal(code, 0);
	assert.deepEqual(
		result.pairs.map(({ mentee, mentor, kind }) => [mentee, mentor, kind]),
		[
			["Jola", "Tomás", "primary"],
			["Noor", "Ingrid", "primary"],
			["Wei", "Amara", "functional"],
			["Wei", "Ingrid", "primary"],
		],
	);
	assert.deepEqual(result.weakest, [
		{ kind: "primary", score: 2 },
		{ kind: "functional", score: 1 },
	]);
	assert.deepEqual(
		result.unmatched.map(({ id, kind, why }) => [id, kind, why]),
		[
			["Jola", "functional", "paired-in-another-kind"],
			["Noor", "functional", "nobody-eligible"],
		],
	);
	const [jola, noor] = result.unmatched;
	assert.match(jola?.sentence ?? "", /Tomás .* in another kind already/u);
	assert.equal(jola?.nearestChange?.kind, "one-more-place");
	assert.match(noor?.sentence ?? "", /“Same function” rules out 3/u);
	for (const { score, parts } of result.pairs)
		assert.equal(
			Object.values(parts).reduce((a, b) => a + b, 0),
			score,
		);
});

test("a pin names its kind, and takes the pair out of every other", async () => {
	const pinned = [{ mentee: "Wei", mentor: "Ingrid", kind: "functional" }];
	const { result } = await ran(match, ...files({ ...policy, pinned }));
	assert.deepEqual(
		result.pairs
			.filter(({ mentee }) => mentee === "Wei")
			.map(({ mentor, kind }) => `${mentor} ${kind}`),
		["Amara primary", "Ingrid functional"],
	);
	for (const [pins, message] of [
		[[{ mentee: "Wei", mentor: "Ingrid" }], /needs "kind"/u],
		[
			[{ mentee: "Wei", mentor: "Ingrid", kind: "peer" }],
			/none of the policy's kinds/u,
		],
		[
			[...pinned, { mentee: "Wei", mentor: "Ingrid", kind: "primary" }],
			/twice/u,
		],
		[
			[{ mentee: "Wei", mentor: "Tomás", kind: "functional" }],
			/breaks the rule “Same function”/u,
		],
	] as const) {
		const refused = await ran(match, ...files({ ...policy, pinned: pins }));
		assert.equal(refused.code, 1);
		assert.match(refused.stderr, message);
	}
});

test("a need besides kinds is refused; groups and the worst pair of each kind go with them", async () => {
	const need = await ran(match, ...files({ ...policy, need: 2 }));
	assert.match(need.stderr, /no meaning where there are kinds/u);
	assert.equal(need.code, 1);
	const equal = files({ ...policy, protected: ["function"] });
	const fair = await ran(match, ...equal, "--objective", "fair");
	assert.equal(fair.code, 0);
	assert.match(fair.stdout, /"measure": "access"/u);
	const worst = await ran(match, ...files(policy), "--worst-first");
	// Jola's and Noor's first mentor is worth 5 or 2 points, Wei's second one point whoever it is.
	assert.deepEqual(worst.result.worstPairs, [
		{ kind: "primary", score: 2 },
		{ kind: "functional", score: 1 },
	]);
});

test("the order of rows changes nothing, the kinds' order changes the fingerprint", async () => {
	const { result } = await ran(match, ...files(policy));
	const turned = file(
		"turned.csv",
		"grade,id,function\n2,Noor,law\n1,Jola,tax\n1,Wei,sales\n",
	);
	const other = await ran(match, ...files(policy, turned));
	assert.equal(other.result.fingerprint, result.fingerprint);
	const kinds = policy.kinds.toReversed();
	const reversed = await ran(match, ...files({ ...policy, kinds }));
	assert.notEqual(reversed.result.fingerprint, result.fingerprint);
});

test("bare edges with kinds: the certificate holds, and a result that was touched is found out", async () => {
	const edges = [
		"--kinds",
		"primary,peer",
		"--edges",
		file(
			"edges.csv",
			"mentee,mentor,kind,score\nWei,Ingrid,primary,5\nWei,Ingrid,peer,9\nWei,Tomás,peer,1\nJola,Ingrid,primary,4\nJola,Tomás,peer,3\n",
		),
		"--needs",
		file("needs.csv", "mentee,kind,need\nJola,peer,2\n"),
		"--capacity",
		"3",
	];
	const found = await ran(assign, ...edges, "--certificate");
	assert.deepEqual(
		found.result.pairs.map(({ mentee, mentor, kind }) => [
			mentee,
			mentor,
			kind,
		]),
		[
			["Jola", "Ingrid", "primary"],
			["Jola", "Tomás", "peer"],
			["Wei", "Ingrid", "primary"],
			["Wei", "Tomás", "peer"],
		],
	);
	const check = async (text: string) => {
		const result = file("result.json", text);
		return ran(assign, ...edges, "--verify", result);
	};
	assert.equal((await check(found.stdout)).code, 0);
	const touched = [
		// Wei twice with Ingrid: dearer, and not allowed.
		[
			/"Tomás",\s+"kind": "peer",\s+"score": 1/u,
			'"Ingrid", "kind": "peer", "score": 9',
			/paired twice/u,
		],
		[/"kind": "peer"/u, '"kind": "reverse"', /of no kind/u],
		[
			/"pairsOnce": \[[^]*\]/u,
			'"pairsOnce": []',
			/not proved best|nothing about/u,
		],
	] as const;
	for (const [from, to, message] of touched) {
		const text = found.stdout.replace(from, to);
		assert.notEqual(text, found.stdout);
		const { code, stderr, stdout } = await check(text);
		assert.equal(code, 1);
		assert.match(stderr + stdout, message);
	}
});

test("without kinds a result is to the last byte what it was before there were kinds", async () => {
	const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
	const at = (name: string) => join(root, "examples/executive-program", name);
	const plain = [
		"--mentors",
		at("mentors.csv"),
		"--mentees",
		at("mentees.csv"),
		"--policy",
		at("policy.json"),
		"--certificate",
	];
	const hashes: string[] = [];
	for (const options of [
		[],
		["--objective", "total"],
		["--worst-first"],
		["--needs", "2", "--seed", "spring"],
		["--objective", "fair"],
	]) {
		const { stdout } = await ran(match, ...plain, ...options);
		const text = stdout.replace(/\n\t"seconds": [^\n]*/u, "");
		hashes.push(createHash("sha256").update(text).digest("hex").slice(0, 16));
	}
	assert.deepEqual(hashes, BEFORE_KINDS);
});

/** Of the results as they were printed then, without the seconds; the fourth since mentors with a mentee count where somebody has several mentors. */
const BEFORE_KINDS: readonly string[] = [
	"d6eb4d604dbff45f",
	"4ade0bde145bff4a",
	"611c6add93e31387",
	"4f5a846be5cea816",
	"2297ff280f5a7f8f",
];

const Result = z.object({
	pairs: z.array(
		z.object({
			mentee: z.string(),
			mentor: z.string(),
			kind: z.string().optional(),
			score: z.number(),
			parts: z.record(z.string(), z.number()),
		}),
	),
	unmatched: z.array(
		z.object({
			id: z.string(),
			kind: z.string().optional(),
			why: z.string(),
			sentence: z.string(),
			nearestChange: z.object({ kind: z.string() }).nullable(),
		}),
	),
	fingerprint: z.string(),
	weakest: z
		.array(z.object({ kind: z.string().optional(), score: z.number() }))
		.default([]),
	worstPairs: z
		.array(z.object({ kind: z.string(), score: z.number() }))
		.optional(),
});
const EMPTY: z.infer<typeof Result> = {
	pairs: [],
	unmatched: [],
	fingerprint: "",
	weakest: [],
};

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

function files(document: unknown, own: string = mentees): readonly string[] {
	const path = file("policy.json", JSON.stringify(document));
	return ["--mentors", mentors, "--mentees", own, "--policy", path];
}

async function ran(
	command: (args: readonly string[], io: Io) => Promise<number>,
	...args: readonly string[]
) {
	let stdout = "";
	let stderr = "";
	const code = await command([...args, "--json"], {
		stdout: (text) => void (stdout += text),
		stderr: (text) => void (stderr += text),
	});
	const read = Result.safeParse(stdout === "" ? {} : JSON.parse(stdout));
	return { code, stdout, stderr, result: read.data ?? EMPTY };
}
