// The best pairs of every mentee and of every mentor, in one pass over rows of scores. Both sides are asked: with mentees' lists alone
// the mentors whom nobody ranks first keep empty places that the solver cannot see. Each list is a heap with its worst pair on top, so
// a pair costs two comparisons unless it enters one: O(pairs + entries · log K). Ties are settled by a hash of ids, since otherwise
// people who look alike would all be offered the same few mentors.
import type { ScoreRow } from "./pair-scoring.ts";

/** Pairs in columns: indices of mentee and mentor, points in millionths. */
export type ListedPairs = {
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
	readonly points: Float64Array;
};

/** A number for each person that depends on their id alone. */
export type PersonHashes = {
	readonly mentee: Int32Array;
	readonly mentor: Int32Array;
};

/** Lists of the best `size` of each of `owners`; keys are points, then the hash. */
export type BestLists = {
	readonly size: number;
	readonly owners: number;
	readonly counts: Int32Array;
	readonly points: Float64Array;
	readonly tie: Int32Array;
	readonly other: Int32Array;
	/** What a pair needs at least to enter. */
	readonly floor: Float64Array;
};

export function createLists(owners: number, size: number): BestLists {
	return {
		size,
		owners,
		counts: new Int32Array(owners),
		points: new Float64Array(owners * size),
		tie: new Int32Array(owners * size),
		other: new Int32Array(owners * size),
		// Above -Infinity, so that barred pairs never pass.
		floor: new Float64Array(owners).fill(
			size === 0 ? Infinity : -Number.MAX_VALUE,
		),
	};
}

/** Takes a pair up into its owner's list if it is among the best so far. */
export function offer(
	lists: BestLists,
	owner: number,
	other: number,
	points: number,
	tie: number,
): void {
	const { size, counts, floor } = lists;
	const base = owner * size;
	const count = counts[owner];
	if (count < size) {
		counts[owner] = count + 1;
		rise(lists, base, count, other, points, tie);
		if (count + 1 === size) floor[owner] = lists.points[base];
		return;
	}
	const worst = lists.points[base];
	if (points < worst || (points === worst && tie >= lists.tie[base])) return;
	sink(lists, base, other, points, tie);
	floor[owner] = lists.points[base];
}

/** As `offer`, for pairs that may be offered more than once. */
export function offerOnce(
	lists: BestLists,
	owner: number,
	other: number,
	points: number,
	tie: number,
): void {
	if (points < lists.floor[owner]) return;
	const from = owner * lists.size;
	const to = from + lists.counts[owner];
	for (let k = from; k < to; k++) if (lists.other[k] === other) return;
	offer(lists, owner, other, points, tie);
}

/** The same whatever the order of rows. */
export function pairHash(a: number, b: number): number {
	let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77) ^ (a >>> 15);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	return h ^ (h >>> 13);
}

export type ListOrder = {
	readonly from: number;
	readonly to: number;
	readonly ofMentee: number;
	readonly ofMentor: number;
	/** The least points a pair may have. */
	readonly least: number;
};

/** The best pairs of mentees `from` up to `to`, and the best of each mentor among these mentees. */
export function bestOfBothSides(
	scoreRow: ScoreRow,
	mentors: number,
	hashes: PersonHashes,
	order: ListOrder,
): { readonly ofMentees: ListedPairs; readonly ofMentors: ListedPairs } {
	const { from, to, least } = order;
	const byMentor = createLists(mentors, order.ofMentor);
	const byMentee = createLists(to - from, order.ofMentee);
	const row = new Float64Array(mentors);
	for (let i = from; i < to; i++) {
		scoreRow(i, row);
		const own = i - from;
		const { floor } = byMentor;
		let ownFloor = Math.max(byMentee.floor[own], least);
		for (let j = 0; j < mentors; j++) {
			const points = row[j];
			if (points < ownFloor && points < floor[j]) continue;
			if (points < least || points === -Infinity) continue;
			const tie = pairHash(hashes.mentee[i], hashes.mentor[j]);
			if (points >= ownFloor) {
				offer(byMentee, own, j, points, tie);
				ownFloor = Math.max(byMentee.floor[own], least);
			}
			if (points >= floor[j]) offer(byMentor, j, i, points, tie);
		}
	}
	return {
		ofMentees: listed(byMentee, from, true),
		ofMentors: listed(byMentor, 0, false),
	};
}

