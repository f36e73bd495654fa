// Every message the source asks t() for: read with a parser, so that a comment or a string that merely looks like a call does not count.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";
import { z } from "zod";

export type MessageKeys = {
	readonly messages: ReadonlySet<string>;
	/** Files that call t() with something else than a literal: what it says would escape translation. */
	readonly strayCalls: readonly string[];
};

const source = fileURLToPath(new URL("../src", import.meta.url));

export function collectMessageKeys(): MessageKeys {
	const messages = new Set<string>();
	const strayCalls: string[] = [];
	const files = readdirSync(source, { recursive: true, encoding: "utf8" });
	for (const file of files.sort()) {
		if (!/\.tsx?$/.test(file) || file.includes(".test.")) continue;
		const text = readFileSync(join(source, file), "utf8");
		new Visitor({
			CallExpression({ callee, arguments: [first] }) {
				if (callee.type !== "Identifier" || callee.name !== "t") return;
				if (first?.type === "Literal" && typeof first.value === "string")
					messages.add(first.value);
				else if (first !== undefined) strayCalls.push(file);
			},
		}).visit(parseSync(file, text).program);
	}
	return { messages, strayCalls };
}

/** The translations of a locale, by the English message. */
export function readCatalogue(
	locale: string,
): Readonly<Record<string, string>> {
	const file = new URL(`../locales/${locale}.json`, import.meta.url);
	return z
		.record(z.string(), z.string())
		.parse(JSON.parse(readFileSync(file, "utf8")));
}
