import type { Candidates } from "./candidates.ts";

/**
 * What the used pairs amount to, by group (`groupOf` of a mentee, numbers below `groups`): points, and mentees with a first mentor; and mentors
 * with a first mentee, where they count.
 */
export function groupSums(
	candidates: Candidates,
	groupOf: Int32Array,
	groups: number,
	used: Uint8Array,
): {
	readonly points: Float64Array;
	readonly covered: Float64Array;
	readonly pairs: number;
	readonly mentors: number;
} {
	const { first, mentees } = candidates;
	const points = new Float64Array(groups);
	const covered = new Float64Array(groups);
	const isMet = candidates.mentorCovered?.slice();
	let pairs = 0;
	let mentors = 0;
	for (let i = 0; i < mentees; i++) {
		let own = 0;
		for (let e = first[i]; e < first[i + 1]; e++)
			if (used[e] === 1) {
				points[groupOf[i]] += candidates.points[e];
				own++;
				const j = candidates.mentor[e];
				if (isMet === undefined || isMet[j] === 1) continue;
				isMet[j] = 1;
				mentors++;
			}
		pairs += own;
		if (own > 0 && candidates.covered[i] === 0) covered[groupOf[i]]++;
	}
	return { points, covered, pairs, mentors };
}
