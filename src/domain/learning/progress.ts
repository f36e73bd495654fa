// How far somebody is in a curriculum.

export type Step = {
	readonly id: string;
	readonly minutes: number;
};

export type Progress<S extends Step = Step> = {
	readonly done: number;
	readonly of: number;
	/** What the steps not done yet take together. */
	readonly minutesLeft: number;
	/** The first step not done, in the curriculum's order; nothing once all are. */
	readonly atHand: S | undefined;
};

/** Steps may be done in any order: the step at hand is the first that is not. */
export function progressIn<S extends Step>(
	steps: readonly S[],
	done: ReadonlySet<string>,
): Progress<S> {
	const left = steps.filter(({ id }) => !done.has(id));
	return {
		done: steps.length - left.length,
		of: steps.length,
		minutesLeft: left.reduce((sum, { minutes }) => sum + minutes, 0),
		atHand: left[0],
	};
}
