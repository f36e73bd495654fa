import type { ImportOptions, ImportPlan } from "./import-plan.ts";
import type { KnownPerson } from "./known-person.ts";
import { personId } from "./person-id.ts";
import { NO_FACTS, type PersonFacts, type PersonRow } from "./person-row.ts";
import { planImport } from "./plan-import.ts";

/** People and rows for the tests of planning an import. */
export const OPTIONS: ImportOptions = {
	today: "2026-03-02",
	emptyCells: "keep",
	enrols: true,
	leaving: "nobody",
};

export function known(
	id: string,
	facts: Partial<PersonFacts>,
	more: Partial<KnownPerson> = {},
): KnownPerson {
	return {
		id: personId(id),
		facts: { ...NO_FACTS, ...facts },
		managerId: null,
		custom: {},
		offers: [],
		seeks: [],
		enrolments: {},
		...more,
	};
}

export function row(
	number: number,
	facts: Partial<PersonFacts>,
	more: Partial<PersonRow> = {},
): PersonRow {
	return {
		row: number,
		facts,
		custom: {},
		proposals: {},
		enrolment: {},
		...more,
	};
}

export function plan(
	rows: readonly PersonRow[],
	people: readonly KnownPerson[],
	options: Partial<ImportOptions> = {},
): ImportPlan {
	return planImport({ rows, refused: [], problems: [] }, people, {
		...OPTIONS,
		...options,
	});
}

export function told(made: ImportPlan): readonly string[] {
	return made.problems.map((p) => `${p.row} ${p.code} ${p.severity}`);
}

export const AMARA = known("amara", {
	employeeNumber: "100",
	email: "amara@example.org",
	firstName: "Amara",
	lastName: "Okafor",
	unit: "Board",
});
export const RUTH = known("ruth", {
	employeeNumber: "200",
	email: "ruth@example.org",
	firstName: "Ruth",
	lastName: "Adler",
});
