// People laid out column by column: every distinct cell once, and for each person only its number. Millions of people fit, and what
// two columns say of each other needs working out only for the pairs of distinct cells.
import type { Cell, Person } from "./people-table.ts";

/** The distinct cells of a column and which one each person has. Cell 0 is the empty cell. */
export type CodedColumn = {
	readonly cells: readonly Cell[];
	readonly codes: Int32Array;
};

/** The people of one side. `keys` are ids as they are compared; `units` places or mentors needed. */
export type PeopleColumns = {
	readonly ids: readonly string[];
	readonly keys: readonly string[];
	readonly units: Int32Array;
	readonly columns: ReadonlyMap<string, CodedColumn>;
};

/** Lays people out in columns. They may come one at a time: nothing of them is kept but ids and numbers. */
export function encodePeople(people: Iterable<Person>): PeopleColumns {
	const ids: string[] = [];
	const keys: string[] = [];
	const units: number[] = [];
	const columns = new Map<string, Growing>();
	const texts = new Map<string, string>();
	for (const person of people) {
		ids.push(person.id);
		keys.push(person.key);
		units.push(person.units);
		for (const [name, cell] of person.cells) {
			const column = columns.get(name) ?? startColumn();
			columns.set(name, column);
			// A person without the column has the empty cell there.
			while (column.codes.length < ids.length - 1) column.codes.push(0);
			column.codes.push(codeOf(column, cell, texts));
		}
	}
	return {
		ids,
		keys,
		units: Int32Array.from(units),
		columns: new Map(
			columns.entries().map(([name, { cells, codes }]) => {
				const coded = new Int32Array(ids.length);
				coded.set(codes);
				return [name, { cells, codes: coded }];
			}),
		),
	};
}

/** A column by name; all empty where the people have none of that name. */
export function columnOf(people: PeopleColumns, name: string): CodedColumn {
	return (
		people.columns.get(name) ?? {
			cells: [EMPTY],
			codes: new Int32Array(people.ids.length),
		}
	);
}

/** The person at a place, as they were read. */
export function personAt(people: PeopleColumns, at: number): Person {
	return {
		id: people.ids[at] ?? "",
		key: people.keys[at] ?? "",
		units: people.units[at] ?? 0,
		cells: new Map(
			people.columns
				.entries()
				.map(([name, { cells, codes }]) => [
					name,
					cells[codes[at] ?? 0] ?? EMPTY,
				]),
		),
	};
}

type Growing = {
	readonly cells: Cell[];
	readonly codes: number[];
	/** Cells by a hash of their text: a million texts would weigh more than the cells. */
	readonly known: Map<number, number>;
};

const EMPTY: Cell = { kind: "empty" };

function startColumn(): Growing {
	return { cells: [EMPTY], codes: [], known: new Map() };
}

function codeOf(
	column: Growing,
	cell: Cell,
	texts: Map<string, string>,
): number {
	if (cell.kind === "empty") return 0;
	const text = textOf(cell);
	for (let hash = textHash(text); ; hash++) {
		const code = column.known.get(hash);
		const known = code === undefined ? undefined : column.cells[code];
		if (code === undefined || known === undefined) {
			column.known.set(hash, column.cells.length);
			return column.cells.push(sharing(texts, cell)) - 1;
		}
		if (known.kind !== "empty" && textOf(known) === text) return code;
	}
}

/** FNV-1a over the text, in 30 bits. */
function textHash(text: string): number {
	let hash = 0x811c9dc5;
	for (let k = 0; k < text.length; k++)
		hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
	return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

/** The same cell out of texts kept once: what thousands speak or offer are the same few words. */
function sharing(texts: Map<string, string>, cell: Cell): Cell {
	const once = (text: string) => {
		const known = texts.get(text);
		if (known === undefined) texts.set(text, text);
		return known ?? text;
	};
	if (cell.kind === "list")
		return { kind: "list", items: cell.items.map(once) };
	if (cell.kind !== "levels") return cell;
	const levels = cell.levels.entries();
	return {
		kind: "levels",
		levels: new Map(levels.map(([name, level]) => [once(name), level])),
	};
}

/** Different for different cells of one column, which are all of one kind. */
function textOf(cell: Exclude<Cell, { kind: "empty" }>): string {
	switch (cell.kind) {
		case "text":
			return cell.text;
		case "amount":
			return String(cell.millionths);
		case "step":
			return String(cell.step);
		case "list":
			return JSON.stringify(cell.items);
		case "levels":
			return JSON.stringify([...cell.levels]);
		default:
			return JSON.stringify(cell);
	}
}
