// A stable plan in the place of the best one: what it makes, what that costs, and who is without enough for its sake.
import { toldOf } from "./kinds-told.ts";
import type { Preferences } from "./kernel/blocking-pairs.ts";
import { pairsOf } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import { comparePairs } from "./problem.ts";
import type { PriceOfStability } from "./stability.ts";
import { stablePlan } from "./stability.ts";
import type { Reason, Unmatched } from "./unmatched.ts";

/** Its pairs, with the plan it is priced against: most people, then most pairs, then the greatest sum. */
export type StableInstead = {
	/** Marks its candidates. */
	readonly used: Uint8Array;
	/** Pinned pairs included; in order. */
	readonly pairs: readonly ScoredPair[];
	/** Millionths. */
	readonly total: number;
	/** People (under kinds: with their first mentor), pairs and points fewer than in the best plan. */
	readonly price: PriceOfStability;
};

/** The stable plan for the people of a solved plan. O(pairs log pairs). */
export function stableInstead(
	{ problem, pairs: best, total: most }: Plan,
	preferences?: Preferences,
): StableInstead {
	const used = stablePlan(problem, preferences);
	const pairs = [...pairsOf(problem, used), ...problem.pinned].toSorted(
		comparePairs,
	);
	const total = pairs.reduce((sum, { points }) => sum + points, 0);
	const { reached } = toldOf(problem);
	return {
		used,
		pairs,
		total,
		price: {
			people: reached(best) - reached(pairs),
			pairs: best.length - pairs.length,
			points: most - total,
		},
	};
}

/**
 * Who is without enough in pairs that were chosen in the place of the best ones. Whoever has as little in the best plan (`before`) has that plan's
 * reason and remedy; whoever has less only by that choice is told so.
 */
export function leftOutBeyond<Choice extends { readonly why: string }>(
	problem: Problem,
	pairs: readonly ScoredPair[],
	before: readonly Unmatched[],
	choice: Choice,
): readonly (Omit<Unmatched, "reason"> & {
	readonly reason: Reason | Choice;
})[] {
	type LeftOut = ReturnType<typeof leftOutBeyond<Choice>>[number];
	const known = new Map(before.map((one) => [`${one.side} ${one.id}`, one]));
	const made = (side: "mentee" | "mentor") =>
		Map.groupBy(pairs, (pair) => pair[side]);
	const [ofMentee, ofMentor] = [made("mentee"), made("mentor")];
	const tell = (
		side: "mentee" | "mentor",
		id: string,
		missing: number,
	): LeftOut[] => {
		if (missing <= 0) return [];
		const same = known.get(`${side} ${id}`);
		return same !== undefined && same.missing >= missing
			? [{ ...same, missing }]
			: [{ side, id, missing, reason: choice, change: undefined }];
	};
	return [
		...problem.mentees.flatMap(({ id, units }) =>
			tell("mentee", id, units - (ofMentee.get(id)?.length ?? 0)),
		),
		...problem.mentors.flatMap(({ id, units }) =>
			tell("mentor", id, ofMentor.has(id) ? 0 : units),
		),
	];
}
