import type { Place } from "./json-reading.ts";
import {
	readAmount,
	readChoice,
	readList,
	readMembers,
	readText,
	readWhole,
	required,
	wrong,
} from "./json-reading.ts";
import type { Columns, Rule, RuleTest } from "./policy.ts";
import { MOST_UNITS } from "./policy.ts";
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

/** Reads one hard rule; problems go to the place's list. */
export function readRule(
	place: Place,
	columns: KnownColumns,
	kinds: ReadonlySet<string>,
): Rule {
	const reader = readComparison<RuleTest>(place, READERS);
	if (reader === undefined) return NO_RULE;
	const members = readMembers(place, [...SHARED, ...reader.takes]);
	const name = required(place, members, "name");
	const whenEmpty = members.get("whenEmpty");
	return {
		name: name === undefined ? "" : readText(name),
		...readKinds(members, kinds),
		whenEmpty:
			whenEmpty === undefined
				? "pass"
				: readChoice(whenEmpty, ["pass", "refuse"], "pass"),
		test: reader.read(place, members, columns),
	};
}

const SHARED = ["name", "kinds", "compare", "whenEmpty"];
const PAIRED = ["column", "mentor", "mentee"];
const VALUES = ["text", "scale", "number", "date"] as const;
const AMOUNTS = ["number", "date"] as const;
const IDS = ["list", "text"] as const;
const ITEMS = ["text", "scale", "list"] as const;

const NO_RULE: Rule = {
	name: "",
	whenEmpty: "pass",
	test: { compare: "same", columns: { mentor: "", mentee: "" } },
};

type Readers = {
	readonly [Name in RuleTest["compare"]]: ComparisonReader<
		RuleTest & { readonly compare: Name }
	>;
};

const READERS: Readers = {
	same: {
		takes: PAIRED,
		read: (place, members, columns) => ({
			compare: "same",
			columns: readAlikeColumns(place, members, columns, VALUES),
		}),
	},
	different: {
		takes: PAIRED,
		read: (place, members, columns) => ({
			compare: "different",
			columns: readAlikeColumns(place, members, columns, VALUES),
		}),
	},
	steps: {
		takes: [...PAIRED, "allowed"],
		read: (place, members, columns) => ({
			compare: "steps",
			columns: readAlikeColumns(place, members, columns, ["scale"]),
			allowed: readSteps(place, members),
		}),
	},
	contains: {
		takes: ["mentor", "mentee"],
		read: (place, members, columns) => ({
			compare: "contains",
			columns: readContained(place, members, columns),
		}),
	},
	overlap: {
		takes: [...PAIRED, "least", "most"],
		read: (place, members, columns) => ({
			compare: "overlap",
			columns: readComparedColumns(place, members, columns, ["list"]),
			least: readCount(members, "least", 0),
			most: readCount(members, "most", MOST_UNITS),
		}),
	},
	distance: {
		takes: [...PAIRED, "most", "around"],
		read: (place, members, columns) => ({
			compare: "distance",
			columns: readAlikeColumns(place, members, columns, AMOUNTS),
			most: readMost(place, members),
			around: readAround(members),
		}),
	},
	difference: {
		takes: [...PAIRED, "least", "most"],
		read: (place, members, columns) => ({
			compare: "difference",
			columns: readAlikeColumns(place, members, columns, AMOUNTS),
			...readLimits(place, members),
		}),
	},
	range: {
		takes: ["side", "column", "least", "most"],
		read: (place, members, columns) => ({
			compare: "range",
			...readOwnColumn(place, members, columns, ["number"]),
			...readLimits(place, members),
		}),
	},
	"one-of": {
		takes: ["side", "column", "values"],
		read: (place, members, columns) => ({
			compare: "one-of",
			...readOwnColumn(place, members, columns, ITEMS),
			values: readValues(place, members),
		}),
	},
	levels: {
		takes: [...PAIRED, "least", "level"],
		read: (place, members, columns) => ({
			compare: "levels",
			columns: readComparedColumns(place, members, columns, ["levels"]),
			least: readCount(members, "least", 1),
			level: readCount(members, "level", 1),
		}),
	},
	named: {
		takes: ["side", "column", "allowed"],
		read: (place, members, columns) => ({
			compare: "named",
			...readOwnColumn(place, members, columns, IDS),
			allowed: readAllowed(place, members),
		}),
	},
	"reporting-line": {
		takes: PAIRED,
		read: (place, members, columns) => ({
			compare: "reporting-line",
			columns: readComparedColumns(place, members, columns, IDS),
		}),
	},
};

/** A circle's circumference, for hours of the day and the like. */
export function readAround(members: Members): number | undefined {
	const place = members.get("around");
	if (place === undefined) return undefined;
	const around = readAmount(place);
	return around > 0 ? around : wrong(place, "must be above 0", undefined);
}

/** One side a list, the other one value that must be in it. */
export function readContained(
	place: Place,
	members: Members,
	columns: KnownColumns,
): Columns {
	const names = readComparedColumns(place, members, columns, IDS);
	const kinds = [names.mentor, names.mentee].map((n) => columns.get(n)?.kind);
	if (kinds[0] !== undefined && kinds[0] === kinds[1])
		wrong(place, "must compare a list with a text", 0);
	return names;
}

function readSteps(place: Place, members: Members): readonly number[] {
	const allowed = required(place, members, "allowed");
	return allowed === undefined
		? []
		: readList(allowed).map((item) => readWhole(item, -100, 100));
}

function readMost(place: Place, members: Members): number {
	const most = required(place, members, "most");
	return most === undefined ? 0 : readAmount(most);
}

function readLimits(
	place: Place,
	members: Members,
): { readonly least: number; readonly most: number } {
	const leastPlace = members.get("least");
	const mostPlace = members.get("most");
	if (leastPlace === undefined && mostPlace === undefined)
		wrong(place, 'needs "least" or "most"', 0);
	const least = leastPlace === undefined ? -Infinity : readAmount(leastPlace);
	const most = mostPlace === undefined ? Infinity : readAmount(mostPlace);
	if (least > most) wrong(place, '"least" must not be above "most"', 0);
	return { least, most };
}

function readAllowed(place: Place, members: Members): "only" | "never" {
	const allowed = required(place, members, "allowed");
	return allowed === undefined
		? "never"
		: readChoice(allowed, ["only", "never"], "never");
}

function readCount(members: Members, name: string, otherwise: number): number {
	const place = members.get(name);
	return place === undefined ? otherwise : readWhole(place, 0, MOST_UNITS);
}
