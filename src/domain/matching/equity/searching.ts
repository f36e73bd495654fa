import type { FairSearchInput } from "../kernel/fair-search.ts";
import { searchFair } from "../kernel/fair-search.ts";
import { placeSets, pricesInAll, worthOfPlaces } from "../kernel/place-sets.ts";
import { addColumn } from "./generation.ts";
import type { Generated } from "./generation.ts";
import type { Stage } from "./master.ts";
import { targetOf } from "./master.ts";
import { meetsRatio } from "./ratio.ts";
import type { EquityTask } from "./task.ts";
import { bestFair } from "./task.ts";

const MOST_MENTEES = 64;
/** Choices looked at: some tenths of a second at most. */
const BUDGET = 150_000;

/**
 * Goes through all whole matchings of a small cohort; the best that keeps ratio and counts joins the task's pool. False where the cohort is too
 * large or the budget ran out: then nothing is said about those that were not looked at.
 */
export function searchThrough(
	task: EquityTask,
	stage: Stage,
	generated: Generated,
): boolean {
	if (task.candidates.mentees > MOST_MENTEES) return false;
	const { used, isComplete } = searchFair(inputOf(task, stage, generated));
	if (used !== undefined) addColumn(task, used);
	return isComplete;
}

function inputOf(
	task: EquityTask,
	stage: Stage,
	{ proof: { weights, price } }: Generated,
): FairSearchInput {
	const { candidates, groupOf, settled, members, measure } = task;
	const { mentee, points, covered } = candidates;
	const sets = placeSets(candidates);
	const paid = pricesInAll(candidates, price);
	const known = bestFair(task, stage.ratio);
	const isThere =
		known !== undefined &&
		known.people >= (stage.people ?? 0) &&
		known.mentors >= (stage.mentors ?? 0) &&
		known.pairs >= (stage.pairs ?? 0);
	let bound =
		weights.perPair * (settled.pairs - (stage.pairs ?? 0)) +
		weights.perPerson * (settled.people - (stage.people ?? 0)) +
		weights.perMentor * (settled.mentors - (stage.mentors ?? 0));
	weights.score.forEach((score, g) => {
		bound += score * (settled.points[g] ?? 0);
		bound += (weights.person[g] ?? 0) * (settled.covered[g] ?? 0);
	});
	price.forEach((value, s) => {
		bound += Number(worthOfPlaces(candidates, s, value, weights.perMentor));
	});
	return {
		candidates,
		groupOf,
		members,
		isByPoints: measure === "quality",
		ratio: stage.ratio,
		isFair: (amounts) => meetsRatio(amounts, members, stage.ratio),
		settled,
		gain: Float64Array.from(mentee, (i, e) => {
			const score = weights.score[groupOf[i] ?? 0] ?? 0;
			const worth = score * (points[e] ?? 0) + weights.perPair;
			return worth - (paid[sets.ofPair[e] ?? 0] ?? 0);
		}),
		once: Float64Array.from(groupOf, (g, i) =>
			covered[i] === 1 ? 0 : (weights.person[g] ?? 0) + weights.perPerson,
		),
		bound,
		scale: weights.scale,
		target: stage.target,
		leastPeople: stage.people ?? 0,
		leastMentors: stage.mentors ?? 0,
		leastPairs: stage.pairs ?? 0,
		above: isThere ? targetOf(stage.target, known) : -Infinity,
		budget: BUDGET,
	};
}
