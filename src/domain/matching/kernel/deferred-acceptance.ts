// Deferred acceptance: mentees propose down their lists until they have the mentors they need; a mentor's side keeps the best it may hold
// and lets go of the rest. The result has no blocking pair (Gale and Shapley 1962; with nested sets of places: Fleiner 2003, as each
// chooses from a matroid). Where both sides value a pair alike, it is what taking the best pairs first gives.
//
// O(pairs log pairs + proposals · places of the set that is full).
import type { Preferences } from "./blocking-pairs.ts";
import type { Candidates } from "./candidates.ts";
import { placeSets } from "./place-sets.ts";

/** Marks the pairs of the stable matching; `tie` orders pairs that somebody values alike (lower first), then candidate order. */
export function stableMatching(
	candidates: Candidates,
	{ mentee: byMentee, mentor: byMentor }: Preferences,
	tie: Float64Array,
): Uint8Array {
	const { limit, above, ofPair } = placeSets(candidates);
	const pairs = ofPair.length;
	const used = new Uint8Array(pairs);
	const missing = candidates.need.slice();
	const list = Int32Array.from({ length: pairs }, (_, e) => e);
	const next = candidates.first.slice();
	for (let i = 0; i < candidates.mentees; i++)
		list
			.subarray(candidates.first[i], candidates.first[i + 1])
			.sort((a, b) => compare(byMentee, a, b));
	const held: number[][] = Array.from(limit, () => []);
	const waiting = Array.from({ length: candidates.mentees }, (_, i) => i);
	for (;;) {
		const i = waiting.pop();
		if (i === undefined) return used;
		while (missing[i] > 0 && next[i] < candidates.first[i + 1])
			propose(list[next[i]++]);
	}

	function propose(e: number): void {
		let full = ofPair[e];
		while (full >= 0 && held[full].length < limit[full]) full = above[full];
		if (full >= 0) {
			const worst = worstOf(held[full]);
			if (worst < 0 || compare(byMentor, e, worst) > 0) return;
			letGo(worst);
		}
		used[e] = 1;
		missing[candidates.mentee[e]]--;
		for (let s = ofPair[e]; s >= 0; s = above[s]) held[s].push(e);
	}

	function letGo(e: number): void {
		used[e] = 0;
		missing[candidates.mentee[e]]++;
		waiting.push(candidates.mentee[e]);
		for (let s = ofPair[e]; s >= 0; s = above[s])
			held[s].splice(held[s].indexOf(e), 1);
	}

	function worstOf(some: readonly number[]): number {
		let worst = -1;
		for (const e of some)
			if (worst < 0 || compare(byMentor, e, worst) > 0) worst = e;
		return worst;
	}

	function compare(worth: Float64Array, a: number, b: number): number {
		return worth[b] - worth[a] || tie[a] - tie[b] || a - b;
	}
}
