import assert from "node:assert/strict";
import { test } from "node:test";
import { columnOrder } from "./date-order.ts";
import { readDate } from "./read-date.ts";
import { readLanguages, readLocale } from "./read-language.ts";
import { readTimeZone } from "./read-time-zone.ts";
import {
	readCapacity,
	readEmail,
	readNumber,
	readSide,
	readStatus,
	splitName,
} from "./read-value.ts";
import { readSkills, skillCatalogue } from "./skill.ts";

const TODAY = "2026-03-02";

function date(text: string, order = columnOrder([text])): string {
	const reading = readDate(text, order, TODAY);
	return reading.ok ? reading.date : reading.why;
}

test("dates are read in every form files have them", () => {
	for (const text of [
		"2024-03-01",
		"2024/3/1",
		"20240301",
		"2024-03-01T08:30:00",
		"01.03.2024",
		"1. 3. 2024",
		"1.3.24",
		"45352",
		"1 March 2024",
		"March 1, 2024",
		"Friday, March 1st, 2024",
		"1. März 2024",
		"01-Mar-24",
		"1er mars 2024",
		"1 de marzo de 2024",
	]) {
		assert.equal(date(text), "2024-03-01", text);
	}
});

test("days that do not exist are unreadable", () => {
	for (const text of ["31.02.2024", "2023-02-29", "13/13/2024", "soon", "12"]) {
		assert.equal(date(text), "unreadable-date", text);
	}
	assert.equal(date("29.02.2024"), "2024-02-29");
	assert.equal(date("29.02.1900"), "unreadable-date");
});

test("two-digit years end with this year", () => {
	assert.equal(date("01.05.26"), "2026-05-01");
	assert.equal(date("01.05.27"), "1927-05-01");
});

test("a column settles which of day and month comes first", () => {
	assert.equal(columnOrder(["3/1/2024", "25/1/2024"]), "day-first");
	assert.equal(columnOrder(["3/1/2024", "1/25/2024"]), "month-first");
	assert.equal(columnOrder(["3/1/2024", "4/4/2024"]), "unknown");
	assert.equal(columnOrder(["25/1/2024", "1/25/2024"]), "mixed");
	assert.equal(date("3/1/2024", "day-first"), "2024-01-03");
	assert.equal(date("3/1/2024", "month-first"), "2024-03-01");
	assert.equal(date("3/1/2024", "unknown"), "ambiguous-date");
	assert.equal(date("3/1/2024", "mixed"), "ambiguous-date");
	assert.equal(date("4/4/2024", "unknown"), "2024-04-04");
	assert.equal(date("25/1/2024", "mixed"), "2024-01-25");
});

test("time zones are read from ids, cities, offsets and Windows names", () => {
	const zones: Record<string, string | null> = {
		"europe/berlin": "Europe/Berlin",
		Berlin: "Europe/Berlin",
		München: "Europe/Berlin",
		"New York": "America/New_York",
		"São Paulo": "America/Sao_Paulo",
		"UTC+1": "Etc/GMT-1",
		"GMT-5": "Etc/GMT+5",
		"UTC+05:30": "Asia/Kolkata",
		"UTC+0": "UTC",
		utc: "UTC",
		"W. Europe Standard Time": "Europe/Berlin",
		"(UTC+01:00) Amsterdam, Berlin, Bern": "Europe/Amsterdam",
		"US/Eastern": "US/Eastern",
		CST: null,
		"Middle-earth/Shire": null,
		constructor: null,
		"UTC+25": null,
	};
	for (const [text, zone] of Object.entries(zones)) {
		assert.equal(readTimeZone(text), zone, text);
	}
});

test("languages are read by name in several languages, code or tag", () => {
	assert.deepEqual(readLanguages("Deutsch; English (fluent), C1").codes, [
		"de",
		"en",
	]);
	assert.deepEqual(
		readLanguages("de-CH, fra, Español, 日本語, anglais, Farsi").codes,
		["de", "fr", "es", "ja", "en", "fa"],
	);
	assert.deepEqual(readLanguages("English native / Klingonese"), {
		codes: ["en"],
		unknown: ["Klingonese"],
	});
	assert.equal(readLocale("German", ["en", "de"]), "de");
	assert.equal(readLocale("en_GB", ["en", "de"]), "en");
	assert.equal(readLocale("Finnish", ["en", "de"]), null);
});

test("addresses are read, also out of a name, and refused when malformed", () => {
	assert.equal(readEmail("Amara <amara@example.org>"), "amara@example.org");
	assert.equal(readEmail("jürgen@müller.example"), "jürgen@müller.example");
	for (const text of [
		"amara",
		"a@b",
		"a b@c.de",
		"a@@b.de",
		"a..b@c.de",
		"@c.de",
		"a@-c.de",
		"a@b.de;c@d.de",
	]) {
		assert.equal(readEmail(text), null, text);
	}
});

test("full names are split where people would split them", () => {
	assert.deepEqual(splitName("Okafor, Amara"), {
		firstName: "Amara",
		lastName: "Okafor",
	});
	assert.deepEqual(splitName("Ludwig van Beethoven"), {
		firstName: "Ludwig",
		lastName: "van Beethoven",
	});
	assert.deepEqual(splitName("Anna Maria de la Cruz"), {
		firstName: "Anna Maria",
		lastName: "de la Cruz",
	});
	assert.deepEqual(splitName("Suharto"), {
		firstName: "",
		lastName: "Suharto",
	});
});

test("sides, places, statuses and numbers are words people use", () => {
	assert.deepEqual(
		["Mentorin", "MENTEE", "beide", "both", "judge"].map(readSide),
		["mentor", "mentee", "both", "both", null],
	);
	assert.deepEqual(["0", "20", "21", "-1", "2.5", "x"].map(readCapacity), [
		0,
		20,
		null,
		null,
		null,
		null,
	]);
	assert.equal(readStatus("Yes", "Active"), "here");
	assert.equal(readStatus("yes", "Has left"), "left");
	assert.equal(readStatus("Ausgeschieden", "Status"), "left");
	assert.equal(readStatus("perhaps", "Status"), null);
	assert.deepEqual(
		["1,5", "1.5", "1.234,5", "1,234.5", "1,234", "12 000", "-7", "x", ""].map(
			readNumber,
		),
		[1.5, 1.5, 1234.5, 1234.5, "ambiguous", 12000, -7, null, null],
	);
});

test("offers carry levels, and names with commas stay whole", () => {
	const catalogue = skillCatalogue([
		{ key: "strategy", name: "Strategy" },
		{ key: "finance", name: "Finance" },
		{ key: "voice", name: "Voice, presence and poise" },
	]);
	assert.deepEqual(
		readSkills("Strategy:4; finance (2); Chess; strategie 9", catalogue),
		{
			skills: [
				{ competency: "strategy", level: 4 },
				{ competency: "finance", level: 2 },
			],
			unknown: ["Chess", "strategie 9"],
			badLevel: [],
		},
	);
	assert.deepEqual(readSkills("Voice, presence and poise", catalogue).skills, [
		{ competency: "voice", level: 3 },
	]);
	assert.deepEqual(readSkills("Strategy: 7", catalogue).badLevel, [
		"Strategy: 7",
	]);
});
