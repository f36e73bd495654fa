type Named = { readonly mentee: string; readonly mentor: string };

/** A set of pairs by their two ids: looked up a million times without building a text for each. */
export type PairSet = {
	has(pair: Named): boolean;
	/** Whether the pair was new. */
	add(pair: Named): boolean;
};

export function pairSet(pairs: Iterable<Named> = []): PairSet {
	const mentors = new Map<string, Set<string>>();
	// Pairs are mostly asked for row by row.
	let row = "";
	let own = mentors.get(row);
	const set: PairSet = {
		has({ mentee, mentor }) {
			if (mentee !== row || own === undefined) own = mentors.get(mentee);
			row = mentee;
			return own?.has(mentor) === true;
		},
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
