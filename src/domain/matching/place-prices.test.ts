import assert from "node:assert/strict";
import { test } from "node:test";
import { placePrices, recruitment } from "./place-prices.ts";
import { assembleProblem } from "./problem.ts";
import { solve } from "./solve.ts";

const POINT = 1_000_000;

// Three want Ingrid, who has one place; Tomás has one too; Ruth has none, and nobody can go to Pau.
const problem = assembleProblem({
	objective: "people",
	seed: "",
	mentees: ["Jola", "Noor", "Wei"].map((id) => ({ id, units: 1 })),
	mentors: [
		{ id: "Ingrid", units: 1 },
		{ id: "Pau", units: 1 },
		{ id: "Ruth", units: 0 },
		{ id: "Tomás", units: 1 },
	],
	pairs: [
		["Jola", "Ingrid", 9],
		["Jola", "Tomás", 4],
		["Wei", "Ingrid", 7],
		["Noor", "Ingrid", 2],
		["Noor", "Ruth", 6],
	].map(([mentee, mentor, points]) => ({
		mentee: String(mentee),
		mentor: String(mentor),
		points: Number(points) * POINT,
	})),
});
// Jola with Tomás (4) and Wei with Ingrid (7); Noor has nobody.
const prices = placePrices(problem, solve(problem));

test("what one more place of each mentor would bring, and who would move", () => {
	const gain = (people: number, points: number) => ({
		people,
		mentors: 0,
		pairs: people,
		points: points * POINT,
	});
	assert.deepEqual(
		prices.map((price) => [price.mentor, price.gain]),
		[
			["Ingrid", gain(1, 2)],
			["Pau", gain(0, 0)],
			["Ruth", gain(1, 6)],
			["Tomás", gain(0, 0)],
		],
	);
	assert.deepEqual(prices[2]?.moves, [
		{ mentee: "Noor", from: undefined, to: "Ruth", points: 6 * POINT },
	]);
});

test("whom to recruit: prices by competency, the most wanted first", () => {
	const offers: Readonly<Record<string, readonly string[]>> = {
		Ingrid: ["Finance", "Boards"],
		Ruth: ["Finance", "Finance"],
		Tomás: ["Boards"],
	};
	const wanted = recruitment(prices, (mentor) => offers[mentor] ?? []);
	assert.deepEqual(
		wanted.map(({ value, mentors, places, sum, mean, most }) => [
			value,
			mentors,
			places,
			sum.points / POINT,
			mean.people,
			most.mentor,
		]),
		[
			["Finance", 2, 1, 8, 1, "Ruth"],
			["Boards", 2, 2, 2, 0.5, "Ingrid"],
		],
	);
});
