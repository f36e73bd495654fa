// The best matching among all 30 million pairs of 10,000 × 3,000 people, from texts to a checked certificate.
import { solveLazily } from "../../src/domain/matching/lazy-solve.ts";
import { outcomeOf } from "../../src/domain/matching/outcome.ts";
import { scorePairs } from "../../src/domain/matching/scoring.ts";
import { solveLazilyInThreads } from "../../src/features/matching/all-pairs-threads.ts";
import { realisticCohort, wholeTable } from "./people.ts";

export type AllPairsMeasured = {
	readonly mentees: number;
	readonly mentors: number;
	/** Pairs that no rule bars; all of them were scored in every pass. */
	readonly allowed: number;
	/** How many were ever stored, and in how many rounds. */
	readonly candidates: number;
	readonly rounds: number;
	readonly pairs: number;
	/** Points; `upperBound` holds for all pairs. */
	readonly total: number;
	readonly upperBound: number;
	/** From texts to prepared columns; scoring and solving; checking the certificate. */
	readonly seconds: {
		readonly reading: number;
		readonly solving: number;
		readonly checking: number;
	};
	/** The most memory of the process so far. */
	readonly megabytes: number;
};

/** Measures scoring, solving and proof on so many threads (0: this one alone). */
export async function measureAllPairs({
	mentees = 10_000,
	mentors = 3000,
	threads = 2,
	places = "short",
}: {
	readonly mentees?: number;
	readonly mentors?: number;
	readonly threads?: number;
	readonly places?: "short" | "ample";
} = {}): Promise<AllPairsMeasured> {
	const cohort = realisticCohort({ mentees, mentors, seed: 1, places });
	const tables = [
		wholeTable(cohort.mentors),
		wholeTable(cohort.mentees),
	] as const;
	const read = stopwatch();
	const scored = scorePairs(cohort.policy, ...tables);
	if (!scored.ok) throw new Error(JSON.stringify(scored));
	const { scoring } = scored;
	const reading = read();
	const solve = stopwatch();
	const input = {
		compiled: scoring.compiled,
		objective: "people",
		seed: "bench",
		mentees: scoring.mentees.map(({ id, units }) => ({ id, units })),
		mentors: scoring.mentors.map(({ id, units }) => ({ id, units })),
	} as const;
	const { problem, solution, proof } =
		threads === 0
			? solveLazily(input)
			: await solveLazilyInThreads(input, { threads });
	const solving = solve();
	const check = stopwatch();
	const outcome = outcomeOf(problem, solution);
	return {
		mentees,
		mentors,
		allowed: proof.pairs,
		candidates: proof.candidates,
		rounds: proof.rounds,
		pairs: outcome.pairs.length,
		total: outcome.total / 1e6,
		upperBound: outcome.upperBound / 1e6,
		seconds: { reading, solving, checking: check() },
		megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
	};
}

function stopwatch(): () => number {
	const began = performance.now();
	return () => (performance.now() - began) / 1000;
}
