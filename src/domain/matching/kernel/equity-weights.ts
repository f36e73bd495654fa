import type { Candidates } from "./candidates.ts";

/**
 * What pairs and people count for when groups are weighed: a pair of a mentee of group g counts `score[g]` times its points plus
 * `perPair`; a mentee of group g who gets a first mentor counts `person[g]` plus `perPerson`. All whole numbers, in 1/`scale` of what
 * is optimised. The arrays have one entry more than there are groups, for mentees who are compared with nobody.
 */
export type GroupWeights = {
	readonly scale: number;
	readonly score: Float64Array;
	readonly person: Float64Array;
	readonly perPair: number;
	readonly perPerson: number;
};

/** The weight of every candidate as a pair, without what a person counts for. */
export function pairWeights(
	candidates: Candidates,
	groupOf: Int32Array,
	weights: GroupWeights,
): Float64Array {
	const { mentee, points } = candidates;
	const into = new Float64Array(points.length);
	for (let e = 0; e < points.length; e++)
		into[e] = weights.score[groupOf[mentee[e]]] * points[e] + weights.perPair;
	return into;
}

/** Whether some mentee may get a mentor beyond the first, so that people and pairs are two counts. */
export function hasLaterPairs({ need, covered }: Candidates): boolean {
	for (let i = 0; i < need.length; i++)
		if (need[i] > (covered[i] === 1 ? 0 : 1)) return true;
	return false;
}
