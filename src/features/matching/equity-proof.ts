// The integer optimum under a ratio, proved by HiGHS where that optional package is installed: only pairs that a better plan could use
// go into the model (domain/matching/equity/core-pairs.ts). Solving blocks its thread: call it in a worker.
import { createRequire } from "node:module";
import { corePairs } from "../../domain/matching/equity/core-pairs.ts";
import type { FairPlan } from "../../domain/matching/equity/fair-plan.ts";
import type { MenteeGroups } from "../../domain/matching/equity/groups.ts";
import { columnOf } from "../../domain/matching/equity/generation.ts";
import { ratioOfMillionths } from "../../domain/matching/equity/ratio.ts";
import { placeSets } from "../../domain/matching/kernel/place-sets.ts";
import type { EquityTask } from "../../domain/matching/equity/task.ts";
import { equityTask, isFair } from "../../domain/matching/equity/task.ts";
import { hasLaterPairs } from "../../domain/matching/kernel/objective-costs.ts";
import type { Problem } from "../../domain/matching/problem.ts";

/** What the solver is given of time. */
export const SECONDS_FOR_A_PROOF = 60;
const MOST_PEOPLE = 2000;
const MOST_CORE_PAIRS = 8000;

export type EquityProof =
	/** Nothing better keeps the ratio. */
	| { readonly outcome: "proved" }
	/** A better plan, and whether nothing is better than that: candidates marked, sum in millionths. */
	| {
			readonly outcome: "better";
			readonly used: Uint8Array;
			readonly total: number;
			readonly isProved: boolean;
	  }
	| { readonly outcome: "undecided" | "not-installed" | "too-large" };

// What is used of the package; its own types describe a CommonJS module.
type Highs = {
	readonly constants: {
		readonly callbackType: { readonly mipInterrupt: number };
		readonly modelStatus: { readonly optimal: number };
	};
	createModel(model: {
		readonly format: "lp";
		readonly data: string;
	}): HighsModel;
};
type HighsModel = {
	readonly options: {
		set(options: Readonly<Record<string, number | boolean>>): void;
	};
	run(
		callbacks: Readonly<Record<number, (event: HighsEvent) => undefined>>,
	): void;
	getModelStatus(): number;
	getSolution(): { readonly colValue: ArrayLike<number> };
	getColByName(name: string): number;
	dispose(): void;
};
type HighsEvent = {
	readonly data: {
		readonly mip_dual_bound?: number;
		readonly mip_gap?: number;
	};
};

/** What the solver tells meanwhile: no plan has more than the bound (millionths), and the best one found is so far from it. */
export type ProofStep = {
	readonly bound?: number;
	readonly gap?: number;
};

/** Proves a plan best among those with its counts, or finds the better one; gives up after so many seconds. */
export async function proveFairPlan(
	problem: Problem,
	groups: MenteeGroups,
	plan: FairPlan,
	seconds: number,
	onStep: (step: ProofStep) => void = () => {},
): Promise<EquityProof> {
	if (plan.isProvedBest) return { outcome: "proved" };
	if (problem.mentees.length + problem.mentors.length > MOST_PEOPLE)
		return { outcome: "too-large" };
	const core = corePairs(problem, groups, plan);
	if (core.length > MOST_CORE_PAIRS) return { outcome: "too-large" };
	const highs = await loadHighs();
	if (highs === undefined) return { outcome: "not-installed" };
	const task = equityTask(problem, groups, plan.measure);
	const chosen = solveModel(
		highs,
		{ text: modelOf(task, plan, core), core, seconds },
		({ data: { mip_dual_bound: bound, mip_gap: gap } }) =>
			onStep({
				...(bound !== undefined && Math.abs(bound) < NO_BOUND
					? { bound: (bound + task.settled.total) * task.grain }
					: {}),
				...(gap !== undefined && gap < NO_BOUND ? { gap } : {}),
			}),
	);
	if (chosen === undefined) return { outcome: "undecided" };
	const used = new Uint8Array(plan.used.length);
	for (const e of chosen) used[e] = 1;
	const found = columnOf(task, used);
	const isRight =
		isFair(task, found, ratioOfMillionths(plan.ratio.kept)) &&
		found.people === plan.people &&
		found.mentors === plan.mentors &&
		found.pairs === plan.pairs;
	if (!isRight) return { outcome: "undecided" };
	const total = found.total * task.grain;
	return total > plan.total
		? { outcome: "better", used, total, isProved: true }
		: { outcome: "proved" };
}

// Beyond, the solver means that it knows none yet.
const NO_BOUND = 1e20;

/** The candidates that the best solution takes; nothing where it was not found out in time. */
function solveModel(
	highs: Highs,
	{
		text,
		core,
		seconds,
	}: {
		readonly text: string;
		readonly core: readonly number[];
		readonly seconds: number;
	},
	onEvent: (event: HighsEvent) => void,
): readonly number[] | undefined {
	const { constants } = highs;
	const model = highs.createModel({ format: "lp", data: text });
	try {
		model.options.set({
			time_limit: seconds,
			output_flag: false,
			mip_rel_gap: 0,
			mip_abs_gap: 0.5,
		});
		model.run({
			[constants.callbackType.mipInterrupt]: (event) => {
				onEvent(event);
				return undefined;
			},
		});
		if (model.getModelStatus() !== constants.modelStatus.optimal)
			return undefined;
		const { colValue } = model.getSolution();
		return core.filter(
			(e) => (colValue[model.getColByName(`x${e}`)] ?? 0) > 0.5,
		);
	} finally {
		model.dispose();
	}
}

