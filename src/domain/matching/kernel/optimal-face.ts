// The pairs that best matchings are made of: those whose reduced cost is zero in every tier so far, and those used. Whatever comes after
// (a later tier, the settling of ties) moves within them alone, so it needs a network of these pairs only: about as many as there are
// people where scores are fine. One pass, which proves the matching's pairs on the way (complementary slackness). O(pairs · tiers).
//
// Where the rows of a search are at hand, even that pass ends early: nobody pays less than nothing for the other side of a pair, so a pair with
// fewer points than the row's own price is neither tight nor used.
import type { Candidates } from "./candidates.ts";
import { degrees } from "./candidates.ts";
import { sortOn } from "./falling-rows.ts";
import type { Tiers } from "./flow-network.ts";
import type { PathMatching } from "./path-matching.ts";

export type OptimalFace = {
	readonly candidates: Candidates;
	readonly used: Uint8Array;
	/** The index of each pair among all candidates. */
	readonly pairOf: Int32Array;
};

/** The pairs of the face, in order. Nothing where the potentials (in one number, see path-matching.ts) do not prove the used pairs best. */
export function tightPairs(
	candidates: Candidates,
	{ used, bonus, rows }: Pick<PathMatching, "used" | "bonus" | "rows">,
	whole: Float64Array,
): Int32Array | undefined {
	const { mentees, mentors, mentee, mentor, points } = candidates;
	const byMentors = rows?.byMentors === true;
	const lowest = byMentors
		? lowestOf(whole, 0, mentees, 1)
		: lowestOf(whole, mentees, mentees + mentors, -1);
	const ofRow = byMentors ? mentees : 0;
	const sign = byMentors ? -1 : 1;
	const lists = rows?.of.rows ?? mentees;
	const first = rows?.of.first ?? candidates.first;
	let found: Int32Array = new Int32Array(1024);
	let size = 0;
	for (let l = 0; l < lists; l++) {
		const least = sign * whole[ofRow + l] + lowest - bonus;
		for (let k = first[l], to = first[l + 1]; k < to; k++) {
			if (rows !== undefined) {
				if (k === rows.of.ready[l]) sortOn(rows.of, l);
				if (rows.of.worth[k] < least) break;
			}
			const e = rows === undefined ? k : rows.of.pair[k];
			const i = mentee[e];
			const slack = whole[i] - whole[mentees + mentor[e]] - bonus - points[e];
			if (used[e] === 1 ? slack > 0 : slack < 0) return undefined;
			if (used[e] === 0 && slack !== 0) continue;
			if (size === found.length) found = grown(found);
			found[size++] = e;
		}
	}
	return inOrder(found, size, points.length);
}

/** Numbers below `limit`, no two of them equal, in order: a bit each is set and read. O(size + limit / 32). */
function inOrder(numbers: Int32Array, size: number, limit: number): Int32Array {
	const marks = new Int32Array((limit >> 5) + 1);
	for (let k = 0; k < size; k++)
		marks[numbers[k] >> 5] |= 1 << (numbers[k] & 31);
	const sorted = new Int32Array(size);
	let next = 0;
	for (let w = 0; w < marks.length; w++)
		for (let bits = marks[w]; bits !== 0; bits &= bits - 1)
			sorted[next++] = (w << 5) + 31 - Math.clz32(bits & -bits);
	return sorted;
}

function grown(numbers: Int32Array): Int32Array {
	const more = new Int32Array(2 * numbers.length);
	more.set(numbers);
	return more;
}

function lowestOf(
	whole: Float64Array,
	from: number,
	to: number,
	sign: 1 | -1,
): number {
	let lowest = Infinity;
	for (let x = from; x < to; x++)
		if (sign * whole[x] < lowest) lowest = sign * whole[x];
	return lowest;
}

/** Candidates of these pairs alone, whose indices rise. */
export function facePairs(
	candidates: Candidates,
	used: Uint8Array,
	pairOf: Int32Array,
): OptimalFace {
	const first = new Int32Array(candidates.mentees + 1);
	for (const e of pairOf) first[candidates.mentee[e] + 1]++;
	for (let i = 0; i < candidates.mentees; i++) first[i + 1] += first[i];
	return {
		candidates: {
			...candidates,
			first,
			mentee: pairOf.map((e) => candidates.mentee[e]),
			mentor: pairOf.map((e) => candidates.mentor[e]),
			points: Float64Array.from(pairOf, (e) => candidates.points[e]),
		},
		used: Uint8Array.from(pairOf, (e) => used[e]),
		pairOf,
	};
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
