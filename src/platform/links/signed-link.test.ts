import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import test from "node:test";
import { makeVault } from "../vault/vault.ts";
import { linkToken, readLink } from "./signed-link.ts";

test("no other last character of a proof opens a link, not even one that decodes to the same bytes", () => {
	const vault = makeVault({
		keys: new Map([[1, randomBytes(32)]]),
		version: 1,
	});
	const purpose = "write-up";
	const now = new Date();
	const alphabet =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	const token = linkToken(vault, randomUUID(), {
		purpose,
		subject: randomUUID(),
		expires: new Date(now.getTime() + 60_000),
	});
	const plain = Buffer.from(token, "base64url").toString();
	const opening = alphabet.split("").filter((last) => {
		const changed = Buffer.from(`${plain.slice(0, -1)}${last}`);
		return (
			readLink(vault, {
				purpose,
				token: changed.toString("base64url"),
				now,
			}) !== undefined
		);
	});
	assert.deepEqual(opening, [plain.at(-1)]);
});
