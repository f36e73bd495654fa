/** How 3/1/2024 is meant. */
export type DateOrder = "day-first" | "month-first";

/**
 * What a whole column says about the order of its dates: a number above twelve settles it. `unknown`: no cell settles it; `mixed`: cells
 * contradict each other. In both, only dates that read the same either way can be taken.
 */
export type ColumnOrder = DateOrder | "unknown" | "mixed";

export function columnOrder(cells: readonly string[]): ColumnOrder {
	let dayFirst = false;
	let monthFirst = false;
	for (const cell of cells) {
		const match = SLASHED.exec(cell.trim());
		if (match === null) continue;
		if (Number(match[1]) > 12) dayFirst = true;
		if (Number(match[2]) > 12) monthFirst = true;
	}
	if (dayFirst && monthFirst) return "mixed";
	if (dayFirst) return "day-first";
	return monthFirst ? "month-first" : "unknown";
}

/** 3/1/2024, 3-1-2024 or 3/1/24, perhaps with a time behind it. */
export const SLASHED =
	/^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[ T,]+\d{1,2}:\d{2}.*)?$/;
