// From rows of text to columns without an object a person, for cohorts of hundreds of thousands: cell for cell what encodePeople makes of
// what readPeople reads.
//
// Most columns have few distinct texts, and a text seen before takes one look-up. Lists and levels are taken apart where they stand, and an item
// seen before takes one look-up. Whatever is not plain ASCII, or is wrong, goes the way of people-table.ts. O(letters).
import type { Packing } from "./packed-cells.ts";
import { growing, startPacking } from "./packed-cells.ts";
import type { PeopleColumns } from "./people-columns.ts";
import type { CellProblem, Note } from "./people-table.ts";
import {
	columnsToRead,
	comparable,
	headReader,
	readCell,
} from "./people-table.ts";
import type { Policy, Side } from "./policy.ts";

export type PeopleReader = {
	/** Takes rows up; they may come a few at a time, and nothing of them is kept but ids and numbers. */
	read(rows: Iterable<Readonly<Record<string, string>>>): void;
	/** The people so far. */
	people(): PeopleColumns;
};

/** `columns` are those of the table; problems of every row are gathered in `problems`, rows counted from the first one read. */
export function startReading(
	policy: Policy,
	side: Side,
	columns: readonly string[],
	problems: CellProblem[],
): PeopleReader {
	const used = columnsToRead(policy, side, columns, problems);
	const readers = (used ?? []).map((name) => ({
		name,
		column: startColumn(policy, name),
		codes: growing(),
	}));
	const headOf = headReader(policy, side);
	const ids: string[] = [];
	const keys: string[] = [];
	const units = growing();
	const note: Note = (column, why, value) =>
		void problems.push({ side, row: ids.length, column, why, value });
	return {
		read(rows) {
			if (used === undefined) return;
			for (const record of rows) {
				const head = headOf(record, note);
				for (const { name, column, codes } of readers)
					codes.push(column.codeOf(record[name] ?? "", note));
				ids.push(head.id);
				keys.push(head.key === head.id ? head.id : head.key);
				units.push(head.units);
			}
		},
		people: () => ({
			ids,
			keys,
			units: Int32Array.from(units.whole()),
			columns: new Map(
				(ids.length === 0 ? [] : readers).map(({ name, column, codes }) => [
					name,
					{
						cells: column.packing.packed(),
						codes: Int32Array.from(codes.whole()),
					},
				]),
			),
		}),
	};
}

type ColumnReader = {
	readonly packing: Packing;
	codeOf(raw: string, note: Note): number;
};

// More distinct texts than this are not worth remembering.
const MOST_TEXTS = 4096;
const MOST_ITEMS = 65_536;

function startColumn(policy: Policy, name: string): ColumnReader {
	const packing = startPacking();
	const known = new Map<string, number>();
	const kind = policy.columns.get(name);
	const itemwise =
		kind?.kind === "list" || kind?.kind === "levels"
			? startItems(packing, kind.kind, kind.separator, policy.ignoreCase)
			: undefined;
	return {
		packing,
		codeOf(raw, note) {
			const before = known.get(raw);
			if (before !== undefined) return before;
			const quick = itemwise !== undefined && isPlain(raw);
			let code = quick ? itemwise(raw) : undefined;
			if (code === undefined) {
				let isWrong = false;
				const cell = readCell(policy, name, raw, (column, why, value) => {
					isWrong = true;
					note(column, why, value);
				});
				code = packing.codeOf(cell);
				// What is wrong is told again wherever it stands.
				if (isWrong) return code;
			}
			if (known.size < MOST_TEXTS) known.set(raw, code);
			return code;
		},
	};
}

function isPlain(text: string): boolean {
	for (let k = 0; k < text.length; k++)
		if (text.charCodeAt(k) > 126) return false;
	return true;
}

const NOTHING = -1;
const WRONG = -2;
/** Levels have at most two digits. */
const LEVELS = 100;

/** Reads a cell of items; nothing where an item is wrong. */
function startItems(
	packing: Packing,
	kind: "list" | "levels",
	separator: string,
	ignoreCase: boolean,
): (raw: string) => number | undefined {
	const known = new Map<string, number>();
	const row: number[] = [];
	const read = kind === "list" ? wordIn : leveledIn;
	const valueOf = (item: string): number => {
		const before = known.get(item);
		if (before !== undefined) return before;
		const value = read(packing, item, ignoreCase);
		if (known.size < MOST_ITEMS) known.set(item, value);
		return value;
	};
	return (raw) => {
		row.length = 0;
		for (let from = 0; from <= raw.length; ) {
			const found = raw.indexOf(separator, from);
			const to = found < 0 ? raw.length : found;
			const value = valueOf(raw.slice(from, to));
			from = to + separator.length;
			if (value === WRONG) return undefined;
			if (value === NOTHING) continue;
			if (kind === "list") addWord(row, value);
			else addLevel(row, Math.floor(value / LEVELS), value % LEVELS);
		}
		return row.length === 0 ? 0 : packing.codeOfNumbers(kind, row);
	};
}

function wordIn(packing: Packing, item: string, ignoreCase: boolean): number {
	const text = comparable(item, ignoreCase);
	return text === "" ? NOTHING : packing.wordOf(text);
}

/** A word and its level in one number. */
function leveledIn(
	packing: Packing,
	item: string,
	ignoreCase: boolean,
): number {
	if (item.trim() === "") return NOTHING;
	const colon = item.lastIndexOf(":");
	const text = comparable(colon < 0 ? item : item.slice(0, colon), ignoreCase);
	const level = colon < 0 ? "1" : item.slice(colon + 1).trim();
	if (text === "" || !/^\d{1,2}$/u.test(level)) return WRONG;
	return packing.wordOf(text) * LEVELS + Number(level);
}

function addWord(row: number[], word: number): void {
	if (!row.includes(word)) row.push(word);
}

/** Of a word given twice the higher level stands. */
function addLevel(row: number[], word: number, level: number): void {
	for (let k = 0; k < row.length; k += 2)
		if (row[k] === word) {
			row[k + 1] = Math.max(row[k + 1] ?? 0, level);
			return;
		}
	row.push(word, level);
}
