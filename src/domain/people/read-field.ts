import { type FieldKey, isSensitiveField } from "./fields.ts";
import type { FactKey, RowDraft } from "./person-row.ts";
import {
	type CellContext,
	dateValue,
	readList,
	scaleStep,
	type Value,
} from "./read-cell.ts";
import { readLanguages, readLocale } from "./read-language.ts";
import { readTimeZone } from "./read-time-zone.ts";
import {
	MOST_PLACES,
	readCapacity,
	readEmail,
	readSide,
	readStatus,
} from "./read-value.ts";
import type { Trouble } from "./row-problem.ts";
import { readSkills } from "./skill.ts";
import { tidyLine, tidyText } from "./tidy.ts";

/** What reading needs to know about the organisation. */
export interface FieldContext extends CellContext {
	/** Lowest first; empty: any grade is taken. */
	readonly gradeScale: readonly string[];
	/** Folded name or key of a competency → key. */
	readonly skills: ReadonlyMap<string, string>;
	/** Locales Baton speaks here. */
	readonly locales: readonly string[];
}

/** A trouble, and the part of the cell it is about where that is not the whole. */
export interface CellTrouble {
	readonly trouble: Trouble;
	readonly value?: string;
}

/** Reads a cell (trimmed) into the draft as this field; what cannot be used is left out of the draft and told. */
export function readField(
	draft: RowDraft,
	field: FieldKey,
	text: string,
	context: FieldContext,
): readonly CellTrouble[] {
	if (isSensitiveField(field)) {
		return readSensitive(draft, field, text, context);
	}
	switch (field) {
		case "employeeNumber":
		case "firstName":
		case "lastName":
		case "jobTitle":
		case "unit":
		case "function":
		case "discipline":
		case "location":
			draft.facts[field] = tidyLine(text) || null;
			return [];
		case "experience":
		case "fullName":
		case "manager":
			return readOwnPlace(draft, field, text);
		case "languages":
			return addLanguages(draft, text);
		case "clients":
		case "industries":
			return addList(draft, field, text);
		case "offers":
		case "seeks":
			return addSkills(draft, field, text, context);
		case "side":
		case "capacity":
			return readEnrolment(draft, field, text);
		case "status":
		case "leavingDate":
			return readLeaving(draft, field, text, context);
		case "email":
		case "grade":
		case "timeZone":
		case "locale":
		case "hireDate":
			return keep(draft, field, text, context);
	}
}

function readOwnPlace(
	draft: RowDraft,
	field: "experience" | "fullName" | "manager",
	text: string,
): readonly CellTrouble[] {
	if (field === "experience") draft.facts.experience = tidyText(text) || null;
	else draft[field] = tidyLine(text) || null;
	return [];
}

type CheckedField = "email" | "grade" | "timeZone" | "locale" | "hireDate";

function keep(
	draft: RowDraft,
	field: CheckedField & FactKey,
	text: string,
	context: FieldContext,
): readonly CellTrouble[] {
	if (text === "") {
		draft.facts[field] = null;
		return [];
	}
	const reading = checked(field, text, context);
	if (!reading.ok) return [{ trouble: reading.trouble }];
	draft.facts[field] = reading.value;
	return [];
}

function checked(
	field: CheckedField,
	text: string,
	context: FieldContext,
): Value<string> {
	switch (field) {
		case "email":
			return orTrouble(readEmail(text), "malformed-email");
		case "grade":
			return context.gradeScale.length === 0
				? { ok: true, value: tidyLine(text) }
				: scaleStep(text, context.gradeScale);
		case "timeZone":
			return orTrouble(readTimeZone(text), "unknown-time-zone");
		case "locale":
			return orTrouble(readLocale(text, context.locales), "unknown-locale");
		case "hireDate": {
			const date = dateValue(text, context);
			return date.ok && date.value > context.today
				? { ok: false, trouble: { code: "hire-date-in-future" } }
				: date;
		}
	}
}

function orTrouble(
	value: string | null,
	code: "malformed-email" | "unknown-time-zone" | "unknown-locale",
): Value<string> {
	return value === null
		? { ok: false, trouble: { code } }
		: { ok: true, value };
}

