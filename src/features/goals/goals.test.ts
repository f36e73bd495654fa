import assert from "node:assert/strict";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { sessionOf } from "../../../test/sessions.ts";
import { pairWorld } from "../../../test/two-pairs.ts";

test("a goal is set, moved by milestones, taken up by an agenda and settled; both read it, nobody else does, and no figure is made of it", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const path = `/relationships/${pair.id}/goals`;
	const wei = await world.as(pair.mentee);
	const ingrid = await world.as(pair.mentor);
	assert.match((await wei.get(path)).text, /No open goal/);

	const wrong = await wei.send(path, {
		aim: "",
		challenge: "The plant in Lagos",
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.html, /The plant in Lagos/);
	const set = await wei.post(path, {
		aim: "Close a plant with dignity",
		challenge: "The plant in Lagos",
		competency: "",
		"review-on": "",
		"milestone-1": "Speak with the council",
		"milestone-2": "",
		"milestone-3": "Tell the board what it costs",
	});
	assert.match(set.text, /Your goal is set/);
	assert.match(
		(await ingrid.get(`/relationships/${pair.id}`)).text,
		/Close a plant with dignity Wei · 0 of 2 milestones/,
	);

	const [first = ""] = idsIn(set.html, /\/milestones\/([0-9a-f-]{36})\/reach/g);
	const moved = await wei.post(`/milestones/${first}/reach`, {
		reached: "yes",
	});
	assert.match(moved.html, /aria-label="1 of 2 milestones"/);
	assert.equal(
		(await ingrid.send(`/milestones/${first}/reach`, { reached: "no" })).status,
		404,
	);

	const session = await sessionOf(
		world,
		{ id: pair.id, members: [pair.mentee, pair.mentor] },
		48,
	);
	const agenda = await ingrid.post(`/sessions/${session}/agenda/fill`);
	assert.match(
		agenda.text,
		/Wei: Close a plant with dignity \(Tell the board what it costs\)/,
	);
	const again = await wei.post(`/sessions/${session}/agenda/fill`);
	assert.equal(again.text.match(/from a goal/g)?.length, 1);

	const [goal = ""] = idsIn(set.html, /\/goals\/([0-9a-f-]{36})\/settle/g);
	assert.equal((await ingrid.get(`/goals/${goal}`)).status, 404);
	const changed = await wei.post(`/goals/${goal}`, {
		aim: "Close a plant and be thanked",
		challenge: "",
		revision: "1",
	});
	assert.match(changed.text, /Kept/);
	const late = await wei.send(`/goals/${goal}`, {
		aim: "An older thought",
		challenge: "",
		revision: "1",
	});
	assert.equal(late.status, 409);
	const added = await wei.post(`/goals/${goal}/milestones`, {
		words: "Write down what we learned",
	});
	assert.match(added.text, /Write down what we learned/);
	assert.match(
		(await wei.post(`/goals/${goal}/settle`, { state: "let-go" })).text,
		/Let go\. There is room for another/,
	);
	assert.match((await ingrid.get(path)).text, /Behind you one goal/);

	for (const outsider of [world.otherPair.mentee, world.ruth, world.ada]) {
		const client = await world.as(outsider);
		assert.equal((await client.get(path)).status, 404);
		assert.equal((await client.get(`/goals/${goal}`)).status, 404);
		assert.equal(
			(await client.send(`/goals/${goal}/settle`, { state: "open" })).status,
			404,
		);
	}
	for (const table of ["goal", "milestone", "journal"]) {
		const rows = await asOwner<{ row: string }>(
			world.database,
			`select t::text as row from ${table} t`,
		);
		assert.ok(rows.length > 0);
		assert.ok(rows.every(({ row }) => !/Lagos|dignity|board/.test(row)));
	}
});

test("in reverse mentoring both are asked for a goal; of a relationship that has ended goals are read, and stay as they are", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const path = `/relationships/${pair.id}/goals`;
	await asOwner(world.database, "update relationship set kind = 'reverse'");
	const mentor = await world.as(pair.mentor);
	assert.match((await mentor.get(path)).text, /Both of you learn here/);
	const set = await mentor.post(path, { aim: "Hear what is not said" });
	await mentor.post(`/relationships/${pair.id}/end`);
	const after = await mentor.get(path);
	assert.match(after.text, /Hear what is not said/);
	assert.doesNotMatch(after.text, /Set a goal|Goal reached/);
	const [goal = ""] = idsIn(set.html, /\/goals\/([0-9a-f-]{36})\/settle/g);
	assert.equal(
		(await mentor.send(`/goals/${goal}/settle`, { state: "reached" })).status,
		409,
	);
	assert.equal((await mentor.send(path, { aim: "Another" })).status, 409);
});

function idsIn(html: string, pattern: RegExp): readonly string[] {
	return [...html.matchAll(pattern)].map(([, id]) => id ?? "");
}
