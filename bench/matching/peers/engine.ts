// Baton's engine on a cohort file: engine.ts FILE [simplex]. Its own process, so that memory is its own; small cohorts of each class first, a
// few times over, because the first seconds of a process go to compiling, which the peers in C++ have behind them.
import { argv, stdout } from "node:process";
import { outcomeOf } from "../../../src/domain/matching/outcome.ts";
import { assembleProblem } from "../../../src/domain/matching/problem.ts";
import { solve } from "../../../src/domain/matching/solve.ts";
import { readCohort } from "../cohort-file.ts";
import type { Cohort } from "../instances.ts";
import { cohort, instances } from "../instances.ts";

const WARMING_ROUNDS = 3;
const [file = "", way = ""] = argv.slice(2);
const options = way === "simplex" ? { pathAllowance: 0 } : {};
for (let round = 0; round < WARMING_ROUNDS; round++)
	for (const { flag, ...small } of instances.slice(0, 5))
		if (flag === undefined) pair(cohort(small));
const given = readCohort(file);
const { problem, solution, seconds, processor } = pair(given);
const started = performance.now();
const outcome = outcomeOf(problem, solution);
const checked = (performance.now() - started) / 1000;
const work = Object.entries(solution.work)
	.filter(([, operations]) => operations > 0)
	.map(([name, operations]) => `${name} ${operations.toLocaleString("en")}`);
stdout.write(
	`${JSON.stringify({
		seconds,
		processor,
		pairs: outcome.pairs.length,
		total: outcome.total / 1e6,
		megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
		note: `proved in ${checked.toFixed(2)} s, ${work.join(", ")}`,
	})}\n`,
);

function pair({ mentees, capacity, mentee, mentor, points }: Cohort) {
	const input = {
		objective: "people",
		seed: "bench",
		mentees: Array.from({ length: mentees }, (_, i) => ({
			id: `mentee ${i}`,
			units: 1,
		})),
		mentors: Array.from(capacity, (units, j) => ({ id: `mentor ${j}`, units })),
		pairs: {
			mentee,
			mentor,
			points: Float64Array.from(points, (p) => p * 1e6),
		},
	} as const;
	const cpu = process.cpuUsage();
	const began = performance.now();
	const assembled = assembleProblem(input);
	const solved = solve(assembled, options);
	const spent = process.cpuUsage(cpu);
	return {
		problem: assembled,
		solution: solved,
		seconds: (performance.now() - began) / 1000,
		processor: spent.user / 1e6 + spent.system / 1e6,
	};
}
