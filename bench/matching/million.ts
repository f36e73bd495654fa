// Cohorts of hundreds of thousands and a million, by the index: time, memory, and how many of everyone's ten best mentors it found.
import { recallOf } from "../../src/domain/matching/indexed-solve.ts";
import type { LazyStep } from "../../src/domain/matching/lazy-solve.ts";
import { solveByIndexInThreads } from "../../src/features/matching/all-pairs-threads.ts";
import { preparedInThreads } from "./reading.ts";

export type IndexMeasured = {
	readonly mentees: number;
	readonly mentors: number;
	readonly scoredEach: number;
	readonly candidates: number;
	readonly pairs: number;
	/** Places that stayed empty though a mentee was left out. */
	readonly emptyPlaces: number;
	/** Places that the index's lists alone would have left empty, though somebody left out may take them. */
	readonly filled: number;
	readonly total: number;
	readonly recallOfTen: number;
	readonly seconds: {
		/** From texts, made up as they are read, to columns, on two threads. */
		readonly reading: number;
		readonly lists: number;
		readonly solving: number;
		/** Of the processor, all threads together. */
		readonly processor: number;
	};
	readonly megabytes: number;
};

/** Measures lists by the index and the proved best matching on them. */
export async function measureByIndex({
	mentees = 1_000_000,
	mentors = 300_000,
	threads = 2,
	budget = 200,
	ofMentee = 16,
	ofMentor = 8,
	sample = 200,
	onStep,
}: {
	readonly mentees?: number;
	readonly mentors?: number;
	readonly threads?: number;
	readonly budget?: number;
	readonly ofMentee?: number;
	readonly ofMentor?: number;
	readonly sample?: number;
	readonly onStep?: (step: LazyStep) => void;
} = {}): Promise<IndexMeasured> {
	const before = process.cpuUsage();
	const began = performance.now();
	const { compiled, people } = await preparedInThreads({
		mentees,
		mentors,
		seed: 1,
		places: "short",
	});
	const read = performance.now();
	let listed = read;
	const result = await solveByIndexInThreads(
		{
			compiled,
			objective: "people",
			seed: "bench",
			...people,
			settings: { budget, ofMentee, ofMentor },
		},
		{
			threads,
			onStep: (step) => {
				if (step.kind === "solving" && listed === read)
					listed = performance.now();
				onStep?.(step);
			},
		},
	);
	const solved = performance.now();
	const spent = process.cpuUsage(before);
	const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
	const { problem, solution } = result;
	const used = solution.used.reduce((sum, one) => sum + one, 0);
	const places = people.mentors.reduce((sum, { units }) => sum + units, 0);
	const total = solution.used.reduce(
		(sum, one, e) => sum + one * (problem.candidates.points[e] ?? 0),
		0,
	);
	return {
		mentees,
		mentors,
		scoredEach: Math.round(result.scored / mentees),
		candidates: problem.candidates.points.length,
		pairs: used,
		filled: result.filled,
		emptyPlaces: Math.min(places, mentees) - used,
		total: (total * problem.unit) / 1e6,
		recallOfTen: recallOf(compiled, result.listed(), sample),
		seconds: {
			reading: (read - began) / 1000,
			lists: (listed - read) / 1000,
			solving: (solved - listed) / 1000,
			processor: (spent.user + spent.system) / 1e6,
		},
		megabytes,
	};
}
