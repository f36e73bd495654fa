// High ratios in small cohorts, where whole plans are few and far between: against going through all of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ProblemInput } from "../problem.ts";
import { assembleProblem } from "../problem.ts";
import { fairPlan } from "./fair-plan.ts";
import { groupMentees } from "./groups.ts";
import type { Measure } from "./ratio.ts";
import { meetsRatio, ratioOfMillionths } from "./ratio.ts";

const MENTORS = 3;

type Cohort = {
	readonly places: readonly number[];
	/** By mentee, then mentor; a pair with 0 points is none that may be made. */
	readonly points: readonly (readonly number[])[];
	readonly groups: number;
};

const cohorts: fc.Arbitrary<Cohort> = fc.record({
	places: fc.array(fc.integer({ min: 1, max: 3 }), {
		minLength: MENTORS,
		maxLength: MENTORS,
	}),
	points: fc.array(
		fc.array(fc.integer({ min: 0, max: 12 }), {
			minLength: MENTORS,
			maxLength: MENTORS,
		}),
		{ minLength: 4, maxLength: 7 },
	),
	groups: fc.integer({ min: 2, max: 3 }),
});

for (const measure of ["access", "quality"] as const)
	test(`${measure}: at a high ratio no plan that exists is missed, nor a better one`, () => {
		fc.assert(
			fc.property(
				cohorts,
				fc.constantFrom(900_000, 950_000, 1_000_000),
				(cohort, ratio) => {
					const best = byHand(cohort, measure, ratio);
					const plan = planOf(cohort, measure, ratio);
					if (best.people === 0) return assert.ok(plan.ratio.kept < ratio);
					assert.equal(plan.ratio.kept, ratio);
					assert.deepEqual(
						{ people: plan.people, total: plan.total / 1e6 },
						best,
					);
					return assert.ok(plan.isProvedBest);
				},
			),
			{ numRuns: 150, seed: 11 },
		);
	});

function planOf(cohort: Cohort, measure: Measure, ratio: number) {
	const problem = assembleProblem(inputOf(cohort));
	const stated = cohort.points.map((_, i) => ({
		mentee: `e${i}`,
		group: `g${i % cohort.groups}`,
	}));
	const work = fairPlan(problem, groupMentees(problem.mentees, stated, 1), {
		measure,
		ratio,
	});
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

function inputOf({ places, points }: Cohort): ProblemInput {
	return {
		objective: "people",
		seed: "",
		mentees: points.map((_, i) => ({ id: `e${i}`, units: 1 })),
		mentors: places.map((units, j) => ({ id: `o${j}`, units })),
		pairs: points.flatMap((row, i) =>
			row.flatMap((own, j) =>
				own === 0
					? []
					: [{ mentee: `e${i}`, mentor: `o${j}`, points: own * 1e6 }],
			),
		),
	};
}

/** The most people, then the greatest sum, of all plans that keep the ratio. */
function byHand(
	{ places, points, groups }: Cohort,
	measure: Measure,
	ratio: number,
): { readonly people: number; readonly total: number } {
	const members = Array.from(
		{ length: groups },
		(_, g) => points.filter((_row, i) => i % groups === g).length,
	);
	const room = [...places];
	const amounts = members.map(() => 0);
	let best = { people: 0, total: 0 };
	const descend = (i: number, people: number, total: number): void => {
		const row = points[i];
		if (row === undefined) {
			const isBetter =
				people > best.people || (people === best.people && total > best.total);
			if (isBetter && meetsRatio(amounts, members, ratioOfMillionths(ratio)))
				best = { people, total };
			return;
		}
		descend(i + 1, people, total);
		row.forEach((own, j) => {
			const left = room[j] ?? 0;
			if (own === 0 || left === 0) return;
			const before = amounts[i % groups] ?? 0;
			room[j] = left - 1;
			amounts[i % groups] = before + (measure === "quality" ? own : 1);
			descend(i + 1, people + 1, total + own);
			room[j] = left;
			amounts[i % groups] = before;
		});
	};
	descend(0, 0, 0);
	return best;
}
