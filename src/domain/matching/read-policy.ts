import type { DocumentProblem, Place } from "./json-reading.ts";
import {
	readAnyMembers,
	readBoolean,
	readChoice,
	readItems,
	readList,
	readMember,
	readMembers,
	readText,
	readWhole,
	required,
	startReading,
	wrong,
} from "./json-reading.ts";
import type {
	ColumnKind,
	Columns,
	MentorKind,
	NamedPair,
	PinnedPair,
	Policy,
	Quantity,
} from "./policy.ts";
import { MOST_UNITS } from "./policy.ts";
import { readCap } from "./read-cap.ts";
import { readOwnKind } from "./read-kinds.ts";
import { readRule } from "./read-rule.ts";
import { readTerm } from "./read-term.ts";

export type PolicyReading =
	| { readonly ok: true; readonly policy: Policy }
	| { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Reads a policy from parsed JSON. A document with problems gives all of them, each with its JSON path. */
export function readPolicy(json: unknown): PolicyReading {
	const place = startReading(json);
	const policy = readDocument(place);
	return place.problems.length === 0
		? { ok: true, policy }
		: { ok: false, problems: place.problems };
}

const MEMBERS = [
	"$schema",
	"version",
	"name",
	"ignoreCase",
	"id",
	"columns",
	"capacity",
	"need",
	"kinds",
	"rules",
	"terms",
	"caps",
	"protected",
	"pinned",
	"forbidden",
] as const;

function readDocument(place: Place): Policy {
	const members = readMembers(place, MEMBERS);
	const version = required(place, members, "version");
	if (version !== undefined && version.value !== 1)
		wrong(version, "must be 1, the only version there is", 1);
	readMember(members, "$schema", readText, "");
	const id = required(place, members, "id");
	const columns = readMember(members, "columns", readColumns, NO_COLUMNS);
	const kinds = readItems(members, "kinds", readKind);
	const kindNames = new Set(kinds.map(({ name }) => name));
	const rules = readItems(members, "rules", (item) =>
		readRule(item, columns, kindNames),
	);
	const terms = readItems(members, "terms", (item) =>
		readTerm(item, columns, kindNames),
	);
	const caps = readItems(members, "caps", (item) => readCap(item, columns));
	const pinned = readItems(members, "pinned", (item) =>
		readPin(item, kindNames),
	);
	const forbidden = readItems(members, "forbidden", (item) => readPair(item));
	refuseRepeatedNames(members.get("rules"), rules);
	refuseRepeatedNames(members.get("terms"), terms);
	refuseRepeatedNames(members.get("caps"), [...rules, ...caps]);
	refuseRepeatedNames(
		members.get("kinds"),
		kinds.map(({ name }) => ({ name: name.toLowerCase() })),
	);
	const need = members.get("need");
	if (need !== undefined && kinds.length > 0)
		wrong(need, "has no meaning where there are kinds, which say how many", 0);
	refuseContradictions(members.get("pinned"), pinned, forbidden);
	return {
		name: readMember(members, "name", readText, ""),
		ignoreCase: readMember(members, "ignoreCase", readBoolean, false),
		id: id === undefined ? { mentor: "", mentee: "" } : readIdColumns(id),
		columns,
		capacity: readMember(members, "capacity", readQuantity, ONE),
		need: readMember(members, "need", readQuantity, ONE),
		kinds,
		rules,
		terms,
		caps,
		protectedColumns: readItems(members, "protected", readText),
		pinned,
		forbidden,
	};
}

const NO_COLUMNS: ReadonlyMap<string, ColumnKind> = new Map();
const ONE: Quantity = { from: "policy", units: 1 };

function readKind(place: Place): MentorKind {
	const members = readMembers(place, ["name", "need"]);
	const name = required(place, members, "name");
	return {
		name: name === undefined ? "" : readText(name),
		need: readMember(members, "need", readQuantity, ONE),
	};
}

function readIdColumns(place: Place): Columns {
	if (typeof place.value === "string") {
		const column = readText(place);
		return { mentor: column, mentee: column };
	}
	const members = readMembers(place, ["mentor", "mentee"]);
	const mentor = required(place, members, "mentor");
	const mentee = required(place, members, "mentee");
	return {
		mentor: mentor === undefined ? "" : readText(mentor),
		mentee: mentee === undefined ? "" : readText(mentee),
	};
}

function readColumns(place: Place): ReadonlyMap<string, ColumnKind> {
	return new Map(
		readAnyMembers(place)
			.entries()
			.map(([name, member]) => [
				readText({ ...member, value: name }),
				readColumnKind(member),
			]),
	);
}

function readColumnKind(place: Place): ColumnKind {
	if (typeof place.value === "string")
		return readColumnKindOf(place, place, new Map());
	const members = readMembers(place, ["kind", "separator", "values"]);
	const kind = required(place, members, "kind");
	return kind === undefined
		? { kind: "text" }
		: readColumnKindOf(place, kind, members);
}

const KINDS = ["text", "list", "number", "scale", "date", "levels"] as const;

function readColumnKindOf(
	place: Place,
	kindPlace: Place,
	members: ReadonlyMap<string, Place>,
): ColumnKind {
	const kind = readChoice(kindPlace, KINDS, "text");
	const separator = members.get("separator");
	const values = members.get("values");
	if (separator !== undefined && kind !== "list" && kind !== "levels")
		wrong(separator, `has no meaning for the kind ${kind}`, 0);
	if (values !== undefined && kind !== "scale")
		wrong(values, `has no meaning for the kind ${kind}`, 0);
	if (kind === "scale") return { kind, values: readScale(place, values) };
	if (kind !== "list" && kind !== "levels") return { kind };
	const isOneCharacter =
		separator === undefined ||
		(typeof separator.value === "string" &&
			separator.value.isWellFormed() &&
			/^[^\s:]$|^\n$/u.test(separator.value));
	return {
		kind,
		separator:
			separator === undefined
				? ","
				: isOneCharacter
					? String(separator.value)
					: wrong(
							separator,
							"must be one character, not a space or colon",
							",",
						),
	};
}

function readScale(place: Place, values: Place | undefined): readonly string[] {
	if (values === undefined)
		return wrong(place, 'needs "values", from lowest to highest', []);
	const scale = readList(values).map(readText);
	if (new Set(scale).size < scale.length)
		wrong(values, "must not name a value twice", 0);
	return scale.length < 2
		? wrong(values, "must name at least two values", scale)
		: scale;
}

function readQuantity(place: Place): Quantity {
	if (typeof place.value !== "object")
		return { from: "policy", units: readWhole(place, 0, MOST_UNITS) };
	const members = readMembers(place, ["column", "whenEmpty"]);
	const column = required(place, members, "column");
	const whenEmpty = members.get("whenEmpty");
	return {
		from: "column",
		column: column === undefined ? "" : readText(column),
		whenEmpty:
			whenEmpty === undefined ? 1 : readWhole(whenEmpty, 0, MOST_UNITS),
	};
}

/** A pin may name the rules it breaks, together with the decision that lets it. */
function readPin(place: Place, kinds: ReadonlySet<string>): PinnedPair {
	const members = readAnyMembers(place);
	const kind = readOwnKind(place, members, kinds);
	const despite = readItems(members, "despite", readText);
	const decision = members.get("decision");
	if (despite.length > 0 && decision === undefined)
		wrong(place, 'needs "decision" where it says "despite"', 0);
	if (
		despite.length === 0 &&
		(decision ?? members.get("despite")) !== undefined
	)
		wrong(place, 'must name the rules it breaks in "despite"', 0);
	return {
		...readPair(place, ["kind", "despite", "decision"]),
		...(kind === undefined ? {} : { kind }),
		despite,
		decision: decision === undefined ? "" : readText(decision),
	};
}

function readPair(place: Place, takes: readonly string[] = []): NamedPair {
	const members = readMembers(place, ["mentee", "mentor", "why", ...takes]);
	const mentee = required(place, members, "mentee");
	const mentor = required(place, members, "mentor");
	const why = members.get("why");
	if (why !== undefined) readText(why);
	return {
		mentee: mentee === undefined ? "" : readText(mentee),
		mentor: mentor === undefined ? "" : readText(mentor),
	};
}

function refuseRepeatedNames(
	place: Place | undefined,
	named: readonly { readonly name: string }[],
): void {
	const seen = new Set<string>();
	for (const { name } of named) {
		if (place !== undefined && name !== "" && seen.has(name))
			wrong(place, `uses the name "${name}" twice`, 0);
		seen.add(name);
	}
}

function refuseContradictions(
	place: Place | undefined,
	pinned: readonly NamedPair[],
	forbidden: readonly NamedPair[],
): void {
	if (place === undefined) return;
	const key = ({ mentee, mentor }: NamedPair) =>
		JSON.stringify([mentee, mentor]);
	const barred = new Set(forbidden.map(key));
	const seen = new Set<string>();
	for (const pair of pinned) {
		const names = `${pair.mentee} and ${pair.mentor}`;
		if (barred.has(key(pair)))
			wrong(place, `pins ${names}, who are forbidden`, 0);
		if (seen.has(key(pair))) wrong(place, `pins ${names} twice`, 0);
		seen.add(key(pair));
	}
}
