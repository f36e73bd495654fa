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
import type { PackedCells } from "./packed-cells.ts";
import {
	areOfKinds,
	eachCell,
	eachWord,
	growing,
	hasKind,
} from "./packed-cells.ts";
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
		const shared = Array.from(eachCell(cells), (cell) => {
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
	const amounts = [...mentor.cells.numbers, ...mentee.cells.numbers];
	const least = amounts.reduce((a, b) => Math.min(a, b), Infinity);
	const most = amounts.reduce((a, b) => Math.max(a, b), -Infinity);
	const step = amounts.reduce((a, b) => commonDivisor(a, b - least), 0) || 1;
	const steps = amounts.length === 0 ? 0 : (most - least) / step;
	if (steps > MOST_STEPS) return undefined;
	const place = ({ cells, codes }: CodedColumn, shift: number) => {
		const places = Array.from(eachCell(cells), (cell) =>
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
	const hasLists = ({ cells }: CodedColumn) => hasKind(cells, "list");
	if (!areOf(compared, ["text", "step", "list"])) return undefined;
	if (isContained && hasLists(mentor) && hasLists(mentee)) return undefined;
	const bits = sharedItems(mentor, mentee);
	const words = Math.max(1, Math.ceil(bits.size / 32));
	if (words > MOST_WORDS) return undefined;
	let longest = 1;
	for (const cell of eachCell(mentor.cells))
		longest = Math.max(longest, itemsOf(cell).length);
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
		// The rows are the mentors' words in their order.
		eachWord(mentor.cells, code, (row, level) => {
			const worth = isRule ? Number(level >= measure.level) : level;
			levels[row * many + j] = worth;
		});
	});
	const sought = soughtOf(mentee.cells, rows, (level) =>
		isRule ? 1 : (measure.points.get(level) ?? 0),
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

/** What each distinct cell seeks: rows of competencies and what they weigh. */
type Sought = Pick<LevelPart, "first" | "competency" | "weight">;

function soughtOf(
	cells: PackedCells,
	rows: ReadonlyMap<string, number>,
	weightOf: (level: number) => number,
): Sought {
	const first = new Int32Array(cells.count + 1);
	const competency = growing();
	const weights = growing();
	const rowOf = numbersOf(cells.words, rows);
	const add = (word: number, level: number) => {
		const row = rowOf[word] ?? NONE;
		const weight = weightOf(level);
		if (row === NONE || weight === 0) return;
		competency.push(row);
		weights.push(weight);
	};
	for (let code = 0; code < cells.count; code++) {
		eachWord(cells, code, add);
		first[code + 1] = competency.length();
	}
	return {
		first,
		competency: Int32Array.from(competency.whole()),
		weight: Float64Array.from(weights.whole()),
	};
}

/** The same for each person. */
function laidOut(codes: Int32Array, sought: Sought): Sought {
	const from = (code: number) => sought.first[code] ?? 0;
	const first = new Int32Array(codes.length + 1);
	codes.forEach((code, i) => {
		first[i + 1] = (first[i] ?? 0) + from(code + 1) - from(code);
	});
	const competency = new Int32Array(first.at(-1) ?? 0);
	const weight = new Float64Array(competency.length);
	codes.forEach((code, i) => {
		const at = first[i] ?? 0;
		competency.set(sought.competency.subarray(from(code), from(code + 1)), at);
		weight.set(sought.weight.subarray(from(code), from(code + 1)), at);
	});
	return { first, competency, weight };
}

export function rowsOf({ cells }: CodedColumn): ReadonlyMap<string, number> {
	return new Map(cells.words.map((name, row) => [name, row]));
}

export function areOf(
	{ mentor, mentee }: Compared,
	kinds: readonly Cell["kind"][],
): boolean {
	return areOfKinds(mentor.cells, kinds) && areOfKinds(mentee.cells, kinds);
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

const NONE = -1;

/** What each word has there, NONE where it has nothing. */
function numbersOf(
	words: readonly string[],
	numbers: ReadonlyMap<string, number>,
): Int32Array {
	return Int32Array.from(words, (word) => numbers.get(word) ?? NONE);
}

/** A bit for every item that both sides name; no other can be shared. */
function sharedItems(
	mentor: CodedColumn,
	mentee: CodedColumn,
): ReadonlyMap<string, number> {
	const offered = new Set(mentor.cells.words);
	const shared = new Set(mentee.cells.words).intersection(offered);
	return new Map(shared.keys().map((item, bit) => [item, bit]));
}

function wordsOf(
	{ cells, codes }: CodedColumn,
	bits: ReadonlyMap<string, number>,
	words: number,
	place: (person: number, word: number) => number,
): Int32Array {
	const ofCells = new Int32Array(cells.count * words);
	const bitOf = numbersOf(cells.words, bits);
	for (let code = 0; code < cells.count; code++)
		eachWord(cells, code, (word) => {
			const bit = bitOf[word] ?? NONE;
			if (bit === NONE) return;
			const at = code * words + (bit >> 5);
			ofCells[at] = (ofCells[at] ?? 0) | (1 << (bit & 31));
		});
	const all = new Int32Array(codes.length * words);
	codes.forEach((code, person) => {
		for (let word = 0; word < words; word++)
			all[place(person, word)] = ofCells[code * words + word] ?? 0;
	});
	return all;
}
