import assert from "node:assert/strict";
import { test } from "node:test";
import type { FieldKey } from "./fields.ts";
import type { Mapping } from "./mapping.ts";
import {
	type PeopleTable,
	type ReadingContext,
	readPeople,
} from "./read-people.ts";

const CONTEXT: ReadingContext = {
	today: "2026-03-02",
	gradeScale: ["Associate", "Director", "Partner"],
	customFields: [
		{
			key: "biography",
			label: "Biography",
			kind: "text",
			scale: [],
			isSensitive: false,
		},
		{
			key: "traits",
			label: "Traits",
			kind: "list",
			scale: [],
			isSensitive: true,
		},
	],
	competencies: [{ key: "strategy", name: "Strategy" }],
	locales: ["en", "de"],
};

function table(headers: readonly string[], ...rows: string[][]): PeopleTable {
	return { headers, rows, rowNumbers: rows.map((_, at) => at + 2), ragged: [] };
}

function mapping(fields: Readonly<Record<string, FieldKey>>): Mapping {
	return {
		columns: Object.entries(fields).map(([header, field]) => ({
			header,
			target: { to: "field", field },
		})),
		fixed: [],
		gradeScale: null,
	};
}

const NAMES = mapping({ First: "firstName", Last: "lastName", Mail: "email" });
const NAME_HEADERS = ["First", "Last", "Mail"];

function codes(reading: ReturnType<typeof readPeople>): readonly string[] {
	return reading.problems.map(
		(p) => `${p.row} ${p.column} ${p.code} ${p.severity}`,
	);
}

test("a row becomes facts, tidied", () => {
	const reading = readPeople(
		table(NAME_HEADERS, [
			" Ingrid ",
			"Bj\u006f\u0308rk   Strand",
			"ingrid@example.org",
		]),
		NAMES,
		CONTEXT,
	);
	assert.deepEqual(reading.problems, []);
	assert.deepEqual(reading.rows[0]?.facts, {
		firstName: "Ingrid",
		lastName: "Björk Strand",
		email: "ingrid@example.org",
	});
});

test("every kind of trouble is told with its row and column", () => {
	const all = mapping({
		First: "firstName",
		Mail: "email",
		Grade: "grade",
		Zone: "timeZone",
		Speaks: "languages",
		Hired: "hireDate",
		Born: "birthYear",
		Side: "side",
		Places: "capacity",
		Offers: "offers",
		Locale: "locale",
		Status: "status",
	});
	const reading = readPeople(
		table(
			all.columns.map((column) => column.header),
			[
				"Wei",
				"wei@example.org",
				"Baron",
				"Mordor",
				"Elvish, German",
				"2031-01-01",
				"1850",
				"judge",
				"21",
				"Chess",
				"Elvish",
				"maybe",
			],
			[
				"A\u0000b",
				"not an address",
				"",
				"",
				"",
				"31.02.2020",
				"",
				"",
				"",
				"",
				"",
				"",
			],
			["x".repeat(201), "", "", "", "", "", "", "", "", "", "", ""],
			[
				"Jola",
				"jola@example.org",
				"partner",
				"UTC",
				"pl",
				"2020-01-31",
				"1.5.1990",
				"Mentee",
				"0",
				"Strategy:5",
				"de-AT",
				"active",
			],
		),
		all,
		CONTEXT,
	);
	assert.deepEqual(codes(reading), [
		"2 Born birth-year-impossible warning",
		"2 Places capacity-out-of-range warning",
		"2 Hired hire-date-in-future warning",
		"2 Grade not-on-scale warning",
		"2 Offers unknown-competency warning",
		"2 Speaks unknown-language warning",
		"2 Locale unknown-locale warning",
		"2 Side unknown-side warning",
		"2 Status unknown-status warning",
		"2 Zone unknown-time-zone warning",
		"3 First control-characters error",
		"3 Mail malformed-email error",
		"3 Hired unreadable-date warning",
		"4 First too-long error",
	]);
	assert.deepEqual(
		reading.rows.map(({ row }) => row),
		[2, 5],
	);
	assert.deepEqual(reading.rows[0]?.facts, {
		firstName: "Wei",
		email: "wei@example.org",
		languages: ["de"],
	});
	assert.deepEqual(reading.rows[1]?.proposals, { birthYear: "1990" });
	assert.equal(reading.rows[1]?.facts.grade, "Partner");
});

test("shared addresses and numbers keep all their rows out, and name them", () => {
	const reading = readPeople(
		table(
			NAME_HEADERS,
			["A", "B", "one@example.org"],
			["C", "D", "two@example.org"],
			["E", "F", "ONE@example.org"],
		),
		NAMES,
		CONTEXT,
	);
	assert.deepEqual(codes(reading), [
		"2 Mail duplicate-email error",
		"4 Mail duplicate-email error",
	]);
	const [first] = reading.problems;
	assert.deepEqual(first?.code === "duplicate-email" && first.rows, [2, 4]);
	assert.deepEqual(
		reading.refused.map(({ row }) => row),
		[2, 4],
	);
});

test("a row that names nobody is refused, as is one with cells too many", () => {
	const rows = table(NAME_HEADERS, ["A", "B", ""], ["C", "D", "c@example.org"]);
	const ragged = [{ row: 3, cells: 5, expected: 3 }];
	assert.deepEqual(codes(readPeople({ ...rows, ragged }, NAMES, CONTEXT)), [
		"2 null missing-key error",
		"3 null too-many-cells error",
	]);
});

test("a fixed value holds for every row, and a new custom field is read at once", () => {
	const reading = readPeople(
		table(["Mail", "Club"], ["a@example.org", "Chess; Rowing"]),
		{
			columns: [
				{ header: "Mail", target: { to: "field", field: "email" } },
				{
					header: "Club",
					target: {
						to: "new-custom",
						field: {
							key: "club",
							label: "Club",
							kind: "list",
							scale: [],
							isSensitive: false,
						},
					},
				},
			],
			fixed: [{ target: { to: "field", field: "side" }, value: "mentee" }],
			gradeScale: null,
		},
		CONTEXT,
	);
	assert.deepEqual(reading.rows[0]?.enrolment, { side: "mentee" });
	assert.deepEqual(reading.rows[0]?.custom, { club: ["Chess", "Rowing"] });
});

test("sensitive columns become proposals, whether built in or custom", () => {
	const reading = readPeople(
		table(
			["Mail", "Gender", "Traits"],
			["a@example.org", "female", "Gay, Non-binary"],
		),
		{
			columns: [
				{ header: "Mail", target: { to: "field", field: "email" } },
				{ header: "Gender", target: { to: "field", field: "gender" } },
				{ header: "Traits", target: { to: "custom", key: "traits" } },
			],
			fixed: [],
			gradeScale: null,
		},
		CONTEXT,
	);
	assert.deepEqual(reading.rows[0]?.custom, {});
	assert.deepEqual(reading.rows[0]?.proposals, {
		gender: "female",
		traits: ["Gay", "Non-binary"],
	});
});
