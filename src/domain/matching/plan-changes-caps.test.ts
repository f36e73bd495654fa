// The same promises where caps stand between pairs and places: within a mentor's places, and over several mentors.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Cap } from "./caps.ts";
import { outcomeOf } from "./outcome.ts";
import type { Loss } from "./pair-explanation.ts";
import { placePrices } from "./place-prices.ts";
import { planChanges } from "./plan-changes.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { solvedForPairs } from "./small-problems.test.ts";
import { solve } from "./solve.ts";
import { unmatchedPeople } from "./unmatched.ts";

const POINT = 1_000_000;

const cappedProblem: fc.Arbitrary<ProblemInput> = fc
	.record({
		objective: fc.constantFrom("people" as const, "total" as const),
		needs: fc.array(fc.integer({ min: 1, max: 2 }), {
			minLength: 2,
			maxLength: 6,
		}),
		places: fc.array(fc.integer({ min: 1, max: 3 }), {
			minLength: 2,
			maxLength: 4,
		}),
		most: fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 })),
		scores: fc.array(fc.option(fc.nat(7), { freq: 4 }), {
			minLength: 24,
			maxLength: 24,
		}),
	})
	.map(({ objective, needs, places, most, scores }) => {
		const mentees = needs.map((units, i) => ({ id: `mentee ${i}`, units }));
		const mentors = places.map((units, j) => ({ id: `mentor ${j}`, units }));
		const classes = (people: readonly { readonly id: string }[]) =>
			new Map(people.map(({ id }, k) => [id, k % 2 === 0 ? "red" : "blue"]));
		const caps: Cap[] = [
			{
				name: "of one unit",
				of: "mentees",
				most: most[0],
				classes: classes(mentees),
			},
			{
				name: "at one site",
				of: "mentors",
				most: most[1],
				classes: classes(mentors),
			},
		];
		return {
			objective,
			seed: "",
			mentees,
			mentors,
			caps,
			pairs: mentees.flatMap((mentee, i) =>
				mentors.flatMap((mentor, j) => {
					const score = scores[i * mentors.length + j] ?? null;
					return score === null
						? []
						: [
								{
									mentee: mentee.id,
									mentor: mentor.id,
									points: score * POINT,
								},
							];
				}),
			),
		};
	});

test("with caps, too, changes and places are priced as solving again finds", () => {
	fc.assert(
		fc.property(cappedProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const before = outcomeOf(problem, solution).pairs;
			const changes = planChanges(problem, solution);
			for (const pair of input.pairs) {
				const forced = changes.force(pair);
				if (forced !== undefined)
					assert.deepEqual(
						forced.loss,
						lossBetween(input, before, solved({ ...input, pinned: [pair] })),
					);
				const pairs = input.pairs.filter((other) => other !== pair);
				const forbidden = changes.forbid(pair);
				if (forbidden !== undefined)
					assert.deepEqual(
						forbidden.loss,
						lossBetween(input, before, solved({ ...input, pairs })),
					);
			}
			for (const { mentor, gain } of placePrices(problem, solution)) {
				const mentors = input.mentors.map(({ id, units }) => ({
					id,
					units: units + (id === mentor ? 1 : 0),
				}));
				const after = solved({ ...input, mentors });
				assert.deepEqual(gain, lossBetween(input, after, before));
			}
		}),
		{ numRuns: 400 },
	);
});

test("with caps, too, one more place gives one pair more and changes the sum as said", () => {
	fc.assert(
		fc.property(cappedProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const before = outcomeOf(problem, solution);
			for (const { id, side, change } of unmatchedPeople(problem, solution)) {
				if (side === "mentor" || change?.kind !== "one-more-place") continue;
				const after = {
					...input,
					mentees: input.mentees.map((mentee) => ({
						id: mentee.id,
						units:
							before.pairs.filter((pair) => pair.mentee === mentee.id).length +
							(mentee.id === id ? 1 : 0),
					})),
					mentors: input.mentors.map((mentor) => ({
						id: mentor.id,
						units: mentor.units + (mentor.id === change.partner ? 1 : 0),
					})),
				};
				const areSeveral =
					input.objective === "people" &&
					input.mentees.some(({ units }) => units > 1);
				const outcome = solvedForPairs(after, areSeveral);
				assert.equal(outcome.pairs.length, before.pairs.length + 1);
				assert.equal(outcome.total, before.total + change.gain);
			}
		}),
		{ numRuns: 400 },
	);
});

function solved(input: ProblemInput): readonly ScoredPair[] {
	const problem = assembleProblem(input);
	return outcomeOf(problem, solve(problem)).pairs;
}

function lossBetween(
	{ objective, mentees }: ProblemInput,
	before: readonly ScoredPair[],
	after: readonly ScoredPair[],
): Loss {
	const count = (pairs: readonly ScoredPair[], side: "mentee" | "mentor") =>
		new Set(pairs.map((pair) => pair[side])).size;
	const fewer = (side: "mentee" | "mentor") =>
		objective === "total" ? 0 : count(before, side) - count(after, side);
	const areSeveral = mentees.some(({ units }) => units > 1);
	const points = (pairs: readonly ScoredPair[]) =>
		pairs.reduce((sum, pair) => sum + pair.points, 0);
	return {
		people: fewer("mentee"),
		mentors: areSeveral ? fewer("mentor") : 0,
		pairs: before.length - after.length,
		points: points(before) - points(after),
	};
}
