import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { longestText, pad, unpad } from "./padding.ts";
import { readRecoveryCode, writeRecoveryCode } from "./recovery-code.ts";
import { statementBytes } from "./statement.ts";

test("no two statements have the same bytes", () => {
	const field = fc.oneof(
		fc.string(),
		fc.nat(),
		fc.uint8Array({ maxLength: 8 }),
	);
	const statement = fc.tuple(fc.string(), fc.array(field, { maxLength: 4 }));
	fc.assert(
		fc.property(statement, statement, (one, other) => {
			const isSame =
				hex(statementBytes(...one)) === hex(statementBytes(...other));
			assert.equal(isSame, written(one) === written(other));
		}),
	);
	assert.notEqual(
		hex(statementBytes("a", ["b", "c"])),
		hex(statementBytes("a", ["bc", ""])),
	);
	assert.throws(() => statementBytes("a", [-1]), RangeError);
	assert.throws(() => statementBytes("a", [0.5]), RangeError);
});

test("padding comes off again, and lengths fall into buckets", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
			const padded = pad(bytes);
			assert.equal(Math.log2(padded.length) % 1, 0);
			assert.ok(padded.length >= 256 && padded.length >= bytes.length + 4);
			assert.deepEqual(unpad(padded), new Uint8Array(bytes));
		}),
	);
	assert.equal(pad(new Uint8Array(252)).length, 256);
	assert.equal(pad(new Uint8Array(253)).length, 512);
	assert.equal(pad(new Uint8Array(longestText)).length, 65_536);
	assert.throws(() => pad(new Uint8Array(longestText + 1)), RangeError);
});

test("what was not padded here does not come off", () => {
	const padded = pad(new Uint8Array([1, 2, 3]));
	assert.equal(unpad(padded.subarray(0, 255)), undefined);
	assert.equal(
		unpad(new Uint8Array([...padded, ...new Uint8Array(256)])),
		undefined,
	);
	assert.equal(unpad(padded.with(255, 1)), undefined);
	assert.equal(unpad(padded.with(0, 255)), undefined);
});

test("a recovery code is read as people write", () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
			const code = writeRecoveryCode(bytes);
			assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
			const typed = code
				.toLowerCase()
				.replaceAll("-", " ")
				.replaceAll("0", "o")
				.replaceAll("1", "l");
			assert.deepEqual(readRecoveryCode(` ${typed}`), new Uint8Array(bytes));
		}),
	);
	assert.equal(readRecoveryCode("7F3K-7F3K"), undefined);
	assert.equal(readRecoveryCode("U".repeat(32)), undefined);
});

type Statement = readonly [string, readonly (string | number | Uint8Array)[]];

/** The same statement is the same label and fields, numbers being their decimals and texts their UTF-8. */
function written([label, fields]: Statement): string {
	const bytes = (field: string | number | Uint8Array) =>
		typeof field === "object"
			? hex(field)
			: Buffer.from(String(field)).toString("hex");
	return JSON.stringify([bytes(label), ...fields.map(bytes)]);
}

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString("hex");
}
