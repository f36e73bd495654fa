import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
	bestValue,
	cappedProblem,
	eachPlan,
	isGreater,
	planValue,
	smallProblem,
} from "./small-problems.test.ts";
import { claimOf, outcomeOf, pairsOf } from "./outcome.ts";
import type { Problem, ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { solve } from "./solve.ts";
import { raiseWorstPair, worstPairOf } from "./worst-pair.ts";
import { checkWorstPair } from "./worst-pair-proof.ts";

test("the worst pair is as good as any plan with the same counts has it, then the sum as great as it can be", () => {
	fc.assert(
		fc.property(fc.oneof(smallProblem, cappedProblem), (input) => {
			const people = { ...input, objective: "people" } as const;
			const { made, floor } = worstFirst(people);
			const best = bestWithWorstPair(people);
			assert.deepEqual(
				[
					...planValue(people, made).slice(0, 3),
					floor,
					planValue(people, made)[3],
				],
				best,
			);
		}),
		{ numRuns: 1500 },
	);
});

test("the proof convinces a check that shares nothing with the search, and only of the truth", () => {
	fc.assert(
		fc.property(fc.oneof(smallProblem, cappedProblem), (input) => {
			const people = { ...input, objective: "people" } as const;
			const { problem, used, first } = worstFirst(people);
			const claim = {
				...claimOf(problem, [], {
					tiers: [],
					surplus: new Map(),
					price: new Map(),
				}),
				caps: problem.caps,
				pinned: problem.pinned,
				proof: first.floors[0]?.proof,
			};
			const made = pairsOf(first.problem, used);
			assert.ok(checkWorstPair({ ...claim, used: made }).ok);
			const plain = pairsOf(problem, solve(problem).used);
			const lowest = Math.min(...plain.map(({ points }) => points));
			assert.equal(
				checkWorstPair({ ...claim, used: plain }).ok,
				lowest === (first.floors[0]?.floor ?? Infinity),
			);
		}),
		{ numRuns: 500 },
	);
});

test("a pinned pair is settled and does not hold the others down", () => {
	const pair = (mentee: string, mentor: string, points: number) => ({
		mentee,
		mentor,
		points,
	});
	const problem = assembleProblem({
		objective: "people",
		seed: "",
		mentees: ["Wei", "Jola", "Noor"].map((id) => ({ id, units: 1 })),
		mentors: ["Ingrid", "Tomás", "Amara"].map((id) => ({ id, units: 1 })),
		pairs: [
			pair("Wei", "Ingrid", 1),
			pair("Jola", "Tomás", 9),
			pair("Noor", "Amara", 3),
			pair("Jola", "Amara", 5),
			pair("Noor", "Tomás", 4),
		],
		pinned: [pair("Wei", "Ingrid", 1)],
	});
	const first = raiseWorstPair(problem);
	assert.ok(first.ok);
	assert.equal(first.floors[0]?.floor, 4);
	const { pairs, total } = outcomeOf(first.problem, solve(first.problem));
	assert.equal(total, 10);
	assert.deepEqual(
		pairs.map(({ mentor }) => mentor),
		["Amara", "Tomás", "Ingrid"],
	);
});

test("the greatest sum fixes no counts, so it has no worst pair to raise", () => {
	const problem = assembleProblem({
		objective: "total",
		seed: "",
		mentees: [],
		mentors: [],
		pairs: [],
	});
	assert.deepEqual(raiseWorstPair(problem), { ok: false, why: "needs-counts" });
});

function worstFirst(input: ProblemInput) {
	const problem = assembleProblem(input);
	const first = raiseWorstPair(problem);
	assert.ok(first.ok);
	const { used } = solve(first.problem);
	const made = outcomeOf(first.problem, solve(first.problem)).pairs;
	assert.equal(
		worstOf(first.problem, used),
		first.floors[0]?.floor ?? Infinity,
	);
	return {
		problem,
		first,
		used,
		made,
		floor: first.floors[0]?.floor ?? Infinity,
	};
}

function worstOf(problem: Problem, used: Uint8Array): number {
	return worstPairOf(problem, used)?.points ?? Infinity;
}

function bestWithWorstPair(input: ProblemInput): readonly number[] {
	const counts = bestValue(input).slice(0, 3);
	let best: readonly number[] = [...counts, -Infinity, 0];
	eachPlan(input, (pairs: readonly ScoredPair[]) => {
		const own = planValue(input, pairs);
		if (counts.some((count, t) => own[t] !== count)) return;
		const worst = pairs.reduce(
			(least, p) => Math.min(least, p.points),
			Infinity,
		);
		const value = [...counts, worst, own[3] ?? 0];
		if (isGreater(value, best)) best = value;
	});
	return best;
}
