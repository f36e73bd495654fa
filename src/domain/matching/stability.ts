// Stability: would two people both rather have each other than what the plan gives them? A plan with the greatest sum has such pairs; a
// stable plan has none, and leaves people out for it. Both are shown, neither is hidden.
import { idHashes } from "./id-hash.ts";
import type { Blocking, Preferences } from "./kernel/blocking-pairs.ts";
import { eachBlockingPair } from "./kernel/blocking-pairs.ts";
import { degrees } from "./kernel/candidates.ts";
import { stableMatching } from "./kernel/deferred-acceptance.ts";
import { pairTie } from "./kernel/pair-tie.ts";
import { compileTerm } from "./measure.ts";
import type { Person } from "./people-table.ts";
import type { Side } from "./policy.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import type { Scoring } from "./scoring.ts";

/** Two people who would both rather have each other; whom each would give up for it, or nobody. Points in millionths. */
export type BlockingPair = ScoredPair & {
	readonly insteadOfMentor: string | undefined;
	/** The pair that would make room on the mentor's side: mostly one of the mentor's own, with caps perhaps another mentor's. */
	readonly insteadOfPair:
		| { readonly mentee: string; readonly mentor: string }
		| undefined;
	/** What the one who gains less of the two would gain, as each values it. */
	readonly gain: number;
};

export type Stability = {
	/** How many pairs would rather have each other, and how many people are in one. */
	readonly pairs: number;
	readonly mentees: number;
	readonly mentors: number;
	/** Those with the most to gain, at most as many as asked for. */
	readonly strongest: readonly BlockingPair[];
};

/** A plan's value against another's: how many people, pairs and points (millionths) fewer. */
export type PriceOfStability = {
	readonly people: number;
	readonly pairs: number;
	readonly points: number;
};

/**
 * Who would rather have each other under a plan (`used` marks candidates): strictly, both of them, counting free places and unmet needs.
 * People value a pair by its score, in millionths, unless `preferences` say otherwise. Pinned pairs are settled: nobody leaves one. O(pairs).
 */
export function stabilityOf(
	problem: Problem,
	used: Uint8Array,
	preferences: Preferences = byScore(problem),
	listed = 50,
): Stability {
	const { candidates } = problem;
	const mentees = new Set<number>();
	const mentors = new Set<number>();
	let pairs = 0;
	let strongest: { readonly blocking: Blocking; readonly gain: number }[] = [];
	const cut = () => {
		strongest = strongest
			.toSorted((a, b) => b.gain - a.gain || a.blocking.pair - b.blocking.pair)
			.slice(0, listed);
	};
	eachBlockingPair(candidates, used, preferences, (blocking) => {
		pairs++;
		mentees.add(candidates.mentee[blocking.pair] ?? 0);
		mentors.add(candidates.mentor[blocking.pair] ?? 0);
		strongest.push({ blocking, gain: gainOf(preferences, blocking) });
		if (strongest.length > 20 * (listed + 50)) cut();
	});
	cut();
	return {
		pairs,
		mentees: mentees.size,
		mentors: mentors.size,
		strongest: strongest.map(({ blocking, gain }) =>
			blockingPair(problem, blocking, gain),
		),
	};
}

/**
 * A stable plan: nobody unpaired would both rather have each other, which `stabilityOf` proves in one pass. Of pairs that somebody
 * values alike, the seed's hash decides, so the same people give the same plan. O(pairs log pairs).
 */
export function stablePlan(
	problem: Problem,
	preferences: Preferences = byScore(problem),
): Uint8Array {
	return stableMatching(problem.candidates, preferences, drawnLots(problem));
}

/** What the stable plan costs against another: people left with nobody, pairs and points fewer. */
export function priceOfStability(
	problem: Problem,
	stable: Uint8Array,
	best: Uint8Array,
): PriceOfStability {
	const a = valueOf(problem, best);
	const b = valueOf(problem, stable);
	return {
		people: a.people - b.people,
		pairs: a.pairs - b.pairs,
		points: (a.points - b.points) * problem.unit,
	};
}

