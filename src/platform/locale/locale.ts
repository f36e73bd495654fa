import { AsyncLocalStorage } from "node:async_hooks";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
	type Locale,
	locales,
	setCatalogue,
	setLocaleSource,
} from "../../ui/text.ts";

const ambient = new AsyncLocalStorage<Locale>();

/** Reads locales/*.json and lets t() find the locale around it. Once at the start of a process. */
export function loadLocales(): void {
	const folder = new URL("../../../locales/", import.meta.url);
	for (const name of readdirSync(folder)) {
		const locale = asLocale(name.replace(/\.json$/, ""));
		if (locale === undefined) continue;
		const text = readFileSync(fileURLToPath(new URL(name, folder)), "utf8");
		const messages: unknown = JSON.parse(text);
		setCatalogue(locale, z.record(z.string(), z.string()).parse(messages));
	}
	setLocaleSource(() => ambient.getStore() ?? "en");
}

/** Everything `work` says is in this locale: a request's, or the recipient's of a mail. */
export function inLocale<T>(locale: Locale, work: () => T): T {
	return ambient.run(locale, work);
}

export function asLocale(name: string | null | undefined): Locale | undefined {
	return locales.find(({ locale }) => locale === name)?.locale;
}

/** The first language of an Accept-Language header that Baton speaks. */
export function acceptedLocale(header: string | undefined): Locale | undefined {
	return (header ?? "")
		.split(",")
		.map((entry) => {
			const [tag = "", quality] = entry.trim().split(";q=");
			return {
				tag: tag.slice(0, 2).toLowerCase(),
				quality: Number(quality ?? 1),
			};
		})
		.sort((a, b) => b.quality - a.quality)
		.map(({ tag }) => asLocale(tag))
		.find((locale) => locale !== undefined);
}
