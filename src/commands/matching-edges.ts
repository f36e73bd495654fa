// The files of the bare assignment problem: edges, capacities, needs, groups.
import type { DecimalReading } from "../domain/matching/decimal.ts";
import { readDecimal } from "../domain/matching/decimal.ts";
import { MOST_UNITS } from "../domain/matching/policy.ts";
import type { Participant, ScoredPair } from "../domain/matching/problem.ts";
import { pairKey } from "../domain/matching/problem.ts";
import { t } from "../ui/text.ts";
import type { CsvFile, CsvRow, Reading } from "./matching-csv.ts";
import { at, readCsv } from "./matching-csv.ts";

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
	readonly warnings: readonly string[];
};

/** Reads all files and gathers the problems of all of them. A figure given for everybody replaces what a file says. */
export async function readEdges(
	files: EdgeFiles,
	everybody: {
		readonly capacity: number | undefined;
		readonly needs: number | undefined;
	},
): Promise<Reading<Edges>> {
	const edges = await readRows(files.edges, ["mentee", "mentor", "score"]);
	const capacities = await readOptional(files.capacities, [
		"mentor",
		"capacity",
	]);
	const needs = await readOptional(files.needs, ["mentee", "need"]);
	const groups = await readOptional(files.groups, ["mentee", "group"]);
	const messages = [edges, capacities, needs, groups].flatMap((file) =>
		file === undefined || file.ok ? [] : file.messages,
	);
	if (!edges.ok) return { ok: false, messages };
	const pairs = readPairs(edges.value, messages);
	const places = readUnits(capacities, "mentor", "capacity", messages);
	const wanted = readUnits(needs, "mentee", "need", messages);
	const grouped = readGroups(groups, messages);
	if (messages.length > 0) return { ok: false, messages };
	const mentors = people(pairs, "mentor", places, everybody.capacity);
	const mentees = people(pairs, "mentee", wanted, everybody.needs);
	return {
		ok: true,
		value: {
			pairs,
			mentors,
			mentees,
			groups:
				grouped &&
				Array.from(grouped, ([mentee, group]) => ({ mentee, group })),
			warnings: [
				...strangers(pairs, "mentor", files.capacities, places.keys()),
				...strangers(pairs, "mentee", files.needs, wanted.keys()),
				...strangers(pairs, "mentee", files.groups, grouped?.keys() ?? []),
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

function readPairs(file: CsvFile, messages: string[]): ScoredPair[] {
	const seen = new Map<string, number>();
	return file.rows.map((row) => {
		const mentee = readId(file, row, "mentee", messages);
		const mentor = readId(file, row, "mentor", messages);
		const key = pairKey({ mentee, mentor });
		const before = seen.get(key);
		if (before !== undefined && mentee !== "" && mentor !== "")
			messages.push(
				at(
					file.file,
					row.row,
					"mentor",
					t("the pair {mentee} and {mentor} is in row {before} already", {
						mentee,
						mentor,
						before: String(before),
					}),
				),
			);
		seen.set(key, before ?? row.row);
		return { mentee, mentor, points: readScore(file, row, messages) };
	});
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
	messages: string[],
): Map<string, number> {
	const units = new Map<string, number>();
	if (read === undefined || !read.ok) return units;
	const file = read.value;
	for (const row of file.rows) {
		const id = readId(file, row, idColumn, messages);
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
		if (id !== "" && units.has(id))
			messages.push(twice(file, row, idColumn, id));
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

/** Everybody named anywhere; who is not listed has one place or needs one mentor. */
function people(
	pairs: readonly ScoredPair[],
	side: "mentor" | "mentee",
	listed: ReadonlyMap<string, number>,
	everybody: number | undefined,
): Participant[] {
	const ids = new Set([...pairs.map((pair) => pair[side]), ...listed.keys()]);
	return Array.from(ids, (id) => ({
		id,
		units: everybody ?? listed.get(id) ?? 1,
	}));
}

function strangers(
	pairs: readonly ScoredPair[],
	side: "mentor" | "mentee",
	file: string | undefined,
	ids: Iterable<string>,
): string[] {
	if (file === undefined) return [];
	const known = new Set(pairs.map((pair) => pair[side]));
	return [...ids]
		.filter((id) => !known.has(id))
		.map((id) =>
			t("Warning: {file}: “{id}” appears in no edge.", { file, id }),
		);
}

function cell(row: CsvRow, column: string): string {
	return (row.cells[column] ?? "").trim().normalize("NFC");
}
