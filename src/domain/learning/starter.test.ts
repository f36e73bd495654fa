import assert from "node:assert/strict";
import test from "node:test";
import { starterCurricula } from "./starter.ts";

test("both languages have the same steps, as long as each other", () => {
	const shape = (language: "en" | "de") =>
		starterCurricula(language).map(({ key, side, steps }) => ({
			key,
			side,
			steps: steps.map(({ kind, minutes }) => ({ kind, minutes })),
		}));
	assert.deepEqual(shape("de"), shape("en"));
});
