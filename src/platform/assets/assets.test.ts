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

test("the style sheet is made of style sheets alone, so that none loses its first rule", () => {
	const css = text("baton.css");
	assert.doesNotMatch(css, /\bimport\b|=>/);
	assert.match(css, /\}\.table-frame\{/);
});

test("print comes last, or it could not undo what screens need", () => {
	const css = text("baton.css");
	assert.ok(css.lastIndexOf("@media print") > css.lastIndexOf(".why-sentence"));
});

test("an island is under 2 KB, the board's under 6, the passkeys' under 12; one that seals travels in less than 20", () => {
	const islands = [...assets.files].filter(([address]) =>
		address.endsWith(".js"),
	);
	assert.ok(islands.length > 0);
	for (const [address, { body }] of islands) {
		const name = /^\/assets\/([a-z-]+)\./u.exec(address)?.[1] ?? "";
		if (seals.includes(name)) {
			const packed = gzipSync(body).length;
			assert.ok(packed < 20_480, `${address}: ${packed} bytes packed`);
		} else
			assert.ok(
				body.length < (larger[name] ?? 2048),
				`${address}: ${body.length} bytes`,
			);
	}
});

/** They bring 2,048 words to compare and to choose from; each is on its own pages only. */
const seals = ["concerns", "keyring", "notes", "recovery"];
const larger: Readonly<Record<string, number>> = {
	board: 6144,
	passkeys: 12_288,
};

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
