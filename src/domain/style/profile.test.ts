import assert from "node:assert/strict";
import { test } from "node:test";
import {
	styleDistance,
	styleProfile,
	styleSentences,
	styleStatements,
} from "./profile.ts";
import {
	readStyleChoice,
	type StyleAnswers,
	type StyleChoice,
	styleDimensions,
	styleQuestions,
} from "./questions.ts";

test("marking the middle throughout gives the middle everywhere", () => {
	assert.deepEqual(styleProfile(all(3)), {
		directness: 3,
		pace: 3,
		structure: 3,
		challenge: 3,
	});
});

test("marking one column throughout gives no extreme profile", () => {
	for (const column of [1, 5] as const) {
		const values = Object.values(styleProfile(all(column)));
		assert.ok(values.every((value) => value >= 2 && value <= 4));
	}
});

test("reversed questions count the other way round", () => {
	const plain: StyleAnswers = { "say-or-hint": 1, "soften-or-plain": 5 };
	assert.deepEqual(styleProfile(plain), { directness: 5 });
});

test("a dimension answered by fewer than half its questions is left out", () => {
	assert.deepEqual(styleProfile({ "say-or-hint": 1, "think-aloud": 2 }), {
		pace: 4,
	});
	assert.deepEqual(styleProfile({}), {});
});

test("the summary has one sentence for each dimension that is known", () => {
	const statements = styleStatements({ directness: 4.3, pace: 2.5 });
	assert.deepEqual(statements, [
		{ dimension: "directness", leaning: "high" },
		{ dimension: "pace", leaning: "between" },
	]);
	const sentences = styleDimensions.flatMap((dimension) =>
		Object.values(styleSentences[dimension]),
	);
	assert.equal(new Set(sentences).size, 12);
});

test("distance counts only what both have said", () => {
	assert.equal(
		styleDistance({ pace: 1, challenge: 4 }, { pace: 5, structure: 2 }),
		4,
	);
	assert.equal(styleDistance({ pace: 1 }, { structure: 2 }), undefined);
});

test("a choice is one of five", () => {
	assert.equal(readStyleChoice(" 4 "), 4);
	for (const text of ["0", "6", "2.5", "", "four"]) {
		assert.equal(readStyleChoice(text), undefined);
	}
});

function all(choice: StyleChoice): StyleAnswers {
	return Object.fromEntries(styleQuestions.map(({ key }) => [key, choice]));
}
