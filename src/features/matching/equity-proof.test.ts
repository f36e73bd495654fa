import assert from "node:assert/strict";
import test from "node:test";
import { wantId } from "../../domain/matching/kinds.ts";
import { planNow } from "../../domain/matching/plan.ts";
import {
	assembleProblem,
	type Participant,
	type ScoredPair,
} from "../../domain/matching/problem.ts";
import { type ProofStep, proveFairPlan } from "./equity-proof.ts";

for (const kinds of [[], ["primary", "functional"]])
	test(`${kinds.length === 0 ? "one mentor each" : "two kinds each"}: the integer optimum is proved, and a plan that falls short of it is not`, async () => {
		const { problem, groups } = cohort(kinds);
		const { equity } = planNow(problem, {
			equity: { groups, measure: "quality", ratio: 900_000 },
		});
		assert.ok(equity);
		const { problem: whole } = planNow(problem, {});
		const { plan } = equity;
		const open = { ...plan, isProvedBest: false };
		const told: ProofStep[] = [];
		const proof = await proveFairPlan(whole, equity.groups, open, 60, (step) =>
			told.push(step),
		);
		const bounds = told.flatMap(({ bound }) => bound ?? []);
		assert.ok(bounds.length > 0 && told.at(-1)?.gap !== undefined);
		assert.deepEqual(
			bounds,
			bounds.toSorted((a, b) => b - a),
		);
		const best = proof.outcome === "better" ? proof.total : plan.total;
		assert.ok(proof.outcome === "proved" || proof.outcome === "better");
		assert.ok(best >= plan.total && best <= plan.certifiedBound);
		assert.ok(bounds.every((bound) => bound > best - 1));
		// The same plan said to be worth less: its own pairs are better than that.
		const short = { ...open, total: plan.total - 1_000_000 };
		const found = await proveFairPlan(whole, equity.groups, short, 60);
		assert.ok(found.outcome === "better" && found.isProved);
		assert.equal(found.total, best);
		const settled = await proveFairPlan(
			whole,
			equity.groups,
			{ ...plan, isProvedBest: true },
			0,
		);
		assert.equal(settled.outcome, "proved");
	});

function cohort(kinds: readonly string[]) {
	let state = 11;
	const draw = (below: number) => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) % below;
	};
	const names = Array.from({ length: 12 }, (_, i) => `e${10 + i}`);
	const mentees: Participant[] =
		kinds.length === 0
			? names.map((id) => ({ id, units: 1 }))
			: kinds.flatMap((kind, rank) =>
					names.map((mentee) => ({
						id: wantId(mentee, kind),
						units: 1,
						want: { mentee, kind, rank },
					})),
				);
	const mentors = Array.from({ length: 5 }, (_, j) => ({
		id: `o${j}`,
		units: 2 + draw(2),
	}));
	const pairs = mentees.flatMap(({ id, want }, i) =>
		mentors.flatMap((mentor): ScoredPair[] =>
			draw(3) === 0
				? []
				: [
						{
							mentee: id,
							mentor: mentor.id,
							points:
								(50 + draw(60) - (names.indexOf(want?.mentee ?? id) % 2) * 20) *
									1_000_000 +
								(i % 7),
						},
					],
		),
	);
	return {
		problem: assembleProblem({
			objective: "people",
			seed: "s",
			mentees,
			mentors,
			pairs,
		}),
		groups: names.map((mentee, i) => ({ mentee, group: `g${i % 2}` })),
	};
}
