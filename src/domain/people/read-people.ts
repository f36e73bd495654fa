import type { CustomField } from "./custom-field.ts";
import { columnOrder } from "./date-order.ts";
import { fileDuplicates } from "./file-duplicates.ts";
import { type FieldKey, isKeyField } from "./fields.ts";
import { customFieldsOf, type Mapping, type Target } from "./mapping.ts";
import { emptyDraft, type PersonRow, type RowDraft } from "./person-row.ts";
import { type CellContext, readCustom, textTrouble } from "./read-cell.ts";
import {
	type CellTrouble,
	type FieldContext,
	readField,
} from "./read-field.ts";
import { splitName } from "./read-value.ts";
import { inFileOrder, type RowProblem, type Trouble } from "./row-problem.ts";
import { type NamedCompetency, skillCatalogue } from "./skill.ts";
import { excerpt } from "./tidy.ts";

/** A file as rows of text cells; row numbers as a spreadsheet shows them. */
export interface PeopleTable {
	readonly headers: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly rowNumbers: readonly number[];
	readonly ragged: readonly {
		readonly row: number;
		readonly cells: number;
		readonly expected: number;
	}[];
}

export interface ReadingContext {
	/** ISO date. */
	readonly today: string;
	/** The organisation's grades, lowest first; empty: any grade is taken. */
	readonly gradeScale: readonly string[];
	readonly customFields: readonly CustomField[];
	readonly competencies: readonly NamedCompetency[];
	readonly locales: readonly string[];
}

export interface PeopleReading {
	/** Rows without an error, in the order of the file. */
	readonly rows: readonly PersonRow[];
	/** The rows that cannot be taken; together with `rows` all of the table. */
	readonly refused: readonly RefusedRow[];
	readonly problems: readonly RowProblem[];
}

/** What could still be read of whom the row is about: they are in the file, even if the row cannot be taken. */
export interface RefusedRow {
	readonly row: number;
	readonly employeeNumber: string | null;
	readonly email: string | null;
}

/**
 * Reads the rows of a people file as a mapping says. Nothing is looked up among the people there are: planImport does that. Duplicates
 * within the file keep all their rows out, so that the order of rows never decides who someone is.
 */
export function readPeople(
	table: PeopleTable,
	mapping: Mapping,
	context: ReadingContext,
): PeopleReading {
	const columns = readersFor(table, mapping, context);
	const problems: RowProblem[] = raggedProblems(table);
	const drafts = table.rows.map((cells, at) => {
		const draft = emptyDraft(table.rowNumbers[at] ?? at + 2);
		for (const column of columns) {
			problems.push(...readInto(draft, column, cells));
		}
		return named(draft);
	});
	problems.push(...missingKeys(drafts, rowsInError(problems)));
	problems.push(...fileDuplicates(drafts, headerOf(columns)));
	const wrong = rowsInError(problems);
	return {
		rows: drafts.filter(({ row }) => !wrong.has(row)).map(finished),
		refused: drafts.filter(({ row }) => wrong.has(row)).map(refusedRow),
		problems: inFileOrder(problems),
	};
}

interface ColumnReader {
	readonly header: string | null;
	readonly field: FieldKey | null;
	readonly textOf: (cells: readonly string[]) => string;
	readonly read: (draft: RowDraft, text: string) => readonly CellTrouble[];
}

function readersFor(
	table: PeopleTable,
	mapping: Mapping,
	context: ReadingContext,
): readonly ColumnReader[] {
	const custom = customFieldsOf(mapping, context.customFields);
	const shared = {
		today: context.today,
		gradeScale: mapping.gradeScale ?? context.gradeScale,
		skills: skillCatalogue(context.competencies),
		locales: context.locales,
	};
	const readers: ColumnReader[] = [];
	for (const { target, value } of mapping.fixed) {
		const text = value.trim();
		const field = { ...shared, header: "", dateOrder: columnOrder([text]) };
		const read = readerOf(target, custom, field);
		if (read === null) continue;
		readers.push({
			header: null,
			field: fieldOf(target),
			textOf: () => text,
			read,
		});
	}
	for (const { header, target, dates } of mapping.columns) {
		const at = table.headers.indexOf(header);
		const textOf = (cells: readonly string[]) => (cells[at] ?? "").trim();
		const dateOrder = dates ?? columnOrder(table.rows.map(textOf));
		const read = readerOf(target, custom, { ...shared, header, dateOrder });
		if (at === -1 || read === null) continue;
		readers.push({ header, field: fieldOf(target), textOf, read });
	}
	return readers;
}

