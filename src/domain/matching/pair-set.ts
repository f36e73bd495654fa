type Named = { readonly mentee: string; readonly mentor: string };

/** A set of pairs by their two ids: looked up a million times without building a text for each. */
export type PairSet = {
	has(pair: Named): boolean;
	/** Whether the pair was new. */
	add(pair: Named): boolean;
};

export function pairSet(pairs: Iterable<Named> = []): PairSet {
	const mentors = new Map<string, Set<string>>();
	const set: PairSet = {
		has: ({ mentee, mentor }) => mentors.get(mentee)?.has(mentor) === true,
		add({ mentee, mentor }) {
			const own = mentors.get(mentee) ?? new Set();
			const isNew = !own.has(mentor);
			mentors.set(mentee, own.add(mentor));
			return isNew;
		},
	};
	for (const pair of pairs) set.add(pair);
	return set;
}
