/** How many people a program can pair, counted over those enrolled. */
export type Places = {
	/** Mentees the enrolled mentors will take together, the paused ones not counted. */
	readonly offered: number;
	/** Mentors the enrolled mentees are to have together. */
	readonly taken: number;
	readonly mentees: number;
	readonly waiting: number;
	/** Mentees at most; null: no limit of the program's own. */
	readonly limit: number | null;
	/** Whether a round has been published: from then on a mentee without a free mentor waits. */
	readonly isPaired: boolean;
};

/**
 * Places left for mentees. Before the first round only the program's own limit
 * counts, for mentors may still say yes; after it, the mentors' free places
 * count as well. null: no limit yet.
 */
export function freePlaces(places: Places): number | null {
	const { offered, taken, mentees, limit, isPaired } = places;
	const byLimit = limit === null ? null : limit - mentees;
	const byMentors = isPaired ? offered - taken : null;
	if (byLimit === null)
		return byMentors === null ? null : Math.max(0, byMentors);
	return Math.max(0, Math.min(byLimit, byMentors ?? byLimit));
}

/** How many who wait could be given a place now. */
export function couldBePromoted(places: Places): number {
	return Math.min(places.waiting, freePlaces(places) ?? places.waiting);
}

/** How many mentees will find no mentor as things stand; 0 where there are enough places. */
export function menteesTooMany({ offered, taken }: Places): number {
	return Math.max(0, taken - offered);
}
