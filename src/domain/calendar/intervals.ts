/** From an instant (included) until another (not included), in milliseconds since 1970. */
export type Interval = { readonly from: number; readonly until: number };

/** In order, without overlap, touching ones joined, empty ones gone. O(n log n). */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
	const result: Interval[] = [];
	const ordered = intervals
		.filter(({ from, until }) => from < until)
		.toSorted((a, b) => a.from - b.from);
	for (const each of ordered) {
		const last = result.at(-1);
		if (last === undefined || each.from > last.until) result.push(each);
		else if (each.until > last.until)
			result.splice(-1, 1, { from: last.from, until: each.until });
	}
	return result;
}

/** What lies in both; each list merged before. O(n + m). */
export function common(
	some: readonly Interval[],
	others: readonly Interval[],
): readonly Interval[] {
	const result: Interval[] = [];
	let [one, two] = [0, 0];
	for (;;) {
		const [a, b] = [some[one], others[two]];
		if (a === undefined || b === undefined) return result;
		const from = Math.max(a.from, b.from);
		const until = Math.min(a.until, b.until);
		if (from < until) result.push({ from, until });
		if (a.until < b.until) one++;
		else two++;
	}
}

/** What of the first list is not in the second; each list merged before. O(n + m). */
export function without(
	some: readonly Interval[],
	taken: readonly Interval[],
): readonly Interval[] {
	const ends = [
		{
			from: Number.NEGATIVE_INFINITY,
			until: taken[0]?.from ?? Number.POSITIVE_INFINITY,
		},
		...taken.map(({ until }, index) => ({
			from: until,
			until: taken[index + 1]?.from ?? Number.POSITIVE_INFINITY,
		})),
	];
	return common(some, ends);
}
