import type { Candidates } from "./candidates.ts";

/** The candidates marked 1, in the same order, with the people and caps they had. O(mentees + pairs). */
export function keptCandidates(
	candidates: Candidates,
	keeps: Uint8Array,
): Candidates {
	const { mentees, first, caps } = candidates;
	const isKept = (_: number, e: number) => keeps[e] === 1;
	const start = new Int32Array(mentees + 1);
	for (let i = 0; i < mentees; i++) {
		start[i + 1] = start[i];
		for (let e = first[i]; e < first[i + 1]; e++) start[i + 1] += keeps[e];
	}
	return {
		...candidates,
		first: start,
		mentee: candidates.mentee.filter(isKept),
		mentor: candidates.mentor.filter(isKept),
		points: candidates.points.filter(isKept),
		caps: caps && { ...caps, ofPair: caps.ofPair.filter(isKept) },
	};
}
