import type { Competition } from "./kernel/competition.ts";
import { belongsTo, competitionFrom, crowdFrom } from "./kernel/competition.ts";
import { pairedInAnotherKind } from "./kinds-told.ts";
import type { Side } from "./policy.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import { byCodePoint, comparePairs } from "./problem.ts";
import type { Removal } from "./scoring.ts";
import type { Solution } from "./solve.ts";
import type { Context, RuleLosses, Way } from "./unmatched-context.ts";
import { describe, hasRoom, wayOf } from "./unmatched-context.ts";
import { change, waiver } from "./waiver.ts";

/** Why somebody has fewer pairs than they could have. */
export type Reason =
	/** No rule leaves anybody for them (or no pair of theirs was given). `removals`: which rule cost how many. */
	| { readonly why: "nobody-eligible"; readonly removals: readonly Removal[] }
	/** Everybody eligible has no place, or (for a mentor) needs nobody. */
	| { readonly why: "no-place-anywhere"; readonly eligible: number }
	/** Under `total`: every pair they could make is worth less than nothing. */
	| { readonly why: "only-below-zero"; readonly eligible: number }
	/** They have everybody they could have; there is nobody left. */
	| { readonly why: "everybody-taken-up"; readonly eligible: number }
	/**
	 * `people` (they included) compete for `places` at `mentors`, and can go nowhere else. Nobody of them can be left out: if any one
	 * needed one mentor fewer, all others could have theirs (see kernel/competition.ts). Above 50 people, all who are left out of the
	 * same places are told together, and `smallest` is how many the holders and any one of those are.
	 */
	| {
			readonly why: "places-taken";
			readonly people: readonly string[];
			readonly mentors: readonly string[];
			readonly places: number;
			readonly smallest?: number;
			/** Caps by name that are full for a pair they could have. */
			readonly caps?: readonly string[];
	  }
	/** Everybody they could have of this kind (`mentors`) is with them in another kind already. */
	| {
			readonly why: "paired-in-another-kind";
			readonly mentors: readonly string[];
	  }
	/** Under `total`: there is a way to a place, but it would lower the sum. */
	| { readonly why: "lowers-the-total"; readonly loss: number }
	/** A mentor all of whose eligible mentees have the mentors they need. */
	| { readonly why: "mentees-served"; readonly eligible: number }
	/** Without the ratio between groups they would have one; see unmatched-under-ratio.ts. */
	| { readonly why: "equity-ratio" }
	/** In the plan with most people they would have one; see stable-instead.ts. */
	| { readonly why: "stable-plan" };

/**
 * The cheapest change after which they would have one pair more and nobody one fewer; the sum would change by `gain` (millionths).
 * `one-more-place`: one more place at the mentor `partner`. `one-more-need`: the mentee `partner` takes one more mentor.
 * `accept-loss`: nothing but to accept a lower sum. `waive-rule`: leave the rule aside for the pair with `partner`, who, if
 * `alsoNeedsPlace` is set, needs one more place (or mentor) too. `raise-cap`: one more pair under the cap `rule`, for a pair with `partner`.
 */
export type Change = {
	readonly kind:
		| "one-more-place"
		| "one-more-need"
		| "accept-loss"
		| "waive-rule"
		| "raise-cap";
	readonly partner: string;
	readonly rule: string | undefined;
	readonly alsoNeedsPlace: boolean;
	readonly gain: number;
	/** Of a change at a mentee's wants: the kind. */
	readonly mentorKind?: string;
};

export type Unmatched = {
	readonly side: Side;
	readonly id: string;
	/** The kind of mentor that is missing, where there are kinds. */
	readonly mentorKind?: string;
	/** Mentors still needed, or, for a mentor with nobody, places that stay empty. */
	readonly missing: number;
	readonly reason: Reason;
	readonly change: Change | undefined;
	/** Besides a place more: a rule that could be set aside for a pair, after which nobody needs a place more. For cohorts of hundreds. */
	readonly waiver?: Change | undefined;
};

/**
 * Everybody who has less than they could: mentees with fewer mentors than they need, and mentors with places but nobody at all. By
 * side (mentees first) and id. Without a scoring (bare pairs) nobody knows which rules cost whom what.
 */
export function unmatchedPeople(
	problem: Problem,
	solution: Solution,
	scoring?: RuleLosses,
): readonly Unmatched[] {
	const context = describe(problem, solution, scoring);
	const mentees = problem.mentees.flatMap(({ id, units }, i) => {
		const missing = units - context.pairsOfMentee(i);
		return missing <= 0 ? [] : [unmatchedMentee(context, id, i, missing)];
	});
	const mentors = problem.mentors.flatMap(({ id, units }, j) =>
		units === 0 || context.pairsOfMentor(j) > 0
			? []
			: [unmatchedMentor(context, id, j, units)],
	);
	return [...mentees, ...mentors];
}

function unmatchedMentee(
	context: Context,
	id: string,
	i: number,
	missing: number,
): Unmatched {
	const { candidates } = context.problem;
	const { flow } = context.residual.network;
	const { first } = candidates;
	const eligible = (first[i + 1] ?? 0) - (first[i] ?? 0);
	const person = { side: "mentee", id, missing } as const;
	const way = wayOf(context, context.freePlaces, i);
	if (way !== undefined)
		return {
			...person,
			reason: { why: "lowers-the-total", loss: 0 - way.gain },
			change: changeOf(context, "accept-loss", way),
		};
	const made = flow
		.subarray(first[i], first[i + 1])
		.reduce((sum, own) => sum + own, 0);
	if (made < eligible) {
		const crowded = crowdedOut(context, id, i);
		const mentors = pairedInAnotherKind(context.problem, context.residual, i);
		return mentors === undefined
			? { ...person, ...crowded }
			: {
					...person,
					...crowded,
					reason: { why: "paired-in-another-kind", mentors },
				};
	}
	return { ...person, ...withoutCandidates(context, "mentee", id, eligible) };
}

