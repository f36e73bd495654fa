// Every text a person reads goes through here. Messages are ICU, keyed by their English text; the locale is ambient, because
// passing it through every view would make each of them longer and none of them clearer. On the server the locale source reads
// the request's AsyncLocalStorage.
import { IntlMessageFormat } from "intl-messageformat";

export type Locale = "en" | "de";
export type Direction = "ltr" | "rtl";
export type Values = Readonly<Record<string, string | number>>;

/** Milliseconds since 1970, a Date, or a calendar day as YYYY-MM-DD (which has no time zone). */
export type Moment = number | Date | string;

export const locales: readonly { locale: Locale; label: string }[] = [
	{ locale: "en", label: "English" },
	{ locale: "de", label: "Deutsch" },
];

/** Arabic will answer "rtl" here; everything laid out uses logical properties already. */
export function directionOf(locale: Locale): Direction {
	return new Set<string>(["ar"]).has(locale) ? "rtl" : "ltr";
}

export function setLocaleSource(source: () => Locale): void {
	localeSource = source;
}

export function currentLocale(): Locale {
	return localeSource();
}

export function setCatalogue(
	locale: Locale,
	messages: Readonly<Record<string, string>>,
): void {
	catalogues.set(locale, new Map(Object.entries(messages)));
	for (const key of compiled.keys())
		if (key.startsWith(`${locale}\n`)) compiled.delete(key);
}

/** The message in the ambient locale; English where the catalogue lacks it or its translation does not take the values. */
export function t(message: string, values?: Values): string {
	const locale = localeSource();
	const translation = catalogues.get(locale)?.get(message);
	if (translation === undefined) return write(message, "en", values);
	try {
		return write(translation, locale, values);
	} catch {
		return write(message, "en", values);
	}
}

/** A calendar day: "17 March 2026", or "17 Mar 2026" when short. */
export function formatDate(
	moment: Moment,
	timeZone = "UTC",
	length: "long" | "short" = "long",
): string {
	return dateFormat({
		day: "numeric",
		month: length,
		year: "numeric",
		timeZone: isDay(moment) ? "UTC" : timeZone,
	}).format(toDate(moment));
}

/** Day and time of day in the person's time zone: "Tue, 17 March 2026 at 14:30". */
export function formatDateTime(moment: Moment, timeZone = "UTC"): string {
	return dateFormat({
		weekday: "short",
		day: "numeric",
		month: "long",
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone,
	}).format(toDate(moment));
}

/** digits: exactly that many after the decimal point; without it, up to three as needed. */
export function formatNumber(value: number, digits?: number): string {
	return numberFormat(
		digits === undefined
			? {}
			: { minimumFractionDigits: digits, maximumFractionDigits: digits },
	).format(value);
}

/** A share of one: 0.25 is written 25%. */
export function formatPercent(share: number, digits = 0): string {
	return numberFormat({
		style: "percent",
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	}).format(share);
}

/** "yesterday", "in 3 days", "2 hours ago": the largest unit that fits at least once. */
export function formatRelative(moment: Moment, now: number): string {
	const seconds = (toDate(moment).getTime() - now) / 1000;
	const [unit, size] = relativeUnits.find(
		([, length]) => Math.abs(seconds) >= length,
	) ?? ["second", 1];
	return kept(`relative ${languageTag()}`, relativeFormats, () => {
		return new Intl.RelativeTimeFormat(languageTag(), { numeric: "auto" });
	}).format(Math.round(seconds / size), unit);
}

/** Names as a sentence lists them: "Ingrid, Tomás and Wei". */
export function formatList(items: readonly string[]): string {
	return listFormat("conjunction").format(items);
}

/** First names of those somebody meets; of more than three the first two and how many others: "Wei, Jola and 5 others". */
export function formatCompany(names: readonly string[]): string {
	const [first = "", second = ""] = names;
	return names.length > 3
		? t("{first}, {second} and {count} others", {
				first,
				second,
				count: names.length - 2,
			})
		: formatList(names);
}

/** Names of which any one will do: "Ingrid, Tomás or Wei". */
export function formatAlternatives(items: readonly string[]): string {
	return listFormat("disjunction").format(items);
}

let localeSource = (): Locale => "en";
const catalogues = new Map<Locale, ReadonlyMap<string, string>>();
const compiled = new Map<string, IntlMessageFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();
const listFormats = new Map<string, Intl.ListFormat>();

const relativeUnits: readonly [Intl.RelativeTimeFormatUnit, number][] = [
	["year", 365.25 * 86_400],
	["month", 30.44 * 86_400],
	["week", 7 * 86_400],
	["day", 86_400],
	["hour", 3600],
	["minute", 60],
];

function write(message: string, locale: Locale, values?: Values): string {
	if (!/[{'#]/.test(message)) return message;
	const written = kept(`${locale}\n${message}`, compiled, () => {
		return new IntlMessageFormat(message, languageTag(locale), undefined, {
			ignoreTag: true,
		});
	}).format<string>({ ...values });
	return typeof written === "string" ? written : [written].flat().join("");
}

// English dates and numbers are British: the day comes before the month, wherever the reader sits.
function languageTag(locale = localeSource()): string {
	return locale === "en" ? "en-GB" : locale;
}

function dateFormat(options: Intl.DateTimeFormatOptions) {
	return kept(languageTag() + JSON.stringify(options), dateFormats, () => {
		return new Intl.DateTimeFormat(languageTag(), options);
	});
}

function numberFormat(options: Intl.NumberFormatOptions) {
	return kept(languageTag() + JSON.stringify(options), numberFormats, () => {
		return new Intl.NumberFormat(languageTag(), options);
	});
}

function listFormat(type: "conjunction" | "disjunction") {
	return kept(`${type} ${languageTag()}`, listFormats, () => {
		return new Intl.ListFormat(languageTag(), { type });
	});
}

// Making a formatter costs a hundred times what using it does, so each is made once.
function kept<Kept>(
	key: string,
	store: Map<string, Kept>,
	make: () => Kept,
): Kept {
	const found = store.get(key);
	if (found !== undefined) return found;
	const made = make();
	store.set(key, made);
	return made;
}

function isDay(moment: Moment): boolean {
	return typeof moment === "string" && /^\d{4}-\d{2}-\d{2}$/.test(moment);
}

function toDate(moment: Moment): Date {
	return moment instanceof Date ? moment : new Date(moment);
}
