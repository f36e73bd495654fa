// From rows of text to typed cells. The rows may come from a file or a database; each is a record of texts by column name.
import { readDecimal } from "./decimal.ts";
import type { Want } from "./kinds.ts";
import { wantId } from "./kinds.ts";
import type { ColumnKind, Policy, Quantity, Side } from "./policy.ts";
import { MOST_UNITS } from "./policy.ts";

/** The people of one side, as they come: one record a person, texts by column name. */
export type PeopleTable = {
	readonly columns: readonly string[];
	readonly rows: readonly Readonly<Record<string, string>>[];
};

/** What is wrong in a table. `row` counts from 0; without it, the whole column or table is meant. */
export type CellProblem = {
	readonly side: Side;
	readonly row: number | undefined;
	readonly column: string;
	readonly why:
		| "no-such-column"
		| "no-id"
		| "id-twice"
		| "not-on-scale"
		| "not-a-number"
		| "too-many-places"
		| "too-large"
		| "not-a-date"
		| "not-a-level"
		| "not-whole"
		/** Two caps, named in `value`, whose classes cross. */
		| "caps-cross";
	readonly value: string;
};

/** A typed cell: what is compared is already trimmed, in NFC and, if the policy says so, without case. */
export type Cell =
	| { readonly kind: "empty" }
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "amount"; readonly millionths: number }
	| { readonly kind: "step"; readonly step: number; readonly text: string }
	| { readonly kind: "list"; readonly items: readonly string[] }
	| { readonly kind: "levels"; readonly levels: ReadonlyMap<string, number> };

export type Person = {
	readonly id: string;
	/** The id as it is compared with others. */
	readonly key: string;
	readonly units: number;
	/** Under a policy with kinds a mentee is here once for each, and `id` is the want's. */
	readonly want?: Want;
	/** By column name, the columns that the policy declares and the table has. */
	readonly cells: ReadonlyMap<string, Cell>;
};

const EMPTY: Cell = { kind: "empty" };

/** The text that decides whether two are the same: trimmed, NFC, and in small letters where case does not count. */
export function comparable(text: string, ignoreCase: boolean): string {
	const plain = text.trim().normalize("NFC");
	return ignoreCase ? plain.toLowerCase().normalize("NFC") : plain;
}

/** Mentees as a policy with kinds has them: once for each kind, kind after kind. What is wrong in a row is told once. */
export function readWants(
	policy: Policy,
	table: PeopleTable,
	problems: CellProblem[],
): readonly Person[] {
	const found = new Map<string, CellProblem>();
	const wants = policy.kinds.flatMap(({ name: kind, need }, rank) => {
		const own: CellProblem[] = [];
		const under = { ...policy, need, kinds: [] };
		const people = readPeople(under, "mentee", table, own);
		for (const problem of own) found.set(JSON.stringify(problem), problem);
		return people.map((person) => ({
			...person,
			id: wantId(person.id, kind),
			want: { mentee: person.id, kind, rank },
		}));
	});
	problems.push(...found.values());
	return wants;
}

/** Reads all people of one side; problems of every row are gathered in `problems`. */
export function readPeople(
	policy: Policy,
	side: Side,
	table: PeopleTable,
	problems: CellProblem[],
): readonly Person[] {
	const used = columnsToRead(policy, side, table.columns, problems);
	if (used === undefined) return [];
	const headOf = headReader(policy, side);
	return table.rows.map((record, row) => {
		const note: Note = (column, why, value) =>
			void problems.push({ side, row, column, why, value });
		return {
			...headOf(record, note),
			cells: new Map(
				used.map((column) => [
					column,
					readCell(policy, column, record[column] ?? "", note),
				]),
			),
		};
	});
}

/** The columns with cells that a table of this side has; nothing where it lacks any that it must have, which is told. */
export function columnsToRead(
	policy: Policy,
	side: Side,
	columns: readonly string[],
	problems: CellProblem[],
): readonly string[] | undefined {
	const needed = neededColumns(policy, side);
	const missing = needed.filter((column) => !columns.includes(column));
	for (const column of missing)
		problems.push({
			side,
			row: undefined,
			column,
			why: "no-such-column",
			value: "",
		});
	return missing.length > 0
		? undefined
		: needed.filter((column) => policy.columns.has(column));
}

/** Reads who somebody is and how many they need or may have, row after row; an id given twice is told. */
export function headReader(policy: Policy, side: Side) {
	const idColumn = policy.id[side];
	const quantity = side === "mentor" ? policy.capacity : policy.need;
	const seen = new Set<string>();
	return (
		record: Readonly<Record<string, string>>,
		note: Note,
	): Pick<Person, "id" | "key" | "units"> => {
		const id = (record[idColumn] ?? "").trim().normalize("NFC");
		const key = comparable(id, policy.ignoreCase);
		if (id === "") note(idColumn, "no-id", "");
		else if (seen.has(key)) note(idColumn, "id-twice", id);
		seen.add(key);
		return { id, key, units: readUnits(quantity, record, note) };
	};
}

