/** A number as a workbook stores it, before any rounding. */
export interface StoredNumber {
	readonly digits: string;
}

/**
 * A workbook's value as the text a person would type: dates as 2024-03-01, numbers without ".0" or the noise of binary fractions, padded
 * with zeros where the cell's format shows them (`width`), TRUE and FALSE as Excel writes them. Formulas come as their last value.
 */
export function cellText(value: unknown, width?: number): string {
	if (typeof value === "string") return value;
	if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
	if (value instanceof Date) return dateText(value);
	if (isStoredNumber(value)) return numberText(value.digits, width);
	return "";
}

function isStoredNumber(value: unknown): value is StoredNumber {
	return typeof value === "object" && value !== null && "digits" in value;
}

function numberText(digits: string, width: number | undefined): string {
	if (/^-?\d{16,}$/.test(digits)) return digits;
	// Excel computes and shows fifteen digits; the rest of what it stores is the nearest binary fraction.
	const text = String(Number(Number(digits).toPrecision(15)));
	const isPlain = width !== undefined && /^\d+$/.test(text);
	return isPlain ? text.padStart(width, "0") : text;
}

/** Excel's clock has no time zone; the parser hands its reading over as if it were UTC. A time without a day stands on the first day of 1900. */
function dateText(date: Date): string {
	if (Number.isNaN(date.getTime())) return "";
	// Whole seconds: a day's fraction is stored in binary and may fall a millisecond short.
	const seconds = Math.round(date.getTime() / 1000);
	const iso = new Date(seconds * 1000).toISOString();
	const time = iso.slice(11, 19);
	if (date.getTime() < FIRST_DAY) return time;
	const day = iso.slice(0, 10);
	return time === "00:00:00" ? day : `${day}T${time}`;
}

const FIRST_DAY = Date.UTC(1899, 11, 31);
