import type { Place } from "./json-reading.ts";
import {
	readAmount,
	readAnyMembers,
	readChoice,
	readList,
	readMembers,
	readText,
	required,
	wrong,
} from "./json-reading.ts";
import type { Term, TermMeasure } from "./policy.ts";
import { TERM_FAMILIES } from "./policy.ts";
import { readKinds } from "./read-kinds.ts";
import type {
	ComparisonReader,
	KnownColumns,
	Members,
} from "./read-columns.ts";
import {
	readAlikeColumns,
	readComparedColumns,
	readComparison,
	readOwnColumn,
	readValues,
} from "./read-columns.ts";
import { readAround, readContained } from "./read-rule.ts";

/** Reads one term of the score; problems go to the place's list. */
export function readTerm(
	place: Place,
	columns: KnownColumns,
	kinds: ReadonlySet<string>,
): Term {
	const reader = readComparison<TermMeasure>(place, READERS);
	if (reader === undefined) return NO_TERM;
	const members = readMembers(place, [...SHARED, ...reader.takes]);
	const name = required(place, members, "name");
	const family = members.get("family");
	const hasPoints = required(place, members, "points") !== undefined;
	return {
		name: name === undefined ? "" : readText(name),
		...readKinds(members, kinds),
		...(family === undefined
			? {}
			: { family: readChoice(family, TERM_FAMILIES, "competence") }),
		whenEmpty: readOptionalAmount(members, "whenEmpty", 0),
		measure: hasPoints ? reader.read(place, members, columns) : NO_TERM.measure,
	};
}

const SHARED = ["name", "kinds", "compare", "whenEmpty", "points", "family"];
const PAIRED = ["column", "mentor", "mentee"];
const VALUES = ["text", "scale", "number", "date"] as const;

const NO_TERM: Term = {
	name: "",
	whenEmpty: 0,
	measure: {
		compare: "same",
		columns: { mentor: "", mentee: "" },
		points: 0,
	},
};

type Readers = {
	readonly [Name in TermMeasure["compare"]]: ComparisonReader<TermMeasure>;
};

const READERS: Readers = {
	same: {
		takes: PAIRED,
		read: (place, members, columns) => ({
			compare: "same",
			columns: readAlikeColumns(place, members, columns, VALUES),
			points: readPoints(members),
		}),
	},
	different: {
		takes: PAIRED,
		read: (place, members, columns) => ({
			compare: "different",
			columns: readAlikeColumns(place, members, columns, VALUES),
			points: readPoints(members),
		}),
	},
	contains: {
		takes: ["mentor", "mentee"],
		read: (place, members, columns) => ({
			compare: "contains",
			columns: readContained(place, members, columns),
			points: readPoints(members),
		}),
	},
	steps: {
		takes: PAIRED,
		read: (place, members, columns) => ({
			compare: "steps",
			columns: readAlikeColumns(place, members, columns, ["scale"]),
			points: readAmountsByNumber(members),
		}),
	},
	overlap: {
		takes: [...PAIRED, "most"],
		read: (place, members, columns) => ({
			compare: "overlap",
			columns: readComparedColumns(place, members, columns, ["list"]),
			pointsEach: readPoints(members),
			most: readOptionalAmount(members, "most", Infinity),
		}),
	},
	distance: {
		takes: [...PAIRED, "perUnit", "around"],
		read: (place, members, columns) => ({
			compare: "distance",
			columns: readAlikeColumns(place, members, columns, ["number", "date"]),
			points: readPoints(members),
			perUnit: readPerUnit(place, members),
			around: readAround(members),
		}),
	},
	table: {
		takes: [...PAIRED, "otherwise"],
		read: (place, members, columns) => ({
			compare: "table",
			columns: readComparedColumns(place, members, columns, ["text", "scale"]),
			entries: readEntries(members),
			otherwise: readOptionalAmount(members, "otherwise", 0),
		}),
	},
	levels: {
		takes: [...PAIRED, "most"],
		read: (place, members, columns) => ({
			compare: "levels",
			columns: readComparedColumns(place, members, columns, ["levels"]),
			points: readAmountsByNumber(members),
			most: readOptionalAmount(members, "most", Infinity),
		}),
	},
	"levels-alike": {
		takes: [...PAIRED, "perUnit"],
		read: (place, members, columns) => ({
			compare: "levels-alike",
			columns: readComparedColumns(place, members, columns, ["levels"]),
			points: readPoints(members),
			perUnit: readPerUnit(place, members),
		}),
	},
	"levels-apart": {
		takes: [...PAIRED, "most"],
		read: (place, members, columns) => ({
			compare: "levels-apart",
			columns: readComparedColumns(place, members, columns, ["levels"]),
			pointsEach: readPoints(members),
			most: readOptionalAmount(members, "most", Infinity),
		}),
	},
	named: {
		takes: ["side", "column"],
		read: (place, members, columns) => ({
			compare: "named",
			...readOwnColumn(place, members, columns, ["list", "text"]),
			points: readRanks(members),
		}),
	},
	"one-of": {
		takes: ["side", "column", "values"],
		read: (place, members, columns) => ({
			compare: "one-of",
			...readOwnColumn(place, members, columns, ["text", "scale", "list"]),
			values: readValues(place, members),
			points: readPoints(members),
		}),
	},
};

function readPoints(members: Members): number {
	return readOptionalAmount(members, "points", 0);
}

function readRanks(members: Members): readonly number[] {
	const points = members.get("points");
	if (points === undefined || !Array.isArray(points.value))
		return [readPoints(members)];
	const ranks = readList(points).map(readAmount);
	return ranks.length === 0
		? wrong(points, "must name the points of at least one rank", [0])
		: ranks;
}

function readPerUnit(place: Place, members: Members): number {
	const perUnit = required(place, members, "perUnit");
	if (perUnit === undefined) return 0;
	const amount = readAmount(perUnit);
	return amount < 0 ? wrong(perUnit, "must not be below 0", 0) : amount;
}

function readOptionalAmount(
	members: Members,
	name: string,
	otherwise: number,
): number {
	const place = members.get(name);
	return place === undefined ? otherwise : readAmount(place);
}

/** `{ "1": 9, "2": 12 }`: points by a whole number. */
function readAmountsByNumber(members: Members): ReadonlyMap<number, number> {
	const amounts = new Map<number, number>();
	const points = members.get("points");
	if (points === undefined) return amounts;
	for (const [name, member] of readAnyMembers(points)) {
		if (/^-?\d{1,3}$/u.test(name))
			amounts.set(Number(name), readAmount(member));
		else wrong(member, "must be named by a whole number", 0);
	}
	return amounts;
}

type Entry = {
	readonly mentor: string;
	readonly mentee: string;
	readonly points: number;
};

function readEntries(members: Members): readonly Entry[] {
	const points = members.get("points");
	return points === undefined ? [] : readList(points).map(readEntry);
}

function readEntry(place: Place): Entry {
	const members = readMembers(place, ["mentor", "mentee", "points"]);
	const mentor = required(place, members, "mentor");
	const mentee = required(place, members, "mentee");
	const points = required(place, members, "points");
	return {
		mentor: mentor === undefined ? "" : readText(mentor),
		mentee: mentee === undefined ? "" : readText(mentee),
		points: points === undefined ? 0 : readAmount(points),
	};
}