/** The columns that a table of this side must have. */
export function neededColumns(policy: Policy, side: Side): readonly string[] {
	const needed = new Set<string>([policy.id[side]]);
	for (const quantity of quantitiesOf(policy, side))
		if (quantity.from === "column") needed.add(quantity.column);
	const compared = [
		...policy.rules.map(({ test }) => test),
		...policy.terms.map(({ measure }) => measure),
	];
	for (const one of compared)
		if ("columns" in one) needed.add(one.columns[side]);
		else if (one.side === side) needed.add(one.column);
	for (const { per, column } of policy.caps)
		if (column !== undefined && (per === "mentor") === (side === "mentee"))
			needed.add(column);
	// Groups are compared whether or not anything is scored by them.
	if (side === "mentee")
		for (const column of policy.protectedColumns) needed.add(column);
	return [...needed];
}

function quantitiesOf(
	{ capacity, need, kinds }: Policy,
	side: Side,
): readonly Quantity[] {
	if (side === "mentor") return [capacity];
	return kinds.length === 0 ? [need] : kinds.map((kind) => kind.need);
}

/** Tells what is wrong in the row at hand. */
export type Note = (
	column: string,
	why: CellProblem["why"],
	value: string,
) => void;

function readUnits(
	quantity: Quantity,
	record: Readonly<Record<string, string>>,
	note: Note,
): number {
	if (quantity.from === "policy") return quantity.units;
	const text = (record[quantity.column] ?? "").trim();
	if (text === "") return quantity.whenEmpty;
	const units = /^\d{1,6}$/u.test(text) ? Number(text) : Infinity;
	if (units <= MOST_UNITS) return units;
	note(quantity.column, "not-whole", text);
	return 0;
}

/** What a text says in a column, by the column's kind. */
export function readCell(
	policy: Policy,
	column: string,
	raw: string,
	note: Note,
): Cell {
	const kind = policy.columns.get(column);
	const value = raw.trim().normalize("NFC");
	if (kind === undefined || value === "") return EMPTY;
	switch (kind.kind) {
		case "text":
			return { kind: "text", text: comparable(value, policy.ignoreCase) };
		case "scale":
			return readStep(policy, kind, column, value, note);
		case "list": {
			const items = readItems(policy, kind.separator, value);
			return items.length === 0 ? EMPTY : { kind: "list", items };
		}
		case "levels":
			return readLevels(policy, kind.separator, column, value, note);
		case "number": {
			const reading = readDecimal(value);
			if (reading.ok) return { kind: "amount", millionths: reading.millionths };
			note(column, reading.why, value);
			return EMPTY;
		}
		case "date": {
			const day = dayNumber(value);
			if (day !== undefined) return { kind: "amount", millionths: day * 1e6 };
			note(column, "not-a-date", value);
			return EMPTY;
		}
	}
}

function readStep(
	policy: Policy,
	scale: ColumnKind & { kind: "scale" },
	column: string,
	value: string,
	note: Note,
): Cell {
	const text = comparable(value, policy.ignoreCase);
	const step = scale.values.findIndex(
		(one) => comparable(one, policy.ignoreCase) === text,
	);
	if (step >= 0) return { kind: "step", step, text };
	note(column, "not-on-scale", value);
	return EMPTY;
}

function readItems(
	policy: Policy,
	separator: string,
	value: string,
): readonly string[] {
	const items = value
		.split(separator)
		.map((item) => comparable(item, policy.ignoreCase))
		.filter((item) => item !== "");
	return [...new Set(items)];
}

/** `Finance:3, Sales:2`; a name without a level counts as level 1; of a name given twice the higher level. */
function readLevels(
	policy: Policy,
	separator: string,
	column: string,
	value: string,
	note: Note,
): Cell {
	const levels = new Map<string, number>();
	for (const item of value.split(separator)) {
		if (item.trim() === "") continue;
		const colon = item.lastIndexOf(":");
		const name = colon < 0 ? item : item.slice(0, colon);
		const level = colon < 0 ? "1" : item.slice(colon + 1).trim();
		const key = comparable(name, policy.ignoreCase);
		if (key !== "" && /^\d{1,2}$/u.test(level))
			levels.set(key, Math.max(levels.get(key) ?? 0, Number(level)));
		else note(column, "not-a-level", item.trim());
	}
	return levels.size === 0 ? EMPTY : { kind: "levels", levels };
}

/** Days since 1970 of a date written YYYY-MM-DD. */
function dayNumber(text: string): number | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
	const instant = Date.parse(`${text}T00:00:00Z`);
	const isReal =
		!Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
	return isReal ? instant / 86_400_000 : undefined;
}
