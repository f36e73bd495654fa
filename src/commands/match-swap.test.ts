import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { z } from "zod";
import { run } from "./match.ts";

const folder = mkdtempSync(join(tmpdir(), "baton-swap-"));
after(() => rmSync(folder, { recursive: true }));

const found = z.object({
	swapped: z.string(),
	same: z.boolean(),
	exchanges: z.number(),
	groups: z.array(
		z.object({
			group: z.string(),
			members: z.number(),
			differently: z.array(z.string()),
			onlyAsThemselves: z.number(),
			onlyAsOthers: z.number(),
			totalChange: z.number(),
		}),
	),
	pins: z.array(z.unknown()),
});

test("a policy that pairs by site pairs the same whatever people's gender", async () => {
	const { code, out } = await audit("site", "gender", "--json");
	assert.equal(code, 0);
	const told = found.parse(JSON.parse(out));
	assert.equal(told.same, true);
	assert.deepEqual(
		told.groups.map(({ group, members, differently }) => [
			group,
			members,
			differently,
		]),
		[
			["f", 2, []],
			["m", 1, []],
		],
	);
	assert.match((await audit("site", "gender")).out, /does not use it/u);
});

test("a policy that pairs by gender is found out, also with caps and the worst pair first", async () => {
	for (const extra of [[], ["--worst-first"]]) {
		const { out } = await audit("gender", "gender", "--json", ...extra);
		const told = found.parse(JSON.parse(out));
		assert.equal(told.same, false);
		assert.ok(told.groups.some(({ differently }) => differently.length > 0));
	}
	assert.match((await audit("gender", "gender")).out, /would be others/u);
});

test("a column that is not there, or where all are alike, is refused", async () => {
	const { code, err } = await audit("site", "age");
	assert.equal(code, 1);
	assert.match(err, /no column “age”/u);
	assert.match((await audit("site", "places")).err, /nothing to exchange/u);
});

async function audit(by: string, column: string, ...extra: readonly string[]) {
	let out = "";
	let err = "";
	const code = await run(
		[
			...["--mentors", file("mentors.csv", MENTORS)],
			...["--mentees", file("mentees.csv", MENTEES)],
			...["--policy", file(`${by}.json`, JSON.stringify(policy(by)))],
			...["--swap-audit", column, ...extra],
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

const MENTORS = "id,gender,site\nIngrid,f,Oslo\nTomás,m,Lima\n";
const MENTEES =
	"id,gender,site,places\nWei,f,Oslo,1\nJola,m,Oslo,1\nAmara,f,Lima,1\nRuth,,Lima,1\n";

function policy(column: string) {
	return {
		version: 1,
		name: "likeness",
		id: "id",
		columns: { gender: "text", site: "text" },
		capacity: 1,
		need: 1,
		caps: [{ name: "One of a site", most: 1, per: "mentor", column: "site" }],
		terms: [{ name: "alike", compare: "same", column, points: 10 }],
	};
}

function file(name: string, text: string): string {
	const path = join(folder, name);
	writeFileSync(path, text);
	return path;
}