/** Somebody for whom there would be mentors, had these places left. */
function crowdedOut(
	context: Context,
	id: string,
	i: number,
): Pick<Unmatched, "reason" | "change" | "waiver"> {
	const reason = placesTaken(context, i);
	const place = wayOf(context, context.onePlaceMore, i);
	const setAside = context.hasTimeForRules
		? waiver(context, "mentee", id)
		: undefined;
	const own = setAside?.alsoNeedsPlace === true ? undefined : setAside;
	if (place !== undefined)
		return {
			reason,
			change: changeOf(context, "one-more-place", place),
			...(own === undefined ? {} : { waiver: own }),
		};
	const caps = context.inTheWay?.fullFor(id) ?? [];
	const raise = context.inTheWay?.raiseFor(id);
	return {
		reason: caps.length === 0 ? reason : { ...reason, caps },
		change: own ?? (raise && { kind: "raise-cap", ...raise }) ?? setAside,
	};
}

function unmatchedMentor(
	context: Context,
	id: string,
	j: number,
	missing: number,
): Unmatched {
	const { byMentor } = context.residual.network;
	const eligible = (byMentor.first[j + 1] ?? 0) - (byMentor.first[j] ?? 0);
	const person = { side: "mentor", id, missing } as const;
	if (eligible === 0)
		return { ...person, ...withoutCandidates(context, "mentor", id, 0) };
	const node = context.problem.mentees.length + j;
	const way = wayOf(context, context.unmetNeeds, node);
	if (way !== undefined)
		return {
			...person,
			reason: { why: "lowers-the-total", loss: 0 - way.gain },
			change: changeOf(context, "accept-loss", way),
		};
	const more = wayOf(context, context.oneNeedMore, node);
	return {
		...person,
		reason: { why: "mentees-served", eligible },
		change: more && changeOf(context, "one-more-need", more),
	};
}

function changeOf(
	{ problem }: Context,
	kind: Change["kind"],
	{ end, gain }: Way,
): Change {
	const { mentees, mentors } = problem;
	const partner = mentees[end] ?? mentors[end - mentees.length];
	return change(kind, partner?.id ?? "", gain);
}

// A competition of more people than this is told by its numbers alone, so whoever is in it may share one description.
const MOST_NAMED = 50;

function placesTaken(
	context: Context,
	i: number,
): Reason & { readonly why: "places-taken" } {
	const { graph, crowds, problem } = context;
	const few = competitionFrom(graph, i, MOST_NAMED);
	if (few !== undefined) return competitionReason(context, few);
	const shared = crowds.find(({ crowd }) => belongsTo(graph, crowd, i));
	if (shared !== undefined) return shared.reason;
	const crowd = crowdFrom(graph, i);
	const without = problem.mentees.flatMap(({ units }, k) =>
		k === i || (context.pairsOfMentee(k) < units && belongsTo(graph, crowd, k))
			? [k]
			: [],
	);
	const people = new Set([...crowd.mentees, ...without]);
	const reason = {
		...competitionReason(context, { ...crowd, mentees: [...people] }),
		smallest: new Set([...crowd.mentees, i]).size,
	};
	crowds.push({ crowd, reason });
	return reason;
}

function competitionReason(
	{ problem }: Context,
	met: Competition,
): Reason & { readonly why: "places-taken" } {
	const ids = (
		people: readonly { readonly id: string }[],
		at: readonly number[],
	) => at.flatMap((index) => people[index]?.id ?? []).toSorted(byCodePoint);
	return {
		why: "places-taken",
		people: ids(problem.mentees, met.mentees),
		mentors: ids(problem.mentors, met.mentors),
		places: met.places,
	};
}

/** Somebody for whom no candidate is left: why, and which exception would help. */
function withoutCandidates(
	context: Context,
	side: Side,
	id: string,
	eligible: number,
): { readonly reason: Reason; readonly change: Change | undefined } {
	const lost = context.dropped[side];
	const belowZero = lost.belowZero.get(id) ?? [];
	const withoutPlace = lost.withoutPlace.get(id) ?? [];
	const partner = side === "mentee" ? "mentor" : "mentee";
	const isFree = (pair: ScoredPair) => hasRoom(context, partner, pair[partner]);
	if (eligible > 0)
		return {
			reason: { why: "everybody-taken-up", eligible },
			change: waiver(context, side, id),
		};
	if (withoutPlace.length > 0) {
		const [best] = withoutPlace.filter(context.withinCaps).toSorted(bestFirst);
		return {
			reason: { why: "no-place-anywhere", eligible: withoutPlace.length },
			change:
				best &&
				change(
					side === "mentee" ? "one-more-place" : "one-more-need",
					best[partner],
					best.points,
				),
		};
	}
	if (belowZero.length > 0) {
		const [best] = belowZero.filter(isFree).toSorted(bestFirst);
		return {
			reason: { why: "only-below-zero", eligible: belowZero.length },
			change: best && change("accept-loss", best[partner], best.points),
		};
	}
	return {
		reason: {
			why: "nobody-eligible",
			removals: context.scoring?.removals(side, id) ?? [],
		},
		change: waiver(context, side, id),
	};
}

function bestFirst(a: ScoredPair, b: ScoredPair): number {
	return b.points - a.points || comparePairs(a, b);
}
