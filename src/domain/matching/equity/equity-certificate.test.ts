import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProblemInput, ScoredPair } from "../problem.ts";
import { assembleProblem } from "../problem.ts";
import { equityCertificate } from "./certificate-json.ts";
import type { EquityCertificate, EquityClaim } from "./equity-certificate.ts";
import { checkEquityCertificate } from "./equity-certificate.ts";
import { fairPlan } from "./fair-plan.ts";
import { groupMentees, nameOf } from "./groups.ts";
import type { Measure } from "./ratio.ts";

for (const measure of ["access", "quality"] as const)
	for (const units of [1, 2])
		test(`${measure}, up to ${units} mentors each: the certificate proves the plan's bound by itself`, () => {
			const { claim, certificate, bound, total } = certified(measure, units);
			const check = checkEquityCertificate(claim, certificate);
			assert.ok(check.ok, check.ok ? "" : check.problems.join());
			assert.equal(Number(check.upperBound), bound);
			assert.equal(Number(check.total), total);
			assert.ok(bound >= total);
		});

test("weights that the ratio does not justify prove nothing", () => {
	const { claim, certificate } = certified("quality", 1);
	const lower = certificate.groups.map((g) => ({
		...g,
		score: g.score - 1000,
	}));
	const check = checkEquityCertificate(claim, {
		...certificate,
		groups: lower,
	});
	assert.deepEqual(check, { ok: false, problems: ["weights-prove-nothing"] });
});

test("other prices prove a bound that is no better", () => {
	const { claim, certificate, bound } = certified("access", 1);
	const cheaper = new Map(
		Array.from(
			certificate.prices,
			([id, price]) => [id, Math.floor(price * 0.9)] as const,
		),
	);
	const check = checkEquityCertificate(claim, {
		...certificate,
		prices: cheaper,
	});
	assert.ok(check.ok && Number(check.upperBound) >= bound);
});

test("a plan below the ratio, a pair twice and an unknown pair are found", () => {
	const { claim, certificate } = certified("access", 1);
	const [pair] = claim.used;
	assert.ok(pair);
	const wrong = (used: readonly ScoredPair[]) =>
		checkEquityCertificate({ ...claim, used }, certificate);
	const twice = wrong([...claim.used, pair]);
	assert.ok(!twice.ok && twice.problems.includes("pair-twice"));
	const dearer = wrong([...claim.used.slice(1), { ...pair, points: 1 }]);
	assert.ok(!dearer.ok && dearer.problems.includes("unknown-pair"));
	const few = claim.used.filter((p) => claim.groupOf.get(p.mentee) !== "g0");
	const unfair = wrong(few);
	assert.ok(!unfair.ok && unfair.problems.includes("ratio-not-kept"));
});

type Certified = {
	readonly claim: EquityClaim;
	readonly certificate: EquityCertificate;
	readonly bound: number;
	readonly total: number;
};

function certified(measure: Measure, units: number): Certified {
	const { input, stated } = cohort(units);
	const problem = assembleProblem(input);
	const groups = groupMentees(problem.mentees, stated);
	const work = fairPlan(problem, groups, { measure, ratio: 800_000 });
	for (;;) {
		const step = work.next();
		if (step.done !== true) continue;
		const plan = step.value;
		const { proofs } = plan;
		const made: ScoredPair[] = [];
		problem.candidates.mentee.forEach((i, e) => {
			const mentee = problem.mentees[i]?.id ?? "";
			const mentor =
				problem.mentors[problem.candidates.mentor[e] ?? 0]?.id ?? "";
			const points = (problem.candidates.points[e] ?? 0) * problem.unit;
			if (plan.used[e] === 1) made.push({ mentee, mentor, points });
		});
		const groupOf = new Map<string, string>();
		problem.mentees.forEach(({ id }, i) => {
			const group = groups.groups[groups.of[i] ?? -1];
			if (group !== undefined) groupOf.set(id, nameOf(group));
		});
		return {
			certificate: equityCertificate(
				problem,
				groups,
				proofs.points,
				"points",
				proofs.grain,
			),
			bound: plan.certifiedBound,
			total: plan.total,
			claim: {
				measure,
				ratio: plan.ratio.kept,
				mentees: input.mentees,
				mentors: input.mentors,
				groupOf,
				candidates: input.pairs,
				pinned: problem.pinned,
				used: [...made, ...problem.pinned],
			},
		};
	}
}

function cohort(units: number) {
	let state = 3;
	const draw = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return (state >>> 8) / 0x1000000;
	};
	const mentees = Array.from({ length: 40 }, (_, i) => ({
		id: `e${100 + i}`,
		units: 1 + (i % units),
	}));
	const pairs: ScoredPair[] = mentees.flatMap(({ id }, i) =>
		Array.from({ length: 10 }, (_, j) => ({
			mentee: id,
			mentor: `o${j}`,
			points:
				Math.round(1000 * (10 + 10 * draw()) * (i % 2 === 0 ? 0.8 : 1)) * 1000,
		})),
	);
	const input: ProblemInput & { readonly pairs: readonly ScoredPair[] } = {
		objective: "people",
		seed: "",
		mentees,
		mentors: Array.from({ length: 10 }, (_, j) => ({ id: `o${j}`, units: 3 })),
		pairs,
		pinned: pairs.slice(0, 1),
	};
	return {
		input,
		stated: mentees.map(({ id }, i) => ({ mentee: id, group: `g${i % 2}` })),
	};
}
