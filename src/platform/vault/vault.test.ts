import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import test from "node:test";
import fc from "fast-check";
import { type Keys, makeVault } from "./vault.ts";

const column = "letter.text";
const row = ["7a9c", "2"];

test("what was sealed is opened again, whatever the text", () => {
	const vault = fresh();
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
			const plain = text.toWellFormed();
			const sealed = vault.seal(column, row, plain);
			assert.equal(vault.open(column, row, sealed), plain);
		}),
	);
});

test("the same text is never sealed to the same bytes, and none of it shows", () => {
	const vault = fresh();
	const text = "I would rather talk to Ingrid";
	const sealed = Array.from({ length: 100 }, () =>
		vault.seal(column, row, text).toString("hex"),
	);
	assert.equal(new Set(sealed).size, 100);
	assert.ok(
		sealed.every(
			(each) => !each.includes(Buffer.from("Ingrid").toString("hex")),
		),
	);
});

test("short answers cannot be told apart by their length", () => {
	const vault = fresh();
	const lengths = ["", "yes", "not-now", "rather-not", "x".repeat(31)].map(
		(text) => vault.seal(column, row, text).length,
	);
	assert.equal(new Set(lengths).size, 1);
	assert.ok(vault.seal(column, row, "x".repeat(32)).length > (lengths[0] ?? 0));
});

test("a value moved to another row, column or table is refused", () => {
	const vault = fresh();
	const sealed = vault.seal(column, row, "between us");
	for (const [otherColumn, otherRow] of [
		[column, ["7a9c", "3"]],
		[column, ["7a9c2"]],
		["letter.note", row],
		["note.text", row],
	] as const)
		assert.throws(() => vault.open(otherColumn, otherRow, sealed));
	assert.equal(vault.open(column, row, sealed), "between us");
});

test("a value with any bit changed, or cut short, is refused", () => {
	const vault = fresh();
	const sealed = vault.seal(column, row, "between us");
	for (let bit = 0; bit < sealed.length * 8; bit++) {
		const changed = Buffer.from(sealed);
		changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
		assert.throws(() => vault.open(column, row, changed), `bit ${bit}`);
	}
	for (let length = 0; length < sealed.length; length++)
		assert.throws(() => vault.open(column, row, sealed.subarray(0, length)));
});

test("another root key opens nothing", () => {
	const sealed = fresh().seal(column, row, "between us");
	assert.throws(() => fresh().open(column, row, sealed));
});

test("every purpose has a key of its own, the same each time", () => {
	const keys = new Map([[1, Buffer.alloc(32, 7)]]);
	const [one, two] = [1, 2].map(() => makeVault({ keys, version: 1 }));
	assert.deepEqual(
		one?.key("journal checkpoint"),
		two?.key("journal checkpoint"),
	);
	assert.notDeepEqual(one?.key("journal checkpoint"), one?.key("column a.b"));
	assert.equal(one?.key("journal checkpoint").length, 32);
});

test("keys are derived as RFC 5869 says", () => {
	// HKDF-SHA-256 with an empty salt of the root key 0x00..0x1f, computed apart with Python's hmac module.
	const root = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
	const vault = makeVault({ keys: new Map([[1, root]]), version: 1 });
	assert.equal(
		vault.key("test").toString("hex"),
		"46f059fcdff18f2c85a51be19eb8f8d934ae1e3141a2c124301210c93a42fb5b",
	);
});

test("a value under a key that came to the file after the start is opened, and sealing goes on with it", () => {
	const [first, second] = [randomBytes(32), randomBytes(32)];
	const both: Keys = new Map([
		[1, first],
		[2, second],
	]);
	const running = makeVault(
		{ keys: new Map([[1, first]]), version: 1 },
		() => both,
	);
	const rotated = makeVault({ keys: both, version: 2 });
	const early = running.seal(column, row, "before");
	assert.equal(
		running.open(column, row, rotated.seal(column, row, "after")),
		"after",
	);
	assert.equal(running.seal(column, row, "since")[0], 2);
	assert.equal(running.open(column, row, early), "before");
	assert.equal(rotated.open(column, row, early), "before");
});

test("a value under a key that is nowhere is refused by name", () => {
	const stray = makeVault({
		keys: new Map([[9, randomBytes(32)]]),
		version: 9,
	});
	const sealed = stray.seal(column, row, "lost");
	assert.throws(() => fresh().open(column, row, sealed), /holds no key 9/);
});

function fresh() {
	return makeVault({ keys: new Map([[1, randomBytes(32)]]), version: 1 });
}
