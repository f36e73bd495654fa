// One plan of a round beside others: what it comes to, for whom, and what it leaves unsettled. Runs on a worker thread.
import {
	groupMentees,
	type MenteeGroups,
} from "../../domain/matching/equity/groups.ts";
import { meetsRatio } from "../../domain/matching/equity/ratio.ts";
import { toldOf } from "../../domain/matching/kinds-told.ts";
import type { Policy } from "../../domain/matching/policy.ts";
import type { Problem, ScoredPair } from "../../domain/matching/problem.ts";
import { haveSeveral } from "../../domain/matching/problem.ts";
import type { Scoring } from "../../domain/matching/scoring.ts";
import { preferencesOf, stabilityOf } from "../../domain/matching/stability.ts";
import { isConfidential } from "./confidence.ts";
import type { Equity, FrontierPoint } from "./fair-plans.ts";
import type { RoundPlan } from "./round-plan.ts";

/** What a plan is planned for: as many people as can be, the greatest sum, groups within a ratio, the worst pair first, or that it is stable. */
export const planKinds = [
	"people",
	"total",
	"fair",
	"worst-first",
	"stable",
] as const;
export type PlanKind = (typeof planKinds)[number];

/** Whether the exact worth of each pair to the whole is worked out. */
export function isPriced(objective: PlanKind): boolean {
	return objective === "people" || objective === "total";
}

/** Points in millionths. `blocking`: pairs of people who would both rather have each other. */
export type PlanTotals = {
	readonly people: number;
	/** Mentors with places and nobody, where a mentee may have several mentors; else null. */
	readonly mentorsAlone: number | null;
	readonly pairs: number;
	readonly total: number;
	readonly upperBound: number;
	/** Of the first kind, where there are kinds; then `worstOfKinds` has each kind's, in the policy's order. */
	readonly worst: number | null;
	readonly worstOfKinds: readonly {
		readonly kind: string;
		readonly points: number;
	}[];
	readonly blocking: number;
	/** What the plan keeps between groups; nothing where it compares none. */
	readonly guard:
		| (Equity & {
				/** Whether any plan keeps the ratio; else this is the nearest to it. */
				readonly isKept: boolean;
		  })
		| undefined;
};

export type GroupFigures = {
	/** null: small groups taken together. */
	readonly name: string | null;
	readonly members: number;
	readonly people: number;
	readonly points: number;
};

/** Of a fact told in confidence only whether groups are within four fifths of each other: figures that change with every pin would tell whose it is. */
export type FactFigures =
	| { readonly fact: string; readonly groups: readonly GroupFigures[] }
	| {
			readonly fact: string;
			readonly access: boolean;
			readonly quality: boolean;
	  };

export type Plan = {
	readonly kind: PlanKind;
	readonly totals: PlanTotals;
	readonly pairs: readonly ScoredPair[];
	readonly groups: readonly FactFigures[];
	/** What other ratios between groups would cost; only of the guarded plan. */
	readonly frontier: readonly FrontierPoint[];
	readonly fingerprint: string;
};

/** What a solved plan comes to, and who in it would rather have each other. */
export function totalsOf(plan: RoundPlan, scoring: Scoring): PlanTotals {
	const { problem, pairs, total, upperBound, equity, used } = plan;
	const preferences = preferencesOf(problem, scoring);
	const told = toldOf(problem);
	const people = told.reached(pairs);
	const worstOfKinds = weakestOfKinds(
		scoring.policy.kinds.map(({ name }) => name),
		pairs.map((pair) => told.pair(pair)),
	);
	return {
		people,
		mentorsAlone: haveSeveral(problem.mentees)
			? mentorsAlone(problem.mentors, pairs)
			: null,
		pairs: pairs.length,
		total,
		upperBound,
		worst: worstOfKinds[0]?.points ?? weakest(pairs),
		worstOfKinds,
		blocking: stabilityOf(problem, used, preferences, 0).pairs,
		guard: equity && {
			ratio: equity.plan.ratio.asked,
			measure: equity.plan.measure,
			isKept: equity.plan.ratio.kept >= equity.plan.ratio.asked,
		},
	};
}

