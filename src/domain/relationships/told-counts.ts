// Numbers about few people, said so that nobody's answer can be worked out from them.

/** Nothing is said about fewer than this many people. */
export const smallestGroup = 5;
/** Under this many, "all of them said the same" would say it of each. */
const smallestUnanimity = 20;

export type ToldCounts<Name extends string> = {
	/** How many said anything. */
	readonly given: number;
	/** Largest first. */
	readonly shown: readonly { readonly name: Name; readonly count: number }[];
	/** All others together: none, or at least as many as the smallest group. */
	readonly others: number;
};

/**
 * What may be said: each answer that five or more gave, and the rest together. Where the rest are fewer than five, the smallest answer joins
 * them, for the rest could be worked out from the sum. Where all said the same, nobody's answer is a secret any more: then only how many.
 * undefined: fewer than five said anything.
 */
export function toldCounts<Name extends string>(
	counts: readonly { readonly name: Name; readonly count: number }[],
): ToldCounts<Name> | undefined {
	const given = counts.reduce((sum, { count }) => sum + count, 0);
	if (given < smallestGroup) return undefined;
	const shown = counts
		.filter(({ count }) => count >= smallestGroup)
		.toSorted((one, other) => other.count - one.count);
	const rest = () => given - shown.reduce((sum, { count }) => sum + count, 0);
	while (shown.length > 0 && rest() > 0 && rest() < smallestGroup) shown.pop();
	if (shown.length === 1 && rest() === 0 && given < smallestUnanimity)
		shown.pop();
	return { given, shown, others: rest() };
}
