// What an equity ratio costs and how near the plan comes to its bound, at three sizes, with the whole frontier at the largest.
import { fairPlan } from "../../src/domain/matching/equity/fair-plan.ts";
import type { FairPlan } from "../../src/domain/matching/equity/fair-plan.ts";
import { frontier } from "../../src/domain/matching/equity/frontier.ts";
import { groupMentees } from "../../src/domain/matching/equity/groups.ts";
import type { ScoredPair } from "../../src/domain/matching/problem.ts";
import { assembleProblem } from "../../src/domain/matching/problem.ts";

export type EquityMeasured = {
	readonly name: string;
	readonly measure: "access" | "quality";
	readonly ratio: number;
	readonly seconds: number;
	readonly matchings: number;
	/** Per cent of the sum of points given up, and between the plan and its bound. */
	readonly price: number;
	readonly gap: number;
	readonly people: number;
	readonly reached: number;
};

const SIZES = [
	[100, 40, 24],
	[1000, 300, 60],
	[10_000, 3000, 64],
] as const;
const RATIOS = [300, 400, 500, 600, 700, 800, 900, 950, 990].map(
	(r) => r * 1000,
);

/** Four fifths in both measures at 100, 1,000 and 10,000 mentees, then nine ratios at 10,000; one process, one thread. */
export async function measureEquity(): Promise<readonly EquityMeasured[]> {
	const rows: EquityMeasured[] = [];
	for (const [mentees, mentors, candidates] of SIZES) {
		const { problem, groups } = biasedCohort(mentees, mentors, candidates);
		const name = `${mentees} × ${mentors}`;
		for (const measure of ["access", "quality"] as const) {
			const started = performance.now();
			const plan = run(fairPlan(problem, groups, { measure, ratio: 800_000 }));
			rows.push(measured(name, plan, (performance.now() - started) / 1000));
		}
		if (mentees < 10_000) continue;
		const started = performance.now();
		const plans = run(frontier(problem, groups, "quality", RATIOS));
		const seconds = (performance.now() - started) / 1000;
		for (const plan of plans)
			rows.push(measured(`${name}, frontier`, plan, seconds));
	}
	return rows;
}

function measured(
	name: string,
	plan: FairPlan,
	seconds: number,
): EquityMeasured {
	return {
		name,
		measure: plan.measure,
		ratio: plan.ratio.asked / 1e6,
		seconds,
		matchings: plan.matchings,
		price: (100 * plan.price.points) / (plan.total + plan.price.points),
		gap: (100 * (plan.upperBound - plan.total)) / Math.max(1, plan.upperBound),
		people: plan.people,
		reached: plan.ratio.reached / 1e6,
	};
}

/** Scores are the product of a mentor's strength in what a mentee seeks and chance; those of three groups in four are 6, 12 and 20 % too low. */
function biasedCohort(mentees: number, mentors: number, candidates: number) {
	const draw = drawing(7);
	const shares = [1, 0.94, 0.88, 0.8];
	const people = Array.from({ length: mentees }, (_, i) => ({
		id: `mentee ${i}`,
		units: 1,
	}));
	const places = Array.from({ length: mentors }, (_, j) => ({
		id: `mentor ${j}`,
		units: 1 + Math.floor(4 * draw()),
	}));
	const groupOf = people.map(() => Math.floor(4 * draw()));
	const pairs: ScoredPair[] = people.flatMap(({ id }, i) => {
		const chosen = new Set<number>();
		while (chosen.size < candidates) chosen.add(Math.floor(mentors * draw()));
		return [...chosen].map((j) => ({
			mentee: id,
			mentor: `mentor ${j}`,
			points:
				Math.round(
					(12_000 + 9000 * draw() + 4000 * draw()) *
						(shares[groupOf[i] ?? 0] ?? 1),
				) * 1_000_000,
		}));
	});
	const problem = assembleProblem({
		objective: "people",
		seed: "bench",
		mentees: people,
		mentors: places,
		pairs,
	});
	const stated = people.map(({ id }, i) => ({
		mentee: id,
		group: `group ${groupOf[i]}`,
	}));
	return { problem, groups: groupMentees(problem.mentees, stated) };
}

function run<Result>(work: Generator<unknown, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

/** Numbers from 0 to 1, always the same for a seed. */
function drawing(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
