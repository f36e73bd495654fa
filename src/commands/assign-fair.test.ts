import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { z } from "zod";
import { run } from "./assign.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-fair-"));
after(() => rmSync(folder, { recursive: true }));

// Ten people in each group want the same twelve places; those of the first group score a little higher everywhere.
const people = ["north", "south"].flatMap((group) =>
	Array.from({ length: 10 }, (_, k) => ({ id: `${group} ${k}`, group })),
);
const edges = file("edges.csv", [
	"mentee,mentor,score",
	...people.flatMap(({ id, group }, i) =>
		Array.from(
			{ length: 12 },
			(_, j) =>
				`${id},mentor ${j},${(group === "north" ? 50 : 40) + ((i * 7 + j * 5) % 9)}`,
		),
	),
]);
const groups = file("groups.csv", [
	"mentee,group",
	...people.map(({ id, group }) => `${id},${group}`),
]);

test("without a ratio one group takes nearly all places; four fifths shares them at a stated price", async () => {
	const free = await assign("--objective", "people");
	assert.deepEqual(reached(free), { north: 10, south: 2 });
	const fair = await assign("--objective", "fair", "--groups", groups);
	assert.equal(fair.ratioReached, 1);
	assert.deepEqual(reached(fair), { north: 6, south: 6 });
	assert.deepEqual(fair.blockedBy, []);
	assert.equal(fair.price?.people, 0);
	assert.equal(fair.price?.points, free.total - fair.total);
	assert.ok(fair.gap < 0.01);
	assert.ok(
		fair.unmatched.some(
			({ id, why }) => id.startsWith("north") && why === "equity-ratio",
		),
	);
});

test("quality is a ratio of its own: mean scores, whoever has nobody counting 0", async () => {
	const fair = await assign(
		...["--objective", "fair", "--groups", groups],
		...["--measure", "quality", "--ratio", "0.9"],
	);
	const [low, high] = (fair.groups ?? [])
		.map(({ quality }) => quality)
		.toSorted((a, b) => a - b);
	assert.ok((low ?? 0) / (high ?? 1) >= 0.9);
});

test("where one group has few places, the others are held back to it, openly; out of reach, nobody is", async () => {
	const divided = file("divided.csv", [
		"mentee,mentor,score",
		...Array.from({ length: 5 }, (_, k) => `north ${k},mentor ${k},5`),
		...Array.from({ length: 5 }, (_, k) => `south ${k},mentor 9,5`),
	]);
	const five = file("five.csv", [
		"mentee,group",
		...people
			.filter(({ id }) => /[0-4]$/u.test(id))
			.map(({ id, group }) => `${id},${group}`),
	]);
	const options = [
		...["--objective", "fair", "--groups", five],
		...["--edges", divided],
	];
	const heldBack = await assign(...options);
	assert.deepEqual(reached(heldBack), { north: 1, south: 1 });
	assert.equal(heldBack.price?.people, 4);
	assert.deepEqual(heldBack.blockedBy, [
		{ group: "south", members: 5, covered: 1, why: "places" },
	]);
	const none = file("none.csv", ["mentor,capacity", "mentor 9,0"]);
	const outOfReach = await assign(...options, "--capacities", none);
	assert.equal(outOfReach.ratioReached, 0);
	assert.deepEqual(reached(outOfReach), { north: 5, south: 0 });
	assert.equal(outOfReach.blockedBy?.length, 1);
});

test("a plan under a ratio carries its certificate, and a forged one is refused", async () => {
	const options = ["--objective", "fair", "--groups", groups];
	const { text } = await assign(...options);
	assert.equal((await verify(text, options)).code, 0);
	const forgeries = [
		[/"ratioKept": [\d.]+/u, '"ratioKept": 0.1'],
		[/"price": \d+/u, '"price": 0'],
		[/"perPair": /u, '"perPair": 9'],
		[/"ratio": 0.8/u, '"ratio": 0.7'],
		[/"total": (\d)/u, '"total": 9$1'],
		[/"mentor": "mentor 3"/u, '"mentor": "mentor 4"'],
	] as const;
	for (const [pattern, forged] of forgeries) {
		assert.match(text, pattern);
		const { code } = await verify(text.replace(pattern, forged), options);
		assert.equal(code, 1, forged);
	}
});

test("the worst pair first: nobody gets a bad mentor so that somebody else gets a perfect one", async () => {
	const few = file("few.csv", [
		"mentee,mentor,score",
		"Wei,Ingrid,10",
		"Wei,Tomás,6",
		"Jola,Ingrid,6",
		"Jola,Tomás,1",
	]);
	const options = ["--worst-first", "--edges", few];
	const sum = await assign("--edges", few);
	assert.deepEqual([sum.total, sum.worstPair], [12, undefined]);
	const wide = file("wide.csv", [
		"mentee,mentor,score",
		"Wei,Ingrid,10",
		"Wei,Tomás,6",
		"Jola,Ingrid,6",
		"Jola,Tomás,3",
	]);
	const greatest = await assign("--edges", wide);
	assert.equal(greatest.total, 13);
	const result = await assign("--worst-first", "--edges", wide);
	assert.deepEqual([result.total, result.worstPair], [12, 6]);
	const { text } = await assign(...options);
	assert.equal((await verify(text, options)).code, 0);
	assert.equal(
		(await verify(result.text, ["--worst-first", "--edges", wide])).code,
		0,
	);
	assert.equal((await verify(greatest.text, options)).code, 1);
});

test("options that do not go together are wrong usage", async () => {
	for (const args of [
		["--objective", "fair"],
		["--objective", "total", "--worst-first"],
		["--objective", "fair", "--groups", groups, "--worst-first"],
		["--objective", "people", "--ratio", "0.8"],
		["--objective", "fair", "--groups", groups, "--ratio", "1.2"],
		["--objective", "fair", "--groups", groups, "--measure", "luck"],
	])
		assert.equal(
			(await command(["--edges", edges, ...args])).code,
			2,
			args.join(" "),
		);
});

const Result = z.object({
	total: z.number(),
	gap: z.number(),
	worstPair: z.number().optional(),
	pairs: z.array(z.object({ mentee: z.string() })),
	unmatched: z.array(z.object({ id: z.string(), why: z.string() })),
	ratioReached: z.number().optional(),
	price: z.object({ people: z.number(), points: z.number() }).optional(),
	groups: z.array(z.object({ quality: z.number() })).optional(),
	blockedBy: z.array(z.unknown()).optional(),
});

async function assign(...args: string[]) {
	const given = args.includes("--edges") ? args : ["--edges", edges, ...args];
	const { code, stdout, stderr } = await command([
		...given,
		"--certificate",
		"--json",
	]);
	assert.equal(code, 0, stderr);
	return { ...Result.parse(JSON.parse(stdout)), text: stdout };
}

function verify(text: string, options: readonly string[]) {
	const given = options.includes("--edges")
		? options
		: ["--edges", edges, ...options];
	return command(["--verify", file("result.json", [text]), ...given]);
}

function reached({ pairs }: { pairs: readonly { mentee: string }[] }) {
	const count = (group: string) =>
		pairs.filter(({ mentee }) => mentee.startsWith(group)).length;
	return { north: count("north"), south: count("south") };
}

async function command(args: readonly string[]) {
	let stdout = "";
	let stderr = "";
	const code = await run(args, {
		stdout: (text) => void (stdout += text),
		stderr: (text) => void (stderr += text),
	});
	return { code, stdout, stderr };
}

function file(name: string, lines: readonly string[]): string {
	const path = join(folder, name);
	writeFileSync(path, lines.join("\n"));
	return path;
}