function addLanguages(draft: RowDraft, text: string): readonly CellTrouble[] {
	const { codes, unknown } = readLanguages(text);
	const before = draft.facts.languages ?? [];
	if (text === "" || codes.length > 0) {
		draft.facts.languages = [...new Set([...before, ...codes])];
	}
	return unknown.map((value) => ({
		trouble: { code: "unknown-language" },
		value,
	}));
}

function addList(
	draft: RowDraft,
	field: "clients" | "industries",
	text: string,
): readonly CellTrouble[] {
	const list = readList(text);
	if (!list.ok) return [{ trouble: list.trouble }];
	draft.facts[field] = [
		...new Set([...(draft.facts[field] ?? []), ...list.value]),
	];
	return [];
}

function addSkills(
	draft: RowDraft,
	field: "offers" | "seeks",
	text: string,
	context: FieldContext,
): readonly CellTrouble[] {
	const { skills, unknown, badLevel } = readSkills(text, context.skills);
	if (text === "" || skills.length > 0) {
		const all = [...(draft[field] ?? []), ...skills];
		const byKey = new Map(all.map((skill) => [skill.competency, skill]));
		draft[field] = [...byKey.values()];
	}
	return [
		...unknown.map(
			(value): CellTrouble => ({
				trouble: { code: "unknown-competency" },
				value,
			}),
		),
		...badLevel.map(
			(value): CellTrouble => ({
				trouble: { code: "bad-level" },
				value,
			}),
		),
	];
}

function readEnrolment(
	draft: RowDraft,
	field: "side" | "capacity",
	text: string,
): readonly CellTrouble[] {
	if (field === "side") {
		const side = text === "" ? null : readSide(text);
		if (side === null && text !== "") {
			return [{ trouble: { code: "unknown-side" } }];
		}
		draft.enrolment.side = side;
		return [];
	}
	const capacity = text === "" ? null : readCapacity(text);
	if (capacity === null && text !== "") {
		return [{ trouble: { code: "capacity-out-of-range", most: MOST_PLACES } }];
	}
	draft.enrolment.capacity = capacity;
	return [];
}

/** A status and a leaving date say one thing together: a day already past, or today where only the status says so. */
function readLeaving(
	draft: RowDraft,
	field: "status" | "leavingDate",
	text: string,
	context: FieldContext,
): readonly CellTrouble[] {
	if (text === "") return [];
	if (field === "leavingDate") {
		const date = dateValue(text, context);
		if (!date.ok) return [{ trouble: date.trouble }];
		if (date.value <= context.today) draft.facts.leftOn = date.value;
		else draft.facts.leftOn ??= null;
		return [];
	}
	const status = readStatus(text, context.header);
	if (status === null) return [{ trouble: { code: "unknown-status" } }];
	const day = draft.facts.leftOn ?? context.today;
	draft.facts.leftOn = status === "left" ? day : (draft.facts.leftOn ?? null);
	return [];
}

function readSensitive(
	draft: RowDraft,
	field: FieldKey,
	text: string,
	context: FieldContext,
): readonly CellTrouble[] {
	if (text === "") {
		draft.proposals[field] = null;
		return [];
	}
	if (field !== "birthYear") {
		draft.proposals[field] = tidyText(text);
		return [];
	}
	const thisYear = Number(context.today.slice(0, 4));
	const year = birthYear(text, context);
	if (year === null) return [{ trouble: { code: "unreadable-birth-year" } }];
	const range = { from: thisYear - 100, to: thisYear - 14 };
	if (year < range.from || year > range.to) {
		return [{ trouble: { code: "birth-year-impossible", ...range } }];
	}
	draft.proposals[field] = String(year);
	return [];
}

/** Of a full date of birth only the year is kept. Which of day and month comes first does not matter for that. */
function birthYear(text: string, context: CellContext): number | null {
	if (/^\d{4}$/.test(text)) return Number(text);
	const date = dateValue(text, { ...context, dateOrder: "unknown" });
	if (date.ok) return Number(date.value.slice(0, 4));
	const year = /[/-](\d{4})$/.exec(text)?.[1];
	return date.trouble.code === "ambiguous-date" && year ? Number(year) : null;
}
