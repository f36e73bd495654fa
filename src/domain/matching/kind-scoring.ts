// A policy made ready for each kind of mentor: rules and terms may hold for some kinds alone, so each kind has a policy of its own in arrays.
// Without kinds there is one, for everybody.
import type { CompiledPolicy } from "./compiled-policy.ts";
import { compilePolicy } from "./compiled-policy.ts";
import type { Judge } from "./judge.ts";
import { compileJudge } from "./judge.ts";
import { allPairs } from "./kernel/pair-rows.ts";
import { createRowScorer } from "./kernel/pair-scoring.ts";
import { policyFor } from "./kinds.ts";
import type { PairColumns } from "./pair-columns.ts";
import { encodePeople } from "./people-columns.ts";
import type { Person } from "./people-table.ts";
import type { People } from "./pins.ts";
import type { Policy } from "./policy.ts";

export type ScoredKind = {
	readonly compiled: CompiledPolicy;
	/** The mentees of this kind, and the place of the first among all. */
	readonly mentees: readonly Person[];
	readonly from: number;
};

export type KindsScored = {
	/** Kind after kind, as the mentees stand. */
	readonly all: readonly ScoredKind[];
	/** What rules and terms say to this mentee, by the kind they are there for. */
	readonly judgeOf: (mentee: Person) => Judge;
};

/** Compiles a policy for each of its kinds, or once. Expects mentees kind after kind. */
export function kindsScored(
	policy: Policy,
	{ mentors, mentees }: People,
): KindsScored {
	const others = encodePeople(mentors);
	const groups = [...Map.groupBy(mentees, ({ want }) => want?.kind).entries()];
	const under = (kind: string | undefined) =>
		kind === undefined ? policy : policyFor(policy, kind);
	const judges = new Map(
		[undefined, ...policy.kinds.map(({ name }) => name)].map((kind) => [
			kind,
			compileJudge(under(kind)),
		]),
	);
	const plain = compileJudge(policy);
	let from = 0;
	const scored = (
		kind: string | undefined,
		own: readonly Person[],
	): ScoredKind => {
		const first = from;
		from += own.length;
		const compiled = compilePolicy(under(kind), others, encodePeople(own));
		return { compiled, mentees: own, from: first };
	};
	return {
		all:
			groups.length === 0
				? [scored(undefined, [])]
				: groups.map(([kind, own]) => scored(kind, own)),
		judgeOf: ({ want }) => judges.get(want?.kind) ?? plain,
	};
}

/** Every pair that no rule bars, by mentee, then mentor. */
export function columnsOf(
	kinds: readonly ScoredKind[],
	mentors: number,
): PairColumns {
	const parts = kinds.map(({ compiled, mentees, from }) => ({
		from,
		...allPairs(
			createRowScorer(compiled.tables, compiled.general),
			mentees.length,
			mentors,
		),
	}));
	const [alone, ...more] = parts;
	if (alone !== undefined && more.length === 0) return alone;
	const count = parts.reduce((sum, part) => sum + part.points.length, 0);
	const mentee = new Int32Array(count);
	const mentor = new Int32Array(count);
	const points = new Float64Array(count);
	let at = 0;
	for (const part of parts) {
		mentee.set(
			part.mentee.map((i) => i + part.from),
			at,
		);
		mentor.set(part.mentor, at);
		points.set(part.points, at);
		at += part.points.length;
	}
	return { mentee, mentor, points };
}
