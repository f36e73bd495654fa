import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { FieldKey } from "./fields.ts";
import type { Mapping } from "./mapping.ts";
import { type PeopleTable, readPeople } from "./read-people.ts";

const CONTEXT = {
	today: "2026-03-02",
	gradeScale: [],
	customFields: [],
	competencies: [{ key: "strategy", name: "Strategy" }],
	locales: ["en", "de"],
};
const NAME_HEADERS = ["First", "Last", "Mail"];
const NAMES = mappingOf({
	First: "firstName",
	Last: "lastName",
	Mail: "email",
});

test("whatever stands in the cells, every row is either taken or refused with an error", () => {
	const fields = [
		"email",
		"employeeNumber",
		"fullName",
		"hireDate",
		"languages",
		"timeZone",
		"offers",
		"capacity",
		"birthYear",
		"status",
	] as const;
	const every = mappingOf(
		Object.fromEntries(fields.map((field) => [field, field])),
	);
	const cell = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.constantFrom("a@example.org", "1/2/2020", "", "Berlin", "1"),
	);
	const rows = fc.array(
		fc.array(cell, { minLength: fields.length, maxLength: fields.length }),
		{ maxLength: 12 },
	);
	fc.assert(
		fc.property(rows, (cells) => {
			const reading = readPeople(numbered(fields, cells), every, CONTEXT);
			const taken = reading.rows.map(({ row }) => row);
			const refused = reading.refused.map(({ row }) => row);
			const all = [...taken, ...refused].toSorted((a, b) => a - b);
			assert.deepEqual(
				all,
				cells.map((_, at) => at + 2),
			);
			for (const row of refused) {
				assert.ok(
					reading.problems.some((p) => p.row === row && p.severity === "error"),
				);
			}
		}),
	);
});

test("the order of rows does not change which duplicates are found", () => {
	const mails = fc.array(
		fc.constantFrom("a@x.org", "A@x.org", "b@x.org", "c@x.org"),
		{ maxLength: 8 },
	);
	fc.assert(
		fc.property(mails, fc.infiniteStream(fc.nat()), (addresses, keys) => {
			const rows = addresses.map((mail, at) => ({
				cells: ["A", "B", mail],
				number: at + 2,
			}));
			const order = new Map(rows.map((row) => [row, keys.next().value ?? 0]));
			const shuffled = rows.toSorted(
				(a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0),
			);
			const read = (list: typeof rows) =>
				readPeople(
					{
						headers: NAME_HEADERS,
						rows: list.map((r) => r.cells),
						rowNumbers: list.map((r) => r.number),
						ragged: [],
					},
					NAMES,
					CONTEXT,
				).problems;
			assert.deepEqual(read(shuffled), read(rows));
		}),
	);
});

function numbered(
	headers: readonly string[],
	rows: readonly string[][],
): PeopleTable {
	return { headers, rows, rowNumbers: rows.map((_, at) => at + 2), ragged: [] };
}

function mappingOf(fields: Readonly<Record<string, FieldKey>>): Mapping {
	return {
		columns: Object.entries(fields).map(([header, field]) => ({
			header,
			target: { to: "field", field },
		})),
		fixed: [],
		gradeScale: null,
	};
}
