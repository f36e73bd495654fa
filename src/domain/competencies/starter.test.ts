import assert from "node:assert/strict";
import { test } from "node:test";
import { anchorAt, levels } from "./catalogue.ts";
import { levelNames, starterCatalogue } from "./starter.ts";

const english = starterCatalogue("en");
const german = starterCatalogue("de");

test("the starter has 24 competencies in six clusters of four", () => {
	assert.equal(english.clusters.length, 6);
	assert.equal(english.competencies.length, 24);
	for (const { key } of english.clusters) {
		const own = english.competencies.filter(({ cluster }) => cluster === key);
		assert.equal(own.length, 4, key);
	}
});

test("both languages describe the same competencies in the same order", () => {
	assert.deepEqual(
		german.competencies.map(({ cluster, key }) => [cluster, key]),
		english.competencies.map(({ cluster, key }) => [cluster, key]),
	);
});

test("every key is used once", () => {
	const keys = english.competencies.map(({ key }) => key);
	assert.equal(new Set(keys).size, keys.length);
});

test("no text is repeated, empty or left in the other language", () => {
	for (const catalogue of [english, german]) {
		const texts = catalogue.competencies.flatMap((competency) => [
			competency.name,
			competency.definition,
			...competency.anchors,
		]);
		assert.equal(new Set(texts).size, texts.length);
		assert.ok(texts.every((text) => text.trim() === text && text !== ""));
	}
	const said = new Set(english.competencies.flatMap(({ anchors }) => anchors));
	const same = german.competencies.flatMap(({ anchors }) =>
		anchors.filter((anchor) => said.has(anchor)),
	);
	assert.deepEqual(same, []);
});

test("every anchor is a sentence or two, short enough to read in a form", () => {
	for (const { competencies } of [english, german]) {
		for (const competency of competencies) {
			for (const level of levels) {
				const anchor = anchorAt(competency, level);
				assert.match(anchor, /^\p{Lu}.*\.$/u);
				assert.ok(anchor.length <= 170, `${competency.key} ${level}`);
			}
		}
	}
});

test("no text assumes a gender", () => {
	const texts = english.competencies.flatMap(({ definition, anchors }) => [
		definition,
		...anchors,
	]);
	for (const text of texts)
		assert.doesNotMatch(text, /\b(he|she|his|her|him)\b/);
});

test("each level has a name in each language", () => {
	assert.equal(levelNames.en.length, levels.length);
	assert.equal(levelNames.de.length, levels.length);
});
