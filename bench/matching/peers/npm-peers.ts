// Assignment solvers from the registry on a cohort file: npm-peers.ts FILE NAME. Each gets its own process, prints one JSON line.
import { createRequire } from "node:module";
import { argv, stdout } from "node:process";
import { linearSumAssignment } from "linear-sum-assignment";
import { munkres } from "munkres";
import { readCohort } from "../cohort-file.ts";
import type { Cohort } from "../instances.ts";

const solvers: Readonly<
	Record<string, (cohort: Cohort) => Promise<readonly number[]>>
> = {
	highs: byHighs,
	"linear-sum-assignment": byLinearSum,
	munkres: byMunkres,
};

const [file = "", name = ""] = argv.slice(2);
const solver = solvers[name];
if (solver === undefined) throw new RangeError(`No solver called ${name}`);
const cohort = readCohort(file);
const above =
	cohort.points.reduce((most, points) => Math.max(most, points), 0) + 1;
const before = process.cpuUsage();
const started = performance.now();
const chosen = await solver(cohort);
const seconds = (performance.now() - started) / 1000;
const spent = process.cpuUsage(before);
stdout.write(
	`${JSON.stringify({
		seconds,
		processor: (spent.user + spent.system) / 1e6,
		pairs: chosen.length,
		total: chosen.reduce((sum, k) => sum + (cohort.points[k] ?? 0), 0),
		megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
	})}\n`,
);

/** The linear program, by the interior point method and crossover (the simplex takes minutes at 10,000 people). */
async function byHighs(cohort: Cohort): Promise<readonly number[]> {
	const load: () => Promise<{
		solve(
			model: string,
			options: Readonly<Record<string, string>>,
		): { Columns: Record<string, { Primal?: number }> };
	}> = createRequire(import.meta.url)("highs");
	const highs = await load();
	const { mentee, mentor, points, capacity, mentees } = cohort;
	const bonus = above * (mentees + 1);
	const rows = (
		people: number,
		side: Int32Array,
		units: (x: number) => number,
	) => {
		const terms: string[][] = Array.from({ length: people }, () => []);
		side.forEach((x, k) => terms[x]?.push(`x${k}`));
		return terms.flatMap((names, x) =>
			names.length === 0 ? [] : [` ${names.join(" + ")} <= ${units(x)}`],
		);
	};
	const names = Array.from(points, (_, k) => k);
	const { Columns } = highs.solve(
		[
			"Maximize",
			` goal: ${names.map((k) => `${bonus + (points[k] ?? 0)} x${k}`).join(" + ")}`,
			"Subject To",
			...rows(mentees, mentee, () => 1),
			...rows(capacity.length, mentor, (j) => capacity[j] ?? 0),
			"Bounds",
			...names.map((k) => ` 0 <= x${k} <= 1`),
			"End",
		].join("\n"),
		{ solver: "ipm" },
	);
	return names.filter((k) => (Columns[`x${k}`]?.Primal ?? 0) > 0.5);
}

async function byLinearSum(cohort: Cohort): Promise<readonly number[]> {
	const { cost, pairAt } = seats(cohort, Float64Array);
	const { rowAssignments } = linearSumAssignment(cost, { maximaze: false });
	return Array.from(rowAssignments, (column, row) =>
		pairAt(row, column),
	).filter((pair) => pair >= 0);
}

async function byMunkres(cohort: Cohort): Promise<readonly number[]> {
	const { cost, pairAt } = seats(cohort, Float64Array);
	return munkres(cost.map((row) => [...row]))
		.map(([row, column]) => pairAt(row, column))
		.filter((pair) => pair >= 0);
}

/** One column a place, and as many more as make it no narrower than high; who cannot meet costs more than all points together. */
function seats(cohort: Cohort, Row: Float64ArrayConstructor) {
	const { mentee, mentor, points, capacity, mentees } = cohort;
	const first: number[] = [0];
	capacity.forEach((places, j) => first.push((first[j] ?? 0) + places));
	const places = first[capacity.length] ?? 0;
	const alone = (above + 1) * (Math.min(mentees, places) + 1);
	const cost = Array.from({ length: mentees }, () =>
		new Row(Math.max(places, mentees)).fill(alone),
	);
	const ofPlace = new Int32Array(Math.max(places, mentees)).fill(-1);
	const pairOf = new Map<number, number>();
	for (let j = 0; j < capacity.length; j++)
		ofPlace.fill(j, first[j], first[j + 1]);
	mentee.forEach((i, k) => {
		const j = mentor[k] ?? 0;
		pairOf.set(i * capacity.length + j, k);
		cost[i]?.fill(above - (points[k] ?? 0), first[j], first[j + 1]);
	});
	return {
		cost,
		pairAt: (row: number, column: number) => {
			const j = ofPlace[column] ?? -1;
			return j < 0 ? -1 : (pairOf.get(row * capacity.length + j) ?? -1);
		},
	};
}
