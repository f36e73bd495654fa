import { takenPlaces } from "./kernel/flow-network.ts";
import type { PlanChanges } from "./plan-changes.ts";
import { planChanges } from "./plan-changes.ts";
import type { Problem } from "./problem.ts";
import { byCodePoint } from "./problem.ts";
import { residualOf } from "./residual.ts";
import type { Solution } from "./solve.ts";

/**
 * What a change costs the whole, exactly: mentees with a mentor, mentors with a mentee and pairs fewer, and millionths less in the sum
 * (negative: more). Mentors are 0 where the objective does not count them.
 */
export type Loss = {
	readonly people: number;
	readonly mentors: number;
	readonly pairs: number;
	readonly points: number;
};

/** A mentor whom a mentee could have instead. */
export type Alternative = {
	readonly mentor: string;
	readonly points: number;
	/** Whether all places of the mentor are taken. */
	readonly isTaken: boolean;
};

/** The mentee's next-best mentors: eligible, not proposed to them, best score first. */
export function alternatives(
	problem: Problem,
	solution: Solution,
	mentee: string,
	count = 2,
): readonly Alternative[] {
	const { network } = residualOf(problem, solution);
	const { candidates } = problem;
	return pairsOfMentee(problem, mentee)
		.filter((e) => network.flow[e] === 0)
		.map((e) => {
			const j = candidates.mentor[e] ?? 0;
			return {
				mentor: problem.mentors[j]?.id ?? "",
				points: (candidates.points[e] ?? 0) * problem.unit,
				isTaken: takenPlaces(network, j) >= (candidates.capacity[j] ?? 0),
			};
		})
		.toSorted((a, b) => b.points - a.points || byCodePoint(a.mentor, b.mentor))
		.slice(0, count);
}

/**
 * What the whole would lose if this pair had to be made (`force`) or must not be (`forbid`): the difference between the best
 * result now and the best then. Nothing where the pair is no candidate, or is already so. See planChanges for the way, and for many pairs.
 */
export function lossOf(
	problem: Problem,
	solution: Solution,
	change: "force" | "forbid",
	pair: { readonly mentee: string; readonly mentor: string },
): Loss | undefined {
	const changes = known.get(solution) ?? planChanges(problem, solution);
	known.set(solution, changes);
	return changes[change](pair)?.loss;
}

const known = new WeakMap<Solution, PlanChanges>();

function pairsOfMentee(problem: Problem, mentee: string): readonly number[] {
	const i = problem.mentees.findIndex(({ id }) => id === mentee);
	const { first } = problem.candidates;
	const from = first[i] ?? 0;
	const length = i < 0 ? 0 : (first[i + 1] ?? 0) - from;
	return Array.from({ length }, (_, k) => from + k);
}
