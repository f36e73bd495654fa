import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { mistakesBetween, spellingsOf, swapsOf } from "./close-words.ts";
import { foldForSearch, searchTextOf, searchWords } from "./fold.ts";

test("a mistyped word means the nearest words of the vocabulary, or their beginning", () => {
	const words = "ingrid sorensen vice president operations".split(" ");
	const meant = (typed: string) =>
		spellingsOf(typed, words, 8).map(({ word, mistakes }) => [word, mistakes]);
	assert.deepEqual(meant("ingird"), [["ingrid", 1]]);
	assert.deepEqual(meant("sorensn"), [["sorensen", 1]]);
	assert.deepEqual(meant("opre"), [["operations", 1]]);
	assert.deepEqual(meant("finance"), []);
	assert.deepEqual(meant("vi"), [], "two letters: none");
});

test("nearest first, at most so many, and nothing that is found anyway", () => {
	const words = ["johnson", "jon", "joan", "johanna", "john", "jonah"];
	assert.deepEqual(
		spellingsOf("jhon", words, 8).map(({ word }) => word),
		["john", "jon"],
		"johnson holds john, jonah holds jon",
	);
	assert.deepEqual(
		spellingsOf("john", words, 1).map(({ word }) => word),
		["joan"],
		"john itself and johnson are what was asked for",
	);
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
					assert.ok(mistakesBetween(typed, word) <= 1, typed);
			},
		),
	);
});

test("a short word is looked up with every pair of neighbours swapped", () => {
	assert.deepEqual(swapsOf("wie"), ["iwe", "wei"]);
	assert.deepEqual(swapsOf("anna"), ["nana", "anan"]);
	assert.deepEqual(swapsOf("we"), []);
	assert.deepEqual(swapsOf("ingird"), []);
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