/** Gives the room of lists back at once; the collector would take its time, and a million people's lists are much. */
export function release({ points, tie, other }: BestLists): void {
	for (const { buffer } of [points, tie, other])
		if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** The same for pairs that nobody looks at again. */
export function releasePairs(lists: readonly ListedPairs[]): void {
	for (const { mentee, mentor, points } of lists)
		for (const { buffer } of [mentee, mentor, points])
			if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}

/** Lists as columns of pairs. */
export function listed(
	lists: BestLists,
	firstOwner: number,
	areMentees: boolean,
): ListedPairs {
	const { owners, size, counts } = lists;
	let total = 0;
	for (let o = 0; o < owners; o++) total += counts[o];
	const owner = new Int32Array(total);
	const other = new Int32Array(total);
	const points = new Float64Array(total);
	let at = 0;
	for (let o = 0; o < owners; o++)
		for (let k = o * size; k < o * size + counts[o]; k++) {
			owner[at] = o + firstOwner;
			other[at] = lists.other[k];
			points[at++] = lists.points[k];
		}
	return areMentees
		? { mentee: owner, mentor: other, points }
		: { mentee: other, mentor: owner, points };
}

/** The best of each mentor in several answers together: the same however the mentees were divided. */
export function bestOfMentors(
	answers: readonly ListedPairs[],
	mentors: number,
	size: number,
	hashes: PersonHashes,
): ListedPairs {
	const lists = createLists(mentors, size);
	for (const { mentee, mentor, points } of answers)
		for (let k = 0; k < points.length; k++)
			offer(
				lists,
				mentor[k],
				mentee[k],
				points[k],
				pairHash(hashes.mentee[mentee[k]], hashes.mentor[mentor[k]]),
			);
	return listed(lists, 0, false);
}

// A child is never worse than its parent: the worst stands on top.
function rise(
	lists: BestLists,
	base: number,
	place: number,
	other: number,
	points: number,
	tie: number,
): void {
	let k = place;
	while (k > 0) {
		const above = (k - 1) >> 1;
		if (!isWorse(lists, points, tie, base + above)) break;
		move(lists, base + above, base + k);
		k = above;
	}
	put(lists, base + k, other, points, tie);
}

function sink(
	lists: BestLists,
	base: number,
	other: number,
	points: number,
	tie: number,
): void {
	const { size } = lists;
	let k = 0;
	for (;;) {
		let child = 2 * k + 1;
		if (child >= size) break;
		const right = base + child + 1;
		if (
			child + 1 < size &&
			isWorse(lists, lists.points[right], lists.tie[right], base + child)
		)
			child++;
		if (isWorse(lists, points, tie, base + child)) break;
		move(lists, base + child, base + k);
		k = child;
	}
	put(lists, base + k, other, points, tie);
}

function isWorse(
	lists: BestLists,
	points: number,
	tie: number,
	at: number,
): boolean {
	const own = lists.points[at];
	return points < own || (points === own && tie > lists.tie[at]);
}

function move(lists: BestLists, from: number, to: number): void {
	lists.points[to] = lists.points[from];
	lists.tie[to] = lists.tie[from];
	lists.other[to] = lists.other[from];
}

function put(
	lists: BestLists,
	at: number,
	other: number,
	points: number,
	tie: number,
): void {
	lists.points[at] = points;
	lists.tie[at] = tie;
	lists.other[at] = other;
}
