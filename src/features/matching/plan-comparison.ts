// Who gains and who loses between two plans for the same people.
type PlanPairs = readonly {
	readonly mentee: string;
	readonly mentor: string;
	readonly points: number;
	readonly mentorKind?: string | null | undefined;
}[];

/** One mentee who would have other mentors, of one kind where there are kinds. Points in millionths. */
export type Difference = {
	readonly mentee: string;
	readonly kind?: string | undefined;
	readonly from: readonly string[];
	readonly to: readonly string[];
	readonly gain: number;
};

/**
 * Mentees whose mentors differ, greatest gain first: whoever is left out loses all their points. Under kinds each kind is compared by itself: who keeps
 * a mentor, but for another kind, has changed in both.
 */
export function differences(
	shown: PlanPairs,
	other: PlanPairs,
): readonly Difference[] {
	const before = Map.groupBy(shown, keyOf);
	const after = Map.groupBy(other, keyOf);
	return [...new Set([...before.keys(), ...after.keys()])]
		.flatMap((key): Difference[] => {
			const [old, next] = [before.get(key) ?? [], after.get(key) ?? []];
			const [one] = [...old, ...next];
			const from = old.map(({ mentor }) => mentor);
			const to = next.map(({ mentor }) => mentor);
			const isSame =
				from.length === to.length && to.every((each) => from.includes(each));
			if (one === undefined || isSame) return [];
			const kind = one.mentorKind ?? undefined;
			return [
				{
					mentee: one.mentee,
					...(kind === undefined ? {} : { kind }),
					from,
					to,
					gain: pointsOf(next) - pointsOf(old),
				},
			];
		})
		.toSorted((a, b) => b.gain - a.gain);
}

/** How many gain and lose: people by the sum over their kinds, and under kinds also each kind by itself, in the order given. */
export type Balance = {
	readonly gain: number;
	readonly lose: number;
	readonly ofKinds: readonly {
		readonly kind: string;
		readonly gain: number;
		readonly lose: number;
		/** Somebody else for the same points. */
		readonly same: number;
	}[];
};

export function balanceOf(
	moved: readonly Pick<Difference, "mentee" | "kind" | "gain">[],
	kinds: readonly string[],
): Balance {
	const sums = new Map<string, number>();
	for (const { mentee, gain } of moved)
		sums.set(mentee, (sums.get(mentee) ?? 0) + gain);
	return {
		...gainAndLose([...sums.values()]),
		ofKinds: kinds.flatMap((kind) => {
			const own = moved
				.filter((one) => one.kind === kind)
				.map(({ gain }) => gain);
			const same = own.filter((gain) => gain === 0).length;
			return own.length === 0 ? [] : [{ kind, ...gainAndLose(own), same }];
		}),
	};
}

function gainAndLose(gains: readonly number[]) {
	return {
		gain: gains.filter((gain) => gain > 0).length,
		lose: gains.filter((gain) => gain < 0).length,
	};
}

function keyOf({ mentee, mentorKind }: PlanPairs[number]): string {
	return `${mentorKind ?? ""} ${mentee}`;
}

function pointsOf(pairs: PlanPairs): number {
	return pairs.reduce((sum, { points }) => sum + points, 0);
}
