// The distinct cells of a column as numbers: a million lists of a few items each are a million small objects otherwise, which weigh
// more than everything else about a cohort. A cell is a row of numbers: those of its texts among the column's words, amounts, levels.
// The same cell is found again by a hash of its numbers (open addressing). O(numbers of the cell) a look-up.
import type { Cell } from "./people-table.ts";

/** Plain data. Cell 0 is the empty cell; the numbers of cell `c` are `numbers[first[c]]` up to `numbers[first[c + 1] - 1]`. */
export type PackedCells = {
	readonly count: number;
	readonly kinds: Uint8Array;
	readonly first: Int32Array;
	readonly numbers: Int32Array | Float64Array;
	/** Every text of the column once, in the order in which they came. */
	readonly words: readonly string[];
};

export const EMPTY: Cell = { kind: "empty" };

/** The cell of this number, as it was read. */
export function cellAt(cells: PackedCells, code: number): Cell {
	const from = cells.first[code] ?? 0;
	const to = cells.first[code + 1] ?? from;
	const number = (at: number) => cells.numbers[at] ?? 0;
	const word = (at: number) => cells.words[number(at)] ?? "";
	const kind = KINDS[cells.kinds[code] ?? 0] ?? "empty";
	switch (kind) {
		case "text":
			return { kind: "text", text: word(from) };
		case "amount":
			return { kind: "amount", millionths: number(from) };
		case "step":
			return { kind: "step", step: number(from), text: word(from + 1) };
		case "list":
			return {
				kind: "list",
				items: Array.from({ length: to - from }, (_, k) => word(from + k)),
			};
		case "levels": {
			const levels = new Map<string, number>();
			for (let at = from; at < to; at += 2)
				levels.set(word(at), number(at + 1));
			return { kind: "levels", levels };
		}
		case "empty":
			return EMPTY;
	}
}

/** All of them, one after the other. */
export function* eachCell(cells: PackedCells): Generator<Cell> {
	for (let code = 0; code < cells.count; code++) yield cellAt(cells, code);
}

/**
 * Calls `visit` with the number of each word of a cell: the items of a list, the names of levels with their levels, a text, a step's text. An amount
 * has none.
 */
export function eachWord(
	cells: PackedCells,
	code: number,
	visit: (word: number, level: number) => void,
): void {
	const { first, numbers } = cells;
	const kind = cells.kinds[code] ?? 0;
	const to = first[code + 1] ?? 0;
	const from = (first[code] ?? 0) + (kind === STEP ? 1 : 0);
	if (kind === AMOUNT) return;
	const step = kind === LEVELS ? 2 : 1;
	for (let at = from; at < to; at += step)
		visit(numbers[at] ?? 0, kind === LEVELS ? (numbers[at + 1] ?? 0) : 0);
}

/** Whether every cell that is not empty is of one of these kinds. */
export function areOfKinds(
	{ kinds, count }: PackedCells,
	wanted: readonly Cell["kind"][],
): boolean {
	const allowed = new Set([0, ...wanted.map((kind) => KINDS.indexOf(kind))]);
	return kinds.subarray(0, count).every((kind) => allowed.has(kind));
}

export function hasKind(cells: PackedCells, kind: Cell["kind"]): boolean {
	return cells.kinds.subarray(0, cells.count).includes(KINDS.indexOf(kind));
}

const KINDS: readonly Cell["kind"][] = [
	"empty",
	"text",
	"amount",
	"step",
	"list",
	"levels",
];
const AMOUNT = KINDS.indexOf("amount");
const STEP = KINDS.indexOf("step");
const LEVELS = KINDS.indexOf("levels");

/** Cells that grow by what is asked for. */
export type Packing = {
	/** The number of this cell: a new one, or that of the same cell seen before. */
	codeOf(cell: Cell): number;
	/** The same of a cell that is not empty, given as its numbers, which are not kept. */
	codeOfNumbers(
		kind: Exclude<Cell["kind"], "empty">,
		numbers: readonly number[],
	): number;
	/** The number of a text among the column's words: a new one, or that of the same text seen before. */
	wordOf(text: string): number;
	packed(): PackedCells;
};

