import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Cap } from "./caps.ts";
import { countByKey, fullCaps } from "./caps.ts";
import { checkCertificate } from "./certificate.ts";
import { claimOf, outcomeOf } from "./outcome.ts";
import { lossOf } from "./pair-explanation.ts";
import {
	bestValue,
	cappedProblem,
	eachPlan,
	isGreater,
	keepsCaps,
	planValue,
} from "./small-problems.test.ts";
import type { ProblemInput } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { solve } from "./solve.ts";
import { stablePlan } from "./stability.ts";

test("under nested caps no choice at all is better, and the certificate says so", () => {
	fc.assert(
		fc.property(cappedProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const { pairs, total, upperBound } = outcomeOf(problem, solution);
			assert.deepEqual(planValue(input, pairs), bestValue(input));
			assert.equal(total, upperBound);
		}),
		{ numRuns: 1000 },
	);
});

test("pairs, pinned ones included, never exceed a cap", () => {
	fc.assert(
		fc.property(cappedProblem, (input) => {
			const free = assembleProblem(input);
			const [pin] = outcomeOf(free, solve(free)).pairs;
			const problem = assembleProblem({
				...input,
				pinned: pin === undefined ? [] : [pin],
			});
			const { pairs } = outcomeOf(problem, solve(problem));
			for (const cap of input.caps ?? [])
				for (const held of countByKey([cap], pairs).values())
					assert.ok(held <= cap.most);
			assert.deepEqual(planValue(input, pairs), bestValue(input));
		}),
		{ numRuns: 300 },
	);
});

test("under caps too, the order of rows changes nothing", () => {
	fc.assert(
		fc.property(cappedProblem, (input) => {
			const other = {
				...input,
				mentees: input.mentees.toReversed(),
				mentors: input.mentors.toReversed(),
				pairs: input.pairs.toReversed(),
				caps: (input.caps ?? []).map((cap) => ({
					...cap,
					classes: new Map([...cap.classes].toReversed()),
				})),
			};
			const problem = assembleProblem(input);
			const turned = assembleProblem(other);
			assert.deepEqual(
				outcomeOf(turned, solve(turned)),
				outcomeOf(problem, solve(problem)),
			);
			assert.deepEqual(stablePlan(turned), stablePlan(problem));
		}),
		{ numRuns: 300 },
	);
});

test("no certificate proves a lesser plan, and none a plan beyond a cap", () => {
	fc.assert(
		fc.property(cappedProblem, (input) => {
			const problem = assembleProblem(input);
			const { certificate, pairs } = outcomeOf(problem, solve(problem));
			const best = planValue(input, pairs);
			eachPlan(input, (plan) => {
				const check = checkCertificate(claimOf(problem, plan, certificate));
				assert.equal(check.ok, !isGreater(best, planValue(input, plan)));
			});
			const uncapped = assembleProblem({ ...input, caps: [] });
			const free = outcomeOf(uncapped, solve(uncapped)).pairs;
			if (!keepsCaps(problem.caps, free))
				assert.equal(
					checkCertificate(claimOf(problem, free, certificate)).ok,
					false,
				);
		}),
		{ numRuns: 200 },
	);
});

test("under caps too, forcing or forbidding a pair costs exactly what was said", () => {
	fc.assert(
		fc.property(cappedProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const points = (value: readonly number[]) =>
				value[input.objective === "people" ? 3 : 0] ?? 0;
			const best = points(bestValue(input));
			for (const pair of input.pairs) {
				const loss = lossOf(problem, solution, "forbid", pair);
				if (loss === undefined) continue;
				const without = {
					...input,
					pairs: input.pairs.filter((other) => other !== pair),
				};
				assert.equal(loss.points, best - points(bestValue(without)));
			}
		}),
		{ numRuns: 300 },
	);
});

test("at most one mentee of a department leaves the second to another mentor", () => {
	const departments: Cap = {
		name: "One of a department",
		of: "mentees",
		most: 1,
		classes: new Map([
			["Wei", "Sales"],
			["Jola", "Sales"],
			["Noor", "Legal"],
		]),
	};
	const points = (mentee: string, mentor: string, worth: number) => ({
		mentee,
		mentor,
		points: worth * 1_000_000,
	});
	const problem = assembleProblem({
		objective: "people",
		seed: "",
		mentees: ["Wei", "Jola", "Noor"].map((id) => ({ id, units: 1 })),
		mentors: [
			{ id: "Ingrid", units: 3 },
			{ id: "Tomás", units: 1 },
		],
		pairs: [
			points("Wei", "Ingrid", 9),
			points("Jola", "Ingrid", 8),
			points("Noor", "Ingrid", 5),
			points("Wei", "Tomás", 1),
			points("Jola", "Tomás", 2),
		],
		caps: [departments],
	});
	const { pairs, certificate } = outcomeOf(problem, solve(problem));
	assert.deepEqual(
		pairs.map(({ mentee, mentor }) => `${mentee} ${mentor}`),
		["Jola Tomás", "Noor Ingrid", "Wei Ingrid"],
	);
	assert.equal(certificate.caps?.size, 3);
	const closed = fullCaps([departments], pairs);
	assert.deepEqual(closed({ mentee: "Jola", mentor: "Ingrid" }), [
		"One of a department",
	]);
	assert.deepEqual(closed({ mentee: "Noor", mentor: "Tomás" }), []);
});

test("where a cap lets only one side have its first, it is the mentees", () => {
	const names: readonly (readonly [string, string])[] = [
		["Ana", "Ida"],
		["Ben", "Ida"],
		["Cem", "Jon"],
		["Cem", "Kim"],
		["Dora", "Kim"],
	];
	const input: ProblemInput = {
		objective: "people",
		seed: "",
		mentees: ["Ana", "Ben", "Cem", "Dora"].map((id) => ({ id, units: 2 })),
		mentors: ["Ida", "Jon", "Kim"].map((id) => ({ id, units: 2 })),
		pairs: names.map(([mentee, mentor]) => ({ mentee, mentor, points: 1 })),
		caps: [
			{
				name: "Two at a site",
				of: "mentors",
				most: 2,
				classes: new Map([
					["Ida", "north"],
					["Jon", "north"],
				]),
			},
		],
	};
	const problem = assembleProblem(input);
	const { pairs } = outcomeOf(problem, solve(problem));
	assert.deepEqual(planValue(input, pairs).slice(0, 3), [4, 2, 4]);
});
