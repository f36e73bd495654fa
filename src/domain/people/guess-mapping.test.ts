import assert from "node:assert/strict";
import { test } from "node:test";
import type { FieldKey } from "./fields.ts";
import { guessMapping } from "./guess-mapping.ts";
import { type Mapping, mappingProblems } from "./mapping.ts";

test("columns are guessed from their names in four languages", () => {
	const guessed = (header: string) => {
		const [column] = guessMapping([header], [], {
			customFields: [],
			saved: [],
		}).columns;
		return column?.target.to === "field" ? column.target.field : null;
	};
	const expected: Record<string, FieldKey | null> = {
		"First name": "firstName",
		Vorname: "firstName",
		Prénom: "firstName",
		LastName: "lastName",
		Apellidos: "lastName",
		"E-Mail-Adresse": "email",
		"email address": "email",
		Personalnummer: "employeeNumber",
		"Employee ID*": "employeeNumber",
		organisation: "unit",
		Abteilung: "unit",
		profession: "discipline",
		Eintrittsdatum: "hireDate",
		"Fecha de ingreso": "hireDate",
		Führungskraft: "manager",
		"Line manager (e-mail)": "manager",
		Zeitzone: "timeZone",
		"Language 2": "languages",
		Geburtsdatum: "birthYear",
		"Current job grade": "grade",
		"both mentor and mentee": null,
		"Shoe size": null,
	};
	for (const [header, field] of Object.entries(expected)) {
		assert.equal(guessed(header), field, header);
	}
});

test("a field goes to the surest column, and unnamed ones are guessed by their cells", () => {
	const { columns } = guessMapping(
		["Name", "Full name", "Kontakt"],
		[["x", "y", "a@example.org"]],
		{ customFields: [], saved: [] },
	);
	assert.deepEqual(
		columns.map(({ target, by }) => [target, by]),
		[
			[{ to: "nothing" }, "nothing"],
			[{ to: "field", field: "fullName" }, "name"],
			[{ to: "field", field: "email" }, "values"],
		],
	);
});

test("a mapping kept for the same headers is taken, and survives JSON", () => {
	const kept: Mapping = JSON.parse(JSON.stringify(NAMES));
	const guess = guessMapping(["Last", "First", "Mail"], [], {
		customFields: [],
		saved: [kept],
	});
	assert.deepEqual(guess.mapping, NAMES);
	assert.ok(guess.columns.every(({ by }) => by === "saved"));
});

test("a mapping that cannot work says why", () => {
	assert.deepEqual(
		mappingProblems(mapping({ A: "firstName", B: "firstName" }), ["A"], []),
		[
			{ code: "header-missing", header: "B" },
			{ code: "field-twice", field: "firstName" },
			{ code: "no-key" },
		],
	);
	assert.deepEqual(mappingProblems(NAMES, NAME_HEADERS, []), []);
});

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
