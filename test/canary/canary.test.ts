import assert from "node:assert/strict";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { runCanary } from "./canary.ts";
import { findIn, patternsOf } from "./search.ts";

test("what is sealed is nowhere on the server: not in files, rows, logs at their most talkative, memory, mails, calendar files or exports, and not in a browser that was signed out; what is open is found there", async (context) => {
	const { places } = await runCanary(40);
	assert.deepEqual(
		places.flatMap(({ place, sealed }) =>
			sealed.map((found) => `${place}: ${found}`),
		),
		[],
	);
	// Encrypted for the database, and read by nobody but the members: Baton's own memory, and what a member takes out, may hold it.
	assert.deepEqual(
		places
			.filter(({ place }) => place !== "memory" && place !== "export")
			.flatMap(({ place, shelf }) =>
				shelf.map((found) => `${place}: ${found}`),
			),
		[],
	);
	// The log is to hold no text of anyone's, nor is what a calendar program reads without signing in.
	assert.deepEqual(
		places
			.filter(
				({ place, open }) =>
					!["log", "feed"].includes(place) && open.length === 0,
			)
			.map(({ place }) => place),
		[],
		"the search finds nothing there",
	);
	if (!places.some(({ place }) => place === "memory"))
		context.diagnostic(
			"memory was not searched: this machine does not let one look into another process",
		);
});

test("the search finds a mark in every encoding, wherever it stands, and in what is compressed", () => {
	const mark = "q0123456789abcdefz";
	const patterns = patternsOf(mark);
	for (const before of ["", "a", "ab", "abc"]) {
		const text = Buffer.from(`${before}${mark} and more`);
		for (const [encoding, bytes] of Object.entries({
			"UTF-8": text,
			"UTF-16LE": Buffer.from(text.toString(), "utf16le"),
			hex: Buffer.from(text.toString("hex")),
			[`base64 at ${before.length % 3}`]: Buffer.from(text.toString("base64")),
			"UTF-8 in gzip": Buffer.concat([
				Buffer.from("head"),
				gzipSync(text),
				Buffer.from("tail"),
			]),
		}))
			assert.ok(findIn(bytes, patterns).includes(encoding), encoding);
	}
	assert.deepEqual(findIn(Buffer.from("q0123456789abcdef"), patterns), []);
});
