import { type ColumnOrder, SLASHED } from "./date-order.ts";
import { fold } from "./tidy.ts";

export type DateReading =
	| { readonly ok: true; readonly date: string }
	| { readonly ok: false; readonly why: "unreadable-date" | "ambiguous-date" };

/**
 * A date as people and programs write it, to an ISO date: 2024-03-01, 20240301, 01.03.2024, 3/1/2024 (by the column's order), 45352 (Excel's
 * serial number), 1 March 2024, March 1, 2024, 1. März 2024, 01-Mar-24, 1er mars 2024, 1 de marzo de 2024; a time behind it is dropped.
 * Two-digit years up to `today`'s are in this century, others in the last.
 */
export function readDate(
	text: string,
	order: ColumnOrder,
	today: string,
): DateReading {
	const cell = text.trim();
	const slashed = SLASHED.exec(cell);
	if (slashed !== null) return readSlashed(slashed, order, today);
	const date =
		readIso(cell) ??
		readDotted(cell, today) ??
		readSerial(cell) ??
		readWords(cell, today);
	return date === null
		? { ok: false, why: "unreadable-date" }
		: { ok: true, date };
}

/** The ISO date of a day that exists, else null. */
export function isoDate(
	year: number,
	month: number,
	day: number,
): string | null {
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
		return null;
	}
	return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function readSlashed(
	[, first, second, year = ""]: RegExpExecArray,
	order: ColumnOrder,
	today: string,
): DateReading {
	const fullYear = wholeYear(year, today);
	const dayFirst = isoDate(fullYear, Number(second), Number(first));
	const monthFirst = isoDate(fullYear, Number(first), Number(second));
	const both = dayFirst !== null && monthFirst !== null;
	if (both && dayFirst !== monthFirst) {
		if (order === "day-first") return { ok: true, date: dayFirst };
		if (order === "month-first") return { ok: true, date: monthFirst };
		return { ok: false, why: "ambiguous-date" };
	}
	const date = order === "month-first" ? monthFirst : dayFirst;
	const settled = order === "unknown" || order === "mixed";
	const only = settled ? (dayFirst ?? monthFirst) : date;
	return only === null
		? { ok: false, why: "unreadable-date" }
		: { ok: true, date: only };
}

function readIso(cell: string): string | null {
	const match =
		/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(cell) ??
		/^((?:19|20)\d{2})()(\d{2})(\d{2})$/.exec(cell);
	if (match === null) return null;
	return isoDate(Number(match[1]), Number(match[3]), Number(match[4]));
}

function readDotted(cell: string, today: string): string | null {
	const match =
		/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?: +\d{1,2}:\d{2}.*)?$/.exec(
			cell,
		);
	if (match === null) return null;
	const year = wholeYear(match[3] ?? "", today);
	return isoDate(year, Number(match[2]), Number(match[1]));
}

/** Days since 30 December 1899, from 1920 to 2100: outside of that, five digits are more likely a mistake. */
function readSerial(cell: string): string | null {
	if (!/^\d{4,5}(?:\.\d+)?$/.test(cell)) return null;
	const serial = Math.floor(Number(cell));
	if (serial < 7306 || serial > 73_415) return null;
	const date = new Date(Date.UTC(1899, 11, 30 + serial));
	return date.toISOString().slice(0, 10);
}

function readWords(cell: string, today: string): string | null {
	const parts = fold(cell)
		.split(" ")
		.filter((part) => !FILLERS.has(part));
	const month = parts.findIndex((part) => MONTHS.has(part));
	if (parts.length !== 3 || month > 1 || month === -1) return null;
	const numbers = parts.filter((_, at) => at !== month).map(withoutOrdinal);
	const [day = "", year = ""] = numbers;
	if (!/^\d{1,2}$/.test(day) || !/^(?:\d{4}|\d{2})$/.test(year)) return null;
	const number = MONTHS.get(parts[month] ?? "") ?? 0;
	return isoDate(wholeYear(year, today), number, Number(day));
}

function withoutOrdinal(part: string): string {
	return part.replace(/^(\d{1,2})(?:st|nd|rd|th|er|o|a)$/, "$1");
}

/** Weekdays and the small words between day, month and year. */
const FILLERS = new Set(
	"de del of the le el den der am mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag".split(
		" ",
	),
);

/** Folded names and usual abbreviations of the months in English, German, French and Spanish. */
const MONTHS: ReadonlyMap<string, number> = new Map(
	[
		"january jan januar janner janvier janv enero ene",
		"february feb februar feber fevrier fevr fev febrero",
		"march mar marz maerz mrz mars marzo",
		"april apr avril avr abril abr",
		"may mai mayo",
		"june jun juni juin junio",
		"july jul juli juillet juil julio",
		"august aug aout agosto ago",
		"september sep sept septembre septiembre setiembre",
		"october oct oktober okt octobre octubre",
		"november nov novembre noviembre",
		"december dec dezember dez decembre diciembre dic",
	].flatMap((names, at) =>
		names.split(" ").map((name): [string, number] => [name, at + 1]),
	),
);

function wholeYear(year: string, today: string): number {
	if (year.length === 4) return Number(year);
	const thisYear = Number(today.slice(0, 4));
	const century = Math.floor(thisYear / 100) * 100;
	const here = century + Number(year);
	return here > thisYear ? here - 100 : here;
}

function daysIn(year: number, month: number): number {
	if (month === 2) return isLeap(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function digits(value: number, width: number): string {
	return String(value).padStart(width, "0");
}
