import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import { canonicalJson, type Json } from "../matching/canonical-json.ts";
import {
	idsIn,
	leafOf,
	namedInDetail,
	pseudonymOf,
	type SealedEntry,
	withoutPersons,
} from "./entry.ts";
import { leafHash } from "./merkle.ts";

const wei = "11111111-2222-4333-8444-555555555555";
const salt = "ab".repeat(32);
const entry: SealedEntry = {
	id: 7,
	at: "2026-03-01T08:30:00.000001Z",
	request: "r1",
	actor: pseudonymOf(salt, wei),
	process: null,
	act: "read-record",
	about: null,
	subject: null,
	subjectId: null,
	detail: { office: "analyst" },
};

// Computed once with Python: hashlib.sha256(b"\x00" + json.dumps({...}, sort_keys=True, separators=(",", ":")).encode())
test("a leaf is the hash anybody else's tools give", () => {
	assert.equal(
		bytesToHex(leafOf(entry)),
		"a26e65a9e144e1f9c47166f3f479b70497ec0017e110ce323161937077473e29",
	);
});

test("a leaf is over the canonical JSON, whatever the texts hold", () => {
	const texts = fc.option(fc.string({ unit: "binary" }), { nil: null });
	fc.assert(
		fc.property(texts, fc.string(), fc.jsonValue(), (some, act, value) => {
			const odd = {
				...entry,
				act,
				request: some,
				subject: some,
				detail: read(JSON.stringify({ value })),
			};
			const canonical = canonicalJson({ v: 1, ...odd });
			assert.deepEqual(leafOf(odd), leafHash(utf8ToBytes(canonical)));
		}),
	);
});

function read(text: string): Json {
	return JSON.parse(text);
}

test("every part of an entry is in its leaf", () => {
	const changed: Partial<SealedEntry>[] = [
		{ id: 8 },
		{ at: "2026-03-01T08:30:00.000002Z" },
		{ request: null },
		{ actor: null },
		{ process: "mail" },
		{ act: "read-records" },
		{ about: entry.actor },
		{ subject: "round" },
		{ subjectId: wei },
		{ detail: {} },
	];
	const leaves = changed.map((part) =>
		bytesToHex(leafOf({ ...entry, ...part })),
	);
	assert.equal(new Set([...leaves, bytesToHex(leafOf(entry))]).size, 11);
});

test("a person named in a detail stands there under the pseudonym, before and after erasure", () => {
	const pseudonym = pseudonymOf(salt, wei);
	const detail = { mentor: wei, pairs: [wei, "x"], count: 2, none: null };
	assert.deepEqual(idsIn(detail), [wei, wei]);
	const sealed = withoutPersons(detail, (id) =>
		id === wei ? pseudonym : undefined,
	);
	const named = namedInDetail(pseudonym);
	assert.deepEqual(sealed, {
		mentor: named,
		pairs: [named, "x"],
		count: 2,
		none: null,
	});
	assert.deepEqual(
		withoutPersons(sealed, () => undefined),
		sealed,
	);
});
