// How the board is laid out, without markup: which part of a score gets which mark, who stands in which group, what is shown.
import type { Policy } from "../../domain/matching/policy.ts";
import { t } from "../../ui/text.ts";
import { termName } from "./policy-names.ts";
import type { Board, BoardPair, BoardPerson } from "./queries/board.ts";
import { weightOf } from "./term-weight.ts";

/** A kind of mark: one term, or several told together. */
export type Mark = {
	/** 1 to 5: the group colour, and with it the place within a bar. */
	readonly place: number;
	readonly label: string;
	readonly terms: readonly string[];
	/** The most it can give; for terms without an upper end what one thing in common gives. */
	readonly most: number;
};

export type MarkedPair = BoardPair & {
	/** Points of each mark, in the marks' order. */
	readonly points: readonly number[];
	readonly isPinned: boolean;
	/** The mentee had somebody else, or nobody, in the run before. */
	readonly isChanged: boolean;
};

export type MentorRow = {
	readonly mentor: BoardPerson;
	readonly pairs: readonly MarkedPair[];
	readonly free: number;
};

export type Group = {
	readonly name: string;
	readonly rows: readonly MentorRow[];
	readonly pairs: number;
};

export type Shown = "all" | "pinned" | "changed" | "weak" | "free" | "waiting";

export type Wanted = {
	readonly search: string;
	readonly function: string;
	readonly shown: Shown;
	readonly order: "groups" | "weakest";
	/** Of the ledger, from 1. */
	readonly page: number;
};

/**
 * The parts a score is drawn in: the terms that give most in this plan, and everything else. Five at most. What was said in confidence is
 * always part of the rest, together with at least two open terms: told by itself, its points would name the wish behind it.
 */
export function marksOf(
	policy: Policy,
	confidential: ReadonlySet<string>,
	pairs: readonly BoardPair[],
): readonly Mark[] {
	const given = pointsByTerm(pairs);
	const open = policy.terms.filter(({ name }) => !confidential.has(name));
	const byPoints = open.toSorted(
		(a, b) => (given.get(b.name) ?? 0) - (given.get(a.name) ?? 0),
	);
	const told = policy.terms.filter(({ name }) => confidential.has(name));
	const alone = byPoints.slice(
		0,
		told.length === 0
			? aloneInTheOpen(open.length)
			: aloneBesideConfidence(byPoints.filter(({ name }) => given.get(name))),
	);
	const rest = open.filter((term) => !alone.includes(term));
	const groups = [
		...alone.map((term) => ({ label: termName(term.name), terms: [term] })),
		{
			label:
				rest.length === 1 && told.length === 0
					? termName(rest[0]?.name ?? "")
					: t("Everything else"),
			terms: [...rest, ...told],
		},
	];
	return groups
		.filter(({ terms }) => terms.length > 0)
		.map(({ label, terms }, index) => ({
			place: index + 1,
			label,
			terms: terms.map(({ name }) => name),
			most: terms.reduce((sum, { measure }) => sum + weightOf(measure), 0),
		}));
}

function aloneInTheOpen(terms: number): number {
	return terms <= 5 ? terms : 4;
}

// A term that gives nobody anything hides nothing: two that do give points must stay with what was said in confidence.
function aloneBesideConfidence(giving: readonly unknown[]): number {
	return Math.max(0, Math.min(4, giving.length - 2));
}

export function markedPairs(
	board: Board,
	marks: readonly Mark[],
): readonly MarkedPair[] {
	const pins = new Set(
		board.decisions
			.filter(({ decision }) => decision === "pin")
			.map(({ mentee, mentor }) => `${mentee} ${mentor}`),
	);
	return board.pairs.map((pair) => ({
		...pair,
		points: marks.map(({ terms }) =>
			pair.parts
				.filter(({ term }) => terms.includes(term))
				.reduce((sum, { points }) => sum + points, 0),
		),
		isPinned: pins.has(`${pair.mentee} ${pair.mentor}`),
		isChanged: pair.before !== null && !pair.before.includes(pair.mentor),
	}));
}

