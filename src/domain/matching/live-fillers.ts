// Places after a mentor's first, where mentors with a mentee count before second mentees.
//
// A mentor's places then cost more and more: nothing the first, what a mentor counts for each later one (see kernel/live-costs.ts). A filler,
// who belongs to the mentor and has one unit for each later place, may sit there for nothing and loses as much outside. So of x pairs at a
// mentor x - 1 drive a unit of the filler out and pay for it, and the repair of a plain matching is exact without knowing why: convex
// costs as parallel arcs (Ahuja, Magnanti, Orlin, Network Flows, 14.3). A mentor whose first mentee is pinned has later places only.
import { changeRoom, changeSupply, openPair } from "./kernel/live-matching.ts";
import { addPair } from "./kernel/live-pairs.ts";
import { CLOSED } from "./kernel/two-sided-state.ts";
import type { LiveBody } from "./live-body.ts";
import type { PairColumns } from "./pair-columns.ts";

/** Fillers are searchers after all mentees; each has as many pairs with its mentor as units. */
export function isFiller({ live, mentees }: LiveBody, e: number): boolean {
	return (live.pairs.graph.searcher[e] ?? 0) >= mentees.units.length;
}

/**
 * What a place costs beyond what the mentor counts for; below 0 where the first mentee is missing. A filler who may stay says nothing of a
 * price: where a mentee is pinned and no other comes, places cost nothing.
 */
export function placePrice(
	{ costs, live, mentors }: LiveBody,
	j: number,
): number {
	const price = -(live.repair.holderPrice[j] ?? 0) - costs.mentor;
	return (mentors.pinned[j] ?? 0) > 0 ? Math.max(0, price) : price;
}

/** How many of this many places are not a mentor's first. */
export function laterPlaces(places: number, isMet: boolean): number {
	return isMet ? places : Math.max(0, places - 1);
}

/** The pairs of fillers after those of people, as many as each has units. `searchers` is where fillers begin. */
export function withFillers(
	{ mentee, mentor, points }: PairColumns,
	searchers: number,
	units: Int32Array,
): PairColumns {
	const own = units.reduce((sum, one) => sum + one, 0);
	const more = {
		mentee: new Int32Array(mentee.length + own),
		mentor: new Int32Array(mentee.length + own),
		points: new Float64Array(mentee.length + own),
	};
	more.mentee.set(mentee);
	more.mentor.set(mentor);
	more.points.set(points);
	let e = mentee.length;
	units.forEach((count, j) => {
		more.mentee.fill(searchers + j, e, e + count);
		more.mentor.fill(j, e, e + count);
		e += count;
	});
	return more;
}

/** Marks fillers' pairs in use wherever places are left beside the pairs marked. */
export function markFillers(body: LiveBody, used: Uint8Array): void {
	const { graph, count } = body.live.pairs;
	const left = graph.room.slice();
	const units = graph.supply.slice();
	for (let e = 0; e < count; e++) {
		const j = graph.holder[e] ?? 0;
		const l = graph.searcher[e] ?? 0;
		if (isFiller(body, e)) {
			if ((left[j] ?? 0) <= 0 || (units[l] ?? 0) <= 0) continue;
			used[e] = 1;
			units[l] = (units[l] ?? 0) - 1;
		}
		if (used[e] === 1) left[j] = (left[j] ?? 0) - 1;
	}
}

/**
 * The places of mentor `j` beside pinned pairs; where fillers take part, no more than one beyond the mentees for them (so that they never
 * seem full when they are not), or somebody with a thousand places would need as many fillers.
 */
export function placesLeft(body: LiveBody, j: number): number {
	const { costs, mentors, live, pinned } = body;
	const places = (mentors.units[j] ?? 0) - (mentors.pinned[j] ?? 0);
	if (!costs.countsMentors) return places;
	const { from, to, pair } = live.pairs.columns;
	let open = 0;
	for (let k = from[j] ?? 0; k < (to[j] ?? 0); k++) {
		const e = pair[k] ?? 0;
		if (!isFiller(body, e) && pinned[e] !== 1) open++;
	}
	return Math.min(places, open + 1);
}

/** Brings a mentor's places to what they have to be now, and the filler's units with them. */
export function changePlaces(body: LiveBody, j: number): void {
	changeRoom(body.live, j, placesLeft(body, j));
	setFiller(body, j);
}

/** Gives a mentor's filler the units it has to have by their places and whether a mentee of theirs is pinned. */
export function setFiller(body: LiveBody, j: number): void {
	const { costs, live, mentees, mentors } = body;
	if (!costs.countsMentors) return;
	const filler = mentees.units.length + j;
	const isMet = (mentors.pinned[j] ?? 0) > 0;
	const units = laterPlaces(live.repair.graph.room[j] ?? 0, isMet);
	const { rows } = live.pairs;
	while ((rows.to[filler] ?? 0) - (rows.from[filler] ?? 0) < units) {
		const e = addPair(live.pairs, filler, j, 0, 0, 0);
		fitMarks(body);
		live.repair.state[e] = CLOSED;
		openPair(live, e);
	}
	changeSupply(live, filler, units);
}

/** Marks of pairs as long as the columns of pairs have become. */
export function fitMarks(body: LiveBody): void {
	const { length } = body.live.pairs.graph.cost;
	body.live.repair.state = grown(body.live.repair.state, length);
	body.forbidden = grown(body.forbidden, length);
	body.pinned = grown(body.pinned, length);
}

function grown(marks: Uint8Array, length: number): Uint8Array {
	if (length === marks.length) return marks;
	const larger = new Uint8Array(length);
	larger.set(marks);
	return larger;
}
