import assert from "node:assert/strict";
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { z } from "zod";
import { run } from "./assign.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-assign-"));
after(() => rmSync(folder, { recursive: true }));

const edges = file(
	"edges.csv",
	"mentee,mentor,score\nWei,Ingrid,3\nWei,Tomás,2.5\nJola,Ingrid,3.000001\nNoor,Ingrid,-1\n",
);

test("the best pairs with everything the contract names", async () => {
	const { code, result, stderr } = await assign("--edges", edges, "--json");
	assert.equal(code, 0);
	assert.equal(stderr, "");
	assert.deepEqual(
		result.pairs.map(({ mentee, mentor, score }) => [mentee, mentor, score]),
		[
			["Jola", "Ingrid", 3.000001],
			["Wei", "Tomás", 2.5],
		],
	);
	assert.equal(result.total, 5.500001);
	assert.deepEqual([result.upperBound, result.gap], [5.500001, 0]);
	assert.match(result.fingerprint, /^[0-9a-f]{64}$/u);
	assert.deepEqual(
		result.unmatched.map(({ side, id, missing, why }) => [
			side,
			id,
			missing,
			why,
		]),
		[["mentee", "Noor", 1, "places-taken"]],
	);
	assert.equal(result.certificate, undefined);
});

test("rows in another order, a byte order mark, CRLF and quotes change nothing", async () => {
	const other = file(
		"other.csv",
		'\uFEFF"mentor","score","mentee"\r\nIngrid,-1.0,Noor\r\n Ingrid ,3.000001,Jola\r\nToma\u0301s,2.50,Wei\r\n\r\nIngrid,3,Wei\r\n',
	);
	const one = await assign("--edges", edges, "--json");
	const two = await assign("--edges", other, "--json");
	assert.equal(two.stderr, "");
	assert.equal(two.result.fingerprint, one.result.fingerprint);
	assert.deepEqual(two.result.pairs, one.result.pairs);
});

test("capacities and needs from files, or one figure for all", async () => {
	const capacities = file(
		"capacities.csv",
		"mentor,capacity\nIngrid,2\nRuth,1\n",
	);
	const needs = file("needs.csv", "mentee,need\nWei,2\nNoor,0\n");
	const read = await assign(
		"--edges",
		edges,
		"--capacities",
		capacities,
		"--needs",
		needs,
		"--json",
	);
	assert.equal(read.result.pairs.length, 3);
	assert.match(
		read.stderr,
		/Warning: .*capacities\.csv: “Ruth” appears in no edge/u,
	);
	const figures = await assign(
		"--edges",
		edges,
		"--capacity",
		"3",
		"--needs",
		"2",
		"--json",
	);
	assert.equal(figures.result.pairs.length, 4);
	const nothing = await assign("--edges", edges, "--capacity", "0", "--json");
	assert.deepEqual([nothing.code, nothing.result.pairs], [0, []]);
});

test("total never uses a pair below 0, people does", async () => {
	const below = file("below.csv", "mentee,mentor,score\nWei,Ingrid,-2\n");
	const total = await assign(
		"--edges",
		below,
		"--objective",
		"total",
		"--json",
	);
	const people = await assign(
		"--edges",
		below,
		"--objective",
		"people",
		"--json",
	);
	assert.deepEqual([total.result.pairs.length, total.result.total], [0, 0]);
	assert.deepEqual([people.result.pairs.length, people.result.total], [1, -2]);
});

