// The most mentees with a first mentor where every group is to have at least and at most so many: augmenting paths from mentees to places
// (Kuhn 1955), first until every group has its least, then up to its most. A path never takes a mentor from somebody without giving them
// another, so that what a group has it keeps; and the greatest number within the mosts is reached whichever matching one starts from (the
// sets of mentees who can be covered are a matroid: Edmonds and Fulkerson 1965). O(mentees · pairs).
import type { Candidates } from "./candidates.ts";

export type GroupLimits = {
	readonly groupOf: Int32Array;
	/** How many mentees of each group are to have a first mentor beside those who have one pinned; groups beyond have no limits. */
	readonly least: readonly number[];
	readonly most: readonly number[];
};

/** Marks a first pair for each mentee covered; nothing where not every group can have its least. */
export function mostCovered(
	candidates: Candidates,
	{ groupOf, least, most }: GroupLimits,
): Uint8Array | undefined {
	const { mentees, mentors, first, mentor, capacity, covered, need } =
		candidates;
	const used = new Uint8Array(mentor.length);
	const pairOf = new Int32Array(mentees).fill(-1);
	const held: number[][] = Array.from({ length: mentors }, () => []);
	const count = new Int32Array(Math.max(least.length, 1));
	const tried = new Int32Array(mentors);
	let round = 0;
	raiseTo(least);
	if (least.some((units, g) => count[g] < units)) return undefined;
	raiseTo(most);
	for (const e of pairOf) if (e >= 0) used[e] = 1;
	return used;

	function raiseTo(limits: readonly number[]): void {
		for (let i = 0; i < mentees; i++) {
			const g = groupOf[i];
			const isFull = g < limits.length ? count[g] >= limits[g] : false;
			if (isFull || pairOf[i] >= 0 || covered[i] === 1 || need[i] === 0)
				continue;
			round++;
			if (place(i) && g < limits.length) count[g]++;
		}
	}

	/** Finds a place for mentee `i`, moving others to other places of theirs. */
	function place(i: number): boolean {
		for (let e = first[i]; e < first[i + 1]; e++) {
			const j = mentor[e];
			if (tried[j] === round || capacity[j] === 0) continue;
			tried[j] = round;
			if (held[j].length < capacity[j]) {
				held[j].push(i);
				pairOf[i] = e;
				return true;
			}
			for (let k = 0; k < held[j].length; k++) {
				if (!place(held[j][k])) continue;
				held[j][k] = i;
				pairOf[i] = e;
				return true;
			}
		}
		return false;
	}
}
