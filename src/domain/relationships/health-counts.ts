import { type Health, healthStates } from "./health.ts";

/** Below so many relationships a count would point at two people. */
export const FEWEST = 5;

/** null: not told. */
export type HealthCount = {
	readonly state: Health["state"];
	readonly count: number | null;
};

/**
 * How many relationships stand how. From one to four are not told; and where that is so of one state alone, neither is the next smallest: the
 * total stands beside them, and one missing number could be worked out.
 */
export function countsOf(
	states: readonly Health["state"][],
): readonly HealthCount[] {
	const counts = healthStates.map((state) => ({
		state,
		count: states.filter((one) => one === state).length,
	}));
	const some = counts
		.filter(({ count }) => count > 0)
		.toSorted((a, b) => a.count - b.count);
	const small = some.filter(({ count }) => count < FEWEST).length;
	const hidden = new Set(
		some.slice(0, small === 1 ? 2 : small).map(({ state }) => state),
	);
	return counts.map(({ state, count }) => ({
		state,
		count: hidden.has(state) ? null : count,
	}));
}
