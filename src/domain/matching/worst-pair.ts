// The worst pair as good as can be: a stage between the counts and the sum.
//
// Among all plans that reach as many people and pairs as can be reached, the one whose lowest score is highest: nobody gets a bad mentor so
// that somebody else gets a perfect one. A binary search over the distinct scores asks whether pairs of at least so much still reach the
// counts (kernel/threshold-matching.ts); what lies under the best such score is then struck out, and the sum is solved on the rest as
// usual. Most people, most mentors and most pairs can each be asked for alone: what mentees can be reached and what mentors can be reached can be
// reached together (Ford and Fulkerson, Flows in Networks, II.2), and whoever has a pair keeps one along every augmenting path, so a plan that is
// best in each among those best in the ones before has the greatest number of all. Caps over several mentors break this for mentors: then
// all counts are asked for together (joint-counts.ts). O(log scores) matchings.
//
// Under kinds, scores of different kinds are made of different terms, so that the worst of all would compare what cannot be compared: each kind
// has its own worst pair, and they are raised one after the other in the policy's order. While one kind's is raised, pairs of the kinds before it
// keep to what was found for those, and pairs of the others are all allowed.
import { jointCounts, mayCountsConflict } from "./joint-counts.ts";
import type { Candidates } from "./kernel/candidates.ts";
import { keptCandidates } from "./kernel/kept-candidates.ts";
import {
	rowsByPoints,
	thresholdMatching,
} from "./kernel/threshold-matching.ts";
import { hasKinds } from "./kinds.ts";
import { withAllPairsOnce } from "./pair-once.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import type { CutProof, WorstPairProof } from "./worst-pair-proof.ts";

export type WorstPairFirst =
	| {
			readonly ok: true;
			/** One, or one for each kind in the policy's order. */
			readonly floors: readonly Floor[];
			/** The problem with the pairs from there up: solve it as any other. */
			readonly problem: Problem;
	  }
	/** `total` fixes no counts: the best worst pair would be the one best pair alone. */
	| { readonly ok: false; readonly why: "needs-counts" };

export type Floor = {
	readonly kind: string | undefined;
	/** The best that the worst pair (of the kind) can be, in millionths; undefined where no pair can be made. */
	readonly floor: number | undefined;
	/** Why no plan with these counts has a better worst pair; undefined where no better score exists. */
	readonly proof: WorstPairProof | undefined;
};

/** Strikes out the pairs that the best worst pair leaves behind. Pinned pairs are settled and do not count. */
export function raiseWorstPair(problem: Problem): WorstPairFirst {
	if (problem.objective === "total") return { ok: false, why: "needs-counts" };
	const { candidates, mentees, unit } = problem;
	// Two people once at most binds here too, and costs no candidate.
	const whole = hasKinds(mentees) ? withAllPairsOnce(problem) : problem;
	const keeps = new Uint8Array(candidates.points.length).fill(1);
	const floors = kindsIn(problem).map((kind): Floor => {
		const isOfKind = Uint8Array.from(candidates.mentee, (i) =>
			mentees[i]?.want?.kind === kind ? 1 : 0,
		);
		const { floor, proof } = raise(whole, keeps, isOfKind);
		if (floor === undefined) return { kind, floor, proof };
		candidates.points.forEach((worth, e) => {
			if (isOfKind[e] === 1 && worth < floor) keeps[e] = 0;
		});
		return { kind, floor: floor * unit, proof };
	});
	return {
		ok: true,
		floors,
		problem: floors.every(({ floor }) => floor === undefined)
			? problem
			: { ...problem, candidates: keptCandidates(candidates, keeps) },
	};
}

function kindsIn({ mentees }: Problem): readonly (string | undefined)[] {
	const ranked = mentees
		.flatMap(({ want }) => (want === undefined ? [] : [want]))
		.toSorted((a, b) => a.rank - b.rank);
	return hasKinds(mentees)
		? [...new Set(ranked.map(({ kind }) => kind))]
		: [undefined];
}

// Pairs that are not asked about are above every threshold.
const ABOVE_ALL = Number.MAX_VALUE;

