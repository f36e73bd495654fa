import { placeSets, setsInUse } from "./kernel/place-sets.ts";
import { isPairOnce } from "./caps.ts";
import type { Certificate, Claim } from "./certificate.ts";
import { checkCertificate } from "./certificate.ts";
import type { ColumnClaim } from "./certificate-columns.ts";
import { checkInColumns } from "./certificate-columns.ts";
import type { Participant, Problem, ScoredPair } from "./problem.ts";
import { comparePairs } from "./problem.ts";
import type { Solution } from "./solve.ts";

/** What was decided for a problem, pinned pairs included. Points in millionths. */
export type Outcome = {
	/** Sorted by mentee, then mentor (code points). */
	readonly pairs: readonly ScoredPair[];
	readonly total: number;
	/** No matching with as many people and pairs (under `total`: no matching at all) has a greater sum. */
	readonly upperBound: number;
	readonly certificate: Certificate;
};

/**
 * Reads a solution back into pairs, and checks its certificate by the code an auditor would use: a result that is not proved
 * is never given out.
 */
export function outcomeOf(problem: Problem, solution: Solution): Outcome {
	const made = pairsOf(problem, solution.used);
	const certificate = certificateOf(problem, solution);
	const check =
		(problem.caps.length > 0
			? undefined
			: checkInColumns(columnClaimOf(problem, solution, certificate))) ??
		checkCertificate(claimOf(problem, made, certificate));
	if (!check.ok)
		throw new Error(
			`The result is not proved: ${JSON.stringify(check.problems.slice(0, 3))}`,
		);
	const pinned = problem.pinned.reduce((sum, { points }) => sum + points, 0);
	return {
		pairs: [...made, ...problem.pinned].toSorted(comparePairs),
		total: Number(check.total) + pinned,
		upperBound: Number(check.upperBound) + pinned,
		certificate,
	};
}

/** The same claim in columns, with the prices as they are given out. */
export function columnClaimOf(
	problem: Problem,
	{ used }: Pick<Solution, "used">,
	{ tiers, surplus, price }: Certificate,
): ColumnClaim {
	const { candidates, mentees, mentors, objective, unit } = problem;
	const inTiers = (
		people: readonly Participant[],
		of: Certificate["price"],
	): readonly Float64Array[] =>
		tiers.map((_, t) =>
			Float64Array.from(people, ({ id }) => of.get(id)?.[t] ?? Number.NaN),
		);
	return {
		objective,
		mentees: withUnits(mentees, candidates.need),
		mentors: withUnits(mentors, candidates.capacity),
		covered: candidates.covered,
		met: candidates.mentorCovered,
		mentee: candidates.mentee,
		mentor: candidates.mentor,
		points: candidates.points,
		unit,
		used,
		tiers,
		surplus: inTiers(mentees, surplus),
		price: inTiers(mentors, price),
	};
}

/** The claim that these pairs are best among the problem's candidates, pinned pairs set aside. */
export function claimOf(
	problem: Problem,
	used: readonly ScoredPair[],
	certificate: Certificate,
): Claim {
	const { candidates, mentees, mentors, objective } = problem;
	return {
		objective,
		mentees: withUnits(mentees, candidates.need),
		mentors: withUnits(mentors, candidates.capacity),
		covered: new Set(
			mentees.filter((_, i) => candidates.covered[i] === 1).map(({ id }) => id),
		),
		severalMentors: candidates.mentorCovered !== undefined,
		candidates: { [Symbol.iterator]: () => allPairs(problem) },
		used,
		certificate,
		caps: problem.caps,
		pinned: problem.pinned,
	};
}

/** One after the other, so that millions need not be kept. */
function* allPairs({
	candidates,
	mentees,
	mentors,
	unit,
}: Problem): Generator<ScoredPair> {
	for (let e = 0; e < candidates.points.length; e++)
		yield {
			mentee: mentees[candidates.mentee[e] ?? 0]?.id ?? "",
			mentor: mentors[candidates.mentor[e] ?? 0]?.id ?? "",
			points: (candidates.points[e] ?? 0) * unit,
		};
}

/** Candidates as pairs of ids with millionths: all, or those marked. */
export function pairsOf(problem: Problem, marked?: Uint8Array): ScoredPair[] {
	const { candidates, mentees, mentors, unit } = problem;
	const pairs: ScoredPair[] = [];
	candidates.points.forEach((points, e) => {
		if (marked !== undefined && marked[e] === 0) return;
		const mentee = mentees[candidates.mentee[e] ?? 0];
		const mentor = mentors[candidates.mentor[e] ?? 0];
		if (mentee !== undefined && mentor !== undefined)
			pairs.push({
				mentee: mentee.id,
				mentor: mentor.id,
				points: points * unit,
			});
	});
	return pairs;
}

function certificateOf(problem: Problem, solution: Solution): Certificate {
	const { tiers, potentials } = solution;
	const { mentees, mentors, candidates, capKeys } = problem;
	const root = mentees.length + mentors.length + capKeys.length;
	const vector = (node: number, from: number) =>
		tiers.map((tier, t) => {
			const value = (potentials[t]?.[from] ?? 0) - (potentials[t]?.[node] ?? 0);
			// Adding 0 turns the -0 of a negated zero into 0.
			return (tier === "points" ? value * problem.unit : value) + 0;
		});
	const { above } = placeSets(candidates);
	const isInUse = setsInUse(candidates);
	// What a place in a set costs beyond a place in the set around it.
	const placePrice = (set: number) => {
		const around = above[set] ?? -1;
		return vector(
			mentees.length + set,
			around < 0 ? root : mentees.length + around,
		);
	};
	return {
		tiers,
		surplus: new Map(mentees.map(({ id }, i) => [id, vector(root, i)])),
		price: new Map(mentors.map(({ id }, j) => [id, placePrice(j)])),
		caps: new Map(
			capKeys.flatMap((key, k) => {
				if (isInUse[mentors.length + k] !== 1) return [];
				const paid = placePrice(mentors.length + k);
				// There may be as many of these as pairs, and hardly any costs anything.
				const isIdle = isPairOnce(key) && paid.every((price) => price === 0);
				return isIdle ? [] : [[key, paid]];
			}),
		),
	};
}

function withUnits(
	people: readonly Participant[],
	units: Int32Array,
): readonly Participant[] {
	return people.map(({ id }, index) => ({ id, units: units[index] ?? 0 }));
}
