// An auction with falling increments: the method for cohorts in which everybody wants the same mentors, where path searches displace half
// the cohort for each person.
//
// Whoever is without a place bids for the place that is worth most to them above its price, by as much as it beats their second choice and
// the increment; whoever is outbid bids again. At the end everybody has, within one increment, what is best for them at the prices, so the
// sum is within (bidders × increment) of the optimum; with points multiplied by more than there are bidders and a last increment of 1 it is
// the optimum. Prices are kept from one increment to the next. That is only right if every place is sold each time (an unsold place
// must be free), so as many bidders without wishes as there are places more bid for whatever is cheapest, and staying alone is a place
// too: their level is the price 0. Reference: Bertsekas, Network Optimization, 7.1 and 7.4 (similar places, ε-scaling); the bidders
// without wishes make the asymmetric problem symmetric without storing a pair for them.
//
// A caller need not trust it: prices and pairs are a start from which the two-sided repair goes on to the proved optimum.
// O(bids · row), some hundred bids a person in practice; memory a few numbers for each place and person.
import type { Candidates } from "./candidates.ts";

// Each round's increment is a fifth of the one before (measured: 4 to 7 are alike).
const FALL = 5;
const BIDS_A_UNIT = 1000;
const BIDS_A_STEP = 20_000;
const LARGEST_EXACT = 2 ** 50;
const NOBODY = -1;
const WITHOUT_WISH = -2;

export type Auctioned = {
	/** Marks candidates; a mentee with several needs may hold the same mentor's places twice, which marks the pair once. */
	readonly used: Uint8Array;
	/** Of a place of each mentor, in points; ≥ 0. */
	readonly price: Float64Array;
};

/**
 * Sells the mentors' places; a unit of need that stays outside costs `outside` points. Without caps. Yields the bids so far, and ends early
 * where they are too many: whatever comes out is a start for a repair.
 */
