import { columnOrder, SLASHED } from "../../../../domain/people/date-order.ts";
import type { Table } from "../../../../platform/spreadsheet/table.ts";
import type { ColumnLook, FileLook } from "../file-look.ts";

/** What a person needs to see of a table to say what its columns mean. */
export function lookAt(table: Table): FileLook {
	return {
		columns: table.headers.map((header, at) =>
			lookAtColumn(
				header,
				table.rows.map((row) => row[at] ?? ""),
			),
		),
		rows: table.rows.length,
		notes: table.notes.slice(0, MOST_NOTES),
		sheet: table.sheet,
		sheets: table.sheets,
		encoding: table.encoding,
		separator: table.separator,
	};
}

const MOST_NOTES = 20;
const SAMPLES = 3;
const MOST_VALUES = 60;
const LONGEST_VALUE = 80;

function lookAtColumn(header: string, cells: readonly string[]): ColumnLook {
	const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
	const distinct = [...new Set(texts)];
	const isShort =
		distinct.length <= MOST_VALUES &&
		distinct.every((text) => text.length <= LONGEST_VALUE);
	return {
		header,
		samples: distinct.slice(0, SAMPLES).map(shortened),
		filled: texts.length,
		values: isShort ? distinct : [],
		dates: texts.some((text) => SLASHED.test(text))
			? columnOrder(texts)
			: "none",
	};
}

function shortened(text: string): string {
	const line = text.replace(/\s+/g, " ").toWellFormed();
	// oxlint-disable-next-line no-control-regex -- what cannot be shown, nor kept by the database
	const visible = line.replace(/[\u0000-\u001F\u007F-\u009F]/g, "\uFFFD");
	return visible.length > 100 ? `${visible.slice(0, 99)}…` : visible;
}
