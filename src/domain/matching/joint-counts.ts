// Which counts the pairs from some score up still reach, all together: for the stage of the worst pair where caps over several mentors let
// people, mentors and pairs get in each other's way, so that each alone says too little. One solve for each score asked about.
import type { Certificate } from "./certificate.ts";
import { keptCandidates } from "./kernel/kept-candidates.ts";
import { outcomeOf, pairsOf } from "./outcome.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import { solve } from "./solve.ts";

export type JointCounts = {
	/** Whether the counts of all pairs are reached by those of at least `least` points (in the problem's units) alone. */
	reaches(least: number): boolean;
	/** After a call that answered no: the best plan of those pairs, which reaches less, and what proves it best. */
	best(): {
		readonly pairs: readonly ScoredPair[];
		readonly certificate: Certificate;
	};
};

/** Whether caps over several mentors stand beside mentors' first mentees: without either, counts can be asked for one by one. */
export function mayCountsConflict({ caps, candidates }: Problem): boolean {
	return (
		candidates.mentorCovered !== undefined &&
		caps.some(({ of }) => of === "mentors")
	);
}

/** Of the pairs marked in `keeps`; the score is asked of those marked in `isAsked` too. */
export function jointCounts(
	problem: Problem,
	keeps: Uint8Array,
	isAsked: Uint8Array,
): JointCounts {
	const { points } = problem.candidates;
	const bestFrom = (least: number) => {
		const isKept = keeps.map((keep, e) =>
			isAsked[e] === 1 && (points[e] ?? 0) < least ? 0 : keep,
		);
		const part = {
			...problem,
			candidates: keptCandidates(problem.candidates, isKept),
		};
		const solution = solve(part, { ties: false });
		const { certificate } = outcomeOf(part, solution);
		return { pairs: pairsOf(part, solution.used), certificate };
	};
	let last = bestFrom(-Infinity);
	const most = countsBeside(problem.pinned, last.pairs);
	return {
		reaches(least) {
			last = bestFrom(least);
			const counts = countsBeside(problem.pinned, last.pairs);
			return counts.every((count, t) => count === most[t]);
		},
		best: () => last,
	};
}

/** Mentees and mentors whom no pinned pair reaches, and pairs. */
function countsBeside(
	pinned: readonly ScoredPair[],
	pairs: readonly ScoredPair[],
): readonly number[] {
	const added = (side: "mentee" | "mentor") =>
		new Set(pairs.map((pair) => pair[side])).difference(
			new Set(pinned.map((pair) => pair[side])),
		).size;
	return [added("mentee"), added("mentor"), pairs.length];
}
