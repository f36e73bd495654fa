import assert from "node:assert/strict";
import test from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { collectMessageKeys, readCatalogue } from "./message-keys.ts";

const { messages, strayCalls } = collectMessageKeys();

for (const locale of ["de"]) {
	const catalogue = readCatalogue(locale);

	test(`${locale} has every message, and no other`, () => {
		const known = new Set(Object.keys(catalogue));
		assert.deepEqual(
			[...messages].filter((message) => !known.has(message)),
			[],
			"missing",
		);
		assert.deepEqual(
			[...known].filter((message) => !messages.has(message)),
			[],
			"no longer used",
		);
	});

	test(`every ${locale} message is well formed and takes the values of its original`, () => {
		const wrong = Object.entries(catalogue).filter(
			([original, translation]) =>
				argumentsOf(original, "en") !== argumentsOf(translation, locale),
		);
		assert.deepEqual(wrong, []);
	});
}

test("t() is called with literal messages only, so that none escapes translation", () => {
	assert.deepEqual(strayCalls, []);
});

function argumentsOf(message: string, locale: string): string {
	const names = new Set<string>();
	const walk = (elements: unknown): void => {
		for (const element of [elements].flat(2)) {
			if (typeof element !== "object" || element === null) continue;
			if (
				"type" in element &&
				"value" in element &&
				element.type !== 0 &&
				element.type !== 7
			)
				names.add(String(element.value));
			if ("options" in element)
				for (const option of Object.values(Object(element.options)))
					walk(Object(option).value);
		}
	};
	walk(
		new IntlMessageFormat(message, locale, undefined, {
			ignoreTag: true,
		}).getAst(),
	);
	return [...names].sort().join(",");
}
