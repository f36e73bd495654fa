// Parts for columns with more distinct cells than a table holds: free texts, numbers and dates, lists, competencies.
import type { Piece } from "./compiled-piece.ts";
import { valueOfCells } from "./compiled-piece.ts";
import type {
	DifferencePart,
	EqualityPart,
	LevelPart,
	SetPart,
} from "./kernel/pair-tables.ts";
import { itemsOf } from "./measure.ts";
import type { CodedColumn } from "./people-columns.ts";
import type { Cell } from "./people-table.ts";
import type { Columns } from "./policy.ts";

const MOST_STEPS = 2 ** 16;
const MOST_WORDS = 64;

export type Compared = {
	readonly piece: Piece;
	readonly columns: Columns;
	readonly mentor: CodedColumn;
	readonly mentee: CodedColumn;
};

/** Texts, numbers or steps of which only matters whether they are the same. */
export function asEquality(compared: Compared): EqualityPart | undefined {
	const { piece, columns, mentor, mentee } = compared;
	const codes = new Map<string, number>();
	const recode = ({ cells, codes: old }: CodedColumn) => {
		const shared = cells.map((cell) => {
			const value = plainValue(cell);
			const code = codes.get(value) ?? codes.size;
			codes.set(value, code);
			return code;
		});
		return old.map((code) => shared[code] ?? 0);
	};
	const a: Cell = { kind: "text", text: "a" };
	const b: Cell = { kind: "text", text: "b" };
	if (!areOf(compared, ["text", "amount", "step"])) return undefined;
	return {
		...emptiness(compared),
		menteeCode: recode(mentee),
		mentorCode: recode(mentor),
		equal: valueOfCells(piece, columns, a, a),
		unequal: valueOfCells(piece, columns, a, b),
	};
}

/** Numbers and dates of which only the difference matters, where there are not too many differences. */
export function asDifference(compared: Compared): DifferencePart | undefined {
	const { piece, columns, mentor, mentee } = compared;
	if (!areOf(compared, ["amount"])) return undefined;
	const amounts = [...mentor.cells, ...mentee.cells].flatMap((cell) =>
		cell.kind === "amount" ? [cell.millionths] : [],
	);
	const least = amounts.reduce((a, b) => Math.min(a, b), Infinity);
	const most = amounts.reduce((a, b) => Math.max(a, b), -Infinity);
	const step = amounts.reduce((a, b) => commonDivisor(a, b - least), 0) || 1;
	const steps = amounts.length === 0 ? 0 : (most - least) / step;
	if (steps > MOST_STEPS) return undefined;
	const place = ({ cells, codes }: CodedColumn, shift: number) => {
		const places = cells.map((cell) =>
			cell.kind === "amount" ? (cell.millionths - least) / step - shift : 0,
		);
		return codes.map((code) => places[code] ?? 0);
	};
	const amount = (millionths: number): Cell => ({ kind: "amount", millionths });
	return {
		...emptiness(compared),
		menteeStep: place(mentee, steps),
		mentorStep: place(mentor, 0),
		points: Float64Array.from({ length: 2 * steps + 1 }, (_, k) =>
			valueOfCells(piece, columns, amount((k - steps) * step), amount(0)),
		),
	};
}

/** Lists of which only matters how many items they share. */
export function asSet(compared: Compared): SetPart | undefined {
	const { piece, columns, mentor, mentee } = compared;
	const isContained = piece.measure.compare === "contains";
	const hasLists = ({ cells }: CodedColumn) =>
		cells.some(({ kind }) => kind === "list");
	if (!areOf(compared, ["text", "step", "list"])) return undefined;
	if (isContained && hasLists(mentor) && hasLists(mentee)) return undefined;
	const bits = sharedItems(mentor, mentee);
	const words = Math.max(1, Math.ceil(bits.size / 32));
	if (words > MOST_WORDS) return undefined;
	const longest = mentor.cells.reduce(
		(most, cell) => Math.max(most, itemsOf(cell).length),
		1,
	);
	const list = (count: number, name: string): Cell => ({
		kind: "list",
		items: Array.from({ length: count }, (_, k) => `${name}${k}`),
	});
	const one: Cell = { kind: "text", text: "a0" };
	return {
		...emptiness(compared),
		words,
		menteeWords: wordsOf(mentee, bits, words, (i, w) => i * words + w),
		mentorWords: wordsOf(
			mentor,
			bits,
			words,
			(j, w) => w * mentor.codes.length + j,
		),
		byCount: Float64Array.from({ length: longest + 1 }, (_, count) =>
			count === 0
				? valueOfCells(piece, columns, list(1, "b"), one)
				: valueOfCells(
						piece,
						columns,
						list(count, "a"),
						isContained ? one : list(count, "a"),
					),
		),
	};
}

