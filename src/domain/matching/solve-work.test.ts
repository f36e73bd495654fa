// How much work the engine does, and that the result does not depend on how it is done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomeOf } from "./outcome.ts";
import type { ProblemInput } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { solve, solving } from "./solve.ts";

test("the pairs do not depend on how the work is cut into steps", () => {
	const input = starMentors(400, 120);
	const problem = assembleProblem(input);
	const steps = [...solving(problem, { pathAllowance: 10 })];
	assert.ok(steps.length > 1, `${steps.length} steps`);
	assert.deepEqual(solvedIn(input, 10), solvedIn(input, 100_000));
	assert.deepEqual(solvedIn(input, 10), solvedIn(input, 0));
});

test("when everybody wants the same mentors, the auction takes over and stays within its count", () => {
	const problem = assembleProblem(starMentors(400, 120));
	const { method, work } = solve(problem, { pathAllowance: 10 });
	assert.equal(method, "bids");
	assert.ok(work.paths < 10 * 500 + 30_000, `${work.paths} nodes settled`);
	assert.ok(work.bids < 60_000, `${work.bids} bids and nodes`);
	assert.equal(work.simplex, 0);
	assert.equal(solve(problem, { pathAllowance: 100_000 }).method, "paths");
});

test("all three methods end at the same pairs and the same prices", () => {
	const problem = assembleProblem(starMentors(400, 120));
	const bids = solve(problem, { byBids: true });
	const simplex = solve(problem, { pathAllowance: 0 });
	const paths = solve(problem, { pathAllowance: 100_000 });
	assert.deepEqual(
		[bids.method, simplex.method, paths.method],
		["bids", "simplex", "paths"],
	);
	assert.ok(simplex.work.simplex < 30_000, `${simplex.work.simplex} pivots`);
	for (const other of [simplex, paths]) {
		assert.deepEqual(other.used, bids.used);
		assert.deepEqual(other.potentials, bids.potentials);
	}
});

test("where scores are of few levels, ties are settled by paths within their count, and as the simplex settles them", () => {
	const input = fewLevels(300, 90);
	const problem = assembleProblem(input);
	const quick = solve(problem);
	assert.equal(quick.method, "paths");
	assert.ok(quick.work.ties > 300, `${quick.work.ties} nodes settled`);
	assert.ok(quick.work.ties < 3000, `${quick.work.ties} nodes settled`);
	const slow = solve(problem, { pathAllowance: 0 });
	assert.deepEqual(slow.used, quick.used);
	assert.deepEqual(slow.potentials, quick.potentials);
});

test("where hardly any two plans are equally good, settling ties is no work", () => {
	const { method, work } = solve(assembleProblem(randomScores(300, 90)));
	assert.equal(method, "paths");
	assert.ok(work.ties < 30, `${work.ties} nodes settled`);
});

test("scores of twelve digits are still exact", () => {
	const input: ProblemInput = {
		objective: "total",
		seed: "",
		mentees: ["a", "b", "c"].map((id) => ({ id, units: 1 })),
		mentors: ["x", "y"].map((id) => ({ id, units: 1 })),
		pairs: [
			{ mentee: "a", mentor: "x", points: 999_999_999_999 },
			{ mentee: "b", mentor: "x", points: 1_000_000_000_000 },
			{ mentee: "a", mentor: "y", points: 1 },
			{ mentee: "c", mentor: "y", points: 3 },
		],
	};
	assert.deepEqual(
		solvedIn(input, 300).map(({ mentee }) => mentee),
		["b", "c"],
	);
});

function solvedIn(input: ProblemInput, pathAllowance: number) {
	const problem = assembleProblem(input);
	return outcomeOf(problem, solve(problem, { pathAllowance })).pairs;
}

/** Scores that are nearly the mentor's fame alone: the class on which successive shortest paths collapse. */
function starMentors(mentees: number, mentors: number): ProblemInput {
	const draw = drawing(7);
	const fame = Array.from({ length: mentors }, () => draw());
	return {
		objective: "people",
		seed: "",
		mentees: numbered("mentee", mentees),
		mentors: fame.map((_, j) => ({ id: `mentor ${j}`, units: 2 + (j % 5) })),
		pairs: Array.from({ length: mentees }, (_, i) =>
			fame.flatMap((own, j) =>
				draw() < 0.35
					? [
							{
								mentee: `mentee ${i}`,
								mentor: `mentor ${j}`,
								points: Math.round(25_000 * (0.95 * own + 0.05 * draw())),
							},
						]
					: [],
			),
		).flat(),
	};
}

function fewLevels(mentees: number, mentors: number): ProblemInput {
	return drawn(mentees, mentors, (draw) => Math.floor(draw() * 3));
}

function randomScores(mentees: number, mentors: number): ProblemInput {
	return drawn(mentees, mentors, (draw) => Math.floor(draw() * 1_000_000));
}

function drawn(
	mentees: number,
	mentors: number,
	points: (draw: () => number) => number,
): ProblemInput {
	const draw = drawing(11);
	return {
		objective: "people",
		seed: "",
		mentees: numbered("mentee", mentees),
		mentors: numbered("mentor", mentors).map((one, j) => ({
			...one,
			units: 1 + (j % 4),
		})),
		pairs: Array.from({ length: mentees * mentors }, (_, k) => ({
			mentee: `mentee ${Math.floor(k / mentors)}`,
			mentor: `mentor ${k % mentors}`,
			points: points(draw),
		})).filter(() => draw() < 0.3),
	};
}

function numbered(name: string, count: number) {
	return Array.from({ length: count }, (_, k) => ({
		id: `${name} ${k}`,
		units: 1,
	}));
}

/** Numbers from 0 to 1, always the same (a linear congruential sequence). */
function drawing(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return (state >>> 8) / 0x800000;
	};
}
