// Which pairs a better plan could use at all: forcing a pair lowers the bound by its reduced cost, and where that falls below what is
// found already, no better plan has the pair. Usually a few per cent are left (measured: 2,871 of 59,217), few enough for an integer solver.
import { placeSets, pricesInAll } from "../kernel/place-sets.ts";
import type { Problem } from "../problem.ts";
import type { FairPlan } from "./fair-plan.ts";
import type { MenteeGroups } from "./groups.ts";
import { equityTask } from "./task.ts";

/** Candidate indices; the plan's own are always among them. O(pairs log row). */
export function corePairs(
	problem: Problem,
	groups: MenteeGroups,
	plan: FairPlan,
): number[] {
	const { candidates, groupOf, grain } = equityTask(
		problem,
		groups,
		plan.measure,
	);
	const { weights, price } = plan.proofs.points;
	const gap = ((plan.certifiedBound - plan.total) / grain + 1) * weights.scale;
	const { first, points, need, covered } = candidates;
	const sets = placeSets(candidates);
	const paid = pricesInAll(candidates, price);
	const core: number[] = [];
	for (let i = 0; i < candidates.mentees; i++) {
		const from = first[i] ?? 0;
		const g = groupOf[i] ?? groups.groups.length;
		const gains = Array.from(
			{ length: (first[i + 1] ?? 0) - from },
			(_, k) =>
				(weights.score[g] ?? 0) * (points[from + k] ?? 0) +
				weights.perPair -
				(paid[sets.ofPair[from + k] ?? 0] ?? 0),
		);
		const once =
			covered[i] === 1 ? 0 : (weights.person[g] ?? 0) + weights.perPerson;
		const falling = gains.toSorted((a, b) => b - a).slice(0, need[i] ?? 0);
		const positive = falling.filter((gain, k) => k === 0 || gain > 0);
		const all = positive.reduce((sum, gain) => sum + gain, once);
		const best = Math.max(0, all);
		const last = falling.at(-1) ?? 0;
		gains.forEach((gain, k) => {
			// With this pair the best choice keeps all others but the last.
			const isAmong = gain >= last;
			const others = all - (positive.length === falling.length ? last : 0);
			const forced = isAmong ? Math.max(all, others) : others + gain;
			if (plan.used[from + k] === 1 || best - forced <= gap)
				core.push(from + k);
		});
	}
	return core;
}
