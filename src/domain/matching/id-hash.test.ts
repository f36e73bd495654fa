import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { idHashes } from "./id-hash.ts";

test("the words of an id are the first of the SHA-256 of seed, side and id as JSON, whatever is in the id", () => {
	fc.assert(
		fc.property(
			fc.string(),
			fc.constantFrom("mentee" as const, "mentor" as const),
			fc.array(
				fc.oneof(
					fc.string(),
					fc.string({ unit: "binary" }),
					fc.string({ minLength: 55, maxLength: 80 }),
				),
				{ maxLength: 8 },
			),
			(seed, side, ids) => {
				const wanted = ids.flatMap((id) => {
					const digest = createHash("sha256")
						.update(JSON.stringify([seed, side, id]))
						.digest();
					return [digest.readUInt32BE(0), digest.readUInt32BE(4)];
				});
				const people = ids.map((id) => ({ id }));
				assert.deepEqual([...idHashes(seed, side, people)], wanted);
			},
		),
		{ numRuns: 300 },
	);
});