/** Competencies sought and offered by level. */
export function asLevels(compared: Compared): LevelPart | undefined {
	const { measure } = compared.piece;
	const { mentor, mentee } = compared;
	if (measure.compare !== "levels" || !areOf(compared, ["levels"]))
		return undefined;
	const isRule = "level" in measure;
	// Level 0 is reached by offering nothing at all.
	if (isRule && measure.level < 1) return undefined;
	const rows = rowsOf(mentor);
	const many = mentor.codes.length;
	const levels = new Uint8Array((rows.size + 1) * many);
	mentor.codes.forEach((code, j) => {
		const cell = mentor.cells[code];
		if (cell?.kind !== "levels") return;
		for (const [name, level] of cell.levels) {
			const worth = isRule ? Number(level >= measure.level) : level;
			levels[(rows.get(name) ?? 0) * many + j] = worth;
		}
	});
	const sought = mentee.cells.map((cell) =>
		cell.kind === "levels"
			? [...cell.levels].flatMap(([name, level]) => {
					const row = rows.get(name);
					const weight = isRule ? 1 : (measure.points.get(level) ?? 0);
					return row === undefined || weight === 0 ? [] : [{ row, weight }];
				})
			: [],
	);
	return {
		...emptiness(compared),
		...laidOut(mentee.codes, sought),
		rows: rows.size + 1,
		levels,
		most: isRule ? Infinity : measure.most,
		least: isRule ? measure.least : undefined,
	};
}

function laidOut(
	codes: Int32Array,
	sought: readonly (readonly { row: number; weight: number }[])[],
): Pick<LevelPart, "first" | "competency" | "weight"> {
	const first = new Int32Array(codes.length + 1);
	codes.forEach((code, i) => {
		first[i + 1] = (first[i] ?? 0) + (sought[code]?.length ?? 0);
	});
	const competency = new Int32Array(first.at(-1) ?? 0);
	const weight = new Float64Array(competency.length);
	codes.forEach((code, i) => {
		const from = first[i] ?? 0;
		sought[code]?.forEach((one, k) => {
			competency[from + k] = one.row;
			weight[from + k] = one.weight;
		});
	});
	return { first, competency, weight };
}

export function rowsOf({ cells }: CodedColumn): ReadonlyMap<string, number> {
	const rows = new Map<string, number>();
	for (const cell of cells)
		if (cell.kind === "levels")
			for (const name of cell.levels.keys())
				if (!rows.has(name)) rows.set(name, rows.size);
	return rows;
}

export function areOf(
	{ mentor, mentee }: Compared,
	kinds: readonly Cell["kind"][],
): boolean {
	return [...mentor.cells, ...mentee.cells].every(
		({ kind }) => kind === "empty" || kinds.includes(kind),
	);
}

export function emptiness({ piece, mentor, mentee }: Compared) {
	return {
		skips: Uint8Array.from(mentee.codes, (code) => (code === 0 ? 1 : 0)),
		emptyMentors: Int32Array.from(
			mentor.codes.keys().filter((j) => mentor.codes[j] === 0),
		),
		onEmpty: piece.onEmpty,
	};
}

function plainValue(cell: Cell): string {
	if (cell.kind === "text") return `"${cell.text}`;
	if (cell.kind === "amount") return String(cell.millionths);
	return cell.kind === "step" ? String(cell.step) : "";
}

function commonDivisor(a: number, b: number): number {
	return b === 0 ? a : commonDivisor(b, a % b);
}

/** A bit for every item that both sides name; no other can be shared. */
function sharedItems(
	mentor: CodedColumn,
	mentee: CodedColumn,
): ReadonlyMap<string, number> {
	const offered = new Set(mentor.cells.flatMap(itemsOf));
	const shared = new Set(mentee.cells.flatMap(itemsOf)).intersection(offered);
	return new Map(shared.keys().map((item, bit) => [item, bit]));
}

function wordsOf(
	{ cells, codes }: CodedColumn,
	bits: ReadonlyMap<string, number>,
	words: number,
	place: (person: number, word: number) => number,
): Int32Array {
	const bitsOfCell = cells.map((cell) =>
		itemsOf(cell).flatMap((item) => bits.get(item) ?? []),
	);
	const all = new Int32Array(codes.length * words);
	codes.forEach((code, person) => {
		for (const bit of bitsOfCell[code] ?? []) {
			const at = place(person, bit >> 5);
			all[at] = (all[at] ?? 0) | (1 << (bit & 31));
		}
	});
	return all;
}
