// The plan under a ratio against an independent integer solver (HiGHS) on the same small cohorts.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import fc from "fast-check";
import type { ProblemInput } from "../problem.ts";
import { assembleProblem } from "../problem.ts";
import type { FairPlan } from "./fair-plan.ts";
import { fairPlan } from "./fair-plan.ts";
import { groupMentees } from "./groups.ts";
import type { Measure } from "./ratio.ts";

// Its types describe a CommonJS module, which is what require gives.
const loadHighs: () => Promise<{
	solve(
		model: string,
		options: Record<string, number | boolean | string>,
	): { Status: string; ObjectiveValue: number };
}> = createRequire(import.meta.url)("highs");

type Cohort = {
	readonly input: ProblemInput;
	readonly groups: readonly { mentee: string; group: string }[];
};

const cohorts: fc.Arbitrary<Cohort> = fc
	.record({
		groups: fc.integer({ min: 2, max: 3 }),
		needs: fc.array(fc.integer({ min: 1, max: 2 }), {
			minLength: 4,
			maxLength: 9,
		}),
		hasSecond: fc.boolean(),
		places: fc.array(fc.integer({ min: 1, max: 3 }), {
			minLength: 2,
			maxLength: 4,
		}),
		scores: fc.array(fc.integer({ min: -6, max: 30 }), {
			minLength: 36,
			maxLength: 36,
		}),
	})
	.map(({ groups, needs, hasSecond, places, scores }) => {
		const mentees = needs.map((units, i) => ({
			id: `e${i}`,
			units: hasSecond ? units : 1,
		}));
		const mentors = places.map((units, j) => ({ id: `o${j}`, units }));
		return {
			input: {
				objective: "people",
				seed: "",
				mentees,
				mentors,
				pairs: mentees.flatMap((mentee, i) =>
					mentors.flatMap((mentor, j) => {
						const score = scores[(i * 4 + j) % 36] ?? 0;
						return score < 0
							? []
							: [{ mentee: mentee.id, mentor: mentor.id, points: score * 1e6 }];
					}),
				),
			},
			groups: mentees.map(({ id }, i) => ({
				mentee: id,
				group: `g${i % groups}`,
			})),
		};
	});

for (const measure of ["access", "quality"] as const)
	test(`${measure}: people, mentors, pairs and sum are those of the integer optimum`, async () => {
		const highs = await loadHighs();
		fc.assert(
			fc.property(
				cohorts,
				fc.constantFrom(500_000, 800_000, 900_000),
				(cohort, ratio) => {
					const plan = planOf(cohort, measure, ratio);
					const { people, mentors, pairs, total } = plan;
					const found = [people, mentors, pairs, total / 1e6];
					const best = byHighs(highs, cohort, measure, ratio);
					if (plan.ratio.kept < ratio)
						assert.equal(
							best[0],
							0,
							`a plan for ${String(best)} keeps the ratio`,
						);
					else assert.deepEqual(found, best);
					assert.ok(plan.upperBound >= plan.total);
				},
			),
			{ numRuns: 60, seed: 7 },
		);
	});

function planOf(
	{ input, groups }: Cohort,
	measure: Measure,
	ratio: number,
): FairPlan {
	const problem = assembleProblem(input);
	const work = fairPlan(problem, groupMentees(problem.mentees, groups, 1), {
		measure,
		ratio,
	});
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

function byHighs(
	highs: Awaited<ReturnType<typeof loadHighs>>,
	cohort: Cohort,
	measure: Measure,
	ratio: number,
): number[] {
	const found: number[] = [];
	for (const _ of ["people", "mentors", "pairs", "points"]) {
		const model = modelOf(cohort, measure, ratio, found);
		const { Status, ObjectiveValue } = highs.solve(model, {
			mip_rel_gap: 0,
			mip_abs_gap: 0.1,
			mip_feasibility_tolerance: 1e-9,
			primal_feasibility_tolerance: 1e-9,
		});
		assert.equal(Status, "Optimal");
		found.push(Math.round(ObjectiveValue) + 0);
	}
	return found;
}

function modelOf(
	{ input, groups }: Cohort,
	measure: Measure,
	ratio: number,
	fixed: readonly number[],
): string {
	const { mentees, mentors, pairs } = input;
	const group = new Map(groups.map((g) => [g.mentee, g.group]));
	const sizes = Map.groupBy(groups, (g) => g.group);
	const covered = mentees.map(({ id }) => `c${id}`);
	// Mentors with a mentee count only where somebody may have several mentors.
	const met = mentees.some(({ units }) => units > 1)
		? mentors.map(({ id }) => `m${id}`)
		: [];
	const goals = [
		covered.join(" + "),
		["0 ce0", ...met].join(" + "),
		["0 ce0", ...pairs.map((_, k) => `x${k}`)].join(" + "),
		["0 ce0", ...pairs.map(({ points }, k) => `${points / 1e6} x${k}`)].join(
			" + ",
		),
	];
	const amount = (name: string, factor: number) =>
		measure === "access"
			? mentees
					.filter(({ id }) => group.get(id) === name)
					.map(({ id }) => `${factor} c${id}`)
			: pairs.flatMap(({ mentee, points }, k) =>
					group.get(mentee) === name && points > 0
						? [`${(factor * points) / 1e6} x${k}`]
						: [],
				);
	const rows = [...sizes].flatMap(([g, own]) =>
		[...sizes].flatMap(([h, other]) =>
			g === h
				? []
				: [
						[
							"0 ce0",
							...amount(g, 10 * other.length),
							...amount(h, (-10 * ratio * own.length) / 1e6),
						]
							.join(" + ")
							.replaceAll("+ -", "- ") + " >= 0",
					],
		),
	);
	const sumOf = (side: "mentee" | "mentor", id: string) =>
		[
			"0 ce0",
			...pairs.flatMap((p, k) => (p[side] === id ? [`x${k}`] : [])),
		].join(" + ");
	return [
		"Maximize",
		` goal: ${goals[fixed.length] ?? ""}`,
		"Subject To",
		...fixed.map((value, k) => ` ${goals[k] ?? ""} >= ${value}`),
		...mentees.map(({ id, units }) => ` ${sumOf("mentee", id)} <= ${units}`),
		...mentees.map(({ id }) => ` ${sumOf("mentee", id)} - c${id} >= 0`),
		...pairs.map(({ mentee }, k) => ` c${mentee} - x${k} >= 0`),
		...mentors.map(({ id, units }) => ` ${sumOf("mentor", id)} <= ${units}`),
		...met.map((name) => ` ${sumOf("mentor", name.slice(1))} - ${name} >= 0`),
		...rows.map((row) => ` ${row}`),
		"Binary",
		...pairs.map((_, k) => ` x${k}`),
		...[...covered, ...met].map((name) => ` ${name}`),
		"End",
	].join("\n");
}