export function startPacking(): Packing {
	const words: string[] = [];
	const wordAt = new Map<string, number>();
	const kinds = growing();
	const first = growing();
	const numbers = growing();
	let slots = new Int32Array(64).fill(-1);
	const wordOf = (text: string): number => {
		const known = wordAt.get(text);
		if (known !== undefined) return known;
		wordAt.set(text, words.length);
		return words.push(text) - 1;
	};
	const isAt = (
		code: number,
		kind: number,
		row: readonly number[],
	): boolean => {
		const from = first.at(code);
		if (kinds.at(code) !== kind) return false;
		if (first.at(code + 1) - from !== row.length) return false;
		for (let k = 0; k < row.length; k++)
			if (numbers.at(from + k) !== row[k]) return false;
		return true;
	};
	const add = (kind: number, row: readonly number[]): number => {
		kinds.push(kind);
		for (const value of row) numbers.push(value);
		first.push(numbers.length());
		return kinds.length() - 1;
	};
	const grow = () => {
		slots = new Int32Array(slots.length * 2).fill(-1);
		const row: number[] = [];
		for (let code = 0; code < kinds.length(); code++) {
			row.length = 0;
			for (let at = first.at(code); at < first.at(code + 1); at++)
				row.push(numbers.at(at));
			slots[freeSlot(slots, hashOf(row))] = code;
		}
	};
	const codeOfRow = (kind: number, row: readonly number[]): number => {
		if (kinds.length() * 2 > slots.length) grow();
		let slot = hashOf(row) & (slots.length - 1);
		for (;;) {
			const code = slots[slot] ?? -1;
			if (code < 0) return (slots[slot] = add(kind, row));
			if (isAt(code, kind, row)) return code;
			slot = (slot + 1) & (slots.length - 1);
		}
	};
	first.push(0);
	slots[freeSlot(slots, hashOf([]))] = add(0, []);
	return {
		codeOf: (cell) =>
			cell.kind === "empty"
				? 0
				: codeOfRow(KINDS.indexOf(cell.kind), numbersOf(cell, wordOf)),
		codeOfNumbers: (kind, row) => codeOfRow(KINDS.indexOf(kind), row),
		wordOf,
		packed: () => ({
			count: kinds.length(),
			kinds: Uint8Array.from(kinds.whole()),
			first: Int32Array.from(first.whole()),
			numbers: numbers.whole(),
			words,
		}),
	};
}

/** These cells under their numbers, whichever of them are alike. */
export function packCells(cells: readonly Cell[]): {
	readonly cells: PackedCells;
	readonly codes: readonly number[];
} {
	const packing = startPacking();
	const codes = cells.map((cell) => packing.codeOf(cell));
	return { cells: packing.packed(), codes };
}

function numbersOf(
	cell: Exclude<Cell, { kind: "empty" }>,
	wordOf: (text: string) => number,
): number[] {
	switch (cell.kind) {
		case "text":
			return [wordOf(cell.text)];
		case "amount":
			return [cell.millionths];
		case "step":
			return [cell.step, wordOf(cell.text)];
		case "list":
			return cell.items.map(wordOf);
		case "levels":
			return [...cell.levels].flatMap(([name, level]) => [wordOf(name), level]);
	}
}

/** FNV-1a over the numbers, the high half of large ones too. */
function hashOf(row: readonly number[]): number {
	let hash = 0x811c9dc5;
	for (const value of row) {
		hash = Math.imul(hash ^ (value | 0), 0x01000193);
		hash = Math.imul(hash ^ ((value / 2 ** 32) | 0), 0x01000193);
	}
	return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 4;
}

function freeSlot(slots: Int32Array, hash: number): number {
	let slot = hash & (slots.length - 1);
	while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & (slots.length - 1);
	return slot;
}

/** Numbers that grow, four bytes each as long as they fit. */
export type GrowingNumbers = {
	push(value: number): void;
	at(place: number): number;
	length(): number;
	/** Those pushed so far. */
	whole(): Int32Array | Float64Array;
};

export function growing(): GrowingNumbers {
	let values: Int32Array | Float64Array = new Int32Array(16);
	let length = 0;
	return {
		push(value) {
			const isFloat = values instanceof Float64Array;
			if (!isFloat && value !== (value | 0)) values = Float64Array.from(values);
			if (length === values.length) {
				const Wider =
					values instanceof Float64Array ? Float64Array : Int32Array;
				const more = new Wider(values.length * 2);
				more.set(values);
				values = more;
			}
			values[length++] = value;
		},
		at: (place) => values[place] ?? 0,
		length: () => length,
		whole: () => values.slice(0, length),
	};
}
