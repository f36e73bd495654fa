import assert from "node:assert/strict";
import test from "node:test";
import { tamperOften } from "../../../test/tampered-journal.ts";

test("1,000 of 1,000 tamperings by a superuser are found against a checkpoint from outside", async () => {
	for (const { kind, done, found, placed, placeable } of await tamperOften(
		1000,
	)) {
		assert.equal(found, done, kind);
		assert.equal(placed, placeable, `${kind}: the first place is named`);
	}
});
