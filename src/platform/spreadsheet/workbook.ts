import { zipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import {
	type ArchiveEntry,
	listEntries,
	looksLikeBomb,
	unpack,
} from "./archive.ts";
import { cellText, type StoredNumber } from "./cell-text.ts";
import { columnLetters, shapeTable } from "./shape.ts";
import { type SheetScan, scanSheet } from "./sheet-scan.ts";
import type {
	FileProblem,
	ReadingChoices,
	TableNote,
	TableReading,
} from "./table.ts";
import { type WorkbookPart, workbookParts } from "./workbook-parts.ts";

/** Reads one sheet of an Excel workbook (.xlsx, .xlsm): the one asked for, else the first that has anything in it. */
export async function readWorkbook(
	bytes: Uint8Array,
	choices: ReadingChoices,
): Promise<TableReading> {
	const entries = listEntries(bytes);
	if (entries === null) return refusal({ code: "damaged" });
	const problem = archiveProblem(bytes, entries);
	if (problem !== null) return refusal(problem);
	const wanted = entries.filter(({ name }) => /\.(?:xml|rels)$/.test(name));
	if (looksLikeBomb(wanted)) return refusal({ code: "archive-bomb" });
	const unpacked = await unpack(bytes, wanted);
	if (!unpacked.ok) return refusal({ code: unpacked.why });
	const book = workbookParts(unpacked.parts);
	if (book === null) return refusal({ code: "damaged" });
	return readFirstFilled(unpacked.parts, book.sheets, book.padding, choices);
}

function refusal(problem: FileProblem): TableReading {
	return { ok: false, problem };
}

function archiveProblem(
	bytes: Uint8Array,
	entries: readonly ArchiveEntry[],
): FileProblem | null {
	const names = new Set(entries.map((entry) => entry.name));
	if (names.size !== entries.length) return { code: "damaged" };
	if (entries.some((entry) => entry.isEncrypted)) return { code: "encrypted" };
	if (names.has("xl/workbook.bin")) return { code: "binary-workbook" };
	const start = new TextDecoder("latin1").decode(bytes.subarray(0, 128));
	if (start.includes("opendocument")) return { code: "open-document" };
	return names.has("xl/workbook.xml") ? null : { code: "other-archive" };
}

async function readFirstFilled(
	parts: ReadonlyMap<string, Uint8Array>,
	all: readonly WorkbookPart[],
	padding: ReadonlyMap<string, number>,
	choices: ReadingChoices,
): Promise<TableReading> {
	const sheets = all.map((sheet) => sheet.name);
	const wanted = all.filter((sheet) =>
		choices.sheet === undefined
			? sheet.isVisible
			: sheet.name === choices.sheet,
	);
	if (choices.sheet !== undefined && wanted.length === 0) {
		return refusal({ code: "unknown-sheet", sheets });
	}
	// The parser gets the very bytes that were counted, not the archive again: two readers may understand one archive differently.
	const counted = zipSync(Object.fromEntries(parts), { level: 0 }).slice()
		.buffer;
	let reading: TableReading = refusal({ code: "empty" });
	for (const sheet of wanted.slice(0, MOST_SHEETS_TRIED)) {
		reading = await readOne(counted, parts, sheet, sheets, padding);
		const isEmpty = !reading.ok && reading.problem.code === "empty";
		if (!isEmpty) return reading;
	}
	return reading;
}

const MOST_SHEETS_TRIED = 20;

async function readOne(
	archive: ArrayBuffer,
	parts: ReadonlyMap<string, Uint8Array>,
	sheet: WorkbookPart,
	sheets: readonly string[],
	padding: ReadonlyMap<string, number>,
): Promise<TableReading> {
	const part = parts.get(sheet.path);
	if (part === undefined) return refusal({ code: "damaged" });
	const scan = scanSheet(new TextDecoder().decode(part), padding);
	if (!scan.ok) return refusal(scan.problem);
	const records = await recordsOf(archive, sheet.position, scan);
	if (records === null) return refusal({ code: "damaged" });
	return shapeTable({
		records,
		notes: formulaErrors(scan),
		sheet: sheet.name,
		sheets,
		encoding: null,
		separator: null,
	});
}

async function recordsOf(
	archive: ArrayBuffer,
	position: number,
	scan: SheetScan,
): Promise<readonly string[][] | null> {
	try {
		const rows = await readSheet<StoredNumber>(archive, position, {
			trim: false,
			parseNumber: (digits) => ({ digits }),
		});
		return rows.map((row, at) =>
			row.map((value, column) =>
				cellText(
					value,
					scan.widths.get(`${columnLetters(column + 1)}${at + 1}`),
				),
			),
		);
	} catch {
		// Whatever the parser stumbles over, the file is what is wrong: it has passed every check that is ours.
		return null;
	}
}

function formulaErrors(scan: SheetScan): TableNote[] {
	return scan.errors.map(({ row, column }) => ({
		code: "formula-error",
		row,
		column: columnLetters(column),
	}));
}