/** Of the pairs kept, those of one kind: the floor in the problem's units. */
function raise(
	problem: Problem,
	keeps: Uint8Array,
	isOfKind: Uint8Array,
): {
	readonly floor: number | undefined;
	readonly proof: WorstPairProof | undefined;
} {
	const candidates = keptCandidates(
		{
			...problem.candidates,
			points: problem.candidates.points.map((worth, e) =>
				isOfKind[e] === 1 ? worth : ABOVE_ALL,
			),
		},
		keeps,
	);
	const { points } = candidates;
	const levels = Float64Array.from(
		new Set(points.filter((worth) => worth < ABOVE_ALL)),
	).sort();
	if (levels.length === 0) return { floor: undefined, proof: undefined };
	const counts = mayCountsConflict(problem)
		? togetherIn(problem, keeps, isOfKind)
		: oneByOne(problem, candidates);
	if (counts.isNothing) return { floor: undefined, proof: undefined };
	let low = 0;
	let high = levels.length;
	let failed: WorstPairProof | undefined;
	while (high - low > 1) {
		const middle = (low + high) >> 1;
		const missed = counts.missedFrom(levels[middle] ?? 0);
		if (missed === undefined) low = middle;
		else {
			high = middle;
			failed = missed;
		}
	}
	return { floor: levels[low] ?? 0, proof: failed };
}

/** What all pairs reach, and why those from some score up do not; nothing where they do. */
type Counts = {
	readonly isNothing: boolean;
	missedFrom(least: number): WorstPairProof | undefined;
};

function oneByOne(problem: Problem, candidates: Candidates): Counts {
	const row = rowsByPoints(candidates);
	const counts = ways(candidates).map(({ tier, units }) => {
		const matching = thresholdMatching({ ...candidates, ...units }, row);
		return { tier, matching, most: matching.most() };
	});
	return {
		isNothing: counts.every(({ most }) => most === 0),
		missedFrom(least) {
			const missed = counts.find(
				({ matching, most }) => !matching.reaches(least, most),
			);
			return missed && proofOf(problem, missed.tier, missed.matching.cut());
		},
	};
}

function togetherIn(
	problem: Problem,
	keeps: Uint8Array,
	isOfKind: Uint8Array,
): Counts {
	const counts = jointCounts(problem, keeps, isOfKind);
	return {
		isNothing: counts.best().pairs.length === 0,
		missedFrom: (least) =>
			counts.reaches(least) ? undefined : { tier: "all", ...counts.best() },
	};
}

/** The worst pair made of those marked, pinned ones aside. */
export function worstPairOf(
	{ candidates, mentees, mentors, unit }: Problem,
	used: Uint8Array,
): ScoredPair | undefined {
	const { points } = candidates;
	let worst = -1;
	used.forEach((isUsed, e) => {
		if (isUsed === 1 && (worst < 0 || (points[e] ?? 0) < (points[worst] ?? 0)))
			worst = e;
	});
	const mentee = mentees[candidates.mentee[worst] ?? -1];
	const mentor = mentors[candidates.mentor[worst] ?? -1];
	return mentee === undefined || mentor === undefined
		? undefined
		: {
				mentee: mentee.id,
				mentor: mentor.id,
				points: (points[worst] ?? 0) * unit,
			};
}

/** The counts that must be kept: everybody's first mentor or mentee, and all pairs; one count where nobody needs a second mentor. */
function ways(candidates: Candidates) {
	const { need, capacity, covered, mentorCovered, caps } = candidates;
	const firsts = (units: Int32Array, met: Uint8Array) =>
		units.map((own, x) => (met[x] === 1 ? 0 : Math.min(1, own)));
	const pairs = { tier: "pairs" as const, units: {} };
	if (mentorCovered === undefined) return [pairs];
	const places = firsts(capacity, mentorCovered);
	const limit = caps?.limit.slice();
	limit?.set(places);
	return [
		{ tier: "people" as const, units: { need: firsts(need, covered) } },
		{
			tier: "mentors" as const,
			units: {
				capacity: places,
				caps: caps && limit && { ...caps, limit },
			},
		},
		pairs,
	];
}

function proofOf(
	problem: Problem,
	tier: CutProof["tier"],
	cut: { readonly mentees: Uint8Array; readonly sets: Uint8Array },
): CutProof {
	const { candidates, mentees, mentors, capKeys } = problem;
	const above = candidates.caps?.above;
	const isEdge = (set: number) => {
		const parent = above?.[set] ?? -1;
		return cut.sets[set] === 1 && (parent < 0 || cut.sets[parent] === 0);
	};
	return {
		tier,
		mentees: mentees.filter((_, i) => cut.mentees[i] === 1).map(({ id }) => id),
		mentors: mentors.filter((_, j) => isEdge(j)).map(({ id }) => id),
		caps: capKeys.filter((_, k) => isEdge(mentors.length + k)),
	};
}
