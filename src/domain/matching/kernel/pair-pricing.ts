// Weighs every pair against prices: which pairs would make a result better (its prices are then no proof), and which are just as good.
//
// Linear programming duality: a price for each mentor's place and a surplus for each mentee, tier by tier of the objective. A pair that
// is worth more than its mentee's surplus and its mentor's price together violates them; where no pair does, the result that reached
// these prices is best among all pairs, also those that were never stored. One pass, O(pairs), one comparison for almost every pair:
// all but the points is the same for mentees with the same surplus in the other tiers, and is worked into a threshold a mentor.
import type { Tier } from "./objective-costs.ts";
import type { ListedPairs } from "./pair-lists.ts";
import type { ScoreRow } from "./pair-scoring.ts";

/** One number a person for each tier, in the order of the tiers; those of points in millionths. */
export type PairPrices = {
	readonly tiers: readonly Tier[];
	readonly surplus: readonly Float64Array[];
	readonly price: readonly Float64Array[];
};

export type PricingOrder = {
	readonly from: number;
	readonly to: number;
	readonly prices: PairPrices;
	/** What each may still be paired with; a person with 0 is left out. */
	readonly need: Int32Array;
	readonly capacity: Int32Array;
	/** How many mentors each mentee has or needs, pinned ones included. */
	readonly units: Int32Array;
	/** The least points a pair may have. */
	readonly least: number;
	/** How many violating pairs of a mentee are told at most, beside as many as they use themselves: the worst. */
	readonly mostEach: number;
	/** Whether pairs that are just as good as their price are told too. */
	readonly withTight: boolean;
};

export type PricingAnswer = {
	readonly violating: ListedPairs;
	readonly tight: ListedPairs;
	/** How many pairs may be made at all. */
	readonly allowed: number;
};

export function pricePairs(
	scoreRow: ScoreRow,
	mentors: number,
	order: PricingOrder,
): PricingAnswer {
	const { prices, need, least, withTight } = order;
	const at = prices.tiers.indexOf("points");
	const row = new Float64Array(mentors);
	const thresholds = new Map<string, Float64Array>();
	const violating = growing();
	const tight = growing();
	// Pairs that are used or pinned may well be worth more than their price; they must not crowd out the others.
	const best = worstFirst(
		Math.min(mentors, order.mostEach + largest(order.units)),
	);
	let allowed = 0;
	for (let i = order.from; i < order.to; i++) {
		scoreRow(i, row);
		for (let j = 0; j < mentors; j++) if (row[j] >= least) allowed++;
		if (need[i] === 0) continue;
		const own = prices.surplus[at][i];
		const threshold = thresholdFor(thresholds, order, i, at);
		best.clear(order.mostEach + order.units[i]);
		for (let j = 0; j < mentors; j++) {
			if (row[j] - own < threshold[j]) continue;
			if (row[j] < least || row[j] === -Infinity) continue;
			const sign = slackSign(prices, i, j, row[j]);
			if (sign < 0) best.offer(j, row[j], row[j] - own - prices.price[at][j]);
			else if (sign === 0 && withTight) push(tight, i, j, row[j]);
		}
		best.empty((j, points) => push(violating, i, j, points));
	}
	return { violating: cut(violating), tight: cut(tight), allowed };
}

/** From which points less the mentee's surplus a pair with each mentor may violate its price or match it. */
function thresholdFor(
	known: Map<string, Float64Array>,
	{ prices, capacity }: PricingOrder,
	i: number,
	at: number,
): Float64Array {
	const key = prices.surplus
		.slice(0, at)
		.map((values) => values[i])
		.join();
	const found = known.get(key);
	if (found !== undefined) return found;
	const made = new Float64Array(capacity.length);
	for (let j = 0; j < made.length; j++) {
		const sign = signBefore(prices, i, j, at);
		if (capacity[j] === 0 || sign > 0) made[j] = Infinity;
		else made[j] = sign < 0 ? -Infinity : prices.price[at][j];
	}
	known.set(key, made);
	return made;
}

/** The sign of surplus and price together less what the pair gains, in the first tier where it is not 0. */
function slackSign(
	prices: PairPrices,
	i: number,
	j: number,
	points: number,
): number {
	const { tiers, surplus, price } = prices;
	for (let t = 0; t < tiers.length; t++) {
		const slack = surplus[t][i] + price[t][j] - gain(tiers[t], points);
		if (slack !== 0) return slack;
	}
	return 0;
}

function signBefore(
	{ tiers, surplus, price }: PairPrices,
	i: number,
	j: number,
	at: number,
): number {
	for (let t = 0; t < at; t++) {
		const slack = surplus[t][i] + price[t][j] - gain(tiers[t], 0);
		if (slack !== 0) return slack;
	}
	return 0;
}

function gain(tier: PairPrices["tiers"][number], points: number): number {
	if (tier === "points") return points;
	return tier === "pairs" ? 1 : 0;
}

function largest(units: Int32Array): number {
	let most = 0;
	for (let k = 0; k < units.length; k++) most = Math.max(most, units[k]);
	return most;
}

/** Keeps the few pairs that violate most; of equals those that come first. */
function worstFirst(room: number) {
	const mentor = new Int32Array(room);
	const points = new Float64Array(room);
	const excess = new Float64Array(room);
	let most = room;
	let count = 0;
	return {
		clear(wanted: number): void {
			most = Math.min(room, wanted);
			count = 0;
		},
		offer(j: number, worth: number, by: number): void {
			if (count === most && by <= excess[count - 1]) return;
			let k = count < most ? count++ : count - 1;
			for (; k > 0 && excess[k - 1] < by; k--) {
				mentor[k] = mentor[k - 1];
				points[k] = points[k - 1];
				excess[k] = excess[k - 1];
			}
			mentor[k] = j;
			points[k] = worth;
			excess[k] = by;
		},
		empty(tell: (j: number, worth: number) => void): void {
			for (let k = 0; k < count; k++) tell(mentor[k], points[k]);
		},
	};
}

type Growing = {
	mentee: Int32Array;
	mentor: Int32Array;
	points: Float64Array;
	count: number;
};

function growing(): Growing {
	return {
		mentee: new Int32Array(1024),
		mentor: new Int32Array(1024),
		points: new Float64Array(1024),
		count: 0,
	};
}

function push(list: Growing, i: number, j: number, points: number): void {
	if (list.count === list.points.length) {
		const { mentee, mentor } = list;
		const { points: old } = list;
		list.mentee = new Int32Array(2 * list.count);
		list.mentor = new Int32Array(2 * list.count);
		list.points = new Float64Array(2 * list.count);
		list.mentee.set(mentee);
		list.mentor.set(mentor);
		list.points.set(old);
	}
	list.mentee[list.count] = i;
	list.mentor[list.count] = j;
	list.points[list.count++] = points;
}

function cut({ mentee, mentor, points, count }: Growing): ListedPairs {
	return {
		mentee: mentee.slice(0, count),
		mentor: mentor.slice(0, count),
		points: points.slice(0, count),
	};
}
