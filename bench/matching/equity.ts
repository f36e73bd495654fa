// What an equity ratio costs and how near the plan comes to its bound, at three sizes, with the whole frontier at the largest.
import { fairPlan } from "../../src/domain/matching/equity/fair-plan.ts";
import type { FairPlan } from "../../src/domain/matching/equity/fair-plan.ts";
import { frontier } from "../../src/domain/matching/equity/frontier.ts";
import { chanceWithGroups, companyWithGroups } from "./equity-cohort.ts";

export type EquityMeasured = {
	readonly name: string;
	readonly measure: "access" | "quality";
	readonly ratio: number;
	readonly seconds: Seconds;
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

const KINDS = [
	["company", companyWithGroups],
	["by chance", chanceWithGroups],
] as const;

/** Four fifths in both measures at 100, 1,000 and 10,000 mentees, then nine ratios at 10,000; one process, one thread. */
export async function measureEquity(): Promise<readonly EquityMeasured[]> {
	const rows: EquityMeasured[] = [];
	for (const [kind, cohort] of KINDS)
		for (const size of SIZES) {
			const { problem, groups } = cohort(size);
			const name = `${kind}, ${size[0]} × ${size[1]}`;
			for (const measure of ["access", "quality"] as const) {
				const started = performance.now();
				const cpu = process.cpuUsage();
				const plan = run(
					fairPlan(problem, groups, { measure, ratio: 800_000 }),
				);
				rows.push(measured(name, plan, secondsSince(started, cpu)));
			}
			if (size[0] < 10_000 || kind !== "company") continue;
			const started = performance.now();
			const cpu = process.cpuUsage();
			const plans = run(frontier(problem, groups, "quality", RATIOS));
			const seconds = secondsSince(started, cpu);
			for (const plan of plans)
				rows.push(measured(`${name}, frontier`, plan, seconds));
		}
	return rows;
}

type Seconds = { readonly clock: number; readonly processor: number };

/** On a machine that others use too, the processor's time says more than the clock. */
function secondsSince(started: number, cpu: NodeJS.CpuUsage): Seconds {
	const { user, system } = process.cpuUsage(cpu);
	return {
		clock: (performance.now() - started) / 1000,
		processor: (user + system) / 1e6,
	};
}

function measured(
	name: string,
	plan: FairPlan,
	seconds: Seconds,
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

function run<Result>(work: Generator<unknown, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}
