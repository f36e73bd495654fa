// The greatest weight that any matching can reach, from prices of places (mentors' and those under caps): what a mentee can gain beyond the
// prices, plus all prices. True for whatever prices (weak duality): a matching's weight is the sum over its pairs of (weight − price) and of prices
// paid; the first is at most each mentee's own best choice, the second at most all places at their prices. O(pairs), sorting within
// rows only where a mentee needs several. Sums are exact.
import type { Candidates } from "./candidates.ts";
import type { GroupWeights } from "./equity-weights.ts";
import { placeSets, pricesInAll, worthOfPlaces } from "./place-sets.ts";

/** In the scale of the weights. `price` is of a place in each set (see place-sets.ts). */
export function weightBound(
	candidates: Candidates,
	groupOf: Int32Array,
	weights: GroupWeights,
	price: Float64Array,
): bigint {
	const { first, points, need, covered } = candidates;
	const sets = placeSets(candidates);
	const { limit, ofPair } = sets;
	const paid = pricesInAll(candidates, price);
	let bound = 0n;
	for (let s = 0; s < limit.length; s++)
		bound += worthOfPlaces(candidates, s, price[s], weights.perMentor);
	for (let i = 0; i < need.length; i++) {
		if (need[i] === 0) continue;
		const g = groupOf[i];
		const factor = weights.score[g];
		const once = covered[i] === 1 ? 0 : weights.person[g] + weights.perPerson;
		if (need[i] === 1) {
			let best = -once;
			for (let e = first[i]; e < first[i + 1]; e++) {
				const gain = factor * points[e] + weights.perPair - paid[ofPair[e]];
				if (gain > best) best = gain;
			}
			bound += BigInt(best) + BigInt(once);
		} else {
			const gains: number[] = [];
			for (let e = first[i]; e < first[i + 1]; e++)
				gains.push(factor * points[e] + weights.perPair - paid[ofPair[e]]);
			bound += bestChoice(gains, need[i], once);
		}
	}
	return bound;
}

/** The best of at most `need` gains, with `once` for the first. */
function bestChoice(gains: number[], need: number, once: number): bigint {
	gains.sort((a, b) => b - a);
	let sum = BigInt(once);
	let best = 0n;
	for (const gain of gains.slice(0, need)) {
		sum += BigInt(gain);
		if (sum > best) best = sum;
	}
	return best;
}
