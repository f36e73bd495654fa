import assert from "node:assert/strict";
import test from "node:test";
import { personFacts } from "../../domain/programs/person-facts.ts";
import {
	changedDraft,
	draftOf,
	draftQuery,
	readDraft,
	type RuleDraft,
	ruleOf,
} from "./rule-draft.ts";

const kinds = personFacts(["Manager", "Director", "Vice President"]);
const words = {
	toKey: (fact: string, word: string) =>
		fact === "offers" && word === "Judgement" ? "judgement" : word,
	toWord: (fact: string, key: string) =>
		fact === "offers" && key === "judgement" ? "Judgement" : key,
};

const draft: RuleDraft = {
	joint: "all",
	rows: [
		{ fact: "grade", operator: "at-least", value: "Director" },
		{ fact: "function", operator: "is", value: "Finance; Law" },
		{ fact: "location", operator: "is-not", value: "Oslo" },
		{ fact: "tenure years", operator: "at-least", value: "2.5" },
		{ fact: "languages", operator: "contains-not", value: "de; fr" },
		{ fact: "offers", operator: "contains", value: "Judgement" },
		{ fact: "hire date", operator: "is-known", value: "" },
	],
};

test("a form becomes a rule and the same form again", () => {
	const reading = ruleOf(draft, kinds, words);
	assert.ok(reading.ok);
	assert.deepEqual(reading.rule, {
		all: [
			{ fact: "grade", is: "at-least", value: "Director" },
			{ fact: "function", is: "is-one-of", value: ["Finance", "Law"] },
			{ not: { fact: "location", is: "is", value: "Oslo" } },
			{ fact: "tenure years", is: "at-least", value: 2.5 },
			{
				not: {
					any: [
						{ fact: "languages", is: "contains", value: "de" },
						{ fact: "languages", is: "contains", value: "fr" },
					],
				},
			},
			{ fact: "offers", is: "contains", value: "judgement" },
			{ not: { fact: "hire date", is: "is-empty" } },
		],
	});
	assert.deepEqual(draftOf(reading.rule, words), draft);
});

test("an address holds the whole form", () => {
	const query = new URLSearchParams(draftQuery(draft, { side: "mentor" }));
	assert.deepEqual(readDraft(query), draft);
	assert.equal(readDraft(new URLSearchParams("side=mentor")), undefined);
});

test("rows are added and taken away without losing what was typed", () => {
	const query = new URLSearchParams(draftQuery(draft, {}));
	query.set("do", "add");
	query.set("add", "unit");
	const longer = changedDraft(draft, query, kinds);
	assert.deepEqual(longer.rows.at(-1), {
		fact: "unit",
		operator: "is",
		value: "",
	});
	assert.deepEqual(longer.rows.slice(0, -1), draft.rows);
	query.set("do", "remove-1");
	assert.deepEqual(
		changedDraft(draft, query, kinds).rows.map(({ fact }) => fact),
		["grade", "location", "tenure years", "languages", "offers", "hire date"],
	);
});

test("rows that mean nothing are named; an empty form means everyone", () => {
	const wrong: RuleDraft = {
		joint: "any",
		rows: [
			{ fact: "grade", operator: "at-least", value: "Emperor" },
			{ fact: "tenure years", operator: "at-least", value: "3" },
			{ fact: "tenure years", operator: "at-least", value: "soon" },
		],
	};
	assert.deepEqual(ruleOf(wrong, kinds, words), { ok: false, wrong: [0, 2] });
	assert.deepEqual(ruleOf({ joint: "any", rows: [] }, kinds, words), {
		ok: true,
		rule: { all: [] },
	});
});

test("a rule too deep for the form has none", () => {
	assert.equal(
		draftOf(
			{ all: [{ all: [{ fact: "unit", is: "is", value: "A" }] }] },
			words,
		),
		undefined,
	);
});
