import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { cellText } from "./fact-cells.ts";

test("facts are written the way the policy's columns read them", () => {
	const list = { kind: "list", separator: ";" } as const;
	assert.equal(cellText(["Rail; cargo", "Ports"], list), "Rail  cargo;Ports");
	assert.equal(
		cellText({ strategy: 4, style: 2.6 }, { kind: "levels", separator: ";" }),
		"strategy:4;style:3",
	);
	assert.equal(cellText(-5.5, { kind: "number" }), "-5.5");
	assert.equal(cellText(120, { kind: "number" }), "120");
	assert.equal(cellText("2024-02-29", { kind: "date" }), "2024-02-29");
	assert.equal(cellText(undefined, { kind: "text" }), "");
});

test("what does not fit its column counts as unknown", () => {
	const scale = { kind: "scale", values: ["E1", "E2"] } as const;
	assert.equal(cellText("E9", scale), "");
	assert.equal(cellText("many", { kind: "number" }), "");
	assert.equal(cellText("last spring", { kind: "date" }), "");
});

test("no text begins like a formula", () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			assert.doesNotMatch(cellText(text, { kind: "text" }), /^[=+\-@\t\r]/u);
		}),
	);
});
