// Who gains and who loses between two plans for the same people.
type PlanPairs = readonly {
	readonly mentee: string;
	readonly mentor: string;
	readonly points: number;
}[];

/** One mentee who would have other mentors. Points in millionths. */
export type Difference = {
	readonly mentee: string;
	readonly from: readonly string[];
	readonly to: readonly string[];
	readonly gain: number;
};

/** Mentees whose mentors differ, greatest gain first: whoever is left out loses all their points. */
export function differences(
	shown: PlanPairs,
	other: PlanPairs,
): readonly Difference[] {
	const before = Map.groupBy(shown, ({ mentee }) => mentee);
	const after = Map.groupBy(other, ({ mentee }) => mentee);
	return [...new Set([...before.keys(), ...after.keys()])]
		.flatMap((mentee): Difference[] => {
			const [old, next] = [before.get(mentee) ?? [], after.get(mentee) ?? []];
			const from = old.map(({ mentor }) => mentor);
			const to = next.map(({ mentor }) => mentor);
			const isSame =
				from.length === to.length && to.every((one) => from.includes(one));
			return isSame
				? []
				: [{ mentee, from, to, gain: pointsOf(next) - pointsOf(old) }];
		})
		.toSorted((a, b) => b.gain - a.gain);
}

function pointsOf(pairs: PlanPairs): number {
	return pairs.reduce((sum, { points }) => sum + points, 0);
}
