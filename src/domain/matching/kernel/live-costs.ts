// All tiers of an objective as one whole number. On an improving cycle of the residual graph the way outside is passed at most once, so
// people and pairs change by one at most, and points by less than all pairs of the longest cycle together: the bonus for a pair is more
// than that, with room to spare so that prices can be read back tier by tier.

const POINT = 16;
const PERSON = 8;
const LARGEST_EXACT = 2 ** 50;

export type LiveCosts = {
	readonly isTotal: boolean;
	/** What a pair counts under `people`. */
	readonly bonus: number;
	/** The largest score, above or below zero, that is still exact. */
	readonly largest: number;
};

/** Nothing where scores have too many digits to be exact with so many people. */
export function liveCosts(
	isTotal: boolean,
	mentees: number,
	mentors: number,
	largest: number,
): LiveCosts | undefined {
	const cycle = 8 * (Math.min(mentees, mentors) + 1);
	const bonus = cycle * (largest + 1);
	const most = isTotal ? POINT * bonus : (PERSON + 1) * bonus;
	return most <= LARGEST_EXACT ? { isTotal, bonus, largest } : undefined;
}

export function pairCost({ isTotal }: LiveCosts, points: number): number {
	return isTotal ? -(POINT * points + 1) : -points;
}

/** What a mentee's unit outside costs: while they have somebody, and their last one. */
export function spareOutside(costs: LiveCosts): number {
	return costs.isTotal ? 0 : costs.bonus;
}

export function aloneOutside(costs: LiveCosts, isCovered: boolean): number {
	if (costs.isTotal) return 0;
	return isCovered ? costs.bonus : (PERSON + 1) * costs.bonus;
}

/** People, pairs and points. */
export type Worth = readonly [number, number, number];

export function asNumber(
	costs: LiveCosts,
	[people, pairs, points]: Worth,
): number {
	return costs.isTotal
		? POINT * points + pairs
		: (PERSON * people + pairs) * costs.bonus + points;
}

export function asWorth(costs: LiveCosts, value: number): Worth {
	if (costs.isTotal) {
		const points = Math.round(value / POINT);
		return [0, value - POINT * points, points];
	}
	const people = Math.round(value / (PERSON * costs.bonus));
	const rest = value - people * PERSON * costs.bonus;
	const pairs = Math.round(rest / costs.bonus);
	return [people, pairs, rest - pairs * costs.bonus];
}

/** The same where nobody needs a second mentor: a person reached and a pair are one and the same. */
export function asWorthOfOne(costs: LiveCosts, value: number): Worth {
	if (costs.isTotal) return asWorth(costs, value);
	const both = (PERSON + 1) * costs.bonus;
	const pairs = Math.round(value / both);
	return [0, pairs, value - pairs * both];
}
