// The files of the bare assignment problem: edges, capacities, needs, groups.
import type { DecimalReading } from "../domain/matching/decimal.ts";
import { readDecimal } from "../domain/matching/decimal.ts";
import { wantId } from "../domain/matching/kinds.ts";
import { MOST_UNITS } from "../domain/matching/policy.ts";
import type { Participant, ScoredPair } from "../domain/matching/problem.ts";
import { pairKey } from "../domain/matching/problem.ts";
import { t } from "../ui/text.ts";
import type { CsvFile, CsvRow, Reading } from "./matching-csv.ts";
import { at, readCsv } from "./matching-csv.ts";
import { people, strangers } from "./matching-edge-people.ts";
import {
	kindsMissing,
	unknownKind,
	wantsOf,
	withKind,
} from "./matching-kinds.ts";

export type EdgeFiles = {
	readonly edges: string;
	readonly capacities: string | undefined;
	readonly needs: string | undefined;
	readonly groups: string | undefined;
};

export type Group = { readonly mentee: string; readonly group: string };

/** The assignment problem as the files state it; `warnings` name people of the other files who have no edge. */
export type Edges = {
	readonly pairs: readonly ScoredPair[];
	readonly mentors: readonly Participant[];
	readonly mentees: readonly Participant[];
	readonly groups: readonly Group[] | undefined;
	/** The kinds of mentors in their order, where edges have kinds: then `mentees` are wants and `pairs` name them (see kinds.ts). */
	readonly kinds: readonly string[] | undefined;
	readonly warnings: readonly string[];
};

/** Reads all files and gathers the problems of all of them. A figure given for everybody replaces what a file says. */
export async function readEdges(
	files: EdgeFiles,
	everybody: {
		readonly capacity: number | undefined;
		readonly needs: number | undefined;
		readonly kinds: readonly string[] | undefined;
	},
): Promise<Reading<Edges>> {
	const { kinds } = everybody;
	const ofKind = kinds === undefined ? [] : ["kind"];
	const edges = await readRows(files.edges, [
		"mentee",
		"mentor",
		...ofKind,
		"score",
	]);
	const capacities = await readOptional(files.capacities, [
		"mentor",
		"capacity",
	]);
	const needs = await readOptional(files.needs, ["mentee", ...ofKind, "need"]);
	const groups = await readOptional(files.groups, ["mentee", "group"]);
	const messages = [edges, capacities, needs, groups].flatMap((file) =>
		file === undefined || file.ok ? [] : file.messages,
	);
	if (!edges.ok) return { ok: false, messages };
	if (kinds === undefined && edges.value.columns.includes("kind"))
		messages.push(kindsMissing(files.edges));
	const pairs = readPairs(edges.value, kinds, messages);
	const places = readUnits(
		capacities,
		"mentor",
		"capacity",
		undefined,
		messages,
	);
	const wanted = readUnits(needs, "mentee", "need", kinds, messages);
	const grouped = readGroups(groups, messages);
	if (messages.length > 0) return { ok: false, messages };
	const mentors = people(pairs, "mentor", places, everybody.capacity);
	const mentees =
		kinds === undefined
			? people(pairs, "mentee", wanted, everybody.needs)
			: wantsOf(
					kinds,
					[...pairs.map(({ mentee }) => mentee), ...wanted.keys()],
					(want) => everybody.needs ?? wanted.get(want) ?? 1,
				);
	return {
		ok: true,
		value: {
			pairs,
			mentors,
			mentees,
			kinds,
			groups:
				grouped &&
				Array.from(grouped, ([mentee, group]) => ({ mentee, group })),
			warnings: [
				...strangers(pairs, "mentor", files.capacities, places.keys()),
				...(kinds === undefined
					? strangers(pairs, "mentee", files.needs, wanted.keys())
					: []),
				...strangers(
					kinds === undefined ? pairs : withKind(pairs),
					"mentee",
					files.groups,
					grouped?.keys() ?? [],
				),
			],
		},
	};
}

async function readRows(
	file: string,
	columns: readonly string[],
): Promise<Reading<CsvFile>> {
	const read = await readCsv(file);
	if (!read.ok) return read;
	const missing = columns.filter((name) => !read.value.columns.includes(name));
	return missing.length === 0
		? read
		: {
				ok: false,
				messages: missing.map((column) =>
					at(
						file,
						1,
						column,
						t("the header must name this column (it has to be {columns})", {
							columns: columns.join(","),
						}),
					),
				),
			};
}