function mentorsAlone(
	mentors: Problem["mentors"],
	pairs: readonly ScoredPair[],
): number {
	const met = new Set(pairs.map(({ mentor }) => mentor));
	return mentors.filter(({ id, units }) => units > 0 && !met.has(id)).length;
}

/** The weakest pair of each kind that has any, in the order given. Pairs as they are told. */
export function weakestOfKinds(
	kinds: readonly string[],
	pairs: readonly ScoredPair[],
): PlanTotals["worstOfKinds"] {
	return kinds.flatMap((kind) => {
		const points = weakest(pairs.filter((pair) => pair.mentorKind === kind));
		return points === null ? [] : [{ kind, points }];
	});
}

function weakest(pairs: readonly ScoredPair[]): number | null {
	return pairs.reduce<number | null>(
		(least, { points }) => (least === null || points < least ? points : least),
		null,
	);
}

/** Of pairs as they are told. Facts that the directory shows anyway, in figures; what the policy protects besides, within four fifths or not. */
export function groupsOf(
	scoring: Scoring,
	problem: Problem,
	pairs: readonly ScoredPair[],
	ownSensitive: ReadonlySet<string>,
): readonly FactFigures[] {
	const open = ["function", "unit"];
	const facts = [...new Set([...open, ...scoring.policy.protectedColumns])];
	// Under kinds a mentee is one person, however many kinds they want.
	const mentees = [
		...new Map(
			problem.mentees.map((own) => [own.want?.mentee ?? own.id, own] as const),
		),
	].map(([id, { units }]) => ({ id, units }));
	const pointsOf = new Map<string, number>();
	for (const { mentee, points } of pairs)
		pointsOf.set(mentee, (pointsOf.get(mentee) ?? 0) + points);
	return facts.flatMap((fact): FactFigures[] => {
		const groups = groupMentees(mentees, stated(scoring, fact));
		if (groups.groups.length < 2) return [];
		const figures = figuresOf({ mentees }, groups, pointsOf);
		if (open.includes(fact) && !isConfidential(fact, ownSensitive))
			return [{ fact, groups: figures }];
		const members = figures.map((group) => group.members);
		const isWithin = (amounts: readonly number[]) =>
			meetsRatio(amounts, members, { p: 4, q: 5 });
		return [
			{
				fact,
				access: isWithin(figures.map(({ people }) => people)),
				quality: isWithin(figures.map(({ points }) => Math.max(0, points))),
			},
		];
	});
}

/** The facts whose groups the equity-guarded plan compares: what the policy protects, else the function. */
export function guardedFacts({
	protectedColumns,
}: Pick<Policy, "protectedColumns">): readonly string[] {
	return protectedColumns.length === 0 ? ["function"] : protectedColumns;
}

/** What each mentee stated, of those who did. */
function stated(scoring: Scoring, fact: string) {
	const [first] = scoring.policy.kinds;
	return scoring.mentees.flatMap(({ id, want, cells }) => {
		const cell = cells.get(fact);
		return cell?.kind === "text" && want?.kind === first?.name
			? [{ mentee: want?.mentee ?? id, group: cell.text }]
			: [];
	});
}

function figuresOf(
	problem: Pick<Problem, "mentees">,
	{ groups, of }: MenteeGroups,
	pointsOf: ReadonlyMap<string, number>,
): readonly GroupFigures[] {
	return groups.map(({ name, members }, group) => {
		const own = problem.mentees.filter((_, index) => of[index] === group);
		const paired = own.filter(({ id }) => pointsOf.has(id));
		return {
			name: name ?? null,
			members,
			people: paired.length,
			points: paired.reduce((sum, { id }) => sum + (pointsOf.get(id) ?? 0), 0),
		};
	});
}
