// The best pairs alone, for whoever wants neither reasons nor losses (the audit by exchange solves a cohort once for each group): of a large cohort
// without storing all pairs that may be made. Reasons and losses need them all; what is found is the same either way, to the last pair
// (lazy-solve.ts).
import { solveLazily } from "./lazy-solve.ts";
import { outcomeOf } from "./outcome.ts";
import type { Objective, Problem, ScoredPair } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import type { Scoring } from "./scoring.ts";
import { solve } from "./solve.ts";

/** From so many pairs on, storing them costs more than weighing them again and again. */
const MANY_PAIRS = 4_000_000;

export type PairsOnly = {
	readonly problem: Problem;
	readonly pairs: readonly ScoredPair[];
};

/** Whether a cohort is best solved so: kinds and caps are solved whole. */
export function hasManyPairs(
	{ policy, caps, mentees, mentors }: Scoring,
	many = MANY_PAIRS,
): boolean {
	const isPlain = policy.kinds.length === 0 && caps.length === 0;
	return isPlain && mentees.length * mentors.length >= many;
}

/** For people and pairs first or for the sum, without a ratio or the worst pair first. Checked by its certificate like any outcome. */
export function pairsOnly(
	scoring: Scoring,
	{
		objective,
		seed,
		many,
	}: {
		readonly objective: Objective;
		readonly seed: string;
		readonly many?: number;
	},
): PairsOnly {
	const units = ({
		id,
		units: own,
	}: {
		readonly id: string;
		readonly units: number;
	}) => ({ id, units: own });
	const people = {
		objective,
		seed,
		mentees: scoring.mentees.map(units),
		mentors: scoring.mentors.map(units),
		pinned: scoring.pinned,
	};
	if (!hasManyPairs(scoring, many)) {
		const problem = assembleProblem({
			...people,
			pairs: scoring.columns,
			caps: scoring.caps,
		});
		return { problem, pairs: outcomeOf(problem, solve(problem)).pairs };
	}
	const { problem, solution } = solveLazily({
		...people,
		compiled: scoring.compiled,
	});
	return { problem, pairs: outcomeOf(problem, solution).pairs };
}