async function readOptional(
	file: string | undefined,
	columns: readonly string[],
): Promise<Reading<CsvFile> | undefined> {
	return file === undefined ? undefined : readRows(file, columns);
}

function readPairs(
	file: CsvFile,
	kinds: readonly string[] | undefined,
	messages: string[],
): ScoredPair[] {
	const seen = new Map<string, number>();
	return file.rows.map((row) => {
		const person = readId(file, row, "mentee", messages);
		const mentor = readId(file, row, "mentor", messages);
		const mentee = ofKind(file, row, person, kinds, messages);
		const key = pairKey({ mentee, mentor });
		const before = seen.get(key);
		if (before !== undefined && person !== "" && mentor !== "")
			messages.push(
				at(
					file.file,
					row.row,
					"mentor",
					t("the pair {mentee} and {mentor} is in row {before} already", {
						mentee: person,
						mentor,
						before: String(before),
					}),
				),
			);
		seen.set(key, before ?? row.row);
		return { mentee, mentor, points: readScore(file, row, messages) };
	});
}

/** The id of the want where there are kinds, else the person's. */
function ofKind(
	file: CsvFile,
	row: CsvRow,
	person: string,
	kinds: readonly string[] | undefined,
	messages: string[],
): string {
	if (kinds === undefined) return person;
	const kind = readId(file, row, "kind", messages);
	if (kind !== "" && !kinds.includes(kind))
		messages.push(at(file.file, row.row, "kind", unknownKind(kind)));
	return wantId(person, kind);
}

function readId(
	file: CsvFile,
	row: CsvRow,
	column: string,
	messages: string[],
): string {
	const id = cell(row, column);
	if (id === "")
		messages.push(at(file.file, row.row, column, t("this is empty")));
	return id;
}

function readScore(file: CsvFile, row: CsvRow, messages: string[]): number {
	const text = cell(row, "score");
	const reading = readDecimal(text);
	if (reading.ok) return reading.millionths;
	messages.push(at(file.file, row.row, "score", decimalProblem(reading, text)));
	return 0;
}

function decimalProblem(
	reading: DecimalReading & { ok: false },
	value: string,
): string {
	switch (reading.why) {
		case "not-a-number":
			return value === ""
				? t("this is empty")
				: t("“{value}” is not a number", { value });
		case "too-many-places":
			return t("“{value}” has more than six decimal places", { value });
		case "too-large":
			return t("“{value}” is beyond a million", { value });
	}
}

function readUnits(
	read: Reading<CsvFile> | undefined,
	idColumn: "mentor" | "mentee",
	column: "capacity" | "need",
	kinds: readonly string[] | undefined,
	messages: string[],
): Map<string, number> {
	const units = new Map<string, number>();
	if (read === undefined || !read.ok) return units;
	const file = read.value;
	for (const row of file.rows) {
		const person = readId(file, row, idColumn, messages);
		const id = ofKind(file, row, person, kinds, messages);
		const value = cell(row, column);
		const figure = /^\d{1,6}$/u.test(value) ? Number(value) : Infinity;
		if (figure > MOST_UNITS)
			messages.push(
				at(
					file.file,
					row.row,
					column,
					t("“{value}” is not a whole number from 0 to 10000", { value }),
				),
			);
		if (person !== "" && units.has(id))
			messages.push(twice(file, row, idColumn, person));
		units.set(id, figure);
	}
	return units;
}

function readGroups(
	read: Reading<CsvFile> | undefined,
	messages: string[],
): Map<string, string> | undefined {
	if (read === undefined || !read.ok) return undefined;
	const file = read.value;
	const groups = new Map<string, string>();
	for (const row of file.rows) {
		const mentee = readId(file, row, "mentee", messages);
		if (mentee !== "" && groups.has(mentee))
			messages.push(twice(file, row, "mentee", mentee));
		groups.set(mentee, readId(file, row, "group", messages));
	}
	return groups;
}

function twice(
	file: CsvFile,
	row: CsvRow,
	column: string,
	value: string,
): string {
	return at(
		file.file,
		row.row,
		column,
		t("“{value}” is there twice", { value }),
	);
}

function cell(row: CsvRow, column: string): string {
	return (row.cells[column] ?? "").trim().normalize("NFC");
}
