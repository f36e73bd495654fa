import type { Competition } from "./kernel/competition.ts";
import { competitionFrom } from "./kernel/competition.ts";
import type { Openings } from "./kernel/price-of-change.ts";
import type { Side } from "./policy.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import { byCodePoint, comparePairs } from "./problem.ts";
import type { Removal, Scoring } from "./scoring.ts";
import type { Solution } from "./solve.ts";
import type { Context } from "./unmatched-context.ts";
import { describe, hasRoom } from "./unmatched-context.ts";

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
	/** `people` (they included) compete for `places` at `mentors`, and can go nowhere else. */
	| {
			readonly why: "places-taken";
			readonly people: readonly string[];
			readonly mentors: readonly string[];
			readonly places: number;
	  }
	/** Under `total`: there is a way to a place, but it would lower the sum. */
	| { readonly why: "lowers-the-total"; readonly loss: number }
	/** A mentor all of whose eligible mentees have the mentors they need. */
	| { readonly why: "mentees-served"; readonly eligible: number };

/**
 * The cheapest change after which they would have one pair more and nobody one fewer; the sum would change by `gain` (millionths).
 * `one-more-place`: one more place at the mentor `partner`. `one-more-need`: the mentee `partner` takes one more mentor.
 * `accept-loss`: nothing but to accept a lower sum. `waive-rule`: leave the rule aside for the pair with `partner`, who, if
 * `alsoNeedsPlace` is set, needs one more place (or mentor) too.
 */
export type Change = {
	readonly kind:
		| "one-more-place"
		| "one-more-need"
		| "accept-loss"
		| "waive-rule";
	readonly partner: string;
	readonly rule: string | undefined;
	readonly alsoNeedsPlace: boolean;
	readonly gain: number;
};

export type Unmatched = {
	readonly side: Side;
	readonly id: string;
	/** Mentors still needed, or, for a mentor with nobody, places that stay empty. */
	readonly missing: number;
	readonly reason: Reason;
	readonly change: Change | undefined;
};

/**
 * Everybody who has less than they could: mentees with fewer mentors than they need, and mentors with places but nobody at all. By
 * side (mentees first) and id. Without a scoring (bare pairs) nobody knows which rules cost whom what.
 */
export function unmatchedPeople(
	problem: Problem,
	solution: Solution,
	scoring?: Scoring,
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
	const { network } = context.solution;
	const { first, mentor } = network.candidates;
	const eligible = (first[i + 1] ?? 0) - (first[i] ?? 0);
	const person = { side: "mentee", id, missing } as const;
	const way = openingOf(context, context.freePlaces, i, "accept-loss");
	const place = openingOf(context, context.onePlaceMore, i, "one-more-place");
	const made = mentor
		.subarray(first[i], first[i + 1])
		.reduce((sum, _, k) => sum + (network.flow[(first[i] ?? 0) + k] ?? 0), 0);
	if (way !== undefined)
		return {
			...person,
			reason: { why: "lowers-the-total", loss: -way.gain },
			change: way,
		};
	if (made < eligible)
		return { ...person, reason: placesTaken(context, i), change: place };
	return { ...person, ...withoutCandidates(context, "mentee", id, eligible) };
}

function unmatchedMentor(
	context: Context,
	id: string,
	j: number,
	missing: number,
): Unmatched {
	const { byMentor, candidates } = context.solution.network;
	const { mentees, unit } = context.problem;
	const pairs = byMentor.pair.subarray(
		byMentor.first[j],
		byMentor.first[j + 1],
	);
	const person = { side: "mentor", id, missing } as const;
	if (pairs.length === 0)
		return { ...person, ...withoutCandidates(context, "mentor", id, 0) };
	const direct = Array.from(pairs, (e) => ({
		partner: mentees[candidates.mentee[e] ?? 0]?.id ?? "",
		gain: (candidates.points[e] ?? 0) * unit,
	}));
	const [best] = direct.toSorted(
		(a, b) => b.gain - a.gain || byCodePoint(a.partner, b.partner),
	);
	return {
		...person,
		reason: { why: "mentees-served", eligible: pairs.length },
		change: best && {
			kind: "one-more-need",
			...best,
			rule: undefined,
			alsoNeedsPlace: false,
		},
	};
}

function openingOf(
	context: Context,
	found: Openings,
	i: number,
	kind: Change["kind"],
): Change | undefined {
	const { tiers } = context.solution;
	const partner = context.problem.mentors[found.mentor[i] ?? -1];
	if (partner === undefined) return undefined;
	const cost = found.cost[i * tiers.length + tiers.indexOf("points")] ?? 0;
	return {
		kind,
		partner: partner.id,
		rule: undefined,
		alsoNeedsPlace: false,
		gain: -cost * context.problem.unit + 0,
	};
}

// A competition of more people than this is told by its numbers alone, so whoever is in it may share one description.
const MOST_NAMED = 50;

function placesTaken(context: Context, i: number): Reason {
	const { network } = context.solution;
	const few = competitionFrom(network, i, MOST_NAMED);
	if (few !== undefined) return competitionReason(context, few);
	const shared = context.crowds.find(({ mentees }) => mentees.has(i));
	if (shared !== undefined) return shared.reason;
	const crowd = competitionFrom(network, i);
	if (crowd === undefined) throw new Error("A search without limit gave up.");
	const reason = competitionReason(context, crowd);
	context.crowds.push({ mentees: new Set(crowd.mentees), reason });
	return reason;
}

function competitionReason(context: Context, met: Competition): Reason {
	const { mentees, mentors, candidates } = context.problem;
	const ids = (
		people: readonly { readonly id: string }[],
		at: readonly number[],
	) => at.flatMap((index) => people[index]?.id ?? []).toSorted(byCodePoint);
	return {
		why: "places-taken",
		people: ids(mentees, met.mentees),
		mentors: ids(mentors, met.mentors),
		places: met.mentors.reduce(
			(sum, j) => sum + (candidates.capacity[j] ?? 0),
			0,
		),
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
		const [best] = withoutPlace.toSorted(bestFirst);
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

/** The best pair that one rule alone bars, if possible with somebody who is still free. */
function waiver(context: Context, side: Side, id: string): Change | undefined {
	const partner = side === "mentee" ? "mentor" : "mentee";
	const options = [...(context.scoring?.nearMisses(side, id) ?? [])].flatMap(
		([rule, pairs]) =>
			pairs.map((pair) => ({
				rule,
				pair,
				isFree: hasRoom(context, partner, pair[partner]),
			})),
	);
	const [best] = options.toSorted(
		(a, b) => Number(b.isFree) - Number(a.isFree) || bestFirst(a.pair, b.pair),
	);
	return (
		best && {
			...change("waive-rule", best.pair[partner], best.pair.points),
			rule: best.rule,
			alsoNeedsPlace: !best.isFree,
		}
	);
}

function change(kind: Change["kind"], partner: string, gain: number): Change {
	return { kind, partner, rule: undefined, alsoNeedsPlace: false, gain };
}

function bestFirst(a: ScoredPair, b: ScoredPair): number {
	return b.points - a.points || comparePairs(a, b);
}