/**
 * How each side values the pairs: by the score without the other side's wishes (terms that compare "named"), since whom somebody would
 * rather have is theirs to say. In millionths. Nothing where the policy has no wishes: then both value a pair alike.
 */
export function preferencesOf(
	problem: Problem,
	scoring: Scoring,
): Preferences | undefined {
	const wishes = (side: Side) =>
		scoring.policy.terms
			.filter(
				({ measure }) => measure.compare === "named" && measure.side === side,
			)
			.map(({ kinds, ...term }) => ({
				counts: (mentee: Person) =>
					kinds?.includes(mentee.want?.kind ?? "") !== false,
				measure: compileTerm(scoring.policy, term),
			}));
	const wishesOf = { mentee: wishes("mentee"), mentor: wishes("mentor") };
	if (wishesOf.mentee.length + wishesOf.mentor.length === 0) return undefined;
	const { candidates, unit } = problem;
	const inOrder = <Person extends { readonly id: string }>(
		ids: readonly { readonly id: string }[],
		people: readonly Person[],
	) => {
		const byId = new Map(people.map((person) => [person.id, person]));
		return ids.map(({ id }) => byId.get(id));
	};
	const mentees = inOrder(problem.mentees, scoring.mentees);
	const mentors = inOrder(problem.mentors, scoring.mentors);
	const without = (side: Side) =>
		candidates.points.map((points, e) => {
			const mentee = mentees[candidates.mentee[e] ?? 0];
			const mentor = mentors[candidates.mentor[e] ?? 0];
			if (mentee === undefined || mentor === undefined) return points * unit;
			return wishesOf[side].reduce(
				(left, { counts, measure }) =>
					counts(mentee) ? left - measure(mentor, mentee) : left,
				points * unit,
			);
		});
	return { mentee: without("mentor"), mentor: without("mentee") };
}

function byScore({ candidates, unit }: Problem): Preferences {
	const worth = candidates.points.map((points) => points * unit);
	return { mentee: worth, mentor: worth };
}

function gainOf(preferences: Preferences, blocking: Blocking): number {
	const gain = (worth: Float64Array, left: number) =>
		(worth[blocking.pair] ?? 0) - (left < 0 ? 0 : (worth[left] ?? 0));
	return Math.min(
		gain(preferences.mentee, blocking.menteeLeaves),
		gain(preferences.mentor, blocking.mentorLeaves),
	);
}

function blockingPair(
	problem: Problem,
	{ pair, menteeLeaves, mentorLeaves }: Blocking,
	gain: number,
): BlockingPair {
	const { candidates, unit } = problem;
	const names = (e: number) => ({
		mentee: problem.mentees[candidates.mentee[e] ?? -1]?.id ?? "",
		mentor: problem.mentors[candidates.mentor[e] ?? -1]?.id ?? "",
	});
	return {
		...names(pair),
		points: (candidates.points[pair] ?? 0) * unit,
		insteadOfMentor: menteeLeaves < 0 ? undefined : names(menteeLeaves).mentor,
		insteadOfPair: mentorLeaves < 0 ? undefined : names(mentorLeaves),
		gain,
	};
}

function valueOf({ candidates }: Problem, used: Uint8Array) {
	const { ofMentee } = degrees(candidates, used);
	let pairs = 0;
	let points = 0;
	used.forEach((isUsed, e) => {
		if (isUsed === 0) return;
		pairs++;
		points += candidates.points[e] ?? 0;
	});
	const people = ofMentee.reduce(
		(sum, made, i) => sum + (made > 0 && candidates.covered[i] === 0 ? 1 : 0),
		0,
	);
	return { people, pairs, points };
}

/** A number for each pair from the ids of both and the seed. */
function drawnLots({ seed, mentees, mentors, candidates }: Problem) {
	const ofMentee = idHashes(seed, "mentee", mentees);
	const ofMentor = idHashes(seed, "mentor", mentors);
	return Float64Array.from(candidates.mentor, (j, e) =>
		pairTie(ofMentee, ofMentor, candidates.mentee[e] ?? 0, j, MOST_BITS),
	);
}

const MOST_BITS = 48;
