import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { mistakesIn, swaps } from "./close-words.ts";
import { foldForSearch, searchTextOf, searchWords } from "./fold.ts";

test("mistakes are counted per word, against the nearest word or its beginning", () => {
	const text = "ingrid sorensen vice president operations";
	assert.equal(mistakesIn(text, ["ingrid"]), 0);
	assert.equal(mistakesIn(text, ["ingird"]), 1);
	assert.equal(mistakesIn(text, ["sorensn", "vise"]), 2);
	assert.equal(mistakesIn(text, ["oper"]), 0);
	assert.equal(mistakesIn(text, ["ingrid", "finance"]), undefined);
	assert.equal(mistakesIn(text, ["xi"]), undefined, "two letters: none");
});

test("one letter missing, added, wrong or swapped is one mistake", () => {
	fc.assert(
		fc.property(
			fc.stringMatching(/^[a-z]{6,12}$/),
			fc.nat({ max: 4 }),
			(word, at) => {
				const [before, rest] = [word.slice(0, at), word.slice(at)];
				for (const typed of [
					before + rest.slice(1),
					`${before}x${rest}`,
					`${before}x${rest.slice(1)}`,
					before + rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2),
				])
					assert.ok((mistakesIn(word, [typed]) ?? 9) <= 1, typed);
			},
		),
	);
});

test("swaps of a short word are one regular expression", () => {
	assert.equal(swaps("wie"), "\\m(iwe|wei)\\M");
	assert.equal(swaps("we"), undefined);
	assert.equal(swaps("ingird"), undefined);
});

test("folding forgives accents, case and letters a keyboard lacks", () => {
	assert.equal(
		foldForSearch("  Łukasz BJØRNSTAD-Æsir, Straße "),
		"lukasz bjornstad aesir strasse",
	);
	assert.equal(
		searchTextOf({
			firstName: "Zoë",
			lastName: "Müller",
			jobTitle: null,
			function: "R&D",
			unit: "",
		}),
		"zoe muller r d",
	);
	assert.deepEqual(searchWords("Zoë zoe %_ MÜLLER"), ["zoe", "muller"]);
});
