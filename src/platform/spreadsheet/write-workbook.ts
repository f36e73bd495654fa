import { strToU8, zipSync } from "fflate";
import { columnLetters } from "./shape.ts";

export interface SheetToWrite {
	readonly name: string;
	readonly headers: readonly string[];
	readonly rows: readonly (readonly string[])[];
}

/**
 * An Excel workbook in which every cell is text, so that nothing is run as a formula, turned into a date or robbed of its zeros. Written by
 * hand: write-excel-file 4.1.1 makes a broken workbook of a cell that says "constructor" or "hasOwnProperty". Characters that XML cannot
 * hold are escaped as Excel does (_x0001_); what comes back is what went in, but half a surrogate pair, which becomes U+FFFD.
 */
export function writeWorkbook(
	sheets: readonly SheetToWrite[],
): Uint8Array<ArrayBuffer> {
	const strings: SharedStrings = new Map();
	const parts: Record<string, Uint8Array> = {};
	for (const [index, sheet] of sheets.entries()) {
		parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(
			sheetXml(sheet, strings),
		);
	}
	parts["[Content_Types].xml"] = strToU8(contentTypes(sheets));
	parts["_rels/.rels"] = strToU8(ROOT_RELATIONS);
	parts["xl/workbook.xml"] = strToU8(workbookXml(sheets));
	parts["xl/_rels/workbook.xml.rels"] = strToU8(workbookRelations(sheets));
	parts["xl/styles.xml"] = strToU8(STYLES);
	parts["xl/sharedStrings.xml"] = strToU8(sharedStringsXml(strings));
	return new Uint8Array(zipSync(parts, { level: 6, mtime: EARLIEST }));
}

/** The earliest moment a zip can hold: the same table makes the same bytes. */
const EARLIEST = new Date(1980, 0, 1);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE =
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Each text once, numbered in the order it was first met. */
type SharedStrings = Map<string, number>;

function numberOf(strings: SharedStrings, text: string): number {
	const known = strings.get(text);
	if (known !== undefined) return known;
	strings.set(text, strings.size);
	return strings.size - 1;
}

/** Style 1 is bold, style 2 is the number format "text" (49): typing into such a cell later keeps it text. */
function sheetXml(sheet: SheetToWrite, strings: SharedStrings): string {
	const header = rowXml(sheet.headers, 1, 1, strings);
	const rows = sheet.rows.map((row, at) => rowXml(row, at + 2, 2, strings));
	const frozen =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	const columns = sheet.headers
		.map(
			(_, at) =>
				`<col min="${at + 1}" max="${at + 1}" width="22" style="2" customWidth="1"/>`,
		)
		.join("");
	const cols = columns === "" ? "" : `<cols>${columns}</cols>`;
	return `${HEAD}<worksheet xmlns="${MAIN}">${frozen}${cols}<sheetData>${header}${rows.join("")}</sheetData></worksheet>`;
}

function rowXml(
	cells: readonly string[],
	row: number,
	style: number,
	strings: SharedStrings,
): string {
	const filled = cells.map((cell, at) =>
		cell === ""
			? ""
			: `<c r="${columnLetters(at + 1)}${row}" s="${style}" t="s"><v>${numberOf(strings, cell)}</v></c>`,
	);
	return `<row r="${row}">${filled.join("")}</row>`;
}

function sharedStringsXml(strings: SharedStrings): string {
	const items = [...strings.keys()].map(
		(text) => `<si><t xml:space="preserve">${cellXml(text)}</t></si>`,
	);
	return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${items.length}">${items.join("")}</sst>`;
}

/** ECMA-376 part 1, 22.9.2.19: what XML cannot hold as _xHHHH_, and an underscore that would begin such a sequence likewise. */
function cellXml(text: string): string {
	return escapeXml(
		text
			.toWellFormed()
			.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
			.replace(
				// oxlint-disable-next-line no-control-regex -- exactly these are to be escaped
				/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
				(character) =>
					`_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
			),
	);
}

function escapeXml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

function workbookXml(sheets: readonly SheetToWrite[]): string {
	const list = sheets.map(
		(sheet, at) =>
			`<sheet name="${escapeXml(sheetName(sheet.name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
	);
	return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`;
}

/** Excel refuses a workbook whose sheet is called by one of these characters or by more than 31. */
function sheetName(name: string): string {
	const allowed = name.replace(/[[\]:*?/\\]|^'|'$/g, " ").trim();
	return Array.from(allowed).slice(0, 31).join("") || "Sheet";
}

function workbookRelations(sheets: readonly SheetToWrite[]): string {
	const targets = [
		...sheets.map((_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`]),
		["styles", "styles.xml"],
		["sharedStrings", "sharedStrings.xml"],
	];
	const list = targets.map(
		([type, target], at) =>
			`<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	);
	return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function contentTypes(sheets: readonly SheetToWrite[]): string {
	const parts = [
		["/xl/workbook.xml", "sheet.main"],
		...sheets.map((_, at) => [
			`/xl/worksheets/sheet${at + 1}.xml`,
			"worksheet",
		]),
		["/xl/styles.xml", "styles"],
		["/xl/sharedStrings.xml", "sharedStrings"],
	];
	const list = parts.map(
		([name, type]) =>
			`<Override PartName="${name}" ContentType="${TYPE}.${type}+xml"/>`,
	);
	return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list.join("")}</Types>`;
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`;