/** The greatest height of a bar: what is above zero, before anything is taken off. */
export function scaleOf(pairs: readonly MarkedPair[]): number {
	return Math.max(
		1,
		...pairs.map(({ points }) =>
			points.reduce((sum, part) => sum + Math.max(0, part), 0),
		),
	);
}

/** The ledger: mentors with their pairs, by the mentors' function, or weakest pairs first without groups. */
export function ledger(
	board: Board,
	pairs: readonly MarkedPair[],
	wanted: Wanted,
): readonly Group[] {
	const isWeak = weakest(pairs);
	const byMentor = Map.groupBy(pairs, ({ mentor }) => mentor);
	const rows = [
		...new Set([...byMentor.keys(), ...board.places.keys()]),
	].flatMap((id): MentorRow[] => {
		const mentor = board.people.get(id);
		if (mentor === undefined) return [];
		const own = (byMentor.get(id) ?? []).toSorted((a, b) => b.score - a.score);
		const free = Math.max(0, (board.places.get(id) ?? 0) - own.length);
		const isShown = (pair: MarkedPair) => shows(wanted.shown, pair, isWeak);
		const isNamed = [
			mentor,
			...own.flatMap(({ mentee }) => board.people.get(mentee) ?? []),
		].some(({ name, title }) =>
			folded(`${name} ${title ?? ""}`).includes(folded(wanted.search)),
		);
		if (!isNamed) return [];
		if (wanted.function !== "" && (mentor.function ?? "") !== wanted.function)
			return [];
		const left = own.filter(isShown);
		const keepsFree = wanted.shown === "all" || wanted.shown === "free";
		if (wanted.shown === "free" && free === 0) return [];
		if (left.length === 0 && !(keepsFree && free > 0)) return [];
		return [{ mentor, pairs: left, free: keepsFree ? free : 0 }];
	});
	if (wanted.order === "weakest")
		return group(
			"",
			rows
				.filter((row) => row.pairs.length > 0)
				.toSorted((a, b) => lowest(a) - lowest(b)),
		);
	return [...Map.groupBy(rows, ({ mentor }) => mentor.function ?? "")]
		.toSorted(
			([a], [b]) => Number(a === "") - Number(b === "") || a.localeCompare(b),
		)
		.flatMap(([name, own]) =>
			group(
				name === "" ? t("No function given") : name,
				own.toSorted((a, b) => highest(b) - highest(a)),
			),
		);
}

function pointsByTerm(
	pairs: readonly BoardPair[],
): ReadonlyMap<string, number> {
	const given = new Map<string, number>();
	for (const { parts } of pairs)
		for (const { term, points } of parts)
			given.set(term, (given.get(term) ?? 0) + points);
	return given;
}

function group(name: string, rows: readonly MentorRow[]): readonly Group[] {
	return rows.length === 0
		? []
		: [
				{
					name,
					rows,
					pairs: rows.reduce((sum, row) => sum + row.pairs.length, 0),
				},
			];
}

function shows(
	shown: Shown,
	pair: MarkedPair,
	isWeak: (pair: MarkedPair) => boolean,
): boolean {
	switch (shown) {
		case "all":
		case "free":
			return true;
		case "pinned":
			return pair.isPinned;
		case "changed":
			return pair.isChanged;
		case "waiting":
			return pair.status === "published";
		case "weak":
			return isWeak(pair);
	}
}

/** The weakest tenth, at least one. */
function weakest(pairs: readonly MarkedPair[]): (pair: MarkedPair) => boolean {
	const scores = pairs.map(({ score }) => score).toSorted((a, b) => a - b);
	const limit = scores[Math.max(0, Math.ceil(scores.length / 10) - 1)] ?? 0;
	return ({ score }) => score <= limit;
}

function highest({ pairs }: MentorRow): number {
	return Math.max(-Infinity, ...pairs.map(({ score }) => score));
}

function lowest({ pairs }: MentorRow): number {
	return Math.min(Infinity, ...pairs.map(({ score }) => score));
}

function folded(text: string): string {
	return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
