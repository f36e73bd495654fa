import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { establishedWorld } from "../../../test/world.ts";
import { isAct } from "./acts/act-words.ts";

test("an administrator reads the journal, a program manager does not", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const { text } = await ada.get("/administration/journal");
	assert.match(text, /Who did what/);
	assert.match(text, /set up the organisation/);
	assert.match(text, /entrusted an office.*Ruth Feld/);
	const rows = async (query: string) => {
		const { html } = await ada.get(`/administration/journal?${query}`);
		return [...html.matchAll(/<tr>.*?<td/gs)].length;
	};
	const all = await rows("");
	assert.ok(all > 2);
	const offices = await rows("act=grant-office");
	assert.ok(offices > 0 && offices < all);
	assert.equal(await rows("act=grant-office&search=ruth+feld"), 1);
	assert.equal(await rows("from=2020-01-01&until=2020-12-31"), 0);
	assert.equal(await rows("from=2020-01-01&until=nonsense"), all);
	assert.match(
		(await ada.get("/administration/journal?search=nobody+at+all")).text,
		/Nothing here matches/,
	);
	const ruth = await world.as(world.ruth);
	assert.equal((await ruth.get("/administration/journal")).status, 404);
});

test("every act that is written down has its words", () => {
	const root = fileURLToPath(new URL("../../", import.meta.url));
	const acts = globSync("{features,platform,commands}/**/*.{ts,tsx}", {
		cwd: root,
	})
		// Concerns keep a record of their own: the journal has none of them.
		.filter((file) => !/\.test\.|concerns/.test(file))
		.flatMap((file) => [
			...readFileSync(`${root}${file}`, "utf8").matchAll(
				/\bact: "([a-z]+(?:-[a-z]+)+)"/g,
			),
		])
		.map(([, act = ""]) => act);
	assert.ok(acts.length > 150);
	assert.deepEqual(
		[...new Set(acts)].filter((act) => !isAct(act)),
		[],
	);
});

test("everyone sees who holds which office, only an administrator grants and ends", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	assert.match(
		(await ada.get("/administration/offices")).text,
		/Entrust someone with an office/,
	);
	const ruth = await world.as(world.ruth);
	const seen = await ruth.get("/administration/offices");
	assert.match(seen.text, /Ada Nwosu/);
	assert.doesNotMatch(seen.text, /Entrust someone|End now/);
});

test("the last administrator cannot be ended, and the page says whom to make one first", async () => {
	await using world = await establishedWorld();
	const ada = await world.as(world.ada);
	const { html } = await ada.get("/administration/offices");
	const ends = [
		...html.matchAll(/\/administration\/offices\/[0-9a-f-]+\/end/g),
	];
	const answers = [];
	for (const [path] of ends) answers.push((await ada.send(path, {})).status);
	assert.deepEqual(answers, [303, 409]);
});

test("what somebody does after another was quicker leads back to the page it came from", async () => {
	await using world = await establishedWorld();
	const data = new FormData();
	data.set("form-key", "");
	const response = await world.app.request("/administration/offices", {
		method: "POST",
		body: data,
		headers: {
			"sec-fetch-site": "same-origin",
			host: "localhost",
			referer: "http://localhost/administration/offices?page=2",
		},
	});
	assert.equal(response.status, 400);
	assert.match(
		await response.text(),
		/href="\/administration\/offices\?page=2"/,
	);
});
