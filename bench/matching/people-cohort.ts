// The made-up company as a bare assignment problem: what its policy makes of every pair, and of these each mentee's best.
import { commonUnit } from "../../src/domain/matching/decimal.ts";
import { solveByIndex } from "../../src/domain/matching/indexed-solve.ts";
import { candidateRows } from "../../src/domain/matching/kernel/candidate-rows.ts";
import { scorePairs } from "../../src/domain/matching/scoring.ts";
import type { Cohort, Instance } from "./instances.ts";
import { realisticCohort, wholeTable } from "./people.ts";
import { prepared } from "./reading.ts";

// More pairs than these are not scored one by one; the lists are those the product would make.
const MOST_SCORED = 1e9;

export function peopleCohort(instance: Instance): Cohort {
	return instance.mentees * instance.mentors > MOST_SCORED
		? byIndex(instance)
		: byScore(instance);
}

/** The pairs that the index lists, `candidates` for each mentee at most and some for each mentor. */
function byIndex({ mentees, mentors, candidates, places }: Instance): Cohort {
	const { compiled, people } = prepared({ mentees, mentors, seed: 1, places });
	const result = solveByIndex({
		compiled,
		objective: "people",
		seed: "bench",
		...people,
		settings: { budget: 250, ofMentee: candidates, ofMentor: 12 },
	});
	const { need, capacity, mentee, mentor, points } = candidateRows({
		need: new Int32Array(mentees).fill(1),
		capacity: Int32Array.from(people.mentors, ({ units }) => units),
		covered: new Uint8Array(mentees),
		...result.listed(),
		unit: result.problem.unit,
	});
	return {
		mentees: need.length,
		capacity,
		mentee,
		mentor,
		points: Int32Array.from(points),
	};
}

function byScore({ mentees, mentors, candidates, places }: Instance): Cohort {
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
