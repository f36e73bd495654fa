import { SEPARATORS, type Separator } from "./table.ts";

/**
 * Which character separates the cells, judged outside quotes on the first fifty rows: the one that splits the header into several cells
 * and most rows into as many. Text with none of them is a table of one column.
 */
export function detectSeparator(text: string): Separator {
	let best: Separator = ",";
	let bestScore = 0;
	for (const separator of SEPARATORS) {
		const [header = 1, ...rows] = cellCounts(text, separator);
		const alike = rows.filter((cells) => cells === header).length;
		const agreement = (alike + 1) / (rows.length + 1);
		const score = (header - 1) * agreement;
		if (score > bestScore) {
			best = separator;
			bestScore = score;
		}
	}
	return best;
}

const SAMPLE_ROWS = 50;
const SAMPLE_CHARACTERS = 262_144;

function cellCounts(text: string, separator: Separator): readonly number[] {
	const counts: number[] = [];
	let cells = 1;
	let quoted = false;
	let atCellStart = true;
	const end = Math.min(text.length, SAMPLE_CHARACTERS);
	for (let at = 0; at < end && counts.length < SAMPLE_ROWS; at++) {
		const character = text[at];
		if (character === '"' && (quoted || atCellStart)) quoted = !quoted;
		if (quoted) continue;
		atCellStart = character === separator || isLineBreak(character);
		if (character === separator) cells++;
		if (isLineBreak(character)) {
			if (!isBlankSince(text, at)) counts.push(cells);
			cells = 1;
		}
	}
	if (counts.length < SAMPLE_ROWS) counts.push(cells);
	return counts;
}

function isLineBreak(character: string | undefined): boolean {
	return character === "\n" || character === "\r";
}

/** The line that ends here is empty: a blank line, or the second half of CR LF. */
function isBlankSince(text: string, at: number): boolean {
	return at === 0 || isLineBreak(text[at - 1]);
}
