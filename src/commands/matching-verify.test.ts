import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { sharedData, skipWithout } from "../../test/shared-data.ts";
import { run } from "./assign.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-verify-"));
after(() => rmSync(folder, { recursive: true }));

const naughty = sharedData("naughty-strings/blns.json");

const edges = file(
	"edges.csv",
	"mentee,mentor,score\nWei,Ingrid,3\nWei,Tomás,2.5\nJola,Ingrid,3.000001\nNoor,Ingrid,-1\n",
);

test("a result with its certificate can be checked, and a forged one is refused", async () => {
	for (const objective of ["people", "total"]) {
		const { stdout } = await assign(
			"--edges",
			edges,
			"--objective",
			objective,
			"--certificate",
			"--json",
		);
		const verify = (text: string) =>
			assign(
				"--verify",
				file("result.json", text),
				"--edges",
				edges,
				"--objective",
				objective,
			);
		assert.equal((await verify(stdout)).code, 0);
		const forgeries = [
			[/"total": 5.500001/u, '"total": 6'],
			[/"upperBound": 5.500001/u, '"upperBound": 7'],
			[/"gap": 0/u, '"gap": 0.5'],
			[/"mentor": "Tomás"/u, '"mentor": "Ingrid"'],
			[/"score": 2.5/u, '"score": 2.6'],
			[/"id": "Noor"/u, '"id": "Nora"'],
			[/"fingerprint": "./u, '"fingerprint": "x'],
			[/"objective": "\w+"/u, '"objective": "fair"'],
			[/"certificate"/u, '"certificates"'],
		] as const;
		for (const [pattern, forged] of forgeries) {
			const { code, stderr } = await verify(stdout.replace(pattern, forged));
			assert.equal(code, 1, `${objective}: ${forged}`);
			assert.match(stderr, /result\.json: /u);
		}
	}
});

test("names of every kind come through: the big list of naughty strings", {
	skip: skipWithout("naughty-strings/blns.json"),
}, async () => {
	const strings = z
		.array(z.string())
		.parse(JSON.parse(readFileSync(naughty, "utf8")));
	const ids = [
		...new Set(strings.map((text) => text.trim().normalize("NFC"))),
	].filter((id) => id !== "");
	const rows = ids.map((id, k) => [id, `${ids[(k * 7) % ids.length]}`, k % 13]);
	const path = file(
		"naughty.csv",
		stringify([["mentee", "mentor", "score"], ...rows]),
	);
	const { code, stdout } = await assign(
		"--edges",
		path,
		"--json",
		"--certificate",
	);
	assert.equal(code, 0);
	assert.deepEqual(
		Pairs.parse(JSON.parse(stdout))
			.pairs.map(({ mentee }) => mentee)
			.toSorted(),
		ids.toSorted(),
	);
	const verified = await assign(
		"--verify",
		file("naughty.json", stdout),
		"--edges",
		path,
	);
	assert.equal(verified.code, 0);
});

const Pairs = z.object({ pairs: z.array(z.object({ mentee: z.string() })) });

function file(name: string, content: string): string {
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
	return { code, stdout, stderr };
}