function fieldOf(target: Target): FieldKey | null {
	return target.to === "field" ? target.field : null;
}

function readerOf(
	target: Target,
	custom: ReadonlyMap<string, CustomField>,
	context: FieldContext,
): ColumnReader["read"] | null {
	switch (target.to) {
		case "nothing":
			return null;
		case "field":
			return (draft, text) => readField(draft, target.field, text, context);
		case "custom":
			return customReader(custom.get(target.key), context);
		case "new-custom":
			return customReader(custom.get(target.field.key), context);
	}
}

function customReader(
	field: CustomField | undefined,
	context: CellContext,
): ColumnReader["read"] | null {
	if (field === undefined) return null;
	return (draft, text) => {
		const place = field.isSensitive ? draft.proposals : draft.custom;
		if (text === "") {
			place[field.key] = null;
			return [];
		}
		const reading = readCustom(text, field, context);
		if (!reading.ok) return [{ trouble: reading.trouble }];
		place[field.key] = reading.value;
		return [];
	};
}

function readInto(
	draft: RowDraft,
	column: ColumnReader,
	cells: readonly string[],
): readonly RowProblem[] {
	const text = column.textOf(cells);
	const unusable = textTrouble(text, column.field);
	const troubles =
		unusable === null ? column.read(draft, text) : [{ trouble: unusable }];
	if (troubles.length === 0) return [];
	const isKey = column.field !== null && isKeyField(column.field);
	return troubles.map(({ trouble, value = text }) => ({
		...trouble,
		row: draft.row,
		column: column.header,
		value: excerpt(value),
		severity: isKey ? "error" : "warning",
	}));
}

/** A full name stands in where first and last name say nothing. */
function named(draft: RowDraft): RowDraft {
	if (draft.fullName === null) return draft;
	if (!draft.facts.firstName && !draft.facts.lastName) {
		const { firstName, lastName } = splitName(draft.fullName);
		draft.facts.firstName = firstName || null;
		draft.facts.lastName = lastName || null;
	}
	return draft;
}

function rowsInError(problems: readonly RowProblem[]): ReadonlySet<number> {
	const errors = problems.filter(({ severity }) => severity === "error");
	return new Set(errors.map(({ row }) => row));
}

/** Rows that name nobody; one whose key was refused has been told so already. */
function missingKeys(
	drafts: readonly RowDraft[],
	wrong: ReadonlySet<number>,
): readonly RowProblem[] {
	return drafts
		.filter(({ facts }) => !facts.email && !facts.employeeNumber)
		.filter(({ row }) => !wrong.has(row))
		.map(({ row }) => rowProblem(row, { code: "missing-key" }));
}

function refusedRow({ row, facts }: RowDraft): RefusedRow {
	return {
		row,
		employeeNumber: facts.employeeNumber ?? null,
		email: facts.email ?? null,
	};
}

function raggedProblems(table: PeopleTable): RowProblem[] {
	return table.ragged.map(({ row, cells, expected }) =>
		cells > expected
			? rowProblem(row, { code: "too-many-cells", expected })
			: {
					...rowProblem(row, { code: "too-few-cells", expected }),
					severity: "warning",
				},
	);
}

function rowProblem(row: number, trouble: Trouble): RowProblem {
	return { ...trouble, row, column: null, value: "", severity: "error" };
}

function headerOf(
	columns: readonly ColumnReader[],
): (field: FieldKey) => string | null {
	return (field) =>
		columns.find((column) => column.field === field)?.header ?? null;
}

function finished(draft: RowDraft): PersonRow {
	const { row, facts, custom, proposals, enrolment } = draft;
	const { manager, offers, seeks } = draft;
	return {
		row,
		facts,
		custom,
		proposals,
		enrolment,
		...(manager === undefined ? {} : { manager }),
		...(offers === undefined ? {} : { offers }),
		...(seeks === undefined ? {} : { seeks }),
	};
}
