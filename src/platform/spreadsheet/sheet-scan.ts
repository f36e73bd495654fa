import { type FileProblem, MOST_COLUMNS, MOST_ROWS } from "./table.ts";

export type SheetScanning =
	| SheetScan
	| { readonly ok: false; readonly problem: FileProblem };

export interface SheetScan {
	readonly ok: true;
	/** Address (B7) to the number of digits its format shows: 42 formatted as 00000 is the employee number 00042. */
	readonly widths: ReadonlyMap<string, number>;
	/** Cells whose formula has no value (#N/A, #REF! …); they are read as empty. */
	readonly errors: readonly { readonly row: number; readonly column: number }[];
}

/**
 * Looks through a sheet's row and cell tags before it is parsed. The parser fills every gap between addresses, so one cell at row
 * 999,999,999 would fill the memory: addresses beyond what a table may have are refused here.
 * `padding` maps the number of a cell style to the digits its format shows.
 */
export function scanSheet(
	xml: string,
	padding: ReadonlyMap<string, number>,
): SheetScanning {
	const widths = new Map<string, number>();
	const errors: { row: number; column: number }[] = [];
	for (const tag of xml.matchAll(ROW_OR_CELL)) {
		const attributes = tag[1] ?? "";
		const address = attribute(attributes, "r");
		if (address === null) continue;
		const place = parseAddress(address);
		if (place === null) return { ok: false, problem: { code: "damaged" } };
		const problem = placeProblem(place);
		if (problem !== null) return { ok: false, problem };
		if (attribute(attributes, "t") === "e") errors.push(place);
		const width = padding.get(attribute(attributes, "s") ?? "");
		if (width !== undefined) widths.set(address, width);
	}
	return { ok: true, widths, errors };
}

const ROW_OR_CELL =
	/<(?:[\w.-]+:)?(?:row|c)(?=[\s/>])((?:[^"'<>]|"[^"]*"|'[^']*')*)>/g;

function attribute(attributes: string, name: string): string | null {
	const found = ATTRIBUTES[name]?.exec(attributes);
	return found ? (found[1] ?? found[2] ?? null) : null;
}

const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
	r: /(?:^|\s)r\s*=\s*(?:"([^"]*)"|'([^']*)')/,
	s: /(?:^|\s)s\s*=\s*(?:"([^"]*)"|'([^']*)')/,
	t: /(?:^|\s)t\s*=\s*(?:"([^"]*)"|'([^']*)')/,
};

/** Anything but plain letters and digits (1e9, &#49;) is no address any program writes, and the parser would take some of it for a number. */
function parseAddress(address: string): { row: number; column: number } | null {
	const match = /^([A-Z]{0,3})([1-9][0-9]{0,9})$/.exec(address);
	if (match === null) return null;
	let column = 0;
	for (const letter of match[1] ?? "") {
		column = column * 26 + letter.charCodeAt(0) - 64;
	}
	return { row: Number(match[2]), column };
}

/** One spare row for the header and some for a title; empty formatted cells far to the right are common and harmless up to a point. */
function placeProblem(place: {
	row: number;
	column: number;
}): FileProblem | null {
	if (place.row > MOST_ROWS + SPARE_ROWS) {
		return { code: "too-many-rows", limit: MOST_ROWS };
	}
	return place.column > MOST_COLUMNS_SCANNED
		? { code: "too-many-columns", limit: MOST_COLUMNS }
		: null;
}

const SPARE_ROWS = 1000;
/** Excel's own limit, XFD: cells without a value cost nothing in the parser, cells with one are counted by the table's limit. */
const MOST_COLUMNS_SCANNED = 16_384;
