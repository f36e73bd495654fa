import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import { parseSync, Visitor } from "oxc-parser";
import { z } from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const { messages, strayCalls } = collect();

for (const locale of ["de"]) {
	const catalogue = z
		.record(z.string(), z.string())
		.parse(
			JSON.parse(readFileSync(join(root, `locales/${locale}.json`), "utf8")),
		);

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

function collect() {
	const messages = new Set<string>();
	const strayCalls: string[] = [];
	const files = readdirSync(join(root, "src"), {
		recursive: true,
		encoding: "utf8",
	});
	for (const file of files) {
		if (!/\.tsx?$/.test(file) || file.includes(".test.")) continue;
		const { program } = parseSync(
			file,
			readFileSync(join(root, "src", file), "utf8"),
		);
		new Visitor({
			CallExpression({ callee, arguments: [first] }) {
				if (callee.type !== "Identifier" || callee.name !== "t") return;
				if (first?.type === "Literal" && typeof first.value === "string")
					messages.add(first.value);
				else if (first !== undefined) strayCalls.push(file);
			},
		}).visit(program);
	}
	return { messages, strayCalls };
}

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
