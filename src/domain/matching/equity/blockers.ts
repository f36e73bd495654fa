// What keeps a ratio from being reached: which groups stay lowest, and for want of what.
import type { MenteeGroups } from "./groups.ts";
import type { Solved } from "./fair-plan.ts";
import type { Column, EquityTask } from "./task.ts";
import { amountsOf } from "./task.ts";

/**
 * `no-eligible-mentors`: members without any candidate (rules removed all); `places`: the members' candidates have too few places, or share
 * them with too many; `indivisible`: groups could have the ratio on average, but no whole plan divides that evenly.
 */
export type Blocker = {
	readonly group: string | undefined;
	readonly members: number;
	/** What the group has in this plan: mentees covered, points in millionths. */
	readonly covered: number;
	readonly points: number;
	/** Ids are indices of the problem's mentees: members whom no pair is allowed, nor pinned. */
	readonly withoutCandidates: readonly number[];
	readonly why: "no-eligible-mentors" | "places" | "indivisible";
};

/** The groups that are below the ratio asked for, or that others were held back to; lowest first. */
export function blockersOf(
	task: EquityTask,
	{ groups }: MenteeGroups,
	column: Column,
	{ reachable, stage }: Pick<Solved, "reachable" | "stage">,
	asked: number,
	without: Column,
): Blocker[] {
	const amounts = amountsOf(task, column);
	const means = task.members.map((size, g) => (amounts[g] ?? 0) / size);
	const greatest = Math.max(...means);
	const kept = stage.ratio.p / stage.ratio.q;
	const limit = Math.max(asked / 1e6, kept) * greatest * (1 + 1e-9);
	const isDivisible = reachable !== undefined && reachable >= asked - 1000;
	// Where the others were held back to a group, all are alike now: it is the one that had least before.
	const before = amountsOf(task, without);
	const had = task.members.map((size, g) => (before[g] ?? 0) / size);
	const isHeldBack = column.people < without.people;
	const isLowest = (mean: number, g: number) =>
		isHeldBack
			? (had[g] ?? 0) <= 1.02 * Math.min(...had)
			: mean <= limit && mean <= 1.02 * Math.min(...means);
	return groups
		.map((group, g) => {
			const alone = aloneIn(task, g);
			const why: Blocker["why"] = isDivisible
				? "indivisible"
				: alone.length > 0
					? "no-eligible-mentors"
					: "places";
			return {
				mean: means[g] ?? 0,
				blocker: {
					group: group.name,
					members: group.members,
					covered: column.covered[g] ?? 0,
					points: (column.points[g] ?? 0) * task.grain,
					withoutCandidates: alone,
					why,
				},
			};
		})
		.filter(({ mean }, g) => isLowest(mean, g))
		.toSorted((a, b) => a.mean - b.mean)
		.map(({ blocker }) => blocker);
}

function aloneIn({ bare, groupOf }: EquityTask, group: number): number[] {
	return bare.filter((i) => groupOf[i] === group);
}
