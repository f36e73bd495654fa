import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import {
	formatAlternatives,
	formatDate,
	formatDateTime,
	formatList,
	formatNumber,
	formatPercent,
	formatRelative,
	type Locale,
	setCatalogue,
	setLocaleSource,
	t,
} from "./text.ts";

let locale: Locale = "en";
setLocaleSource(() => locale);
afterEach(() => {
	locale = "en";
	setCatalogue("de", {});
});

const places =
	"{count, plural, =0 {No place left} one {One place left} other {# places left}}";

test("values and plurals are written into the English message", () => {
	assert.equal(t("You and {names}", { names: "Ingrid" }), "You and Ingrid");
	assert.equal(t(places, { count: 0 }), "No place left");
	assert.equal(t(places, { count: 1 }), "One place left");
	assert.equal(t(places, { count: 1200 }), "1,200 places left");
});

test("the ambient locale's catalogue is used, its own plurals and figures included", () => {
	setCatalogue("de", {
		[places]: "{count, plural, one {Ein Platz frei} other {# Plätze frei}}",
	});
	locale = "de";
	assert.equal(t(places, { count: 1 }), "Ein Platz frei");
	assert.equal(t(places, { count: 1200 }), "1.200 Plätze frei");
});

test("a message that the catalogue lacks falls back to English", () => {
	locale = "de";
	assert.equal(t("Say yes"), "Say yes");
	assert.equal(t(places, { count: 2 }), "2 places left");
});

test("a translation that does not take the values falls back to English", () => {
	setCatalogue("de", { "You and {names}": "Sie und {namen}" });
	locale = "de";
	assert.equal(t("You and {names}", { names: "Ingrid" }), "You and Ingrid");
});

test("a message without its values is a mistake of ours and throws", () => {
	assert.throws(() => t("You and {names}"));
});

test("angle brackets and apostrophes are only text", () => {
	assert.equal(t("Fewer < five isn't shown"), "Fewer < five isn't shown");
	assert.equal(t("{n} < five", { n: 3 }), "3 < five");
});

test("a new catalogue replaces what was compiled before", () => {
	locale = "de";
	setCatalogue("de", { "Hello {name}": "Hallo {name}" });
	assert.equal(t("Hello {name}", { name: "Wei" }), "Hallo Wei");
	setCatalogue("de", { "Hello {name}": "Guten Tag {name}" });
	assert.equal(t("Hello {name}", { name: "Wei" }), "Guten Tag Wei");
});

test("a calendar day is the same day in every time zone", () => {
	assert.equal(formatDate("2026-03-17", "America/Anchorage"), "17 March 2026");
	assert.equal(
		formatDate("2026-03-17", "Pacific/Kiritimati", "short"),
		"17 Mar 2026",
	);
	locale = "de";
	assert.equal(formatDate("2026-03-17"), "17. März 2026");
});

test("an instant is written in the time zone it is asked for in", () => {
	const instant = Date.UTC(2026, 2, 17, 23, 30);
	// Between the two stands "at" or a comma, as the platform's data has it.
	assert.match(
		formatDateTime(instant, "Europe/Oslo"),
		/^Wed,? 18 March 2026\W.*\b00:30$/,
	);
	assert.equal(formatDate(instant, "Europe/Oslo"), "18 March 2026");
});

test("numbers, shares, distances in time and lists follow the locale", () => {
	const now = Date.UTC(2026, 2, 17, 9);
	assert.equal(formatNumber(1234.5, 2), "1,234.50");
	assert.equal(formatPercent(0.857), "86%");
	assert.equal(formatRelative(now - 86_400_000, now), "yesterday");
	assert.equal(formatRelative(now + 3 * 3_600_000, now), "in 3 hours");
	assert.equal(formatRelative(now, now), "now");
	assert.equal(formatList(["Wei", "Jola", "Tomás"]), "Wei, Jola and Tomás");
	assert.equal(
		formatAlternatives(["Wei", "Jola", "Tomás"]),
		"Wei, Jola or Tomás",
	);
	locale = "de";
	assert.equal(formatNumber(1234.5, 2), "1.234,50");
	assert.equal(formatRelative(now - 86_400_000, now), "gestern");
	assert.equal(formatList(["Wei", "Jola", "Tomás"]), "Wei, Jola und Tomás");
	assert.equal(
		formatAlternatives(["Wei", "Jola", "Tomás"]),
		"Wei, Jola oder Tomás",
	);
});
