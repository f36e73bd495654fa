// What two matchings differ in falls apart into pieces that can be exchanged one by one: connected trails of pairs of the one and pairs
// of the other, alternating at every person and within every cap. Any selection of pieces gives a matching again. Each piece changes sums by group by known
// amounts, so choosing pieces is a small knapsack, solved by exchanging one or two at a time. (Patching two optimal solutions of a
// Lagrangian relaxation: Berger, Bonifaci, Grandoni, Schäfer, Math. Programming 128, 2011.) O(pairs + pieces²) a pass.
import type { Candidates } from "./candidates.ts";
import { degrees } from "./candidates.ts";
import { placeSets } from "./place-sets.ts";

export type Piece = {
	/** Candidates whose use is turned round. */
	readonly pairs: readonly number[];
	readonly points: Float64Array;
	readonly covered: Float64Array;
	people: number;
	mentors: number;
	pairCount: number;
	total: number;
};

/** The pieces that lead from the matching `from` to `to`. */
export function piecesBetween(
	candidates: Candidates,
	groupOf: Int32Array,
	groups: number,
	from: Uint8Array,
	to: Uint8Array,
): Piece[] {
	const { mentee, mentees, mentor, covered, mentorCovered, points } =
		candidates;
	const { ofPair, above } = placeSets(candidates);
	const changed: number[] = [];
	for (let e = 0; e < from.length; e++) if (from[e] !== to[e]) changed.push(e);
	const leader = Int32Array.from(changed, (_, k) => k);
	const find = (k: number): number => {
		while (leader[k] !== k) {
			leader[k] = leader[leader[k]];
			k = leader[k];
		}
		return k;
	};
	const join = (k: number, l: number) => {
		leader[find(l)] = find(k);
	};
	const was = degrees(candidates, from);
	const is = degrees(candidates, to);
	const before = was.ofMentee;
	const after = is.ofMentee;
	// Pairs that come and pairs that go, by mentee and by set of places; those of like groups are tied together first, so that pieces stay small.
	const byPerson: number[][] = Array.from(
		{ length: mentees + above.length },
		() => [],
	);
	changed.forEach((e, k) => {
		byPerson[mentee[e]].push(k);
		for (let s = ofPair[e]; s >= 0; s = above[s]) byPerson[mentees + s].push(k);
	});
	const byGroup = (k: number, l: number) =>
		groupOf[mentee[changed[k]]] - groupOf[mentee[changed[l]]] || k - l;
	byPerson.forEach((ks, x) => {
		if (ks.length < 2) return;
		const j = x - mentees;
		const isAllOrNothing =
			x < mentees
				? covered[x] === 0 && (before[x] === 0 || after[x] === 0)
				: mentorCovered?.[j] === 0 &&
					(was.ofMentor[j] === 0 || is.ofMentor[j] === 0);
		if (isAllOrNothing) for (const k of ks) join(ks[0], k);
		else {
			const come = ks.filter((k) => to[changed[k]] === 1).sort(byGroup);
			const go = ks.filter((k) => to[changed[k]] === 0).sort(byGroup);
			for (let k = 0; k < Math.min(come.length, go.length); k++)
				join(come[k], go[k]);
		}
	});
	const pieces = new Map<number, Piece & { pairs: number[] }>();
	changed.forEach((e, k) => {
		const head = find(k);
		let piece = pieces.get(head);
		if (piece === undefined) {
			piece = {
				pairs: [],
				points: new Float64Array(groups),
				covered: new Float64Array(groups),
				people: 0,
				mentors: 0,
				pairCount: 0,
				total: 0,
			};
			pieces.set(head, piece);
		}
		const i = mentee[e];
		const sign = to[e] === 1 ? 1 : -1;
		piece.pairs.push(e);
		piece.points[groupOf[i]] += sign * points[e];
		piece.total += sign * points[e];
		piece.pairCount += sign;
		const isFirst = byPerson[i][0] === k;
		if (isFirst && covered[i] === 0) {
			const gain = (after[i] > 0 ? 1 : 0) - (before[i] > 0 ? 1 : 0);
			piece.covered[groupOf[i]] += gain;
			piece.people += gain;
		}
		const j = mentor[e];
		if (byPerson[mentees + j][0] === k && mentorCovered?.[j] === 0)
			piece.mentors +=
				(is.ofMentor[j] > 0 ? 1 : 0) - (was.ofMentor[j] > 0 ? 1 : 0);
	});
	return [...pieces.values()];
}

const PIECES_IN_TWOS = 500;
const PASSES = 6;

/** Sums that pieces are added to and taken from. */
export type RunningSums = {
	readonly points: Float64Array;
	readonly covered: Float64Array;
	people: number;
	mentors: number;
	pairs: number;
	total: number;
};

/**
 * Takes pieces, one or two at a time, while that makes the sums better (people, then mentors, then pairs, then total) and `isFair` holds. Changes
 * `sums`; marks the pieces taken.
 */
export function choosePieces(
	pieces: readonly Piece[],
	sums: RunningSums,
	isFair: (sums: RunningSums) => boolean,
): Uint8Array {
	const taken = new Uint8Array(pieces.length);
	const order = pieces
		.map((_, k) => k)
		.sort((a, b) => pieces[b].total - pieces[a].total || a - b);
	const add = (k: number, sign: number) => {
		const piece = pieces[k];
		for (let g = 0; g < sums.points.length; g++) {
			sums.points[g] += sign * piece.points[g];
			sums.covered[g] += sign * piece.covered[g];
		}
		sums.people += sign * piece.people;
		sums.mentors += sign * piece.mentors;
		sums.pairs += sign * piece.pairCount;
		sums.total += sign * piece.total;
	};
	const toggle = (k: number) => {
		add(k, taken[k] === 1 ? -1 : 1);
		taken[k] = 1 - taken[k];
	};
	const direction = (k: number) => (taken[k] === 1 ? -1 : 1);
	const gains = (k: number, l: number) => {
		const a = direction(k);
		const b = l < 0 ? 0 : direction(l);
		const other = pieces[Math.max(l, 0)];
		return (
			a * pieces[k].people + b * other.people ||
			a * pieces[k].mentors + b * other.mentors ||
			a * pieces[k].pairCount + b * other.pairCount ||
			a * pieces[k].total + b * other.total
		);
	};
	for (let pass = 0; pass < PASSES; pass++) {
		let isBetter = false;
		for (const k of order) {
			if (gains(k, -1) <= 0) continue;
			toggle(k);
			if (isFair(sums)) isBetter = true;
			else toggle(k);
		}
		const few = order.slice(0, PIECES_IN_TWOS);
		for (let a = 0; a < few.length; a++)
			for (let b = a + 1; b < few.length; b++) {
				if (gains(few[a], few[b]) <= 0) continue;
				toggle(few[a]);
				toggle(few[b]);
				if (isFair(sums)) {
					isBetter = true;
					break;
				}
				toggle(few[a]);
				toggle(few[b]);
			}
		if (!isBetter) break;
	}
	return taken;
}
