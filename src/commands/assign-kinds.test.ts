import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { z } from "zod";
import { run } from "./assign.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-kinds-"));
after(() => rmSync(folder, { recursive: true }));

test("bare edges with kinds under a ratio, and with the worst pair of each kind first: both check, and what was touched does not", async () => {
	const people = Array.from({ length: 12 }, (_, i) => `e${10 + i}`);
	const edges = people.flatMap((mentee, i) =>
		["o1", "o2", "o3"].flatMap((mentor, j) =>
			["primary", "peer"].map(
				(kind, k) =>
					`${mentee},${mentor},${kind},${(i < 6 ? 4 : 9) + ((i * 5 + j * 7 + k * 3) % 5)}`,
			),
		),
	);
	const options = [
		"--kinds",
		"primary,peer",
		"--edges",
		file("many.csv", `mentee,mentor,kind,score\n${edges.join("\n")}\n`),
		"--capacities",
		file("places.csv", "mentor,capacity\no1,3\no2,3\no3,3\n"),
		"--groups",
		file(
			"groups.csv",
			`mentee,group\n${people.map((id, i) => `${id},${i < 6 ? "a" : "b"}`).join("\n")}\n`,
		),
	];
	const verify = (text: string, ...wish: readonly string[]) =>
		ran(...options, ...wish, "--verify", file("found.json", text));
	const wish = ["--objective", "fair"];
	const fair = await ran(...options, ...wish, "--certificate");
	const checked = await verify(fair.stdout, ...wish);
	assert.equal(checked.code, 0, checked.stderr);
	// Nine places, all for first mentors: at least four fifths in each group.
	const reached = pairsIn(fair.stdout).filter(({ kind }) => kind === "primary");
	assert.equal(reached.length, 9);
	assert.ok(reached.filter(({ mentee }) => mentee < "e16").length >= 4);
	const closer = fair.stdout.replace(/"ratioKept": [\d.]+/u, '"ratioKept": 1');
	const refused = await verify(closer, ...wish);
	assert.match(refused.stderr + refused.stdout, /further apart|proves nothing/);
	const worst = await ran(...options, "--worst-first", "--certificate");
	const proved = await verify(worst.stdout, "--worst-first");
	assert.equal(proved.code, 0, proved.stderr);
	const plain = await ran(...options, "--certificate");
	const lowest = ({ stdout }: typeof plain) =>
		Math.min(...pairsIn(stdout).map(({ score }) => score));
	assert.ok(lowest(worst) > lowest(plain));
	const unproved = await verify(plain.stdout, "--worst-first");
	assert.match(unproved.stderr + unproved.stdout, /not proved that the worst/);
});

const Pairs = z.object({
	pairs: z.array(
		z.object({ mentee: z.string(), kind: z.string(), score: z.number() }),
	),
});

function pairsIn(text: string) {
	return Pairs.parse(JSON.parse(text)).pairs;
}

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}

async function ran(...args: readonly string[]) {
	let stdout = "";
	let stderr = "";
	const code = await run([...args, "--json"], {
		stdout: (text) => void (stdout += text),
		stderr: (text) => void (stderr += text),
	});
	return { code, stdout, stderr };
}
