// Whom to recruit: what one more place would bring at mentors who offer a competency. Runs on a worker thread, with the losses.
import {
	placePrices,
	recruitment,
} from "../../domain/matching/place-prices.ts";
import type { Scoring } from "../../domain/matching/scoring.ts";
import type { RoundPlan } from "./round-plan.ts";

/** Of the mentors who offer a competency: at how many one more place would give a mentee more a mentor, and the points it would bring on average (millionths). */
export type Recruiting = {
	readonly competency: string;
	readonly mentors: number;
	readonly helping: number;
	readonly points: number;
};

const MOST_TOLD = 5;

/** The competencies whose mentors are missing most. Nothing where the policy compares none, or where one more place helps nobody. */
export function recruiting(
	scoring: Scoring,
	{ problem, solution }: Pick<RoundPlan, "problem" | "solution">,
): readonly Recruiting[] {
	const column = scoring.policy.terms
		.map(({ measure }) => measure)
		.find((measure) => measure.compare === "levels")?.columns.mentor;
	if (column === undefined) return [];
	const offered = new Map(
		scoring.mentors.map(({ id, cells }) => {
			const cell = cells.get(column);
			return [id, cell?.kind === "levels" ? [...cell.levels.keys()] : []];
		}),
	);
	return recruitment(
		placePrices(problem, solution),
		(mentor) => offered.get(mentor) ?? [],
	)
		.filter(({ sum }) => sum.people > 0)
		.slice(0, MOST_TOLD)
		.map(({ value, mentors, sum, mean }) => ({
			competency: value,
			mentors,
			helping: sum.people,
			points: Math.round(mean.points),
		}));
}
