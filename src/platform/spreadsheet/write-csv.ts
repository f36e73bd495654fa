import { stringify } from "csv-stringify/sync";

/**
 * A table as UTF-8 text with a byte order mark (Excel needs it), every cell quoted. A cell that a spreadsheet program would run as a formula
 * gets an apostrophe in front: also after spaces, in full width, and after a tab, a line break or a NUL, where some programs look past the start.
 * The apostrophe stays when the file is read again; a workbook needs none, so what goes out to come back is better a workbook.
 */
export function writeCsv(
	headers: readonly string[],
	rows: readonly (readonly string[])[],
): Uint8Array<ArrayBuffer> {
	const records = [headers, ...rows].map((row) => row.map(disarmed));
	const text = stringify(records, {
		bom: true,
		quoted: true,
		quoted_empty: true,
		record_delimiter: "\r\n",
		escape_formulas: true,
	});
	return new TextEncoder().encode(text);
}

function disarmed(cell: string): string {
	return STARTS_FORMULA.test(cell) ? `'${cell}` : cell;
}

const STARTS_FORMULA =
	// oxlint-disable-next-line no-control-regex -- a NUL before an equals sign hides it from filters, not from spreadsheet programs
	/^(?:[\t\r\n\u0000]|[\s\u0000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
