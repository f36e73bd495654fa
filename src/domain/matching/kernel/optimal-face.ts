// The pairs that best matchings are made of: those whose reduced cost is zero in every tier so far, and those used. Whatever comes after
// (a later tier, the settling of ties) moves within them alone, so it needs a network of these pairs only: about as many as there are
// people where scores are fine. One pass, which proves the matching's pairs on the way (complementary slackness). O(pairs · tiers).
import type { Candidates } from "./candidates.ts";
import { degrees } from "./candidates.ts";
import type { Tiers } from "./flow-network.ts";
import type { Tier } from "./objective-costs.ts";

export type OptimalFace = {
	readonly candidates: Candidates;
	readonly used: Uint8Array;
	/** The index of each pair among all candidates. */
	readonly pairOf: Int32Array;
};

/** Nothing where the potentials do not prove the used pairs best in the tiers given. */
export function optimalFace(
	candidates: Candidates,
	used: Uint8Array,
	tiers: readonly Tier[],
	potentials: Tiers,
): OptimalFace | undefined {
	const { mentees, mentee, mentor, points } = candidates;
	const isOnFace = new Uint8Array(used.length);
	let size = 0;
	for (let e = 0; e < used.length; e++) {
		let sign = 0;
		for (let t = 0; t < potentials.length && sign === 0; t++) {
			const potential = potentials[t];
			const gain =
				tiers[t] === "pairs" ? 1 : tiers[t] === "points" ? points[e] : 0;
			sign = potential[mentee[e]] - potential[mentees + mentor[e]] - gain;
		}
		if (used[e] === 1 ? sign > 0 : sign < 0) return undefined;
		if (used[e] === 0 && sign > 0) continue;
		isOnFace[e] = 1;
		size++;
	}
	return facePairs(candidates, used, isOnFace, size);
}

function facePairs(
	candidates: Candidates,
	used: Uint8Array,
	isOnFace: Uint8Array,
	size: number,
): OptimalFace {
	const { mentees } = candidates;
	const first = new Int32Array(mentees + 1);
	const mentee = new Int32Array(size);
	const mentor = new Int32Array(size);
	const points = new Float64Array(size);
	const faceUsed = new Uint8Array(size);
	const pairOf = new Int32Array(size);
	let k = 0;
	for (let i = 0; i < mentees; i++) {
		for (let e = candidates.first[i]; e < candidates.first[i + 1]; e++) {
			if (isOnFace[e] === 0) continue;
			mentee[k] = i;
			mentor[k] = candidates.mentor[e];
			points[k] = candidates.points[e];
			faceUsed[k] = used[e];
			pairOf[k++] = e;
		}
		first[i + 1] = k;
	}
	return {
		candidates: { ...candidates, first, mentee, mentor, points },
		used: faceUsed,
		pairOf,
	};
}

/**
 * What may still move within a face: its unused pairs, and the used ones that share a person with one of these. Two best matchings differ in
 * alternating ways of pairs, each of which has an unused one (a way that only drops a pair would make a worse matching, and one that
 * only adds a pair a better one). The others are settled, and their people have that much less. Nothing where nothing may move.
 */
export function movablePart({
	candidates,
	used,
	pairOf,
}: OptimalFace): OptimalFace | undefined {
	const { mentees, mentors, mentee, mentor } = candidates;
	const touched = new Uint8Array(mentees + mentors);
	for (let k = 0; k < used.length; k++) {
		if (used[k] === 1) continue;
		touched[mentee[k]] = 1;
		touched[mentees + mentor[k]] = 1;
	}
	const need = candidates.need.slice();
	const capacity = candidates.capacity.slice();
	const moves = new Uint8Array(used.length);
	let size = 0;
	for (let k = 0; k < used.length; k++) {
		const i = mentee[k];
		const j = mentor[k];
		if (used[k] === 0 || touched[i] === 1 || touched[mentees + j] === 1) {
			moves[k] = 1;
			size++;
		} else {
			need[i]--;
			capacity[j]--;
		}
	}
	if (!touched.includes(1)) return undefined;
	const part = facePairs({ ...candidates, need, capacity }, used, moves, size);
	return { ...part, pairOf: part.pairOf.map((k) => pairOf[k]) };
}

/** Whether places and people outside agree with the potentials (pairs are checked by optimalFace). Caps apart. O(people · tiers). */
export function areEndsProved(
	candidates: Candidates,
	used: Uint8Array,
	potentials: Tiers,
): boolean {
	const { mentees, mentors, need, capacity } = candidates;
	const { ofMentee, ofMentor } = degrees(candidates, used);
	for (let x = 0; x < mentees + mentors; x++) {
		let sign = 0;
		for (let t = 0; t < potentials.length; t++) {
			if (!Number.isSafeInteger(potentials[t][x])) return false;
			if (sign === 0) sign = Math.sign(potentials[t][x]);
		}
		const j = x - mentees;
		if (j < 0 && (sign < 0 || (sign > 0 && ofMentee[x] < need[x])))
			return false;
		if (j >= 0 && sign > 0 && ofMentor[j] > 0) return false;
		if (j >= 0 && sign < 0 && ofMentor[j] < capacity[j]) return false;
	}
	return true;
}
