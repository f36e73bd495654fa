// The parts that rules and terms share: which columns they compare, and whether those are of a kind that can be compared so.
import type { Place } from "./json-reading.ts";
import {
	readAnyMembers,
	readChoice,
	readList,
	readText,
	required,
	wrong,
} from "./json-reading.ts";
import type { ColumnKind, Columns, Side } from "./policy.ts";

export type Members = ReadonlyMap<string, Place>;
export type KnownColumns = ReadonlyMap<string, ColumnKind>;
type Kind = ColumnKind["kind"];

/** How one comparison is read: which members it takes beside those all share, and what becomes of them. */
export type ComparisonReader<Comparison> = {
	readonly takes: readonly string[];
	readonly read: (
		place: Place,
		members: Members,
		columns: KnownColumns,
	) => Comparison;
};

/** The reader for what "compare" says; nothing (and a problem) where that is not said or not known. */
export function readComparison<Comparison>(
	place: Place,
	readers: Readonly<Record<string, ComparisonReader<Comparison>>>,
): ComparisonReader<Comparison> | undefined {
	const compare = readAnyMembers(place).get("compare");
	if (compare === undefined) return wrong(place, 'needs "compare"', undefined);
	const names = Object.keys(readers);
	const name = names.find((one) => one === compare.value);
	return name === undefined
		? wrong(compare, `must be one of ${names.join(", ")}`, undefined)
		: readers[name];
}

/** `"column": "grade"` for both sides, or `"mentor": …` and `"mentee": …`; each must be declared with one of the kinds. */
export function readComparedColumns(
	place: Place,
	members: Members,
	columns: KnownColumns,
	kinds: readonly Kind[],
): Columns {
	const both = members.get("column");
	const mentor = both ?? members.get("mentor");
	const mentee = both ?? members.get("mentee");
	const saysTwice =
		both !== undefined && (members.has("mentor") || members.has("mentee"));
	if (mentor === undefined || mentee === undefined || saysTwice)
		return wrong(place, 'needs either "column", or "mentor" and "mentee"', {
			mentor: "",
			mentee: "",
		});
	return {
		mentor: readColumnName(mentor, columns, kinds),
		mentee: readColumnName(mentee, columns, kinds),
	};
}

/** As above, and both of the same kind (for scales: the same scale). */
export function readAlikeColumns(
	place: Place,
	members: Members,
	columns: KnownColumns,
	kinds: readonly Kind[],
): Columns {
	const names = readComparedColumns(place, members, columns, kinds);
	const mentor = columns.get(names.mentor);
	const mentee = columns.get(names.mentee);
	if (
		mentor !== undefined &&
		mentee !== undefined &&
		scaleOrKind(mentor) !== scaleOrKind(mentee)
	)
		wrong(place, "compares columns of different kinds", 0);
	return names;
}

/** `"side"` with `"column"`: one person's column. */
export function readOwnColumn(
	place: Place,
	members: Members,
	columns: KnownColumns,
	kinds: readonly Kind[],
): { readonly side: Side; readonly column: string } {
	const side = required(place, members, "side");
	const column = required(place, members, "column");
	return {
		side:
			side === undefined
				? "mentor"
				: readChoice(side, ["mentor", "mentee"], "mentor"),
		column: column === undefined ? "" : readColumnName(column, columns, kinds),
	};
}

export function readValues(place: Place, members: Members): readonly string[] {
	const values = required(place, members, "values");
	return values === undefined ? [] : readList(values).map(readText);
}

/** One declared column of one of these kinds. */
export function readColumnName(
	place: Place,
	columns: KnownColumns,
	kinds: readonly Kind[],
): string {
	const name = readText(place);
	const column = columns.get(name);
	if (name !== "" && column === undefined)
		wrong(place, `"${name}" is not declared in "columns"`, 0);
	else if (column !== undefined && !kinds.includes(column.kind))
		wrong(
			place,
			`"${name}" is of the kind ${column.kind}; here it must be ${kinds.join(" or ")}`,
			0,
		);
	return name;
}

function scaleOrKind(column: ColumnKind): string {
	return column.kind === "scale" ? JSON.stringify(column.values) : column.kind;
}
