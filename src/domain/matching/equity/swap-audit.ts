// What if the mentees of each group had been members of another? The round is scored and solved again with the protected attribute
// exchanged and everything else as it was, and the two results are compared. Where neither a rule nor a term looks at the attribute,
// both are the same to the last pair (ties are settled by ids, not by attributes), so every difference is an effect of using it.
//
// What this does not show: proxies. A term that looks at something going with the attribute (a site, a function, a level) works the same
// after the exchange, since that is not exchanged. Access and quality by group show such effects; this shows direct use only.
import { toldOf } from "../kinds-told.ts";
import type { PeopleTable } from "../people-table.ts";
import { comparable } from "../people-table.ts";
import type { Policy } from "../policy.ts";
import type { Problem, ScoredPair } from "../problem.ts";
import { byCodePoint } from "../problem.ts";
import type { PinProblem, Scoring, ScoringResult } from "../scoring.ts";
import { scorePairs } from "../scoring.ts";

/** What is exchanged, and how the plan that is looked at was made: an audit by another aim would be one of another plan. */
export type SwapInput<Step> = {
	readonly policy: Policy;
	readonly mentors: PeopleTable;
	readonly mentees: PeopleTable;
	readonly solve: (
		scoring: Scoring,
	) => Generator<
		Step,
		{ readonly problem: Problem; readonly pairs: readonly ScoredPair[] }
	>;
	/** The mentees' column whose values are exchanged. */
	readonly column: string;
};

/** What the exchange changes for the mentees of one group, over all exchanges of it. */
export type SwapGroup = {
	/** The value as it is first written; people without one are left as they are and in no group. */
	readonly group: string;
	readonly members: number;
	/** Members whose mentors would differ in at least one exchange; ids by code point. */
	readonly differently: readonly string[];
	/** Members with a mentor who would have none in some exchange, and the other way round. */
	readonly onlyAsThemselves: number;
	readonly onlyAsOthers: number;
	/** What the group's sum of points would change by, in millionths, averaged over the exchanges. */
	readonly points: number;
};

export type SwapAudit =
	| {
			readonly ok: true;
			/** Whether every exchange gave the same pairs. */
			readonly isSame: boolean;
			readonly exchanges: number;
			readonly groups: readonly SwapGroup[];
			/** Pinned pairs that would break a rule after an exchange: decisions that rest on the attribute. */
			readonly pins: readonly PinProblem[];
	  }
	| {
			readonly ok: false;
			readonly why: "unscored";
			readonly scoring: Extract<ScoringResult, { readonly ok: false }>;
	  }
	| { readonly ok: false; readonly why: "no-such-column" | "one-group" };

/**
 * With k groups there are k − 1 exchanges: each time every mentee takes the value of the group so many places further on (in order of first
 * appearance by id), so that everyone has been everything once; with two groups this is the plain swap. Mentors keep their values: what
 * compares the two sides (same, different) is thereby seen. A round of n takes k solves. Yields the solver's progress.
 */
export function* swapAudit<Step>(
	input: SwapInput<Step>,
): Generator<Step, SwapAudit> {
	const { mentees, column, policy } = input;
	if (!mentees.columns.includes(column))
		return { ok: false, why: "no-such-column" };
	const valueOf = valuesOf(input);
	const names = [...new Set(valueOf.values())];
	if (names.length < 2) return { ok: false, why: "one-group" };
	const present = scored(input, mentees);
	if (!present.ok) return { ok: false, why: "unscored", scoring: present };
	const actual = byMentee(yield* input.solve(present.scoring));
	const tally = new Map(names.map((name) => [name, emptyTally()]));
	const pins: PinProblem[] = [];
	let isSame = true;
	let exchanges = 0;
	for (let shift = 1; shift < names.length; shift++) {
		const moved = exchanged(input, valueOf, names, shift);
		const other = scored(input, moved);
		if (!other.ok) {
			if (other.pins.length === 0)
				return { ok: false, why: "unscored", scoring: other };
			pins.push(...other.pins);
			continue;
		}
		const found = byMentee(yield* input.solve(other.scoring));
		exchanges++;
		isSame = compare(actual, found, valueOf, tally, policy) && isSame;
	}
	return {
		ok: true,
		isSame: isSame && pins.length === 0,
		exchanges,
		pins,
		groups: names.map((group) =>
			summary(group, tally.get(group) ?? emptyTally(), valueOf, exchanges),
		),
	};
}

