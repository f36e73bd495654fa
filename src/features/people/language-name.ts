import { currentLocale } from "../../ui/text.ts";

/** What a language is called in the reader's own: "de" is "German". */
export function languageName(code: string): string {
	try {
		const names = new Intl.DisplayNames(currentLocale(), { type: "language" });
		return names.of(code) ?? code;
	} catch {
		return code;
	}
}
