// Turns a policy and the people of both sides into arrays that the scoring kernel runs through (kernel/pair-scoring.ts).
//
// No formula is written twice: what two columns say of each other is worked out by the very functions that explain a pair
// (measure.ts), once for each pair of distinct cells; that is far less than once for each pair of people. Columns with too many
// distinct cells for that (free dates, lists, competencies) become parts of their own. A measure not known here is asked pair by pair.
import type { Compared } from "./compiled-columns.ts";
import {
	asDifference,
	asEquality,
	asLevels,
	asSet,
} from "./compiled-columns.ts";
import type { ExceptionList, Places } from "./compiled-exceptions.ts";
import {
	addNamed,
	addReportingLine,
	addStanding,
	placesOf,
	sparsePart,
} from "./compiled-exceptions.ts";
import { asProfile } from "./compiled-profiles.ts";
import type { Piece } from "./compiled-piece.ts";
import {
	columnsOf,
	ownColumn,
	personWith,
	piecesOf,
	valueOfCells,
} from "./compiled-piece.ts";
import type { TableDraft } from "./compiled-tables.ts";
import { asTable, foldOthers, groupTables } from "./compiled-tables.ts";
import type { GeneralPart } from "./kernel/pair-scoring.ts";
import type {
	DifferencePart,
	Emptiness,
	EqualityPart,
	LevelPart,
	OnlyPart,
	PairTables,
	ProfilePart,
	SetPart,
} from "./kernel/pair-tables.ts";
import { largestSum } from "./kernel/largest-points.ts";
import { sharedTables } from "./kernel/shared-tables.ts";
import { eachCell } from "./packed-cells.ts";
import type { CodedColumn, PeopleColumns } from "./people-columns.ts";
import { columnOf, personAt } from "./people-columns.ts";
import type { Cell, Person } from "./people-table.ts";
import { comparable } from "./people-table.ts";
import type { Columns, Policy, Side } from "./policy.ts";

/** A policy ready for the kernel. `general` holds what the arrays do not say. */
export type CompiledPolicy = {
	readonly tables: PairTables;
	readonly general: readonly GeneralPart[];
	/** No pair has more points than this on either side of zero. */
	readonly largest: number;
	/** What it was compiled from, where the arrays do not say all. */
	readonly source: Source | undefined;
};

type Source = {
	readonly policy: Policy;
	readonly mentors: PeopleColumns;
	readonly mentees: PeopleColumns;
};

/** A compiled policy as plain data: what it was made from goes along only where the arrays do not say all. */
export type PairSource =
	| { readonly kind: "tables"; readonly tables: PairTables }
	| ({ readonly kind: "source" } & Source);

/** What to post to another thread, where `recompile` takes it up. */
export function postable({ tables, source }: CompiledPolicy): PairSource {
	return source === undefined
		? { kind: "tables", tables }
		: { kind: "source", ...source };
}

/** Compiles a policy for these people. O(people · columns + pairs of distinct cells, of which at most 131,072 for each rule or term). */
export function compilePolicy(
	policy: Policy,
	mentors: PeopleColumns,
	mentees: PeopleColumns,
): CompiledPolicy {
	const places = placesOf(mentors, mentees);
	const draft: Draft = {
		policy,
		places,
		base: {
			mentee: new Float64Array(mentees.ids.length),
			mentor: new Float64Array(mentors.ids.length),
		},
		tables: [],
		equalities: [],
		differences: [],
		sets: [],
		levels: [],
		profiles: [],
		only: [],
		exceptions: { mentee: [], mentor: [], points: [] },
		general: [],
	};
	addStanding(draft.exceptions, policy, places);
	for (const piece of piecesOf(policy))
		if (!addPiece(draft, piece)) draft.general.push(askEach(piece, places));
	const tables = sharedTables({
		mentees: mentees.ids.length,
		mentors: mentors.ids.length,
		menteeBase: draft.base.mentee,
		mentorBase: draft.base.mentor,
		groups: groupTables(draft.tables),
		equalities: draft.equalities,
		differences: draft.differences,
		sets: draft.sets,
		levels: draft.levels,
		profiles: draft.profiles,
		exceptions: sparsePart(draft.exceptions, mentees.ids.length),
		only: draft.only,
	});
	return {
		tables,
		general: draft.general,
		largest: draft.general.length > 0 ? Infinity : largestSum(tables),
		source: draft.general.length > 0 ? { policy, mentors, mentees } : undefined,
	};
}

/** The parts that score pairs, from what was posted. */
export function recompile(
	given: PairSource,
): Pick<CompiledPolicy, "tables" | "general"> {
	return given.kind === "tables"
		? { tables: given.tables, general: [] }
		: compilePolicy(given.policy, given.mentors, given.mentees);
}

type Draft = {
	readonly policy: Policy;
	readonly places: Places;
	readonly base: {
		readonly mentee: Float64Array;
		readonly mentor: Float64Array;
	};
	readonly tables: TableDraft[];
	readonly equalities: EqualityPart[];
	readonly differences: DifferencePart[];
	readonly sets: SetPart[];
	readonly levels: LevelPart[];
	readonly profiles: ProfilePart[];
	readonly only: OnlyPart[];
	readonly exceptions: ExceptionList;
	readonly general: GeneralPart[];
};

