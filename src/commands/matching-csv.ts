// Comma-separated files for the matching commands: rows with their places, so that every complaint can say where.
import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { t } from "../ui/text.ts";

export type CsvRow = {
	/** The row a spreadsheet shows; the header is row 1. */
	readonly row: number;
	readonly cells: Readonly<Record<string, string>>;
};

export type CsvFile = {
	readonly file: string;
	readonly columns: readonly string[];
	readonly rows: readonly CsvRow[];
};

export type Reading<Value> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly messages: readonly string[] };

/** Reads a UTF-8 file (with or without byte order mark) separated by commas, semicolons or tabs, whichever its header uses. */
export async function readCsv(file: string): Promise<Reading<CsvFile>> {
	const text = await readText(file);
	if (!text.ok) return text;
	const parsed = parseRecords(file, text.value);
	if (!parsed.ok) return parsed;
	const [header = [], ...records] = parsed.value;
	const columns = header.map((name) => name.trim().normalize("NFC"));
	const messages = headerProblems(file, columns);
	const rows: CsvRow[] = [];
	records.forEach((record, index) => {
		const row = index + 2;
		if (record.every((cell) => cell.trim() === "")) return;
		if (lastFilled(record) >= columns.length || record.length < columns.length)
			messages.push(
				t("{file}, row {row}: {cells} cells, but the header has {columns}.", {
					file,
					row: String(row),
					cells: record.length,
					columns: columns.length,
				}),
			);
		rows.push({
			row,
			cells: Object.fromEntries(
				columns.map((column, at) => [column, record[at] ?? ""]),
			),
		});
	});
	return messages.length > 0
		? { ok: false, messages }
		: { ok: true, value: { file, columns, rows } };
}

/** A complaint about one cell. */
export function at(
	file: string,
	row: number | undefined,
	column: string,
	problem: string,
): string {
	return row === undefined
		? t("{file}, column “{column}”: {problem}.", { file, column, problem })
		: t("{file}, row {row}, column “{column}”: {problem}.", {
				file,
				row: String(row),
				column,
				problem,
			});
}

/** The text of a file; why not, in a sentence, where it cannot be read. */
export async function readText(file: string): Promise<Reading<string>> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(file);
	} catch (error) {
		return { ok: false, messages: [fileProblem(file, error)] };
	}
	try {
		return {
			ok: true,
			value: new TextDecoder("utf-8", { fatal: true }).decode(bytes),
		};
	} catch {
		return {
			ok: false,
			messages: [t("{file}: this is not UTF-8 text.", { file })],
		};
	}
}

/** What kept a file from being read or written, in a sentence. */
export function fileProblem(file: string, error: unknown): string {
	const code = error instanceof Error && "code" in error ? error.code : "";
	if (code === "ENOENT")
		return t("{file}: there is no such file or folder.", { file });
	if (code === "EISDIR")
		return t("{file}: this is a folder, not a file.", { file });
	if (code === "EACCES" || code === "EPERM" || code === "EROFS")
		return t("{file}: this may not be read or written here.", { file });
	throw error;
}

function parseRecords(file: string, text: string): Reading<string[][]> {
	try {
		const records = parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			relax_column_count: true,
		});
		return records.length === 0
			? { ok: false, messages: [t("{file}: the file is empty.", { file })] }
			: { ok: true, value: records };
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const row = "records" in error ? Number(error["records"]) + 1 : 1;
		const problem =
			error.code === "CSV_QUOTE_NOT_CLOSED"
				? t("a quotation mark is not closed")
				: t("a quotation mark stands where none may be");
		return {
			ok: false,
			messages: [
				t("{file}, row {row}: {problem}.", { file, row: String(row), problem }),
			],
		};
	}
}

function delimiterOf(text: string): string {
	const [header = ""] = text.replace(/"[^"]*"/gu, "").split(/\r?\n/u, 1);
	const count = (mark: string) => header.split(mark).length - 1;
	return [",", ";", "\t"].reduce((best, mark) =>
		count(mark) > count(best) ? mark : best,
	);
}

function headerProblems(file: string, columns: readonly string[]): string[] {
	return columns
		.filter((name, index) => name !== "" && columns.indexOf(name) < index)
		.map((column) => at(file, 1, column, t("the header names it twice")));
}

function lastFilled(record: readonly string[]): number {
	return record.findLastIndex((cell) => cell.trim() !== "");
}
