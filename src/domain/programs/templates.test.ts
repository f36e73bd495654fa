import assert from "node:assert/strict";
import { test } from "node:test";
import { changedFields, checkCharter, nextCharter } from "./charter.ts";
import { personFacts } from "./person-facts.ts";
import { readRule } from "./read-rule.ts";
import { charterFrom } from "./template.ts";
import { programTemplates, templateKeys, templateNamed } from "./templates.ts";

const languages = ["en", "de"] as const;
const scales = [
	[],
	["Staff"],
	["Staff", "Lead", "Chief"],
	["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2"],
];

test("there are four templates, each under its key", () => {
	assert.deepEqual(
		programTemplates.map(({ key }) => key),
		[...templateKeys],
	);
	assert.equal(templateNamed("reverse-mentoring")?.agendaBy, "mentor");
	assert.equal(templateNamed("something-else"), undefined);
});

test("every template gives a complete charter in both languages", () => {
	for (const template of programTemplates) {
		for (const language of languages) {
			assert.deepEqual(checkCharter(charterFrom(template, language)), []);
		}
		const { en, de } = template.text;
		assert.equal(de.mentor.expectations.length, en.mentor.expectations.length);
		assert.equal(de.mentee.expectations.length, en.mentee.expectations.length);
		assert.equal(de.enterpriseGoals.length, en.enterpriseGoals.length);
	}
});

test("the rules of every template are valid on any grade scale", () => {
	for (const scale of scales) {
		const kinds = personFacts(scale);
		for (const template of programTemplates) {
			const { mentor, mentee } = template.eligibility(scale);
			assert.ok(readRule(mentor, kinds).ok, template.key);
			assert.ok(readRule(mentee, kinds).ok, template.key);
		}
	}
});

test("a charter is adopted as the next version only when something changed", () => {
	const [template] = programTemplates;
	assert.ok(template);
	const charter = charterFrom(template, "en");
	const current = { version: 1, charter };
	assert.deepEqual(nextCharter(current, { ...charter }), {
		ok: false,
		why: "nothing-changed",
	});
	const longer = { ...charter, lengthMonths: 18 };
	assert.deepEqual(nextCharter(current, longer), {
		ok: true,
		next: { version: 2, charter: longer },
	});
	assert.deepEqual(changedFields(charter, longer), ["lengthMonths"]);
});

test("a charter with gaps names each of them", () => {
	const [template] = programTemplates;
	assert.ok(template);
	const broken = {
		...charterFrom(template, "en"),
		purpose: " ",
		enterpriseGoals: [],
		lengthMonths: 6,
		sessionMinutes: 7.5,
	};
	assert.deepEqual(checkCharter(broken), [
		{ field: "purpose", why: "missing" },
		{ field: "enterpriseGoals", why: "missing" },
		{ field: "sessionMinutes", why: "out-of-range" },
		{ field: "evaluationMonths", why: "after-the-end" },
	]);
});
