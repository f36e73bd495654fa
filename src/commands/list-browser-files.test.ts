import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { establishedWorld } from "../../test/world.ts";
import { run } from "./list-browser-files.ts";

test("what is listed is what browsers get, file by file", async () => {
	await using world = await establishedWorld();
	let listed = "";
	await run([], {
		stdout: (text) => void (listed += text),
		stderr: assert.fail,
	});
	const lines = listed.trimEnd().split("\n");
	assert.ok(
		lines.some((line) => /\/assets\/notes\.[0-9a-f]{12}\.js$/.test(line)),
	);
	for (const line of lines) {
		const [hash, address = ""] = line.split("  ");
		const answer = await world.app.request(address);
		const bytes = Buffer.from(await answer.arrayBuffer());
		assert.equal(
			createHash("sha256").update(bytes).digest("hex"),
			hash,
			address,
		);
	}
});
