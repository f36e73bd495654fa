import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { isEligible } from "./eligibility.ts";
import { readRule } from "./read-rule.ts";
import type { FactKinds, Facts, Rule } from "./rule.ts";

const kinds: FactKinds = {
	grade: { kind: "ordered", scale: ["Manager", "Director", "Board"] },
	"hire date": { kind: "date" },
	"tenure years": { kind: "number" },
	languages: { kind: "list" },
	offers: { kind: "levels" },
	unit: { kind: "text" },
};
const setting = { kinds, today: Temporal.PlainDate.from("2026-03-01") };
const ingrid: Facts = {
	grade: "Director",
	"hire date": "2023-03-01",
	languages: ["German", "Norwegian"],
	offers: { negotiating: 4 },
	unit: "Rail",
};

test("grades compare along their scale, not along the alphabet", () => {
	assert.ok(admits({ fact: "grade", is: "at-least", value: "Manager" }));
	assert.ok(admits({ fact: "grade", is: "at-most", value: "Board" }));
	assert.ok(!admits({ fact: "grade", is: "at-least", value: "Board" }));
});

test("years since a date are reached on the anniversary, not the day before", () => {
	const three: Rule = { fact: "hire date", is: "years-at-least", value: 3 };
	assert.ok(admits(three));
	const today = Temporal.PlainDate.from("2026-02-28");
	assert.ok(!isEligible(three, ingrid, { kinds, today }).eligible);
	assert.ok(admits({ fact: "hire date", is: "years-at-least", value: 2.5 }));
	assert.ok(!admits({ fact: "hire date", is: "years-at-least", value: 3.5 }));
});

test("lists and levels contain what they hold", () => {
	assert.ok(admits({ fact: "languages", is: "contains", value: "German" }));
	assert.ok(admits({ fact: "offers", is: "contains", value: "negotiating" }));
	assert.ok(!admits({ fact: "offers", is: "contains", value: "toString" }));
});

test("what is unknown admits nobody, and says so", () => {
	const tenured: Rule = { fact: "tenure years", is: "at-least", value: 2 };
	assert.deepEqual(isEligible(tenured, ingrid, setting).because, [
		{ condition: tenured, negated: false, unknown: true },
	]);
	assert.ok(admits({ not: tenured }));
	assert.ok(admits({ fact: "tenure years", is: "is-empty" }));
});

test("every obstacle is named, through all, any and not", () => {
	const rail = { fact: "unit", is: "is", value: "Rail" } as const;
	const board = { fact: "grade", is: "is", value: "Board" } as const;
	const polish = {
		fact: "languages",
		is: "contains",
		value: "Polish",
	} as const;
	const rule: Rule = { all: [{ not: rail }, { any: [board, polish] }] };
	assert.deepEqual(isEligible(rule, ingrid, setting).because, [
		{ condition: rail, negated: true, unknown: false },
		{ condition: board, negated: false, unknown: false },
		{ condition: polish, negated: false, unknown: false },
	]);
	assert.ok(admits({ not: rule }));
	assert.ok(admits({ all: [] }));
	assert.ok(!admits({ any: [] }));
});

test("a rule and its negation never agree about anyone", () => {
	fc.assert(
		fc.property(rules, (rule) => admits(rule) !== admits({ not: rule })),
	);
});

test("a rule written as JSON reads back as itself", () => {
	fc.assert(
		fc.property(rules, (rule) => {
			const written: unknown = JSON.parse(JSON.stringify(rule));
			assert.deepEqual(readRule(written, kinds), { ok: true, rule: written });
		}),
	);
});

test("problems are reported with their path", () => {
	const document = {
		all: [
			{ fact: "grade", is: "at-least", value: "Emperor" },
			{ any: [] },
			{ not: { fact: "age", is: "at-least", value: 30 } },
			{ fact: "languages", is: "at-least", value: "German" },
			{ fact: "hire date", is: "at-least", value: "2023-02-30" },
			{ fact: "unit", is: "is-one-of", value: ["Rail", 7] },
			{ fact: "unit", is: "is" },
			{ fact: "unit", is: "resembles", value: "Rail" },
			{ fact: "unit", is: "is", value: "Rail", weight: 2 },
			"Rail",
		],
	};
	const reading = readRule(document, kinds);
	assert.ok(!reading.ok);
	assert.deepEqual(
		reading.problems.map(({ path, why }) => `${path}: ${why}`),
		[
			"all[0].value: not-on-the-scale",
			"all[1].any: no-alternatives",
			"all[2].not.fact: unknown-fact",
			"all[3].is: operator-does-not-fit",
			"all[4].value: value-of-wrong-kind",
			"all[5].value: value-of-wrong-kind",
			"all[6].value: value-missing",
			"all[7].is: unknown-operator",
			"all[8].weight: unknown-key",
			"all[9]: not-a-rule",
		],
	);
});

test("rules nobody could read are refused", () => {
	let deep: unknown = { fact: "unit", is: "is", value: "Rail" };
	for (let depth = 0; depth < 9; depth += 1) deep = { not: deep };
	const long = Array.from({ length: 61 }, () => ({
		fact: "unit",
		is: "is-empty",
	}));
	assert.ok(!readRule(deep, kinds).ok);
	assert.ok(!readRule({ any: long }, kinds).ok);
});

test("any JSON is read or refused, never thrown at", () => {
	fc.assert(
		fc.property(fc.jsonValue(), (document) => {
			const reading = readRule(document, kinds);
			return reading.ok || reading.problems.length > 0;
		}),
	);
});

function admits(rule: Rule): boolean {
	return isEligible(rule, ingrid, setting).eligible;
}

const leaves: fc.Arbitrary<Rule> = fc.constantFrom<Rule[]>(
	{ fact: "unit", is: "is", value: "Rail" },
	{ fact: "unit", is: "is-one-of", value: ["Port", "Energy"] },
	{ fact: "grade", is: "at-least", value: "Board" },
	{ fact: "hire date", is: "years-at-most", value: 4 },
	{ fact: "tenure years", is: "at-most", value: 2 },
	{ fact: "languages", is: "contains", value: "Norwegian" },
	{ fact: "offers", is: "is-empty" },
);

const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
	rule: fc.oneof(
		{ maxDepth: 3 },
		leaves,
		fc.record({ all: fc.array(tie("rule"), { maxLength: 3 }) }),
		fc.record({ any: fc.array(tie("rule"), { minLength: 1, maxLength: 3 }) }),
		fc.record({ not: tie("rule") }),
	),
})).rule;
