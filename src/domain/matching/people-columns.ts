// People laid out column by column: every distinct cell once, and for each person only its number. Millions of people fit, and what
// two columns say of each other needs working out only for the pairs of distinct cells.
import type { GrowingNumbers, PackedCells, Packing } from "./packed-cells.ts";
import { cellAt, growing, packCells, startPacking } from "./packed-cells.ts";
import type { Person } from "./people-table.ts";

/** The distinct cells of a column and which one each person has. Cell 0 is the empty cell. */
export type CodedColumn = {
	readonly cells: PackedCells;
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
	const units = growing();
	const columns = new Map<string, Growing>();
	for (const person of people) {
		ids.push(person.id);
		keys.push(person.key);
		units.push(person.units);
		for (const [name, cell] of person.cells) {
			const column = columns.get(name) ?? startColumn();
			columns.set(name, column);
			// A person without the column has the empty cell there.
			while (column.codes.length() < ids.length - 1) column.codes.push(0);
			column.codes.push(column.packing.codeOf(cell));
		}
	}
	return {
		ids,
		keys,
		units: Int32Array.from(units.whole()),
		columns: new Map(
			columns.entries().map(([name, { packing, codes }]) => {
				const coded = new Int32Array(ids.length);
				coded.set(codes.whole());
				return [name, { cells: packing.packed(), codes: coded }];
			}),
		),
	};
}

/** A column by name; all empty where the people have none of that name. */
export function columnOf(people: PeopleColumns, name: string): CodedColumn {
	return (
		people.columns.get(name) ?? {
			cells: packCells([]).cells,
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
					cellAt(cells, codes[at] ?? 0),
				]),
		),
	};
}

type Growing = {
	readonly packing: Packing;
	readonly codes: GrowingNumbers;
};

function startColumn(): Growing {
	return { packing: startPacking(), codes: growing() };
}
