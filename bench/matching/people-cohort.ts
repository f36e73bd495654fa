// The made-up company as a bare assignment problem: what its policy makes of every pair, and of these each mentee's best.
import { commonUnit } from "../../src/domain/matching/decimal.ts";
import { scorePairs } from "../../src/domain/matching/scoring.ts";
import type { Cohort, Instance } from "./instances.ts";
import { realisticCohort, wholeTable } from "./people.ts";

export function peopleCohort({
	mentees,
	mentors,
	candidates,
	places,
}: Instance): Cohort {
	const company = realisticCohort({ mentees, mentors, seed: 1, places });
	const scored = scorePairs(
		company.policy,
		wholeTable(company.mentors),
		wholeTable(company.mentees),
	);
	if (!scored.ok) throw new RangeError("The made-up company cannot be scored");
	const { columns, mentors: people } = scored.scoring;
	const unit = commonUnit(columns.points);
	const mentee: number[] = [];
	const mentor: number[] = [];
	const points: number[] = [];
	for (let from = 0, to = 0; from < columns.mentee.length; from = to) {
		while (columns.mentee[to] === columns.mentee[from]) to++;
		const best = Int32Array.from({ length: to - from }, (_, k) => from + k)
			.sort((a, b) => (columns.points[b] ?? 0) - (columns.points[a] ?? 0))
			.subarray(0, candidates);
		for (const k of best) {
			mentee.push(columns.mentee[k] ?? 0);
			mentor.push(columns.mentor[k] ?? 0);
			points.push((columns.points[k] ?? 0) / unit);
		}
	}
	return {
		mentees,
		capacity: Int32Array.from(people, ({ units }) => units),
		mentee: Int32Array.from(mentee),
		mentor: Int32Array.from(mentor),
		points: Int32Array.from(points),
	};
}
