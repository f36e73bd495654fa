// Rules and terms that compare columns of few distinct cells become tables; tables whose mentor columns together take few values share
// one code a mentor, so that any number of them costs one look-up a pair.
import type { Piece } from "./compiled-piece.ts";
import { valueOfCells } from "./compiled-piece.ts";
import type { TableGroup } from "./kernel/pair-tables.ts";
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
	const width = mentor.cells.length;
	if (width * mentee.cells.length > LARGEST_TABLE) return undefined;
	const points = new Float64Array(width * mentee.cells.length);
	mentee.cells.forEach((b, row) => {
		mentor.cells.forEach((a, column) => {
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
	const cells: Cell[] = [];
	const codeByName = new Map<string, number>();
	const newCode = column.cells.map((cell) => {
		const text = "text" in cell ? cell.text : undefined;
		const isListed = text !== undefined && texts.has(text);
		const name = isListed ? `=${text}` : cell.kind;
		const code = codeByName.get(name) ?? cells.push(cell) - 1;
		codeByName.set(name, code);
		return code;
	});
	return { cells, codes: column.codes.map((code) => newCode[code] ?? 0) };
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