async function loadHighs(): Promise<Highs | undefined> {
	try {
		// Its types describe a CommonJS module, which is what require gives.
		const load: () => Promise<Highs> = createRequire(import.meta.url)("highs");
		return await load();
	} catch {
		return undefined;
	}
}

/** Of each cap that could bind: at most so many of the pairs that count under it. */
function capRows({ candidates }: EquityTask, core: readonly number[]) {
	const { limit, above, ofPair } = placeSets(candidates);
	const under = new Map<number, string[]>();
	for (const e of core)
		for (let s = ofPair[e] ?? -1; s >= 0; s = above[s] ?? -1)
			if (s >= candidates.mentors)
				under.set(s, [...(under.get(s) ?? []), `x${e}`]);
	return [...under].flatMap(([s, pairs]) =>
		pairs.length <= (limit[s] ?? 0)
			? []
			: [`${pairs.join(" + ")} <= ${limit[s] ?? 0}`],
	);
}

/** The model in CPLEX LP text, in grains; the counts of people, mentors and pairs are those of the plan. */
function modelOf(task: EquityTask, plan: FairPlan, core: readonly number[]) {
	const { candidates, settled, members, groupOf, measure } = task;
	const { mentee, mentor, points, need, capacity, covered } = candidates;
	const { p, q } = ratioOfMillionths(plan.ratio.kept);
	const sum = (terms: readonly string[]) =>
		terms.length === 0 ? "0 none" : terms.join(" + ").replaceAll("+ -", "- ");
	const byMentee = Map.groupBy(core, (e) => mentee[e] ?? 0);
	const byMentor = Map.groupBy(core, (e) => mentor[e] ?? 0);
	// Where nobody gets a second mentor, a pair is a person: no variables of their own for people.
	const { mentorCovered } = candidates;
	const isPlain = !hasLaterPairs(candidates) && mentorCovered === undefined;
	const openMentors = [...byMentor.keys()].filter(
		(j) => mentorCovered?.[j] === 0,
	);
	const open = isPlain
		? []
		: [...byMentee.keys()].filter((i) => covered[i] === 0);
	const amounts = members.map((size, g) => ({
		size,
		settled:
			(measure === "quality" ? settled.points[g] : settled.covered[g]) ?? 0,
		terms:
			measure === "quality"
				? core
						.filter((e) => groupOf[mentee[e] ?? 0] === g)
						.map((e) => ({ name: `x${e}`, amount: points[e] ?? 0 }))
				: isPlain
					? core
							.filter((e) => {
								const i = mentee[e] ?? 0;
								return groupOf[i] === g && covered[i] === 0;
							})
							.map((e) => ({ name: `x${e}`, amount: 1 }))
					: open
							.filter((i) => groupOf[i] === g)
							.map((i) => ({ name: `c${i}`, amount: 1 })),
	}));
	// Near 1, where the solver's tolerances are meant to be; whether the ratio is kept is checked exactly afterwards.
	const scale = q * (measure === "quality" ? task.largestPoints : 1);
	const ratioRows = amounts.flatMap((own, g) =>
		amounts.flatMap((other, h) => {
			if (g === h) return [];
			const least =
				((p * other.settled) / other.size - (q * own.settled) / own.size) /
				scale;
			return [
				`${sum([
					...own.terms.map(
						(t) => `${(q * t.amount) / own.size / scale} ${t.name}`,
					),
					...other.terms.map(
						(t) => `${(-p * t.amount) / other.size / scale} ${t.name}`,
					),
				])} >= ${least}`,
			];
		}),
	);
	return [
		"Maximize",
		` goal: ${sum(core.map((e) => `${points[e] ?? 0} x${e}`))}`,
		"Subject To",
		...Array.from(
			byMentee,
			([i, own]) => ` ${sum(own.map((e) => `x${e}`))} <= ${need[i] ?? 0}`,
		),
		...Array.from(
			byMentor,
			([j, own]) => ` ${sum(own.map((e) => `x${e}`))} <= ${capacity[j] ?? 0}`,
		),
		...capRows(task, core).map((row) => ` ${row}`),
		...open.flatMap((i) => [
			` ${sum((byMentee.get(i) ?? []).map((e) => `x${e}`))} - c${i} >= 0`,
			...(byMentee.get(i) ?? []).map((e) => ` c${i} - x${e} >= 0`),
		]),
		...openMentors.flatMap((j) => [
			` ${sum((byMentor.get(j) ?? []).map((e) => `x${e}`))} - m${j} >= 0`,
			...(byMentor.get(j) ?? []).map((e) => ` m${j} - x${e} >= 0`),
		]),
		...(isPlain
			? []
			: [
					` ${sum(open.map((i) => `c${i}`))} = ${plan.people - settled.people}`,
				]),
		...(openMentors.length === 0
			? []
			: [
					` ${sum(openMentors.map((j) => `m${j}`))} = ${plan.mentors - settled.mentors}`,
				]),
		` ${sum(core.map((e) => `x${e}`))} = ${plan.pairs - settled.pairs}`,
		...ratioRows.map((row) => ` ${row}`),
		"Binary",
		...core.map((e) => ` x${e}`),
		...open.map((i) => ` c${i}`),
		...openMentors.map((j) => ` m${j}`),
		"End",
	].join("\n");
}
