import type { Candidates } from "./candidates.ts";

/**
 * What pairs and people count for when groups are weighed: a pair of a mentee of group g counts `score[g]` times its points plus
 * `perPair`; a mentee of group g who gets a first mentor counts `person[g]` plus `perPerson`; a mentor who gets a first mentee `perMentor`. All whole numbers, in 1/`scale` of what
 * is optimised. The arrays have one entry more than there are groups, for mentees who are compared with nobody.
 */
export type GroupWeights = {
	readonly scale: number;
	readonly score: Float64Array;
	readonly person: Float64Array;
	readonly perPair: number;
	readonly perPerson: number;
	readonly perMentor: number;
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
