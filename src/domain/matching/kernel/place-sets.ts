// Sets of places, one within the other: a mentor's own places, caps on parts of them (at most one mentee of a department) and caps over
// several mentors (at most forty pairs at a site). Nested sets keep the problem a flow; sets that cross make it NP-hard (Huang,
// Classified stable matching, SODA 2010; Fleiner and Kamiyama, Mathematics of Operations Research 41, 2016).
import type { Candidates } from "./candidates.ts";

/**
 * A forest of sets: first each mentor's own (`limit` is the capacity), then the caps. A pair takes one unit of its innermost set
 * (`ofPair`, in candidate order) and of every set above that (`above`, -1 at the top). A mentor's set is in every chain.
 */
export type PlaceSets = {
	readonly limit: Int32Array;
	readonly above: Int32Array;
	readonly ofPair: Int32Array;
};

/** The sets of places of these candidates; without caps each mentor is a set alone. */
export function placeSets(candidates: Candidates): PlaceSets {
	return (
		candidates.caps ?? {
			limit: candidates.capacity,
			above: new Int32Array(candidates.mentors).fill(-1),
			ofPair: candidates.mentor,
		}
	);
}

/** How many used pairs each set holds. O(pairs · depth). */
export function loads(sets: PlaceSets, used: Uint8Array): Int32Array {
	const load = new Int32Array(sets.limit.length);
	for (let e = 0; e < used.length; e++) {
		if (used[e] === 0) continue;
		for (let s = sets.ofPair[e]; s >= 0; s = sets.above[s]) load[s]++;
	}
	return load;
}

/**
 * What a place in each set costs all in all: its own price and those of the sets around it. A mentor's may be below 0 (see worthOfPlaces), those
 * of caps then count as 0. O(sets · depth).
 */
export function pricesInAll(
	candidates: Candidates,
	price: Float64Array,
): Float64Array {
	const { above } = placeSets(candidates);
	const all = new Float64Array(above.length);
	for (let set = 0; set < above.length; set++)
		for (let s = set; s >= 0; s = above[s])
			all[set] += s < candidates.mentors ? price[s] : Math.max(0, price[s]);
	return all;
}

/**
 * The most that the places of a set can be worth at this price: all of them, or none; or one, where a mentor's first mentee counts `perMentor`
 * besides. Exact.
 */
export function worthOfPlaces(
	candidates: Candidates,
	set: number,
	price: number,
	perMentor: number,
): bigint {
	const limit = placeSets(candidates).limit[set];
	if (limit === 0) return 0n;
	const isFirst = candidates.mentorCovered?.[set] === 0;
	const first = isFirst ? perMentor : 0;
	return price < 0
		? BigInt(Math.max(0, price + first))
		: BigInt(limit) * BigInt(price) + BigInt(first);
}

/** Marks the sets that a candidate takes a place in: the others have no price. */
export function setsInUse(candidates: Candidates): Uint8Array {
	const { above, ofPair, limit } = placeSets(candidates);
	const isInUse = new Uint8Array(limit.length);
	for (const innermost of ofPair)
		for (let s = innermost; s >= 0 && isInUse[s] === 0; s = above[s])
			isInUse[s] = 1;
	return isInUse;
}
