// All tiers of an objective as one whole number. On an improving cycle of the residual graph the way outside is passed at most once, so
// people, mentors and pairs change by one at most, and points by less than all pairs of the longest cycle together: the bonus for a pair is more
// than that, with room to spare so that prices can be read back tier by tier.
//
// Where mentors with a mentee count, every pair counts for its mentor too, and every place of theirs after the first costs as much again: that
// is what fillers are for, one for each such place, which lose it where they have to give it up (see live-body.ts). So the searches need not
// know of first places, and a place's price is less by what a mentor counts for.

const POINT = 16;
const STEP = 8;
const LARGEST_EXACT = 2 ** 50;

export type LiveCosts = {
	readonly isTotal: boolean;
	/** Whether mentors with a mentee count, and what one does; a mentee with a mentor counts for `person`. */
	readonly countsMentors: boolean;
	readonly mentor: number;
	readonly person: number;
	/** What a pair counts under `people`. */
	readonly bonus: number;
	/** The largest score, above or below zero, that is still exact. */
	readonly largest: number;
};

/** Nothing where scores have too many digits to be exact with so many people. */
export function liveCosts(
	isTotal: boolean,
	countsMentors: boolean,
	mentees: number,
	mentors: number,
	largest: number,
): LiveCosts | undefined {
	const cycle = 8 * (Math.min(mentees, mentors) + 1);
	const bonus = cycle * (largest + 1);
	const mentor = countsMentors ? STEP * bonus : 0;
	const person = STEP * (countsMentors ? mentor : bonus);
	const most = isTotal ? POINT * bonus : person + mentor + bonus;
	return most <= LARGEST_EXACT
		? { isTotal, countsMentors, mentor, person, bonus, largest }
		: undefined;
}

export function pairCost({ isTotal }: LiveCosts, points: number): number {
	return isTotal ? -(POINT * points + 1) : -points;
}

/** What a mentee's unit outside costs: while they have somebody, and their last one. */
export function spareOutside(costs: LiveCosts): number {
	return costs.isTotal ? 0 : costs.mentor + costs.bonus;
}

export function aloneOutside(costs: LiveCosts, isCovered: boolean): number {
	if (costs.isTotal) return 0;
	return spareOutside(costs) + (isCovered ? 0 : costs.person);
}

/** People, mentors, pairs and points. */
export type Worth = readonly [number, number, number, number];

export function asNumber(
	costs: LiveCosts,
	[people, mentors, pairs, points]: Worth,
): number {
	return costs.isTotal
		? POINT * points + pairs
		: people * costs.person +
				mentors * costs.mentor +
				pairs * costs.bonus +
				points;
}

export function asWorth(costs: LiveCosts, value: number): Worth {
	if (costs.isTotal) {
		const points = Math.round(value / POINT);
		return [0, 0, value - POINT * points, points];
	}
	const { person, mentor, bonus } = costs;
	const people = Math.round(value / person);
	let rest = value - people * person;
	const mentors = mentor === 0 ? 0 : Math.round(rest / mentor);
	rest -= mentors * mentor;
	const pairs = Math.round(rest / bonus);
	return [people, mentors, pairs, rest - pairs * bonus];
}

/** The same where nobody needs a second mentor: a person reached and a pair are one and the same. */
export function asWorthOfOne(costs: LiveCosts, value: number): Worth {
	if (costs.isTotal) return asWorth(costs, value);
	const both = costs.person + costs.bonus;
	const pairs = Math.round(value / both);
	return [0, 0, pairs, value - pairs * both];
}
