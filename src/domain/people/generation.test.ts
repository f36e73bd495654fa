import assert from "node:assert/strict";
import test from "node:test";
import { generationOf } from "./generation.ts";

test("each generation begins and ends with the years it is counted by", () => {
	assert.equal(generationOf(1927), undefined);
	const borders = [
		[1928, 1945, "silent"],
		[1946, 1964, "boomer"],
		[1965, 1980, "x"],
		[1981, 1996, "millennial"],
		[1997, 2012, "z"],
		[2013, 2013, "alpha"],
	] as const;
	for (const [first, last, generation] of borders) {
		assert.equal(generationOf(first), generation);
		assert.equal(generationOf(last), generation);
	}
});
