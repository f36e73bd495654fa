// Checks, without any code of the solver, that no plan with the same counts has a better worst pair. The proof is a cut: take the pairs
// that score strictly better than the plan's worst. Whatever of them is used belongs to a mentee outside `mentees`, or takes a place of
// one of `mentors` or `caps`, or is one of the few pairs left over. If these together allow fewer than the plan reaches, then better
// pairs alone cannot reach it (the easy half of the max-flow min-cut theorem). One pass over the pairs.
import type { Cap } from "./caps.ts";
import { countByKey, keysOfPair } from "./caps.ts";
import { pairSet } from "./pair-set.ts";
import type { Participant, ScoredPair } from "./problem.ts";

export type WorstPairProof = {
	/** Which count better pairs miss: people with a mentor at all, or pairs. */
	readonly tier: "people" | "pairs";
	readonly mentees: readonly string[];
	readonly mentors: readonly string[];
	/** Keys of caps, see capKey. */
	readonly caps: readonly string[];
};

export type WorstPairClaim = {
	/** Need and places left beside the pinned pairs. */
	readonly mentees: readonly Participant[];
	readonly mentors: readonly Participant[];
	/** Mentees whose first pair is pinned. */
	readonly covered: ReadonlySet<string>;
	/** All pairs that may be made, also those that were struck out. */
	readonly candidates: Iterable<ScoredPair>;
	readonly used: readonly ScoredPair[];
	readonly caps: readonly Cap[];
	readonly pinned: readonly {
		readonly mentee: string;
		readonly mentor: string;
	}[];
	/** Missing where no pair that may be made is better than the worst one used. */
	readonly proof: WorstPairProof | undefined;
};

export type WorstPairCheck =
	| { readonly ok: true; readonly worst: number | undefined }
	| {
			readonly ok: false;
			readonly why: "unknown-pair" | "no-proof" | "counts-within-reach";
	  };

/** Whether the used pairs' worst is as good as any plan with these counts could have it. */
export function checkWorstPair(claim: WorstPairClaim): WorstPairCheck {
	const { used, proof } = claim;
	const candidates = [...claim.candidates];
	const allowed = pairSet(candidates);
	if (!used.every((pair) => allowed.has(pair)))
		return { ok: false, why: "unknown-pair" };
	if (used.length === 0) return { ok: true, worst: undefined };
	const worst = used.reduce(
		(least, { points }) => Math.min(least, points),
		Infinity,
	);
	const better = candidates.filter(({ points }) => points > worst);
	if (better.length === 0) return { ok: true, worst };
	if (proof === undefined) return { ok: false, why: "no-proof" };
	const reached =
		proof.tier === "pairs"
			? used.length
			: new Set(
					used.flatMap(({ mentee }) =>
						claim.covered.has(mentee) ? [] : [mentee],
					),
				).size;
	return boundOf({ ...claim, candidates }, proof, better) < reached
		? { ok: true, worst }
		: { ok: false, why: "counts-within-reach" };
}

/** More people (or pairs) than this cannot be had from these pairs. */
function boundOf(
	claim: WorstPairClaim,
	proof: WorstPairProof,
	pairs: readonly ScoredPair[],
): number {
	const inside = new Set(proof.mentees);
	const full = new Set(proof.mentors);
	const fullCaps = new Set(proof.caps);
	let bound = 0;
	for (const { id, units } of claim.mentees) {
		if (inside.has(id)) continue;
		if (proof.tier === "pairs") bound += units;
		else if (!claim.covered.has(id)) bound += Math.min(1, units);
	}
	for (const { id, units } of claim.mentors) if (full.has(id)) bound += units;
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