export function* auction(
	candidates: Candidates,
	outside: number,
): Generator<number, Auctioned> {
	const { mentees, mentors, first, mentor, points, need, capacity } =
		candidates;
	// Objects for sale, as many as there are bidders: each mentor's places, then for each mentee as many units alone as they need.
	const objects = mentors + mentees;
	const seat = new Int32Array(objects + 1);
	for (let k = 0; k < objects; k++)
		seat[k + 1] = seat[k] + (k < mentors ? capacity[k] : need[k - mentors]);
	const seats = seat[objects];
	const places = seat[mentors];
	let widest = 1;
	for (let e = 0; e < points.length; e++)
		widest = Math.max(widest, Math.abs(points[e]));
	const largest = Math.max(outside, widest);
	const scale = Math.max(
		1,
		Math.min(seats + 1, Math.floor(LARGEST_EXACT / (8 * (largest + 1)))),
	);
	const price = new Float64Array(objects);
	const bid = new Float64Array(seats);
	// At the start nothing is dearer than anything else, and those without wishes sit on the mentors' places.
	const holder = new Int32Array(seats)
		.fill(NOBODY)
		.fill(WITHOUT_WISH, 0, places);
	const pair = new Int32Array(seats);
	const waiting = new Int32Array(seats);
	let waits = 0;
	// Objects by rising price, as a heap; prices only rise within a round.
	const cheapest = new Int32Array(objects);
	const rank = new Int32Array(objects);
	let sold = 0;
	for (let k = 0; k < objects; k++)
		if (seat[k + 1] > seat[k]) {
			cheapest[sold] = k;
			rank[k] = sold++;
		}
	let bids = 0;
	const limit = BIDS_A_UNIT * (seats + 100);
	// Where there are places for all, prices hardly rise beyond the points; where some must stay alone, up to what that costs.
	const reach = places >= seats - places ? widest : largest;
	let increment = Math.max(1, Math.floor((reach * scale) / FALL));
	for (;;) {
		open();
		while (waits > 0 && bids < limit) {
			const who = waiting[--waits];
			if (who === WITHOUT_WISH) bidForCheapest();
			else bidFor(who);
			if (++bids % BIDS_A_STEP === 0) yield bids;
		}
		if (increment === 1 || bids >= limit) break;
		increment = Math.max(1, Math.floor(increment / FALL));
	}
	yield bids;
	return result();

	/** Everybody with wishes bids anew, and those without who sit too dear for the smaller increment; the prices stay. */
	function open(): void {
		let lowest = Infinity;
		for (let k = 0; k < sold; k++)
			lowest = Math.min(lowest, price[cheapest[k]]);
		waits = 0;
		for (let k = 0; k < objects; k++) {
			bid.fill(price[k], seat[k], seat[k + 1]);
			const isFair = price[k] <= lowest + increment;
			for (let s = seat[k]; s < seat[k + 1]; s++) {
				if (holder[s] === WITHOUT_WISH && isFair) continue;
				if (holder[s] === WITHOUT_WISH) waiting[waits++] = WITHOUT_WISH;
				holder[s] = NOBODY;
			}
		}
		for (let i = 0; i < mentees; i++)
			for (let k = 0; k < need[i]; k++) waiting[waits++] = i;
		for (let k = sold >> 1; k >= 0; k--) if (k < sold) sink(k);
	}

	function bidFor(i: number): void {
		const alone = mentors + i;
		let best = -outside * scale - price[alone];
		let second = -Infinity;
		let chosen = -1;
		for (let e = first[i], to = first[i + 1]; e < to; e++) {
			const value = points[e] * scale - price[mentor[e]];
			if (capacity[mentor[e]] === 0) continue;
			if (value > best) {
				second = best;
				best = value;
				chosen = e;
			} else if (value > second) second = value;
		}
		const object = chosen < 0 ? alone : mentor[chosen];
		const lead = second === -Infinity ? 0 : best - second;
		take(object, i, chosen, price[object] + lead + increment);
	}

	function bidForCheapest(): void {
		const object = cheapest[0];
		let second = sold > 1 ? price[cheapest[1]] : price[object];
		if (sold > 2) second = Math.min(second, price[cheapest[2]]);
		take(object, WITHOUT_WISH, -1, second + increment);
	}

	function take(object: number, who: number, by: number, offer: number): void {
		let worst = seat[object];
		const to = seat[object + 1];
		for (let k = worst + 1; k < to; k++) if (bid[k] < bid[worst]) worst = k;
		if (holder[worst] !== NOBODY) waiting[waits++] = holder[worst];
		holder[worst] = who;
		pair[worst] = by;
		bid[worst] = offer;
		let lowest = offer;
		for (let k = seat[object]; k < to; k++) lowest = Math.min(lowest, bid[k]);
		price[object] = lowest;
		sink(rank[object]);
	}

	function sink(from: number): void {
		let k = from;
		const object = cheapest[k];
		for (;;) {
			let child = 2 * k + 1;
			if (child >= sold) break;
			if (
				child + 1 < sold &&
				price[cheapest[child + 1]] < price[cheapest[child]]
			)
				child++;
			const other = cheapest[child];
			if (price[other] >= price[object]) break;
			cheapest[k] = other;
			rank[other] = k;
			k = child;
		}
		cheapest[k] = object;
		rank[object] = k;
	}

	/** The level of those without wishes is the price 0. */
	function result(): Auctioned {
		let level = Infinity;
		for (let k = 0; k < objects; k++)
			for (let s = seat[k]; s < seat[k + 1]; s++)
				if (holder[s] === WITHOUT_WISH) level = Math.min(level, price[k]);
		if (level === Infinity) level = 0;
		const used = new Uint8Array(points.length);
		const inPoints = new Float64Array(mentors);
		for (let j = 0; j < mentors; j++) {
			inPoints[j] = Math.max(0, Math.round((price[j] - level) / scale));
			for (let s = seat[j]; s < seat[j + 1]; s++)
				if (holder[s] >= 0) used[pair[s]] = 1;
		}
		return { used, price: inPoints };
	}
}
