import assert from "node:assert/strict";
import { test } from "node:test";
import { readUpload } from "./upload.ts";

test("an upload is refused while it streams in", async () => {
	let sent = 0;
	async function* body() {
		for (;;) {
			sent += 64_000;
			yield new Uint8Array(64_000);
		}
	}
	assert.deepEqual(await readUpload(body(), 1_000_000), {
		ok: false,
		problem: { code: "too-large", limitBytes: 1_000_000 },
	});
	assert.ok(sent <= 1_064_000);
	const stream = new Blob(["a,b\n", "1,2\n"]).stream();
	const upload = await readUpload(stream);
	assert.equal(upload.ok && Buffer.from(upload.bytes).toString(), "a,b\n1,2\n");
});
