// Rules and terms that compare columns of few distinct cells become tables; tables whose mentor columns together take few values share
// one code a mentor, so that any number of them costs one look-up a pair.
import type { Piece } from "./compiled-piece.ts";
import { valueOfCells } from "./compiled-piece.ts";
import type { TableGroup } from "./kernel/pair-tables.ts";
import { eachCell, packCells } from "./packed-cells.ts";
import type { CodedColumn } from "./people-columns.ts";
import type { Cell } from "./people-table.ts";
import type { Columns } from "./policy.ts";

/** What every distinct mentor cell is worth to every distinct mentee cell: `points[menteeCode * width + mentorCode]`. */
export type TableDraft = {
	readonly mentorCode: Int32Array;
	readonly menteeCode: Int32Array;
	readonly width: number;
	readonly points: Float64Array;
};

const LARGEST_TABLE = 2 ** 17;
const MOST_CLASSES = 512;

/** The table of a piece that depends on two cells alone; nothing where there are too many distinct ones. */
export function asTable(
	piece: Piece,
	columns: Columns,
	mentor: CodedColumn,
	mentee: CodedColumn,
): TableDraft | undefined {
	const width = mentor.cells.count;
	const height = mentee.cells.count;
	if (width * height > LARGEST_TABLE) return undefined;
	const ofMentors = [...eachCell(mentor.cells)];
	const points = new Float64Array(width * height);
	[...eachCell(mentee.cells)].forEach((b, row) => {
		ofMentors.forEach((a, column) => {
			points[row * width + column] = valueOfCells(piece, columns, a, b);
		});
	});
	return {
		mentorCode: mentor.codes,
		menteeCode: mentee.codes,
		width,
		points,
	};
}

/** The column with all cells that are not among the given texts told as one. */
export function foldOthers(
	column: CodedColumn,
	texts: ReadonlySet<string>,
): CodedColumn {
	const examples = new Map<string, Cell>();
	const folded = Array.from(eachCell(column.cells), (cell) => {
		const text = "text" in cell ? cell.text : undefined;
		const isListed = text !== undefined && texts.has(text);
		const name = isListed ? `=${text}` : cell.kind;
		const example = examples.get(name) ?? cell;
		examples.set(name, example);
		return example;
	});
	const { cells, codes } = packCells(folded);
	return { cells, codes: column.codes.map((code) => codes[code] ?? 0) };
}

/** Puts tables together whose mentor columns take few values together. O(tables · mentors). */
export function groupTables(
	drafts: readonly TableDraft[],
): readonly TableGroup[] {
	const groups: Grouping[] = [];
	for (const draft of drafts.toSorted((a, b) => a.width - b.width)) {
		const home = groups.find((group) => join(group, draft));
		if (home === undefined) groups.push(startGroup(draft));
	}
	return groups.map(finishGroup);
}

type Grouping = {
	readonly drafts: TableDraft[];
	classOf: Int32Array;
	/** A mentor of each class, who says what codes it stands for. */
	examples: readonly number[];
};

function startGroup(draft: TableDraft): Grouping {
	const { classOf, examples } = classesOf(draft.mentorCode, draft.mentorCode);
	return { drafts: [draft], classOf, examples };
}

function join(group: Grouping, draft: TableDraft): boolean {
	const limit = Math.min(
		MOST_CLASSES,
		Math.max(64, draft.mentorCode.length >> 3),
	);
	const { classOf, examples } = classesOf(group.classOf, draft.mentorCode);
	if (examples.length > limit && examples.length > group.examples.length)
		return false;
	group.drafts.push(draft);
	group.classOf = classOf;
	group.examples = examples;
	return true;
}

/** Numbers the pairs of codes that occur, in the order of their first mentor. */
function classesOf(
	a: Int32Array,
	b: Int32Array,
): { classOf: Int32Array; examples: readonly number[] } {
	const byCodes = new Map<number, number>();
	const examples: number[] = [];
	const classOf = a.map((code, j) => {
		const both = code * 2 ** 26 + (b[j] ?? 0);
		const known = byCodes.get(both);
		if (known !== undefined) return known;
		byCodes.set(both, examples.length);
		return examples.push(j) - 1;
	});
	return { classOf, examples };
}

function finishGroup({ drafts, classOf, examples }: Grouping): TableGroup {
	return {
		classes: examples.length,
		mentorClass: classOf,
		parts: drafts.map(({ menteeCode, mentorCode, width, points }) => ({
			menteeCode,
			codeOfClass: Int32Array.from(examples, (j) => mentorCode[j] ?? 0),
			width,
			points,
		})),
	};
}