test("every bad line is named by file, row and column, and nothing is printed", async () => {
	const bad = file(
		"bad.csv",
		'mentee,mentor,score\n"Wei\nZhang",Ingrid,1\nWei,Ingrid,1\nWei,Ingrid,2\n,Ingrid,1\nJola,Ingrid,0.0000001\nNoor,Ingrid,1e3\nAda,Ingrid,1000001\nRuth,Ingrid,1,2\n',
	);
	const { code, stdout, stderr } = await assign("--edges", bad, "--json");
	assert.deepEqual([code, stdout], [1, ""]);
	assert.deepEqual(
		stderr
			.trim()
			.split("\n")
			.map((line) => line.slice(folder.length + 1)),
		["bad.csv, row 9: 4 cells, but the header has 3."],
	);
	const lines = await assign(
		"--edges",
		file("bad.csv", readFileSync(bad, "utf8").replace(",1,2\n", ",1\n")),
	);
	assert.deepEqual(
		lines.stderr
			.trim()
			.split("\n")
			.map((line) => line.slice(folder.length + 1)),
		[
			"bad.csv, row 4, column “mentor”: the pair Wei and Ingrid is in row 3 already.",
			"bad.csv, row 5, column “mentee”: this is empty.",
			"bad.csv, row 6, column “score”: “0.0000001” has more than six decimal places.",
			"bad.csv, row 7, column “score”: “1e3” is not a number.",
			"bad.csv, row 8, column “score”: “1000001” is beyond a million.",
		],
	);
});

test("files that are no such files", async () => {
	const refused = async (name: string, content: string | Uint8Array) => {
		const { code, stderr } = await assign("--edges", file(name, content));
		assert.equal(code, 1);
		return stderr;
	};
	assert.match(await refused("a.csv", ""), /the file is empty/u);
	assert.match(
		await refused("b.csv", "mentee,score\n"),
		/row 1, column “mentor”/u,
	);
	assert.match(
		await refused("c.csv", 'mentee,mentor,score\n"Wei,x,1\n'),
		/not closed/u,
	);
	assert.match(
		await refused("d.csv", 'mentee,mentor,score\nWei,x"y,1\n'),
		/row 2: a quotation mark/u,
	);
	assert.match(
		await refused("e.csv", new Uint8Array([0x6d, 0xff, 0xfe])),
		/not UTF-8/u,
	);
	assert.match(
		await refused("f.csv", "mentee,mentee,mentor,score\n"),
		/names it twice/u,
	);
	const missing = await assign("--edges", join(folder, "nowhere.csv"));
	assert.match(missing.stderr, /there is no such file/u);
	assert.match((await assign("--edges", folder)).stderr, /this is a folder/u);
});

test("pairs are written whole or not at all", async () => {
	const out = join(folder, "pairs.csv");
	const written = await assign("--edges", edges, "--out", out);
	assert.equal(written.code, 0);
	assert.equal(
		readFileSync(out, "utf8"),
		"mentee,mentor,score\r\nJola,Ingrid,3.000001\r\nWei,Tomás,2.5\r\n",
	);
	const nowhere = join(folder, "missing", "pairs.csv");
	const refused = await assign("--edges", edges, "--out", nowhere, "--json");
	assert.deepEqual([refused.code, refused.stdout], [1, ""]);
	assert.equal(existsSync(nowhere), false);
	assert.deepEqual(
		readdirSync(folder).filter((name) => name.startsWith(".")),
		[],
	);
});

test("wrong usage is told apart from refusal", async () => {
	assert.equal((await assign("--edges", edges, "--objective", "fair")).code, 2);
	assert.equal((await assign()).code, 2);
	assert.equal((await assign("--edges", edges, "--objective", "best")).code, 2);
	assert.equal((await assign("--edges", edges, "--capacity=-1")).code, 2);
	assert.equal((await assign("--edges", edges, "--ratio", "0.8")).code, 2);
	await assert.rejects(assign("--edgs", edges), { code: /^ERR_PARSE_ARGS/u });
});

test("without --json people read a table", async () => {
	const { stdout } = await assign("--edges", edges);
	assert.match(stdout, /2 pairs, 2 mentees with a mentor, total 5\.500001/u);
	assert.match(stdout, /Mentee Noor: The one place at Ingrid is with Jola/u);
});

const Result = z.object({
	total: z.number(),
	upperBound: z.number(),
	gap: z.number(),
	fingerprint: z.string(),
	seconds: z.number(),
	pairs: z.array(
		z.object({ mentee: z.string(), mentor: z.string(), score: z.number() }),
	),
	unmatched: z.array(
		z.object({
			side: z.string(),
			id: z.string(),
			missing: z.number(),
			why: z.string(),
			sentence: z.string(),
		}),
	),
	certificate: z.unknown().optional(),
});

function file(name: string, content: string | Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

async function assign(...args: string[]) {
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
