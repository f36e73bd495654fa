import { fold, splitList } from "./tidy.ts";

/**
 * The ISO 639 code of a language from its name in English, German, French, Spanish or itself, or from a code or tag: "Deutsch", "german",
 * "deu", "de-CH" are all "de". How well someone speaks it may stand behind ("English (fluent)", "French C1") and is dropped.
 */
export function readLanguage(text: string): string | null {
	const name = fold(text.replace(/[([].*$/, ""));
	const plain = name.replace(LEVEL, "").trim();
	return (
		languageNames().get(name) ??
		languageNames().get(plain) ??
		languageByTag(text.trim()) ??
		languageByTag(plain)
	);
}

/** The languages of a list cell, and the items nobody could make sense of. */
export function readLanguages(text: string): {
	readonly codes: readonly string[];
	readonly unknown: readonly string[];
} {
	const codes = new Set<string>();
	const unknown: string[] = [];
	for (const item of splitList(text.replaceAll("/", ";"))) {
		const code = readLanguage(item);
		if (code === null) unknown.push(item);
		else codes.add(code);
	}
	return { codes: [...codes], unknown };
}

/** The locale among those offered that a text asks for: exactly, else by its language. */
export function readLocale(
	text: string,
	offered: readonly string[],
): string | null {
	const wanted = text.trim().replaceAll("_", "-").toLowerCase();
	const exact = offered.find((locale) => locale.toLowerCase() === wanted);
	if (exact !== undefined) return exact;
	const language = readLanguage(text.replace(/\(.*$/, ""));
	return offered.find((locale) => locale.split("-")[0] === language) ?? null;
}

const LEVEL =
	/ (?:native|native speaker|fluent|mother tongue|business fluent|good|basic|basics|intermediate|advanced|beginner|proficient|professional|conversational|muttersprache|fliessend|verhandlungssicher|gut|grundkenntnisse|courant|langue maternelle|nativo|a1|a2|b1|b2|c1|c2)(?: .*)?$/;

function languageByTag(text: string): string | null {
	if (!/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(text)) return null;
	try {
		const [tag = ""] = Intl.getCanonicalLocales(text.replaceAll("_", "-"));
		const code = new Intl.Locale(tag).language;
		return nameIn("en", code) === undefined ? null : code;
	} catch {
		return null;
	}
}

let names: ReadonlyMap<string, string> | null = null;

/** Folded name → code, built once from the runtime's own names of all two-letter codes. */
function languageNames(): ReadonlyMap<string, string> {
	if (names !== null) return names;
	const found = new Map<string, string>();
	for (const code of twoLetterCodes()) {
		for (const locale of [code, "es", "fr", "de", "en"]) {
			const name = nameIn(locale, code);
			if (name !== undefined) found.set(fold(name), code);
		}
	}
	for (const [name, code] of OTHER_NAMES) found.set(name, code);
	names = found;
	return names;
}

function twoLetterCodes(): readonly string[] {
	const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
	return letters
		.flatMap((first) => letters.map((second) => first + second))
		.filter((code) => Intl.getCanonicalLocales(code)[0] === code)
		.filter((code) => nameIn("en", code) !== undefined);
}

function nameIn(locale: string, code: string): string | undefined {
	let namer = namers.get(locale);
	if (namer === undefined) {
		namer = new Intl.DisplayNames(locale, {
			type: "language",
			fallback: "none",
		});
		namers.set(locale, namer);
	}
	return namer.of(code);
}

const namers = new Map<string, Intl.DisplayNames>();

const OTHER_NAMES: readonly (readonly [string, string])[] = [
	["mandarin", "zh"],
	["farsi", "fa"],
	["castilian", "es"],
	["castellano", "es"],
	["flemish", "nl"],
	["flamisch", "nl"],
	["tagalog", "fil"],
	["swiss german", "de"],
	["brazilian portuguese", "pt"],
];
