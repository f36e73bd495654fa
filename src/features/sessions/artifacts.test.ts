import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import test from "node:test";
import { asOwner } from "../../../test/owner.ts";
import { pairWorld } from "../../../test/two-pairs.ts";
import { fileType } from "../../platform/files/file-type.ts";

test("a file comes back as it was, for the members alone, and lies encrypted; whoever added it takes it back", async () => {
	await using world = await pairWorld();
	const { pair } = world;
	const wei = await world.as(pair.mentee);
	const ingrid = await world.as(pair.mentor);
	const path = `/relationships/${pair.id}/artifacts`;
	const words = "The plant in Lagos closes.";
	const content = Buffer.concat([
		Buffer.from(`%PDF-1.7 ${words}`),
		randomBytes(1_500_000),
	]);
	const refused = await wei.send(path, {
		file: new File(["<script>alert(1)</script>"], "plan.pdf"),
	});
	assert.equal(refused.status, 422);
	await wei.post(path, { file: new File([content], "Plan für Lagos.pdf") });
	const page = await ingrid.get(path);
	assert.match(page.text, /Plan für Lagos\.pdf Wei/);
	const file = /\/artifacts\/[0-9a-f-]{36}/.exec(page.html)?.[0] ?? "";
	const answer = await ingrid.raw(file, false);
	assert.deepEqual(Buffer.from(await answer.arrayBuffer()), content);
	assert.match(answer.headers.get("content-disposition") ?? "", /^attachment/);
	for (const outsider of [world.otherPair.mentor, world.ada, world.ruth]) {
		const client = await world.as(outsider);
		assert.equal((await client.get(file)).status, 404);
		assert.equal((await client.get(path)).status, 404);
	}
	const stored = await asOwner<{ name: Buffer; content: Buffer }>(
		world.database,
		"select name, content from artifact join artifact_part on artifact_id = id",
	);
	assert.equal(stored.length, 3);
	for (const row of stored) {
		assert.doesNotMatch(row.name.toString("latin1"), /Lagos/);
		assert.equal(row.content.includes(Buffer.from(words)), false);
		assert.equal(
			row.content.includes(Buffer.from(words).toString("base64").slice(0, 12)),
			false,
		);
	}
	assert.equal((await ingrid.send(`${file}/remove`, {})).status, 404);
	await wei.post(`${file}/remove`);
	assert.equal((await wei.get(file)).status, 404);
	assert.deepEqual(
		await asOwner(world.database, "select from artifact_part"),
		[],
	);
});

test("a file is what its bytes say, and only if its name says the same", () => {
	const of = (name: string, content: string | Buffer) =>
		fileType(name, Buffer.from(content));
	assert.equal(of("a.pdf", "%PDF-1.4"), "pdf");
	assert.equal(of("a.exe", "%PDF-1.4"), undefined);
	assert.equal(of("a.html", "<p>"), undefined);
	assert.equal(of("a.svg", "<svg/>"), undefined);
	assert.equal(of("a.txt", "Grüße"), "text");
	assert.equal(of("a.txt", Buffer.from([0xff, 0xfe, 0x00])), undefined);
	assert.equal(of("a.docx", "PK\u0003\u0004 word/document.xml"), "document");
	assert.equal(of("a.docx", "PK\u0003\u0004 word/vbaProject.bin"), undefined);
	assert.equal(of("a.zip", "PK\u0003\u0004"), undefined);
	assert.equal(of("a.png", "MZ"), undefined);
});
