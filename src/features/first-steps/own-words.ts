import { z } from "zod";
import { currentLocale, locales } from "../../ui/text.ts";

/** What a step is called and why, in the languages in which it was written; one at least. */
export type StepWords = z.infer<typeof Words>;

const Words = z.partialRecord(
	z.enum(["en", "de"]),
	z.object({ label: z.string(), hint: z.string() }),
);

/** A stored text, checked once more when it is read. */
export function readWords(stored: unknown): StepWords {
	return Words.parse(stored);
}

/** In the reader's language, or in the one there is. */
export function wordsFor(words: StepWords): {
	readonly label: string;
	readonly hint: string;
	readonly locale: string;
} {
	const [locale] = [
		currentLocale(),
		...locales.map((each) => each.locale),
	].filter((each) => words[each] !== undefined);
	const found = locale === undefined ? undefined : words[locale];
	return { label: "", hint: "", ...found, locale: locale ?? currentLocale() };
}
