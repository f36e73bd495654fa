// Blocking pairs: a mentee and a mentor who are not paired and would both rather have each other than somebody they have (or nobody).
//
// One pass for the worst that everybody has, one over the pairs not made. A mentor's side is a forest of nested sets: a new pair would be
// taken if every full set around it holds a pair that is worth less, which for nested sets is the same as "the smallest full set does".
// O(pairs · depth). Reference: Gale and Shapley 1962; Fleiner, A fixed-point approach to stable matchings, 2003.
import type { Candidates } from "./candidates.ts";
import { loads, placeSets } from "./place-sets.ts";

/** What each candidate is worth to its mentee and to its mentor: only the order within one person counts. */
export type Preferences = {
	readonly mentee: Float64Array;
	readonly mentor: Float64Array;
};

export type Blocking = {
	readonly pair: number;
	/** The pair that the mentee, and that the mentor's side, would give up for it; -1 where there is room. */
	readonly menteeLeaves: number;
	readonly mentorLeaves: number;
};

/** Calls `found` for every blocking pair, in candidate order. Only strict gains on both sides count. */
export function eachBlockingPair(
	candidates: Candidates,
	used: Uint8Array,
	{ mentee: byMentee, mentor: byMentor }: Preferences,
	found: (blocking: Blocking) => void,
): void {
	const sets = placeSets(candidates);
	const { limit, above, ofPair } = sets;
	const load = loads(sets, used);
	const worstOfSet = new Int32Array(limit.length).fill(-1);
	const worstOfMentee = new Int32Array(candidates.mentees).fill(-1);
	const missing = candidates.need.slice();
	for (let e = 0; e < used.length; e++) {
		if (used[e] === 0) continue;
		const i = candidates.mentee[e];
		missing[i]--;
		if (isWorse(byMentee, e, worstOfMentee[i])) worstOfMentee[i] = e;
		for (let s = ofPair[e]; s >= 0; s = above[s])
			if (isWorse(byMentor, e, worstOfSet[s])) worstOfSet[s] = e;
	}
	for (let e = 0; e < used.length; e++) {
		if (used[e] === 1) continue;
		const i = candidates.mentee[e];
		const ownWorst = worstOfMentee[i];
		if (missing[i] <= 0 && !(ownWorst >= 0 && byMentee[e] > byMentee[ownWorst]))
			continue;
		const mentorLeaves = givenUp(e);
		if (mentorLeaves !== undefined)
			found({
				pair: e,
				menteeLeaves: missing[i] > 0 ? -1 : ownWorst,
				mentorLeaves,
			});
	}

	/** What the mentor's side would give up for the pair: -1 for nothing, undefined if it would not take it. */
	function givenUp(e: number): number | undefined {
		for (let s = ofPair[e]; s >= 0; s = above[s]) {
			if (load[s] < limit[s]) continue;
			const worst = worstOfSet[s];
			return worst >= 0 && byMentor[e] > byMentor[worst] ? worst : undefined;
		}
		return -1;
	}
}

function isWorse(worth: Float64Array, e: number, than: number): boolean {
	return than < 0 || worth[e] < worth[than];
}
