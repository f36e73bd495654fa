import assert from "node:assert/strict";
import { test } from "node:test";
import { alternatives, lossOf } from "./pair-explanation.ts";
import { assembleProblem } from "./problem.ts";
import { solve } from "./solve.ts";

const scores = {
	Wei: { Ingrid: 9, Tomás: 7, Ruth: 1 },
	Jola: { Ingrid: 8, Tomás: 2 },
	Noor: { Ruth: 5 },
};

const problem = assembleProblem({
	objective: "people",
	seed: "",
	mentees: Object.keys(scores).map((id) => ({ id, units: 1 })),
	mentors: [
		{ id: "Ingrid", units: 1 },
		{ id: "Tomás", units: 1 },
		{ id: "Ruth", units: 2 },
	],
	pairs: Object.entries(scores).flatMap(([mentee, own]) =>
		Object.entries(own).map(([mentor, points]) => ({
			mentee,
			mentor,
			points: points * 1_000_000,
		})),
	),
});
// Wei with Tomás (7), Jola with Ingrid (8), Noor with Ruth (5): 20.
const solution = solve(problem);

test("the next-best mentors, and whether their places are taken", () => {
	assert.deepEqual(alternatives(problem, solution, "Wei"), [
		{ mentor: "Ingrid", points: 9_000_000, isTaken: true },
		{ mentor: "Ruth", points: 1_000_000, isTaken: false },
	]);
	assert.deepEqual(alternatives(problem, solution, "Noor"), []);
	assert.deepEqual(alternatives(problem, solution, "nobody"), []);
});

test("what forcing or forbidding costs the whole", () => {
	const loss = (change: "force" | "forbid", mentee: string, mentor: string) =>
		lossOf(problem, solution, change, { mentee, mentor });
	const points = (millions: number) => ({
		people: 0,
		mentors: 0,
		pairs: 0,
		points: millions * 1_000_000,
	});
	assert.deepEqual(loss("force", "Wei", "Ingrid"), points(4));
	assert.deepEqual(loss("force", "Wei", "Ruth"), points(6));
	assert.deepEqual(loss("forbid", "Jola", "Ingrid"), points(4));
	assert.deepEqual(loss("forbid", "Noor", "Ruth"), {
		people: 1,
		mentors: 0,
		pairs: 1,
		points: 5_000_000,
	});
	assert.equal(loss("forbid", "Wei", "Ingrid"), undefined);
	assert.equal(loss("force", "Noor", "Ingrid"), undefined);
});
