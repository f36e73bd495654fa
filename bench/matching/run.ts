// npm run bench -- matching: the engine beside an independent solver and beside what people do without one, on the same cohorts.
import { createRequire } from "node:module";
import { arch, cpus } from "node:os";
import { outcomeOf } from "../../src/domain/matching/outcome.ts";
import type {
	ProblemInput,
	ScoredPair,
} from "../../src/domain/matching/problem.ts";
import { assembleProblem } from "../../src/domain/matching/problem.ts";
import { solve } from "../../src/domain/matching/solve.ts";
import { cohort, instances } from "./instances.ts";

// More columns than this take HiGHS in WebAssembly minutes.
const MOST_FOR_HIGHS = 70_000;

type Measured = {
	readonly seconds: number;
	readonly pairs: number;
	readonly total: number;
	readonly note: string;
};

export async function run(): Promise<void> {
	console.log(
		`${cpus()[0]?.model ?? "unknown processor"}, ${arch()}, Node ${process.version}`,
	);
	console.log(
		"Most pairs, then the greatest sum. Ratios within one block; seconds mean nothing elsewhere.\n",
	);
	for (const { name } of instances.slice(0, 2)) warmUp(name);
	for (const instance of instances) {
		const input = cohort(instance);
		const engine = byEngine(input, {});
		const rows: (readonly [string, Measured | string])[] = [
			["Baton", engine],
			["Baton, simplex alone", byEngine(input, { pathAllowance: 0 })],
			["HiGHS 1.15 (wasm)", await byHighs(input)],
			["greedy by score", byGreedy(input, true)],
			["in file order", byGreedy(input, false)],
		];
		console.log(
			`${instance.name}: ${input.pairs.length.toLocaleString("en")} possible pairs`,
		);
		for (const [name, measured] of rows)
			console.log(line(name, measured, engine));
		console.log("");
	}
	const { rss } = process.memoryUsage();
	console.log(`Memory at the end: ${Math.round(rss / 2 ** 20)} MB`);
}

// The first seconds of a process go to compiling, which would count against whoever comes first.
function warmUp(name: string): void {
	const instance = instances.find((one) => one.name === name);
	if (instance === undefined) return;
	byEngine(cohort(instance), {});
	byEngine(cohort(instance), { pathAllowance: 0 });
}

function line(
	name: string,
	measured: Measured | string,
	engine: Measured,
): string {
	const label = `  ${name.padEnd(22)}`;
	if (typeof measured === "string") return `${label} ${measured}`;
	return [
		label,
		`${measured.seconds.toFixed(3)} s`.padStart(10),
		`× ${(measured.seconds / engine.seconds).toFixed(1)}`.padStart(8),
		`${measured.pairs} pairs`.padStart(12),
		measured.total.toLocaleString("en").padStart(14),
		`  ${measured.note}`,
	].join(" ");
}

function byEngine(
	input: ProblemInput,
	options: { readonly pathAllowance?: number },
): Measured {
	const started = performance.now();
	const problem = assembleProblem(input);
	const solution = solve(problem, options);
	const seconds = (performance.now() - started) / 1000;
	const outcome = outcomeOf(problem, solution);
	const work = `${solution.work.paths} nodes, ${solution.work.simplex} pivots`;
	return {
		seconds,
		pairs: outcome.pairs.length,
		total: outcome.total / 1e6,
		note: `proved, ${work}`,
	};
}

async function byHighs(input: ProblemInput): Promise<Measured | string> {
	if (input.pairs.length > MOST_FOR_HIGHS)
		return "left out (more than 70,000 columns)";
	const load: () => Promise<{
		solve(model: string): {
			Columns: Record<string, { Primal?: number }>;
		};
	}> = createRequire(import.meta.url)("highs");
	const highs = await load();
	const largest = Math.max(...input.pairs.map(({ points }) => points / 1e6));
	const bonus = (largest + 1) * (input.mentees.length + 1);
	const rows = (side: "mentee" | "mentor") => {
		const sums = Map.groupBy(
			input.pairs.map((pair, k) => ({ id: pair[side], name: `x${k}` })),
			({ id }) => id,
		);
		const people = side === "mentee" ? input.mentees : input.mentors;
		return people.flatMap(({ id, units }) => {
			const names = sums.get(id)?.map(({ name }) => name) ?? [];
			return names.length === 0 ? [] : [` ${names.join(" + ")} <= ${units}`];
		});
	};
	const model = [
		"Maximize",
		` goal: ${input.pairs.map(({ points }, k) => `${bonus + points / 1e6} x${k}`).join(" + ")}`,
		"Subject To",
		...rows("mentee"),
		...rows("mentor"),
		"Bounds",
		...input.pairs.map((_, k) => ` 0 <= x${k} <= 1`),
		"End",
	].join("\n");
	const started = performance.now();
	const { Columns } = highs.solve(model);
	const seconds = (performance.now() - started) / 1000;
	const chosen = input.pairs.filter(
		(_, k) => (Columns[`x${k}`]?.Primal ?? 0) > 0.5,
	);
	return { seconds, ...sumOf(chosen), note: "" };
}

/** What a spreadsheet and patience give: the best pair left, or the first one met, again and again. */
function byGreedy(input: ProblemInput, bestFirst: boolean): Measured {
	const started = performance.now();
	const room = new Map(
		[...input.mentees, ...input.mentors].map(({ id, units }) => [id, units]),
	);
	const order = bestFirst
		? input.pairs.toSorted((a, b) => b.points - a.points)
		: input.pairs;
	const chosen: ScoredPair[] = [];
	for (const pair of order) {
		const need = room.get(pair.mentee) ?? 0;
		const places = room.get(pair.mentor) ?? 0;
		if (need === 0 || places === 0) continue;
		room.set(pair.mentee, need - 1).set(pair.mentor, places - 1);
		chosen.push(pair);
	}
	const seconds = (performance.now() - started) / 1000;
	return { seconds, ...sumOf(chosen), note: "" };
}

function sumOf(pairs: readonly ScoredPair[]) {
	return {
		pairs: pairs.length,
		total: pairs.reduce((sum, { points }) => sum + points, 0) / 1e6,
	};
}
