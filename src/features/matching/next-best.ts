// A plan's pairs with what they are made of, and the mentors who would be next by score. What those would cost the whole follows later.
import { toldOf } from "../../domain/matching/kinds-told.ts";
import type { Plan } from "../../domain/matching/plan.ts";
import { byCodePoint } from "../../domain/matching/problem.ts";
import type { Scoring } from "../../domain/matching/scoring.ts";
import type { PairedPeople } from "./pairing.ts";

const SHOWN = 2;

/** O(candidates + pairs), whatever the plan was planned for. */
export function pairsWithReasons(
	scoring: Scoring,
	{ problem, pairs }: Plan,
): readonly PairedPeople[] {
	const { candidates, mentees, mentors, unit } = problem;
	const place = new Map(mentees.map(({ id }, index) => [id, index]));
	const { person } = toldOf(problem);
	const own = Map.groupBy(pairs, ({ mentee }) => person(mentee));
	const taken = Map.groupBy(pairs, ({ mentor }) => mentor);
	const isTaken = new Map(
		mentors.map(({ id, units }) => [id, (taken.get(id)?.length ?? 0) >= units]),
	);
	const nextOf = (mentee: string) => {
		const i = place.get(mentee) ?? -1;
		const from = candidates.first[i] ?? 0;
		const length = Math.max(0, (candidates.first[i + 1] ?? 0) - from);
		const made = new Set(own.get(person(mentee))?.map(({ mentor }) => mentor));
		return Array.from({ length }, (_, k) => ({
			mentor: mentors[candidates.mentor[from + k] ?? -1]?.id ?? "",
			points: (candidates.points[from + k] ?? 0) * unit,
		}))
			.filter(({ mentor }) => !made.has(mentor))
			.toSorted(
				(a, b) => b.points - a.points || byCodePoint(a.mentor, b.mentor),
			)
			.slice(0, SHOWN)
			.map((next) => ({ ...next, isTaken: isTaken.get(next.mentor) ?? false }));
	};
	return pairs.map((pair) => ({
		...pair,
		parts: scoring.explain(pair.mentee, pair.mentor)?.parts ?? [],
		alternatives: nextOf(pair.mentee),
	}));
}