/** Whether the piece is of a kind that arrays can say. */
function addPiece(draft: Draft, piece: Piece): boolean {
	const { compare } = piece.measure;
	const columns = columnsOf(piece.measure);
	switch (compare) {
		case "range":
		case "one-of":
			addBase(draft, piece);
			return true;
		case "named": {
			const only = addNamed(draft.exceptions, piece, draft.places, draft.base);
			if (only !== undefined) draft.only.push(only);
			return true;
		}
		case "reporting-line":
			if (columns === undefined) return false;
			addReportingLine(draft.exceptions, columns, draft.places);
			draft.tables.push(whereNobodyIsNamed(draft, piece, columns));
			return true;
		case "same":
		case "different":
		case "steps":
		case "contains":
		case "overlap":
		case "distance":
		case "difference":
		case "table":
		case "levels":
		case "levels-alike":
		case "levels-apart":
			return columns !== undefined && addComparison(draft, piece, columns);
		default:
			return false;
	}
}

function addComparison(draft: Draft, piece: Piece, columns: Columns): boolean {
	const { mentors, mentees } = draft.places;
	const folded = namedTexts(draft.policy, piece);
	const mentor = columnOf(mentors, columns.mentor);
	const mentee = columnOf(mentees, columns.mentee);
	const table = asTable(
		piece,
		columns,
		folded === undefined ? mentor : foldOthers(mentor, folded.mentor),
		folded === undefined ? mentee : foldOthers(mentee, folded.mentee),
	);
	if (table !== undefined) return draft.tables.push(table) > 0;
	const part = addPart(draft, { piece, columns, mentor, mentee });
	if (part === undefined) return false;
	const { mentee: base } = draft.base;
	part.skips.forEach((skips, i) => {
		if (skips === 1) base[i] = (base[i] ?? 0) + piece.onEmpty;
	});
	return true;
}

function addPart(draft: Draft, compared: Compared): Emptiness | undefined {
	const { compare } = compared.piece.measure;
	if (compare === "same" || compare === "different")
		return keep(draft.equalities, asEquality(compared));
	if (compare === "distance" || compare === "difference")
		return keep(draft.differences, asDifference(compared));
	if (compare === "contains" || compare === "overlap")
		return keep(draft.sets, asSet(compared));
	if (compare === "levels-alike" || compare === "levels-apart")
		return keep(draft.profiles, asProfile(compared));
	return compare === "levels"
		? keep(draft.levels, asLevels(compared))
		: undefined;
}

function keep<Part extends Emptiness>(
	list: Part[],
	part: Part | undefined,
): Part | undefined {
	if (part !== undefined) list.push(part);
	return part;
}

/** The texts that a table of points names on each side; all others are worth the same. */
function namedTexts(policy: Policy, { measure }: Piece) {
	if (measure.compare !== "table") return undefined;
	const texts = (side: Side) =>
		new Set(
			measure.entries.map((entry) =>
				comparable(entry[side], policy.ignoreCase),
			),
		);
	return { mentor: texts("mentor"), mentee: texts("mentee") };
}

/** A piece that looks at one person alone. */
function addBase({ base, places }: Draft, piece: Piece): void {
	const own = ownColumn(piece.measure);
	if (own === undefined) return;
	const people = own.side === "mentee" ? places.mentees : places.mentors;
	const { cells, codes } = columnOf(people, own.column);
	const nobody = personWith("", { kind: "empty" });
	const worth = Array.from(eachCell(cells), (cell) => {
		const person = personWith(own.column, cell);
		return own.side === "mentee"
			? piece.value(nobody, person)
			: piece.value(person, nobody);
	});
	const sums = base[own.side];
	codes.forEach((code, at) => {
		sums[at] = (sums[at] ?? 0) + (worth[code] ?? 0);
	});
}

/** What holds by a reporting line for people who are not in each other's: only whether either says anything matters. */
function whereNobodyIsNamed(
	{ places }: Draft,
	piece: Piece,
	columns: Columns,
): TableDraft {
	const spoken = ({ codes }: CodedColumn) =>
		codes.map((code) => (code === 0 ? 0 : 1));
	const cells: readonly Cell[] = [
		{ kind: "empty" },
		{ kind: "list", items: [] },
	];
	return {
		mentorCode: spoken(columnOf(places.mentors, columns.mentor)),
		menteeCode: spoken(columnOf(places.mentees, columns.mentee)),
		width: 2,
		points: Float64Array.from(
			cells.flatMap((mentee) =>
				cells.map((mentor) => valueOfCells(piece, columns, mentor, mentee)),
			),
		),
	};
}

/** Asks the measure itself about every pair; people are put together again when they are first asked about. */
function askEach(piece: Piece, { mentors, mentees }: Places): GeneralPart {
	const remember = (people: PeopleColumns) => {
		const known: (Person | undefined)[] = [];
		return (at: number) => (known[at] ??= personAt(people, at));
	};
	const mentor = remember(mentors);
	const mentee = remember(mentees);
	return (i, j) => piece.value(mentor(j), mentee(i));
}
