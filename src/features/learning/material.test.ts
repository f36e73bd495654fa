import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import test from "node:test";
import { learningWorld, lesson } from "../../../test/learning.ts";
import { asOwner } from "../../../test/owner.ts";

test("a step's file comes back as it was, lies encrypted, is replaced and removed, and is there for whoever reads the step alone", async () => {
	await using world = await learningWorld();
	const { manager, mentee, made, stepsOf } = world;
	const [step] = await stepsOf(made);
	assert.ok(step);
	const path = `/learning/steps/${step.id}/file`;
	const words = "Three questions for the first hour.";
	const content = Buffer.concat([
		Buffer.from(`%PDF-1.7 ${words}`),
		randomBytes(1_500_000),
	]);
	const wrong = await manager.send(path, {
		file: new File(["<script>"], "guide.pdf"),
	});
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /none of them, or not what its name says/);
	// The other form of the page is as the step is, not as this one failed.
	assert.match(wrong.html, /value="The hour is yours"/);
	assert.match((await manager.send(path, {})).text, /Choose a file/);
	assert.equal((await mentee.get(path)).status, 404);
	const sent = { file: new File([content], "Leitfaden für Lagos.pdf") };
	assert.equal((await mentee.send(path, sent)).status, 404);
	await manager.post(path, sent);

	const read = await mentee.get(`/learning/steps/${step.id}`);
	assert.match(read.text, /Leitfaden für Lagos\.pdf 1\.4 MB/);
	assert.doesNotMatch(read.text, /Change its file/);
	const kept = await mentee.raw(path, false);
	assert.deepEqual(Buffer.from(await kept.arrayBuffer()), content);
	assert.match(kept.headers.get("content-disposition") ?? "", /^attachment/);
	const stored = () =>
		asOwner<{ content: Buffer }>(
			world.database,
			"select content from learning_file_part",
		);
	assert.equal((await stored()).length, 3);
	for (const row of await stored())
		assert.equal(
			row.content.includes(Buffer.from(words).toString("base64").slice(0, 12)),
			false,
		);

	await manager.post(path, { file: new File(["Second"], "notes.txt") });
	assert.equal(await (await mentee.raw(path, false)).text(), "Second");
	assert.equal((await stored()).length, 1);
	// A step that is taken out takes its file out of reach, and brings it back.
	await manager.post(`/learning/steps/${step.id}/remove`, {});
	assert.equal((await mentee.get(path)).status, 404);
	await manager.post(`/learning/${made}/steps/${step.id}/restore`, {});
	assert.match(
		(await mentee.get("/learning?search=notes.txt")).text,
		/The hour is yours/,
	);
	assert.equal((await mentee.send(`${path}/remove`, {})).status, 404);
	await manager.post(`${path}/remove`, {});
	assert.equal((await mentee.get(path)).status, 404);
	assert.deepEqual(await stored(), []);
});

test("the search finds titles, texts, parts of words and their other forms, in German too, and nothing that is not published", async () => {
	await using world = await learningWorld();
	const { manager, mentee, made } = world;
	const written = [
		{
			title: "Das Erstgespräch",
			body: "Über **Führungskräfte**, die fragen, bevor sie urteilen.",
		},
		{ title: "Asking twice", body: "A conversation is a <b>walk</b>." },
	];
	for (const text of written)
		await manager.post(`/learning/${made}/steps`, { ...lesson, ...text });
	const found = async (search: string) =>
		(await mentee.get(`/learning?search=${encodeURIComponent(search)}`)).text;
	for (const search of [
		"gespräch",
		"GESPRACH",
		"erstgespräche",
		"Führung",
		"urteilen",
		"fragen Führungskraft",
	])
		assert.match(
			await found(search),
			/Das Erstgespräch Über Führungskräfte, die fragen/,
			search,
		);
	for (const search of ["conversations", "ask", "walks twice"])
		assert.match(
			await found(search),
			/Asking twice A conversation is a /,
			search,
		);
	assert.doesNotMatch(await found("ask"), /Das Erstgespräch/);
	assert.match(await found("Making the most of a mentor"), /Curriculum/);
	assert.match(await found("zzz % ' | & !"), /Nothing has “zzz/);
	assert.match(await found(" %_ "), /Nothing has|All curricula/);
	await manager.post("/learning", {
		title: "Walking",
		summary: "A draft.",
		locale: "en",
	});
	assert.doesNotMatch(await found("walking"), /A draft/);
});