/** How often such an audit solves: once as it is, and once for each exchange; 0 where there is nothing to exchange. */
export function solvesOf(input: Exchanged): number {
	if (!input.mentees.columns.includes(input.column)) return 0;
	const groups = new Set(valuesOf(input).values()).size;
	return groups < 2 ? 0 : groups;
}

type Exchanged = Omit<SwapInput<never>, "solve">;

type Tally = {
	readonly differently: Set<string>;
	readonly lost: Set<string>;
	readonly won: Set<string>;
	points: number;
};

function emptyTally(): Tally {
	return { differently: new Set(), lost: new Set(), won: new Set(), points: 0 };
}

/** Each mentee's value by their key, in order of keys. */
function valuesOf({ mentees, policy, column }: Exchanged): Map<string, string> {
	const written = new Map<string, string>();
	const rows = mentees.rows
		.map((row) => ({
			key: comparable(row[policy.id.mentee] ?? "", policy.ignoreCase),
			text: (row[column] ?? "").trim().normalize("NFC"),
		}))
		.filter(({ text }) => text !== "")
		.toSorted((a, b) => byCodePoint(a.key, b.key));
	const values = new Map<string, string>();
	for (const { key, text } of rows) {
		const same = comparable(text, policy.ignoreCase);
		const name = written.get(same) ?? text;
		written.set(same, name);
		values.set(key, name);
	}
	return values;
}

function exchanged(
	{ mentees, policy, column }: Exchanged,
	valueOf: ReadonlyMap<string, string>,
	names: readonly string[],
	shift: number,
): PeopleTable {
	return {
		columns: mentees.columns,
		rows: mentees.rows.map((row) => {
			const key = comparable(row[policy.id.mentee] ?? "", policy.ignoreCase);
			const own = valueOf.get(key);
			if (own === undefined) return row;
			const next = names[(names.indexOf(own) + shift) % names.length] ?? own;
			return { ...row, [column]: next };
		}),
	};
}

function scored({ policy, mentors }: Exchanged, mentees: PeopleTable) {
	return scorePairs(policy, mentors, mentees);
}

type Result = {
	/** Mentors of each mentee as one text, and the points of all. */
	readonly mentors: ReadonlyMap<string, string>;
	readonly points: ReadonlyMap<string, number>;
};

function byMentee({
	problem,
	pairs,
}: {
	readonly problem: Problem;
	readonly pairs: readonly ScoredPair[];
}): Result {
	const mentors = new Map<string, string[]>();
	const points = new Map<string, number>();
	const { pair: told } = toldOf(problem);
	for (const { mentee, mentor, mentorKind, points: worth } of pairs.map(told)) {
		const own =
			mentorKind === undefined ? mentor : JSON.stringify([mentor, mentorKind]);
		mentors.set(mentee, [...(mentors.get(mentee) ?? []), own]);
		points.set(mentee, (points.get(mentee) ?? 0) + worth);
	}
	return {
		mentors: new Map(
			Array.from(mentors, ([id, ids]) => [id, JSON.stringify(ids.toSorted())]),
		),
		points,
	};
}

/** Notes who is paired otherwise; whether nobody is. */
function compare(
	actual: Result,
	found: Result,
	valueOf: ReadonlyMap<string, string>,
	tally: ReadonlyMap<string, Tally>,
	{ ignoreCase }: Policy,
): boolean {
	let isSame = true;
	for (const id of new Set([
		...actual.mentors.keys(),
		...found.mentors.keys(),
	])) {
		const before = actual.mentors.get(id);
		const after = found.mentors.get(id);
		if (before !== after) isSame = false;
		const group = valueOf.get(comparable(id, ignoreCase));
		const own = group === undefined ? undefined : tally.get(group);
		if (own === undefined) continue;
		own.points += (found.points.get(id) ?? 0) - (actual.points.get(id) ?? 0);
		if (before === after) continue;
		own.differently.add(id);
		if (after === undefined) own.lost.add(id);
		if (before === undefined) own.won.add(id);
	}
	return isSame;
}

function summary(
	group: string,
	{ differently, lost, won, points }: Tally,
	valueOf: ReadonlyMap<string, string>,
	exchanges: number,
): SwapGroup {
	return {
		group,
		members: [...valueOf.values()].filter((value) => value === group).length,
		differently: [...differently].toSorted(byCodePoint),
		onlyAsThemselves: lost.size,
		onlyAsOthers: won.size,
		points: exchanges === 0 ? 0 : Math.round(points / exchanges),
	};
}
