import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pairsOf } from "../outcome.ts";
import { assembleProblem, type ScoredPair } from "../problem.ts";
import {
	cappedProblem,
	eachPlan,
	isGreater,
	keepsCaps,
	planValue,
} from "../small-problems.test.ts";
import { fairPlan } from "./fair-plan.ts";
import { groupMentees } from "./groups.ts";
import { meetsRatio, ratioOfMillionths } from "./ratio.ts";

test("caps hold under a ratio too, and no choice that keeps both is better", () => {
	fc.assert(
		fc.property(
			cappedProblem,
			fc.constantFrom(500_000, 800_000, 1_000_000),
			(capped, ratio) => {
				const input = { ...capped, objective: "people" } as const;
				const problem = assembleProblem(input);
				const stated = input.mentees.map(({ id }, i) => ({
					mentee: id,
					group: `g${i % 2}`,
				}));
				const groups = groupMentees(problem.mentees, stated, 1);
				if (groups.groups.length < 2) return;
				const members = groups.groups.map((group) => group.members);
				const keeps = (pairs: readonly ScoredPair[], kept: number) => {
					const reached = new Set(pairs.map(({ mentee }) => mentee));
					const amounts = members.map(() => 0);
					problem.mentees.forEach(({ id }, i) => {
						const g = groups.of[i] ?? members.length;
						if (reached.has(id) && g < members.length)
							amounts[g] = (amounts[g] ?? 0) + 1;
					});
					return meetsRatio(amounts, members, ratioOfMillionths(kept));
				};
				const work = fairPlan(problem, groups, { measure: "access", ratio });
				let step = work.next();
				while (step.done !== true) step = work.next();
				const plan = step.value;
				const pairs = pairsOf(problem, plan.used);
				assert.ok(keepsCaps(input.caps ?? [], pairs));
				assert.ok(keeps(pairs, plan.ratio.kept));
				let best: readonly number[] = [0, 0, 0, 0];
				eachPlan(input, (chosen) => {
					if (!keeps(chosen, ratio)) return;
					const value = planValue(input, chosen);
					if (isGreater(value, best)) best = value;
				});
				if (plan.ratio.kept >= ratio)
					assert.deepEqual(planValue(input, pairs), best);
				else assert.equal(best[0], 0);
				assert.ok(plan.certifiedBound >= plan.total);
			},
		),
		{ numRuns: 300, seed: 3 },
	);
});
