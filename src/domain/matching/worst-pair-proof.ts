// Checks, without any code of the solver, that no plan with the same counts has a better worst pair. The proof is a cut: take the pairs
// that score strictly better than the plan's worst. Whatever of them is used belongs to a mentee outside `mentees`, or takes a place of
// one of `mentors` or `caps`, or is one of the few pairs left over. If these together allow fewer than the plan reaches, then better
// pairs alone cannot reach it (the easy half of the max-flow min-cut theorem). One pass over the pairs.
import type { Certificate } from "./certificate.ts";
import { checkCertificate } from "./certificate.ts";
import type { Cap } from "./caps.ts";
import { countByKey, keysOfPair } from "./caps.ts";
import { pairSet } from "./pair-set.ts";
import type { Participant, ScoredPair } from "./problem.ts";

export type CutProof = {
	/** Which count better pairs miss: mentees with a mentor at all, mentors with a mentee at all, or pairs. */
	readonly tier: "people" | "mentors" | "pairs";
	readonly mentees: readonly string[];
	readonly mentors: readonly string[];
	/** Keys of caps, see capKey. */
	readonly caps: readonly string[];
};

/**
 * Where caps over several mentors let counts get in each other's way: the best plan of better pairs alone, with its certificate. It reaches
 * less, counted in the objective's order.
 */
export type BestProof = {
	readonly tier: "all";
	readonly pairs: readonly ScoredPair[];
	readonly certificate: Certificate;
};

export type WorstPairProof = CutProof | BestProof;

export type WorstPairClaim = {
	/** Need and places left beside the pinned pairs. */
	readonly mentees: readonly Participant[];
	readonly mentors: readonly Participant[];
	/** Mentees whose first pair is pinned. */
	readonly covered: ReadonlySet<string>;
	/** As for checkCertificate. */
	readonly severalMentors?: boolean;
	/** All pairs that may be made, also those that were struck out. */
	readonly candidates: Iterable<ScoredPair>;
	readonly used: readonly ScoredPair[];
	readonly caps: readonly Cap[];
	readonly pinned: readonly NamedPair[];
	/** Missing where no pair that may be made is better than the worst one used. */
	readonly proof: WorstPairProof | undefined;
};

type NamedPair = { readonly mentee: string; readonly mentor: string };

export type WorstPairCheck =
	| { readonly ok: true; readonly worst: number | undefined }
	| {
			readonly ok: false;
			readonly why: "unknown-pair" | "no-proof" | "counts-within-reach";
	  };

/** Whether the used pairs' worst is as good as any plan with these counts could have it. */
export function checkWorstPair(claim: WorstPairClaim): WorstPairCheck {
	const { worst, why } = checkKind(claim, [...claim.candidates]);
	if (why !== undefined) return { ok: false, why };
	return { ok: true, worst: claim.used.length === 0 ? undefined : worst };
}

export type WorstOfKindsClaim = Omit<WorstPairClaim, "proof"> & {
	/** In the policy's order. */
	readonly kinds: readonly string[];
	readonly kindOf: (mentee: string) => string | undefined;
	readonly proofs: ReadonlyMap<string, WorstPairProof>;
};

/**
 * The same kind after kind: while one kind's worst pair is looked at, pairs of those before it are as good as theirs, and pairs of the others
 * are all allowed. `candidates` come back without those that are not.
 */
export function checkWorstOfKinds({
	kinds,
	kindOf,
	proofs,
	...claim
}: WorstOfKindsClaim):
	| { readonly ok: true; readonly candidates: readonly ScoredPair[] }
	| Extract<WorstPairCheck, { readonly ok: false }> {
	let candidates: readonly ScoredPair[] = [...claim.candidates];
	for (const kind of kinds) {
		const isAsked = ({ mentee }: ScoredPair) => kindOf(mentee) === kind;
		const proof = proofs.get(kind);
		const { why, worst } = checkKind({ ...claim, proof }, candidates, isAsked);
		if (why !== undefined) return { ok: false, why };
		candidates = candidates.filter(
			(pair) => !isAsked(pair) || pair.points >= worst,
		);
	}
	return { ok: true, candidates };
}

