import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { test } from "node:test";
import { loadAssets } from "./assets.ts";

const assets = await loadAssets();

test("addresses name what they contain, so that they may be kept for ever", async () => {
	const again = await loadAssets();
	for (const [address, { body }] of assets.files) {
		assert.match(
			address,
			/^\/assets\/[\w-]+\.[0-9a-f]{12}\.(css|js|woff2|svg)$/,
		);
		assert.deepEqual(again.files.get(address)?.body, body);
	}
});

test("the style sheet names only fonts that are served", () => {
	const css = text("baton.css");
	const addresses = [...css.matchAll(/url\(["']?([^"')]+)["']?\)/g)];
	assert.ok(addresses.length >= 10);
	for (const [, address = ""] of addresses)
		assert.ok(assets.files.has(address));
});

test("print comes last, or it could not undo what screens need", () => {
	const css = text("baton.css");
	assert.ok(css.lastIndexOf("@media print") > css.lastIndexOf(".why-sentence"));
});

test("an island is under 2 KB, the match board's under 6, all of them together under 12", () => {
	const islands = [...assets.files]
		.filter(([address]) => address.endsWith(".js"))
		.map(([address, { body }]) => ({ address, size: body.length }));
	assert.ok(islands.length > 0);
	for (const { address, size } of islands)
		assert.ok(
			size < (/\/board/u.test(address) ? 6144 : 2048),
			`${address}: ${size} bytes`,
		);
	assert.ok(islands.reduce((sum, { size }) => sum + size, 0) < 12_288);
});

test("the style sheet stays under 14 KB as it travels", () => {
	const packed = gzipSync(text("baton.css"));
	assert.ok(packed.length < 14_336, `${packed.length} bytes`);
});

test("a name that does not exist is a mistake of ours and throws", () => {
	assert.throws(() => assets.url("moustache.js"), /moustache\.js/);
});

function text(name: string): string {
	const asset = assets.files.get(assets.url(name));
	assert.ok(asset);
	return new TextDecoder().decode(asset.body);
}
