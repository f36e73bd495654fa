import {
	type Encoding,
	MOST_COLUMNS,
	MOST_ROWS,
	type RaggedRow,
	type Separator,
	type TableNote,
	type TableReading,
} from "./table.ts";

export interface RawRecords {
	readonly records: readonly (readonly string[])[];
	readonly notes: readonly TableNote[];
	readonly sheet: string | null;
	readonly sheets: readonly string[];
	readonly encoding: Encoding | null;
	readonly separator: Separator | null;
}

/** Makes a table of raw records: the first row with anything in it names the columns, blank rows are dropped but keep their number. */
export function shapeTable(raw: RawRecords): TableReading {
	const headerAt = raw.records.findIndex((record) => !isBlank(record));
	if (headerAt === -1) return { ok: false, problem: { code: "empty" } };
	const { width, columns } = columnsUsed(raw.records, headerAt);
	if (width > MOST_COLUMNS) return tooMany("too-many-columns", MOST_COLUMNS);
	const { headers, notes } = nameColumns(raw.records[headerAt] ?? [], columns);
	const rows: string[][] = [];
	const rowNumbers: number[] = [];
	const ragged: RaggedRow[] = [];
	for (const [at, record] of raw.records.entries()) {
		if (at <= headerAt || isBlank(record)) continue;
		const cells = usedCells(record, width);
		if (cells !== width) ragged.push({ row: at + 1, cells, expected: width });
		rows.push(columns.map((column) => record[column] ?? ""));
		rowNumbers.push(at + 1);
	}
	if (rows.length > MOST_ROWS) return tooMany("too-many-rows", MOST_ROWS);
	if (rows.length === 0) return { ok: false, problem: { code: "header-only" } };
	const table = {
		headers,
		rows,
		rowNumbers,
		ragged,
		notes: [...raw.notes, ...notes],
		sheet: raw.sheet,
		sheets: raw.sheets,
		encoding: raw.encoding,
		separator: raw.separator,
	};
	return { ok: true, table };
}

/** A spreadsheet's name of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
	const before = Math.floor((column - 1) / 26);
	const letter = String.fromCharCode(65 + ((column - 1) % 26));
	return before === 0 ? letter : columnLetters(before) + letter;
}

function tooMany(
	code: "too-many-rows" | "too-many-columns",
	limit: number,
): TableReading {
	return { ok: false, problem: { code, limit } };
}

function isBlank(record: readonly string[]): boolean {
	return record.every((cell) => cell.trim() === "");
}

/**
 * How far the table reaches: to the last column with a name, or without one but filled in at least half of the rows; a stray cell further
 * right makes a ragged row, not a column. Within it, columns with neither name nor content are left out.
 */
function columnsUsed(
	records: readonly (readonly string[])[],
	headerAt: number,
): { width: number; columns: readonly number[] } {
	const header = records[headerAt] ?? [];
	const filled: number[] = [];
	let rows = 0;
	for (const record of records.slice(headerAt + 1)) {
		if (isBlank(record)) continue;
		rows++;
		for (let column = 0; column < record.length; column++) {
			if ((record[column] ?? "").trim() === "") continue;
			filled[column] = (filled[column] ?? 0) + 1;
		}
	}
	const isNamed = (column: number) => (header[column] ?? "").trim() !== "";
	let width = Math.max(header.length, filled.length);
	while (width > 0 && !isNamed(width - 1)) {
		const used = filled[width - 1] ?? 0;
		if (used > 0 && used * 2 >= rows) break;
		width--;
	}
	const columns = Array.from({ length: width }, (_, column) => column);
	return {
		width,
		columns: columns.filter((column) => isNamed(column) || filled[column]),
	};
}

function nameColumns(
	header: readonly string[],
	columns: readonly number[],
): { headers: string[]; notes: TableNote[] } {
	const headers: string[] = [];
	const notes: TableNote[] = [];
	const taken = new Set<string>();
	for (const column of columns) {
		const written = tidyHeader(header[column] ?? "");
		const wanted = written === "" ? columnLetters(column + 1) : written;
		const name = firstFree(wanted, taken);
		if (written === "") notes.push({ code: "unnamed-column", renamed: name });
		else if (name !== written) {
			notes.push({ code: "duplicate-header", header: written, renamed: name });
		}
		taken.add(name.toLowerCase());
		headers.push(name);
	}
	return { headers, notes };
}

function tidyHeader(text: string): string {
	return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
	let free = name;
	for (let copy = 2; taken.has(free.toLowerCase()); copy++) {
		free = `${name} (${copy})`;
	}
	return free;
}

/** The cells a row really has: blank cells beyond the last column are only trailing separators. */
function usedCells(record: readonly string[], width: number): number {
	let cells = record.length;
	while (cells > width && (record[cells - 1] ?? "").trim() === "") cells--;
	return cells;
}
