// Whether pairs with kinds are allowed: nobody paired twice with the same person, nobody with more of a kind than they want, nobody with more
// mentees than places. Counted from the result as it is told, without any code of the solver.

export type KindPair = {
	readonly mentee: string;
	readonly mentor: string;
	readonly mentorKind?: string;
};

export type KindsClaim = {
	readonly wants: readonly {
		readonly mentee: string;
		readonly kind: string;
		readonly units: number;
	}[];
	readonly mentors: readonly { readonly id: string; readonly units: number }[];
	readonly pairs: readonly KindPair[];
};

export type KindProblem = KindPair & {
	readonly why: "paired-twice" | "kind-unwanted" | "no-place";
};

/** What is wrong with the pairs; nothing where all is well. O(pairs). */
export function checkKinds({
	wants,
	mentors,
	pairs,
}: KindsClaim): readonly KindProblem[] {
	const problems: KindProblem[] = [];
	const left = new Map<string, Map<string, number>>();
	for (const { mentee, kind, units } of wants) {
		const own = left.get(mentee) ?? new Map<string, number>();
		left.set(mentee, own.set(kind, units));
	}
	const places = new Map(mentors.map(({ id, units }) => [id, units]));
	const together = new Map<string, Set<string>>();
	for (const pair of pairs) {
		const { mentee, mentor, mentorKind: kind = "" } = pair;
		const known = together.get(mentee) ?? new Set();
		if (known.has(mentor)) problems.push({ ...pair, why: "paired-twice" });
		together.set(mentee, known.add(mentor));
		const wanted = (left.get(mentee)?.get(kind) ?? 0) - 1;
		if (wanted < 0) problems.push({ ...pair, why: "kind-unwanted" });
		left.get(mentee)?.set(kind, wanted);
		const room = (places.get(mentor) ?? 0) - 1;
		if (room < 0) problems.push({ ...pair, why: "no-place" });
		places.set(mentor, room);
	}
	return problems;
}

/**
 * The mentees whose wants of these kinds count as their first mentor: of each the first kind, in this order, that they want and for which a pair
 * is possible. Written apart from the solver's own.
 */
export function firstKinds(
	kinds: readonly string[],
	wants: KindsClaim["wants"],
	possible: Iterable<KindPair>,
): ReadonlyMap<string, string> {
	const withSomebody = new Map<string, Set<string>>();
	for (const { mentee, mentorKind: kind = "" } of possible)
		withSomebody.set(mentee, (withSomebody.get(mentee) ?? new Set()).add(kind));
	const wanted = Map.groupBy(wants, ({ mentee }) => mentee);
	const first = new Map<string, string>();
	for (const [mentee, own] of wanted) {
		const leading = kinds.find(
			(kind) =>
				withSomebody.get(mentee)?.has(kind) === true &&
				own.some((want) => want.kind === kind && want.units > 0),
		);
		if (leading !== undefined) first.set(mentee, leading);
	}
	return first;
}
