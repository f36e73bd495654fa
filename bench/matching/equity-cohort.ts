// Cohorts with groups of which some are scored too low: who a ratio between groups is for.
import type { MenteeGroups } from "../../src/domain/matching/equity/groups.ts";
import { groupMentees } from "../../src/domain/matching/equity/groups.ts";
import type { Problem, ScoredPair } from "../../src/domain/matching/problem.ts";
import { assembleProblem } from "../../src/domain/matching/problem.ts";
import { drawing } from "./instances.ts";
import { peopleCohort } from "./people-cohort.ts";

export type EquityCohort = {
	readonly problem: Problem;
	readonly groups: MenteeGroups;
};

// Of every hundred mentees, and what their scores are of what they should be.
const GROUPS = [
	{ of100: 45, share: 1 },
	{ of100: 30, share: 0.94 },
	{ of100: 17, share: 0.88 },
	{ of100: 8, share: 0.8 },
] as const;

type Size = readonly [mentees: number, mentors: number, candidates: number];

/** The made-up company (people.ts), three places for four mentees, of whom the smaller groups are scored 6, 12 and 20 % too low. */
export function companyWithGroups(size: Size): EquityCohort {
	const [mentees, mentors, candidates] = size;
	const { capacity, mentee, mentor, points } = peopleCohort({
		name: "",
		mentees,
		mentors,
		candidates,
		places: "short",
		scores: "people",
	});
	const draw = drawing(23);
	const groupOf = Array.from({ length: mentees }, () => {
		let at = 100 * draw();
		return GROUPS.findIndex(({ of100 }) => (at -= of100) < 0);
	});
	const worth = Float64Array.from(points, (own, k) => {
		const { share } = GROUPS[groupOf[mentee[k] ?? 0] ?? 0] ?? GROUPS[0];
		return Math.round(own * share) * 1e6;
	});
	return gathered(
		groupOf,
		Array.from(capacity),
		Array.from(worth, (own, k) => ({
			mentee: `mentee ${mentee[k]}`,
			mentor: `mentor ${mentor[k]}`,
			points: own,
		})),
	);
}

/** Scores at random and four groups of a size: nothing in a mentee's pairs makes up for a low group. */
export function chanceWithGroups(size: Size): EquityCohort {
	const [mentees, mentors, candidates] = size;
	const draw = drawing(7);
	const capacity = Array.from({ length: mentors }, () =>
		Math.floor(1 + 4 * draw()),
	);
	const groupOf = Array.from({ length: mentees }, () => Math.floor(4 * draw()));
	const pairs = groupOf.flatMap((group, i) => {
		const chosen = new Set<number>();
		while (chosen.size < candidates) chosen.add(Math.floor(mentors * draw()));
		const { share } = GROUPS[group] ?? GROUPS[0];
		return Array.from(chosen, (j) => ({
			mentee: `mentee ${i}`,
			mentor: `mentor ${j}`,
			points:
				Math.round((12_000 + 9000 * draw() + 4000 * draw()) * share) * 1e6,
		}));
	});
	return gathered(groupOf, capacity, pairs);
}

function gathered(
	groupOf: readonly number[],
	capacity: readonly number[],
	pairs: readonly ScoredPair[],
): EquityCohort {
	const problem = assembleProblem({
		objective: "people",
		seed: "bench",
		mentees: groupOf.map((_, i) => ({ id: `mentee ${i}`, units: 1 })),
		mentors: capacity.map((units, j) => ({ id: `mentor ${j}`, units })),
		pairs,
	});
	const stated = groupOf.map((group, i) => ({
		mentee: `mentee ${i}`,
		group: `group ${group}`,
	}));
	return { problem, groups: groupMentees(problem.mentees, stated) };
}
