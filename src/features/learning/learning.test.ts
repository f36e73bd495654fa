import assert from "node:assert/strict";
import test from "node:test";
import { learningWorld, lesson } from "../../../test/learning.ts";
import { sessionOf } from "../../../test/sessions.ts";
import { grantOffice } from "../administration/commands.ts";

test("a program recommends a curriculum to one side; who takes it has its next step on Today, and nobody else knows", async () => {
	await using world = await learningWorld();
	const { mentor, mentee, manager, program, made, stepsOf } = world;
	const administrator = await world.as(world.ada);
	const path = `/programs/${program}/learning`;
	assert.match((await manager.get(path)).text, /Nothing recommended yet/);
	await manager.post(path, { curriculum: made, side: "mentee" });
	assert.match((await mentee.get("/learning")).text, /Recommended to you/);
	assert.doesNotMatch(
		(await mentor.get("/learning")).text,
		/Recommended to you/,
	);

	const [first, second] = await stepsOf(made);
	assert.ok(first && second);
	const begun = await mentee.post(`/learning/${made}/take`, {});
	assert.match(begun.text, /is yours now/);
	assert.match(
		(await mentee.get("/")).text,
		/when you like: The hour is yours/,
	);
	const after = await mentee.post(`/learning/steps/${first.id}/done`, {});
	assert.match(after.text, /Done\. Next: Write down one open decision/);
	assert.match((await mentee.get("/")).text, /when you like: Write down one/);
	await mentee.post(`/learning/steps/${first.id}/undo`, {});
	assert.match(
		(await mentee.get("/")).text,
		/when you like: The hour is yours/,
	);

	// It comes onto the agenda of a session by the press of whoever learns it, and of nobody else.
	const session = await sessionOf(
		world,
		{
			id: world.path.replace("/relationships/", ""),
			members: [world.pair.mentor, world.pair.mentee],
		},
		48,
	);
	const learns = /Nobody sees that, unless you put it on the agenda/;
	assert.match((await mentee.get(`/sessions/${session}`)).text, learns);
	assert.doesNotMatch((await mentor.get(`/sessions/${session}`)).text, learns);
	const put = `/sessions/${session}/agenda/learning`;
	assert.equal((await mentor.send(put, { step: first.id })).status, 404);
	await mentee.post(put, { step: first.id });
	assert.match(
		(await mentor.get(`/sessions/${session}`)).text,
		/The hour is yours from a learning step/,
	);
	assert.doesNotMatch((await mentee.get(`/sessions/${session}`)).text, learns);

	for (const other of [mentor, manager])
		assert.doesNotMatch(
			(await other.get(`/learning/${made}`)).text,
			/steps done/,
		);
	const journal = await administrator.get("/administration/journal");
	assert.match(journal.html, /<span>recommended a curriculum/);
	assert.doesNotMatch(journal.html, /take.curriculum|do.learning.step/);
	await mentee.post(`/learning/${made}/set-aside`, {});
	assert.doesNotMatch((await mentee.get("/")).text, /when you like/);
});

test("doing every step in any order, twice pressed, ends the curriculum once", async () => {
	await using world = await learningWorld();
	const { mentor, well, stepsOf } = world;
	for (const { id } of (await stepsOf(well)).toReversed())
		for (let press = 0; press < 2; press++)
			await mentor.post(`/learning/steps/${id}/done`, {});
	const page = await mentor.get("/learning");
	assert.match(page.text, /all steps done/);
	assert.doesNotMatch((await mentor.get("/")).text, /when you like/);
});

test("a learning partner writes a curriculum that nobody finds before it is published, and cannot publish an empty one", async () => {
	await using world = await learningWorld();
	const { mentee, mentor, pair, manager } = world;
	await world.arrange((tx) =>
		grantOffice(tx, {
			person: pair.mentor,
			office: "learning-partner",
			program: null,
			until: null,
			by: null,
		}),
	);
	assert.equal((await mentee.get("/learning/new")).status, 404);
	const wrong = await mentor.send("/learning", {
		title: " ",
		summary: "Why",
		locale: "en",
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /Give the curriculum a title/);
	assert.match(wrong.text, /Why/);
	await mentor.post("/learning", {
		title: "Reading the room",
		summary: "What is said between the lines.",
		locale: "en",
	});
	const { id } = await world.arrange((tx) =>
		tx
			.selectFrom("curriculum")
			.select("id")
			.where("title", "=", "Reading the room")
			.executeTakeFirstOrThrow(),
	);
	const empty = await mentor.send(`/learning/${id}/publish`, {});
	assert.equal(empty.status, 409);
	for (const title of ["Ask twice", "Wait", "Say what you saw"])
		await mentor.post(`/learning/${id}/steps`, { ...lesson, title });
	assert.equal((await mentee.get(`/learning/${id}`)).status, 404);
	const [first, second] = await world.stepsOf(id);
	assert.ok(first && second);
	assert.equal((await mentee.get(`/learning/steps/${first.id}`)).status, 404);
	await mentor.post(`/learning/steps/${second.id}/move`, { direction: "up" });
	await mentor.post(`/learning/steps/${second.id}/move`, { direction: "up" });
	assert.deepEqual(
		(await world.stepsOf(id)).map(({ title }) => title),
		["Wait", "Ask twice", "Say what you saw"],
	);
	await mentor.post(`/learning/${id}/publish`, {});
	assert.match(
		(await mentee.get(`/learning/steps/${first.id}`)).text,
		/Ask again ?\./,
	);

	await mentor.post(`/learning/steps/${first.id}/remove`, {});
	assert.doesNotMatch((await mentee.get(`/learning/${id}`)).text, /Ask twice/);
	await mentor.post(`/learning/${id}/steps/${first.id}/restore`, {});
	assert.match((await mentee.get(`/learning/${id}`)).text, /Ask twice/);
	await mentee.post(`/learning/${id}/take`, {});
	await manager.post(`/learning/${id}/retire`, {});
	assert.equal((await mentee.get(`/learning/${id}`)).status, 200);
	assert.doesNotMatch(
		(await mentor.get("/learning")).text,
		/Everything else.*Reading the room/s,
	);
});

test("two who change the same title: the second keeps what they typed and is told", async () => {
	await using world = await learningWorld();
	const { manager, well } = world;
	const form = { title: "One", summary: "Why", locale: "en", "seen-at": "" };
	const late = await manager.send(`/learning/${well}`, form);
	assert.equal(late.status, 422);
	assert.match(late.text, /Someone else changed this curriculum/);
	assert.match(late.text, /What one takes away from it .* Why/);
});

test("a step needs an address that begins with https, whole minutes, and a level where it names a competency", async () => {
	await using world = await learningWorld();
	const { manager, well } = world;
	const answer = await manager.send(`/learning/${well}/steps`, {
		...lesson,
		video: "javascript:alert(1)",
		minutes: "1.5",
	});
	assert.equal(answer.status, 422);
	assert.match(answer.text, /beginning with https/);
	assert.match(answer.text, /whole minutes/);
	assert.match(answer.text, /Ask \*\*again\*\*/);
});
