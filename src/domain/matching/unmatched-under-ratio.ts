// Who is without a pair in a plan under a ratio, and why: what kept them out without the ratio, or the ratio itself.
import type { Plan } from "./plan.ts";
import type { RuleLosses } from "./unmatched-context.ts";
import type { Unmatched } from "./unmatched.ts";
import { unmatchedPeople } from "./unmatched.ts";

/**
 * The people without enough in this plan. Whoever has as little in the best plan without the ratio has that plan's reason and remedy;
 * whoever has less only because of the ratio is told so.
 */
export function unmatchedIn(
	plan: Plan,
	scoring?: RuleLosses,
): readonly Unmatched[] {
	const before = unmatchedPeople(plan.problem, plan.solution, scoring);
	if (plan.equity === undefined) return before;
	const known = new Map(
		before.map((person) => [`${person.side} ${person.id}`, person]),
	);
	const count = (side: "mentee" | "mentor") =>
		Map.groupBy(plan.pairs, (pair) => pair[side]);
	const [ofMentee, ofMentor] = [count("mentee"), count("mentor")];
	const tell = (
		side: Unmatched["side"],
		id: string,
		missing: number,
	): Unmatched[] => {
		if (missing <= 0) return [];
		const same = known.get(`${side} ${id}`);
		return same !== undefined && same.missing >= missing
			? [{ ...same, missing }]
			: [
					{
						side,
						id,
						missing,
						reason: { why: "equity-ratio" },
						change: undefined,
					},
				];
	};
	return [
		...plan.problem.mentees.flatMap(({ id, units }) =>
			tell("mentee", id, units - (ofMentee.get(id)?.length ?? 0)),
		),
		...plan.problem.mentors.flatMap(({ id, units }) =>
			tell("mentor", id, ofMentor.has(id) ? 0 : units),
		),
	];
}
