import type { CustomField } from "./custom-field.ts";
import { FIELD_SYNONYMS } from "./field-synonyms.ts";
import { FIELD_KEYS, type FieldKey, REPEATABLE_FIELDS } from "./fields.ts";
import type { Mapping, Target } from "./mapping.ts";
import { readTimeZone } from "./read-time-zone.ts";
import { readEmail, readSide } from "./read-value.ts";
import { fold } from "./tidy.ts";

export interface MappingGuess {
	readonly mapping: Mapping;
	/** As many as there are headers, in their order. */
	readonly columns: readonly ColumnGuess[];
}

export interface ColumnGuess {
	readonly header: string;
	readonly target: Target;
	/** From 0 (no idea) to 1 (the header is a name of this field). */
	readonly confidence: number;
	readonly by: "name" | "part-of-name" | "values" | "saved" | "nothing";
}

export interface KnownForGuessing {
	readonly customFields: readonly CustomField[];
	/** Mappings kept from earlier files: the one that fits all its headers is taken as it is. */
	readonly saved: readonly Mapping[];
}

/**
 * Guesses what each column means: from a mapping kept for a file with the same headers, else from the header (English, German, French,
 * Spanish), else from the first cells. A field is given to one column only, the surest, unless several may share it.
 */
export function guessMapping(
	headers: readonly string[],
	sampleRows: readonly (readonly string[])[],
	known: KnownForGuessing,
): MappingGuess {
	const saved = known.saved.find((mapping) => fits(mapping, headers));
	if (saved !== undefined) return fromSaved(saved, headers);
	const candidates = headers.flatMap((header, column) =>
		candidatesFor(header, cellsOf(sampleRows, column), known).map((guess) => ({
			column,
			guess,
		})),
	);
	const taken = new Set<string>();
	const chosen = new Map<number, ColumnGuess>();
	for (const { column, guess } of candidates.toSorted(surestFirst)) {
		const name = JSON.stringify(guess.target);
		if (chosen.has(column) || (taken.has(name) && !isShared(guess.target))) {
			continue;
		}
		taken.add(name);
		chosen.set(column, guess);
	}
	const columns = headers.map(
		(header, column) => chosen.get(column) ?? noIdea(header),
	);
	return { mapping: mappingOf(columns), columns };
}

interface Candidate {
	readonly column: number;
	readonly guess: ColumnGuess;
}

function surestFirst(a: Candidate, b: Candidate): number {
	return b.guess.confidence - a.guess.confidence || a.column - b.column;
}

function fits(mapping: Mapping, headers: readonly string[]): boolean {
	const mapped = new Set(mapping.columns.map((column) => column.header));
	return (
		mapped.size === headers.length &&
		headers.every((header) => mapped.has(header))
	);
}

function fromSaved(saved: Mapping, headers: readonly string[]): MappingGuess {
	const byHeader = new Map(
		saved.columns.map((column) => [column.header, column.target]),
	);
	const columns = headers.map(
		(header): ColumnGuess => ({
			header,
			target: byHeader.get(header) ?? { to: "nothing" },
			confidence: 1,
			by: "saved",
		}),
	);
	return { mapping: saved, columns };
}

function mappingOf(columns: readonly ColumnGuess[]): Mapping {
	return {
		columns: columns.map(({ header, target }) => ({ header, target })),
		fixed: [],
		gradeScale: null,
	};
}

function noIdea(header: string): ColumnGuess {
	return { header, target: { to: "nothing" }, confidence: 0, by: "nothing" };
}

function isShared(target: Target): boolean {
	return target.to === "field" && REPEATABLE_FIELDS.has(target.field);
}

function candidatesFor(
	header: string,
	cells: readonly string[],
	known: KnownForGuessing,
): readonly ColumnGuess[] {
	const name = foldHeader(header);
	const custom = known.customFields
		.filter(({ key, label }) => fold(label) === name || fold(key) === name)
		.map(
			({ key }): ColumnGuess => ({
				header,
				target: { to: "custom", key },
				confidence: 1,
				by: "name",
			}),
		);
	const byName = FIELD_KEYS.flatMap((field) =>
		guessByName(header, name, field),
	);
	const all = [...custom, ...byName];
	return all.length > 0 ? all : guessByValues(header, cells);
}

/** First_Name*, firstName and "First name (required)" are all "first name". */
function foldHeader(header: string): string {
	const words = header
		.replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
		.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
	return fold(words).replace(/ \d+$/, "");
}

function guessByName(
	header: string,
	name: string,
	field: FieldKey,
): readonly ColumnGuess[] {
	const target: Target = { to: "field", field };
	const names = FIELD_SYNONYMS[field];
	const exact = names.indexOf(name);
	if (exact !== -1) {
		return [{ header, target, confidence: 1 - exact / 1000, by: "name" }];
	}
	// One of a field's shorter names inside a longer header: "Employee grade (2024)". The more of the header it is, the surer.
	const share = Math.max(0, ...names.map((each) => shareOf(each, name)));
	return share < 0.4
		? []
		: [{ header, target, confidence: 0.4 + share / 2.5, by: "part-of-name" }];
}

function shareOf(part: string, whole: string): number {
	const isInside = part.length >= 4 && ` ${whole} `.includes(` ${part} `);
	return isInside ? part.length / whole.length : 0;
}

function guessByValues(
	header: string,
	cells: readonly string[],
): readonly ColumnGuess[] {
	const filled = cells.filter((cell) => cell.trim() !== "");
	if (filled.length === 0) return [];
	const mostly = (test: (cell: string) => boolean) =>
		filled.filter(test).length >= filled.length * 0.8;
	const guess = (field: FieldKey): readonly ColumnGuess[] => [
		{ header, target: { to: "field", field }, confidence: 0.5, by: "values" },
	];
	if (mostly((cell) => readEmail(cell) !== null)) return guess("email");
	if (mostly((cell) => /\w\/\w/.test(cell) && readTimeZone(cell) !== null)) {
		return guess("timeZone");
	}
	return mostly((cell) => readSide(cell) !== null) ? guess("side") : [];
}

function cellsOf(
	rows: readonly (readonly string[])[],
	column: number,
): readonly string[] {
	return rows.slice(0, SAMPLE).map((row) => row[column] ?? "");
}

const SAMPLE = 100;
