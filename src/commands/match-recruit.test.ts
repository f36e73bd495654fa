import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { z } from "zod";
import { run } from "./match.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-recruit-"));
after(() => rmSync(folder, { recursive: true }));

const answer = z.object({
	wanted: z.array(
		z.object({
			value: z.string(),
			mentors: z.number(),
			people: z.number(),
			points: z.number(),
			most: z.object({ mentor: z.string(), people: z.number() }),
		}),
	),
});

test("the topic that two are left without comes first, the one nobody lacks is worth nothing", async () => {
	const { code, out } = await recruit("topic", "--json");
	assert.equal(code, 0);
	const { wanted } = answer.parse(JSON.parse(out));
	assert.deepEqual(
		wanted.map(({ value, people, most }) => [value, people, most.mentor]),
		[
			["finance", 1, "Ingrid"],
			["boards", 0, "Tomás"],
		],
	);
	assert.match((await recruit("topic")).out, /finance \(one mentor\)/u);
});

test("a column that the policy does not compare is refused", async () => {
	const { code, err } = await recruit("site");
	assert.equal(code, 1);
	assert.match(err, /no mentors’ column “site”/u);
});

async function recruit(column: string, ...extra: readonly string[]) {
	let out = "";
	let err = "";
	const code = await run(
		[
			...["--mentors", file("mentors.csv", MENTORS)],
			...["--mentees", file("mentees.csv", MENTEES)],
			...["--policy", file("policy.json", JSON.stringify(POLICY))],
			...["--recruit", column, ...extra],
		],
		{
			stdout: (text) => {
				out += text;
			},
			stderr: (text) => {
				err += text;
			},
		},
	);
	return { code, out, err };
}

const MENTORS = "id,topic\nIngrid,finance\nTomás,boards\n";
const MENTEES =
	"id,topic\nWei,finance\nJola,finance\nAmara,finance\nRuth,boards\n";
const POLICY = {
	version: 1,
	name: "topics",
	id: "id",
	columns: { topic: "text" },
	capacity: 1,
	need: 1,
	rules: [{ name: "Topic", compare: "same", column: "topic" }],
	terms: [{ name: "alike", compare: "same", column: "topic", points: 10 }],
};

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}
