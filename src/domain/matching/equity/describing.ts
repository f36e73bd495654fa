import { blockersOf } from "./blockers.ts";
import type { Before, FairPlan, Solved } from "./fair-plan.ts";
import { columnOf } from "./generation.ts";
import type { MenteeGroups } from "./groups.ts";
import type { Stage } from "./master.ts";
import type { Measure } from "./ratio.ts";
import { ratioBetween } from "./ratio.ts";
import type { EquityTask } from "./task.ts";
import { amountsOf } from "./task.ts";
import type { Proof } from "./weighing.ts";
import { boundOf } from "./weighing.ts";

/** What a solved stage comes to, beside the plan without the ratio. */
export function describe(
	task: EquityTask,
	groups: MenteeGroups,
	{ column: without }: Before,
	solved: Solved,
	{ measure, asked }: { measure: Measure; asked: number },
	peopleProof: Proof | undefined,
): FairPlan {
	const { grain, members } = task;
	const column = solved.column ?? columnOf(task, without.used);
	const amounts = amountsOf(task, column);
	const { p, q } = solved.stage.ratio;
	const peopleStage: Stage = {
		...solved.stage,
		target: "people",
		countsFirst: false,
	};
	const { people: _, mentors: __, pairs: ___, ...free } = peopleStage;
	const isShort = column.people < without.people;
	return {
		used: column.used,
		measure,
		ratio: {
			asked,
			kept: Math.round((1_000_000 * p) / q),
			reached: ratioBetween(amounts, members),
		},
		people: column.people,
		mentors: column.mentors,
		pairs: column.pairs,
		total: column.total * grain,
		upperBound:
			(solved.isExhausted ? column.total : Number(solved.bound)) * grain,
		certifiedBound: Number(solved.bound) * grain,
		peopleBound:
			peopleProof === undefined
				? without.people
				: Number(boundOf(task, free, peopleProof)),
		isProvedBest: solved.isExhausted || solved.bound === BigInt(column.total),
		groups: groups.groups.map(({ name, members: size }, g) => ({
			name,
			members: size,
			covered: {
				before: without.covered[g] ?? 0,
				now: column.covered[g] ?? 0,
			},
			points: {
				before: (without.points[g] ?? 0) * grain,
				now: (column.points[g] ?? 0) * grain,
			},
		})),
		price: {
			people: without.people - column.people,
			mentors: without.mentors - column.mentors,
			pairs: without.pairs - column.pairs,
			points: (without.total - column.total) * grain,
		},
		blockedBy:
			isShort || p * 1_000_000 < asked * q
				? blockersOf(task, groups, column, solved, asked, without)
				: [],
		proofs: {
			points: solved.proof,
			people: isShort ? peopleProof : undefined,
			grain,
		},
		matchings: task.pool.length,
	};
}
