// node --import ./tools/hooks.mjs tools/missing-messages.ts de: what the locale's catalogue lacks and what nothing asks for any more, as JSON.
import { collectMessageKeys, readCatalogue } from "../test/message-keys.ts";

const [locale] = process.argv.slice(2);
if (locale === undefined) {
	process.stderr.write("Name a locale, such as de.\n");
	process.exit(2);
}

const { messages } = collectMessageKeys();
const catalogue = readCatalogue(locale);
const difference = {
	missing: [...messages].filter((message) => !(message in catalogue)),
	unused: Object.keys(catalogue).filter((message) => !messages.has(message)),
};
process.stdout.write(`${JSON.stringify(difference, null, "\t")}\n`);