function checkKind(
	claim: WorstPairClaim,
	candidates: readonly ScoredPair[],
	isAsked: (pair: ScoredPair) => boolean = () => true,
): {
	readonly why?: "unknown-pair" | "no-proof" | "counts-within-reach";
	readonly worst: number;
} {
	const { used, proof } = claim;
	const allowed = pairSet(candidates);
	const points = (pairs: readonly ScoredPair[]) =>
		pairs.filter(isAsked).map((pair) => pair.points);
	const worst = least([...points(used), greatest(points(candidates))]);
	if (!used.every((pair) => allowed.has(pair)))
		return { why: "unknown-pair", worst };
	const better = candidates.filter(
		(pair) => !isAsked(pair) || pair.points > worst,
	);
	if (used.length === 0 || !better.some(isAsked)) return { worst };
	if (proof === undefined) return { why: "no-proof", worst };
	const isMissed =
		proof.tier === "all"
			? isBestBelow(claim, proof, better)
			: boundOf({ ...claim, candidates }, proof, better) <
				countsOf(claim, used)[proof.tier];
	return isMissed ? { worst } : { why: "counts-within-reach", worst };
}

/** Whether the plan in the proof is the best of these pairs, and reaches less than the one that is claimed. */
function isBestBelow(
	claim: WorstPairClaim,
	{ pairs, certificate }: BestProof,
	better: readonly ScoredPair[],
): boolean {
	const check = checkCertificate({
		...claim,
		objective: "people",
		candidates: better,
		used: pairs,
		certificate,
	});
	const here = Object.values(countsOf(claim, claim.used));
	const there = Object.values(countsOf(claim, pairs));
	const at = here.findIndex((count, t) => count !== there[t]);
	return check.ok && at >= 0 && (here[at] ?? 0) > (there[at] ?? 0);
}

/** What the objective counts beside the pinned pairs, first things first. */
function countsOf(
	{ covered, pinned }: WorstPairClaim,
	used: readonly NamedPair[],
) {
	const met = new Set(pinned.map(({ mentor }) => mentor));
	return {
		people: new Set(used.map(({ mentee }) => mentee)).difference(covered).size,
		mentors: new Set(used.map(({ mentor }) => mentor)).difference(met).size,
		pairs: used.length,
	};
}

function least(values: readonly number[]): number {
	return values.reduce((most, value) => Math.min(most, value), Infinity);
}

function greatest(values: readonly number[]): number {
	return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

/** More people (mentors, pairs) than this cannot be had from these pairs. */
function boundOf(
	claim: WorstPairClaim,
	proof: CutProof,
	pairs: readonly ScoredPair[],
): number {
	const inside = new Set(proof.mentees);
	const full = new Set(proof.mentors);
	const fullCaps = new Set(proof.caps);
	const met = new Set(claim.pinned.map(({ mentor }) => mentor));
	const firsts = (id: string, units: number, are: ReadonlySet<string>) =>
		are.has(id) ? 0 : Math.min(1, units);
	let bound = 0;
	for (const { id, units } of claim.mentees)
		if (!inside.has(id))
			bound +=
				proof.tier === "people" ? firsts(id, units, claim.covered) : units;
	for (const { id, units } of claim.mentors)
		if (full.has(id))
			bound += proof.tier === "mentors" ? firsts(id, units, met) : units;
	bound += placesOfCaps(claim, fullCaps);
	for (const pair of pairs)
		if (
			inside.has(pair.mentee) &&
			!full.has(pair.mentor) &&
			!(
				fullCaps.size > 0 &&
				keysOfPair(claim.caps, pair).some((key) => fullCaps.has(key))
			)
		)
			bound++;
	return bound;
}

/** What the caps named by these keys still allow beside the pinned pairs. */
function placesOfCaps(
	{ caps, candidates, pinned }: WorstPairClaim,
	keys: ReadonlySet<string>,
): number {
	if (keys.size === 0) return 0;
	const taken = countByKey(caps, pinned);
	const most = new Map<string, number>();
	for (const pair of candidates)
		for (const cap of caps)
			for (const key of keysOfPair([cap], pair))
				if (keys.has(key))
					most.set(key, Math.max(0, cap.most - (taken.get(key) ?? 0)));
	return most.values().reduce((sum, places) => sum + places, 0);
}
