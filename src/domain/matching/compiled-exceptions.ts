// Rules and terms that name people: what holds for those not named is said by a person's own cells, and the few pairs named are kept
// as exceptions, mentee by mentee. The two rules that hold anyway (nobody with themselves, no forbidden pair) are exceptions too.
import type { Piece } from "./compiled-piece.ts";
import { NOBODY, ownColumn, personWith } from "./compiled-piece.ts";
import type { OnlyPart, SparsePart } from "./kernel/pair-tables.ts";
import { itemsOf } from "./measure.ts";
import { areOfKinds, cellAt, eachWord } from "./packed-cells.ts";
import type { CodedColumn, PeopleColumns } from "./people-columns.ts";
import { columnOf } from "./people-columns.ts";
import { comparable } from "./people-table.ts";
import type { Columns, Policy } from "./policy.ts";

/** Pairs of indices with what to add to their points. */
export type ExceptionList = {
	readonly mentee: number[];
	readonly mentor: number[];
	readonly points: number[];
};

/** Where people are found by their keys. */
export type Places = {
	readonly mentors: PeopleColumns;
	readonly mentees: PeopleColumns;
	readonly mentorAt: ReadonlyMap<string, number>;
	readonly menteeAt: ReadonlyMap<string, number>;
};

export function placesOf(
	mentors: PeopleColumns,
	mentees: PeopleColumns,
): Places {
	const places = ({ keys }: PeopleColumns) =>
		new Map(keys.map((key, at) => [key, at]));
	return {
		mentors,
		mentees,
		mentorAt: places(mentors),
		menteeAt: places(mentees),
	};
}

/** Nobody is paired with themselves, and no forbidden pair is made. */
export function addStanding(
	list: ExceptionList,
	policy: Policy,
	{ mentors, mentorAt, menteeAt }: Places,
): void {
	mentors.keys.forEach((key, mentor) => {
		const mentee = menteeAt.get(key);
		if (mentee !== undefined) bar(list, mentee, mentor);
	});
	for (const pair of policy.forbidden) {
		const mentee = menteeAt.get(comparable(pair.mentee, policy.ignoreCase));
		const mentor = mentorAt.get(comparable(pair.mentor, policy.ignoreCase));
		if (mentee !== undefined && mentor !== undefined) bar(list, mentee, mentor);
	}
}

/** The pairs that one side names. What the others are worth is in `base`; where they are barred, only those named may be paired. */
export function addNamed(
	list: ExceptionList,
	piece: Piece,
	places: Places,
	base: { readonly mentee: Float64Array; readonly mentor: Float64Array },
): OnlyPart | undefined {
	const own = ownColumn(piece.measure);
	if (own === undefined) return undefined;
	const people = own.side === "mentee" ? places.mentees : places.mentors;
	const others = own.side === "mentee" ? places.mentorAt : places.menteeAt;
	const { cells, codes } = columnOf(people, own.column);
	const value = (at: number, key: string) => {
		const one = personWith(own.column, cellAt(cells, at));
		const other = personWith("", { kind: "empty" }, key);
		return own.side === "mentee"
			? piece.value(other, one)
			: piece.value(one, other);
	};
	const unnamed = Array.from({ length: cells.count }, (_, code) =>
		value(code, NOBODY),
	);
	const allowed: ExceptionList = { mentee: [], mentor: [], points: [] };
	codes.forEach((code, at) => {
		const usual = unnamed[code] ?? 0;
		if (usual !== -Infinity)
			base[own.side][at] = (base[own.side][at] ?? 0) + usual;
		for (const key of itemsOf(cellAt(cells, code))) {
			const other = others.get(key);
			if (other === undefined) continue;
			const points = value(code, key);
			const to = usual === -Infinity ? allowed : list;
			if (usual === -Infinity && points === -Infinity) continue;
			to[own.side].push(at);
			to[own.side === "mentee" ? "mentor" : "mentee"].push(other);
			to.points.push(usual === -Infinity ? points : points - usual);
		}
	});
	return onlyPart(allowed, own.side, codes, unnamed, places);
}

/** The pairs in one reporting line: each person's managers stand in their cell. */
export function addReportingLine(
	list: ExceptionList,
	columns: Columns,
	{ mentors, mentees, mentorAt, menteeAt }: Places,
): void {
	const above = columnOf(mentors, columns.mentor);
	const menteesAbove = columnOf(mentees, columns.mentee);
	eachNamed(above, menteeAt, (mentor, mentee) => bar(list, mentee, mentor));
	eachNamed(menteesAbove, mentorAt, (mentee, mentor) =>
		bar(list, mentee, mentor),
	);
}

/** Calls `visit` with each person and everybody of the other side whom their cell names. */
function eachNamed(
	{ cells, codes }: CodedColumn,
	others: ReadonlyMap<string, number>,
	visit: (person: number, other: number) => void,
): void {
	if (!areOfKinds(cells, ["text", "step", "list"])) {
		codes.forEach((code, person) => {
			for (const key of itemsOf(cellAt(cells, code))) {
				const other = others.get(key);
				if (other !== undefined) visit(person, other);
			}
		});
		return;
	}
	const otherOf = Int32Array.from(cells.words, (key) => others.get(key) ?? -1);
	codes.forEach((code, person) =>
		eachWord(cells, code, (word) => {
			const other = otherOf[word] ?? -1;
			if (other >= 0) visit(person, other);
		}),
	);
}

/** The list by mentee, in the order it was made. */
export function sparsePart(list: ExceptionList, mentees: number): SparsePart {
	const first = new Int32Array(mentees + 1);
	for (const mentee of list.mentee)
		first[mentee + 1] = (first[mentee + 1] ?? 0) + 1;
	for (let i = 0; i < mentees; i++)
		first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
	const next = first.slice();
	const mentor = new Int32Array(list.mentee.length);
	const points = new Float64Array(list.mentee.length);
	list.mentee.forEach((mentee, k) => {
		const at = next[mentee] ?? 0;
		next[mentee] = at + 1;
		mentor[at] = list.mentor[k] ?? 0;
		points[at] = list.points[k] ?? 0;
	});
	return { first, mentor, points };
}

function bar(list: ExceptionList, mentee: number, mentor: number): void {
	list.mentee.push(mentee);
	list.mentor.push(mentor);
	list.points.push(-Infinity);
}

function onlyPart(
	allowed: ExceptionList,
	side: "mentee" | "mentor",
	codes: Int32Array,
	unnamed: readonly number[],
	{ mentees }: Places,
): OnlyPart | undefined {
	const barred = codes.map((code) => (unnamed[code] === -Infinity ? 1 : 0));
	if (!barred.includes(1)) return undefined;
	const { first, mentor } = sparsePart(allowed, mentees.ids.length);
	const isMentee = side === "mentee";
	return {
		first,
		mentor,
		mentees: isMentee
			? Uint8Array.from(barred)
			: new Uint8Array(mentees.ids.length),
		mentors: isMentee
			? new Int32Array(0)
			: Int32Array.from(barred.keys().filter((j) => barred[j] === 1)),
	};
}
