import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomeOf } from "./outcome.ts";
import { lossOf } from "./pair-explanation.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem, pairKey } from "./problem.ts";
import { isGreater, planValue } from "./small-problems.test.ts";
import type { SolveOptions } from "./solve.ts";
import { solve } from "./solve.ts";

/** By shortest paths, by auction and repair, by the network simplex. */
const ways: readonly SolveOptions[] = [
	{},
	{ byBids: true },
	{ pathAllowance: 0 },
];

/** Small problems with everything in them: needs and places from 0 to 3, scores on both sides of 0, ties, missing pairs. */
const smallProblem: fc.Arbitrary<ProblemInput> = fc
	.record({
		objective: fc.constantFrom("people", "total"),
		needs: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
		places: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
		scores: fc.array(fc.option(fc.integer({ min: -3, max: 8 })), {
			minLength: 16,
			maxLength: 16,
		}),
		unit: fc.constantFrom(1, 250_000, 1_000_000),
	})
	.map(({ objective, needs, places, scores, unit }) => ({
		objective: objective === "people" ? "people" : "total",
		seed: "spring",
		mentees: needs.map((units, i) => ({ id: `mentee ${i}`, units })),
		mentors: places.map((units, j) => ({ id: `mentor ${j}`, units })),
		pairs: scores.slice(0, 11).flatMap((score, k) => {
			const i = Math.floor(k / places.length);
			return score === null || i >= needs.length
				? []
				: [
						{
							mentee: `mentee ${i}`,
							mentor: `mentor ${k % places.length}`,
							points: score * unit,
						},
					];
		}),
	}));

test("no choice at all is better, in either objective, by any method", () => {
	fc.assert(
		fc.property(smallProblem, (input) => {
			const expected = bestByTrying(input);
			const problem = assembleProblem(input);
			for (const options of ways) {
				const solution = solve(problem, options);
				const { pairs, total, upperBound } = outcomeOf(problem, solution);
				assert.deepEqual(planValue(input, pairs), expected);
				assert.equal(total, upperBound);
			}
		}),
		{ numRuns: 1500 },
	);
});

test("all methods and every order of rows give the same pairs", () => {
	fc.assert(
		fc.property(smallProblem, fc.infiniteStream(fc.nat()), (input, stream) => {
			const shuffle = <Item>(items: readonly Item[]): Item[] =>
				items
					.map((item) => ({ item, at: stream.next().value ?? 0 }))
					.toSorted((a, b) => a.at - b.at)
					.map(({ item }) => item);
			const other = {
				...input,
				mentees: shuffle(input.mentees),
				mentors: shuffle(input.mentors),
				pairs: shuffle(input.pairs),
			};
			const expected = solved(input);
			assert.deepEqual(solved(other), expected);
			for (const options of ways)
				assert.deepEqual(solved(input, options), expected);
		}),
	);
});

test("another seed may settle ties otherwise, never the figures", () => {
	const input = everyPairAlike(6, 6);
	const figures = new Set<number>();
	const choices = new Set<string>();
	for (const seed of ["spring", "summer", "autumn", "winter"]) {
		const problem = assembleProblem({ ...input, seed });
		const outcome = outcomeOf(problem, solve(problem));
		figures.add(outcome.total);
		choices.add(JSON.stringify(outcome.pairs));
	}
	assert.equal(figures.size, 1);
	assert.ok(choices.size > 1);
});

test("adding the same to all scores or scaling them keeps the pairs where the number of pairs counts first", () => {
	fc.assert(
		fc.property(
			smallProblem,
			fc.integer({ min: -5, max: 5 }),
			fc.integer({ min: 1, max: 7 }),
			(input, constant, factor) => {
				const people = { ...input, objective: "people" } as const;
				const change = (how: (points: number) => number) => ({
					...people,
					pairs: people.pairs.map((pair) => ({
						...pair,
						points: how(pair.points),
					})),
				});
				const expected = solved(people).map(pairKey);
				const moved = change((points) => points + constant * 1_000_000);
				const scaled = change((points) => points * factor);
				assert.deepEqual(solved(moved).map(pairKey), expected);
				assert.deepEqual(solved(scaled).map(pairKey), expected);
			},
		),
	);
});

test("a mentor with two places is worth two mentors with one, where nobody needs more than one", () => {
	fc.assert(
		fc.property(smallProblem, (input) => {
			const mentees = input.mentees.map(({ id }) => ({ id, units: 1 }));
			const [double, ...others] = input.mentors;
			if (double === undefined) return;
			const single = (id: string) => ({ id, units: 1 });
			const one = {
				...input,
				mentees,
				mentors: [{ ...double, units: 2 }, ...others],
			};
			const two = {
				...input,
				mentees,
				mentors: [single(double.id), single("twin"), ...others],
				pairs: input.pairs.flatMap((pair) =>
					pair.mentor === double.id
						? [pair, { ...pair, mentor: "twin" }]
						: [pair],
				),
			};
			assert.deepEqual(
				planValue(one, solved(one)),
				planValue(two, solved(two)),
			);
		}),
	);
});

test("forcing or forbidding a pair costs exactly what was said, found by solving again", () => {
	fc.assert(
		fc.property(smallProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const before = planValue(input, outcomeOf(problem, solution).pairs);
			for (const pair of input.pairs) {
				const forced = lossOf(problem, solution, "force", pair);
				const forbidden = lossOf(problem, solution, "forbid", pair);
				if (forced !== undefined) {
					const pinned = { ...input, pinned: [pair] };
					assert.deepEqual(lossBetween(input, before, solved(pinned)), forced);
				}
				if (forbidden !== undefined) {
					const pairs = input.pairs.filter((other) => other !== pair);
					const without = solved({ ...input, pairs });
					assert.deepEqual(lossBetween(input, before, without), forbidden);
				}
			}
		}),
		{ numRuns: 300 },
	);
});

test("pinning what was chosen anyway changes nothing", () => {
	fc.assert(
		fc.property(smallProblem, (input) => {
			const free = solved(input);
			for (const pair of free)
				assert.deepEqual(
					planValue(input, solved({ ...input, pinned: [pair] })),
					planValue(input, free),
				);
		}),
	);
});

function solved(
	input: ProblemInput,
	options: SolveOptions = {},
): readonly ScoredPair[] {
	const problem = assembleProblem(input);
	return outcomeOf(problem, solve(problem, options)).pairs;
}

function lossBetween(
	input: ProblemInput,
	before: readonly number[],
	after: readonly ScoredPair[],
) {
	const value = planValue(input, after);
	const [a = 0, b = 0, c = 0, d = 0] = before.map(
		(x, t) => x - (value[t] ?? 0),
	);
	return input.objective === "people"
		? { people: a, mentors: b, pairs: c, points: d }
		: { people: 0, mentors: 0, pairs: b, points: a };
}

/** The best value of all possible choices, by trying them. */
function bestByTrying(input: ProblemInput): readonly number[] {
	const room = new Map(
		[...input.mentees, ...input.mentors].map(({ id, units }) => [id, units]),
	);
	const usable = input.pairs.filter(
		({ points }) => input.objective === "people" || points >= 0,
	);
	let best = planValue(input, []);
	const chosen: ScoredPair[] = [];
	const go = (k: number): void => {
		const pair = usable[k];
		if (pair === undefined) {
			const value = planValue(input, chosen);
			if (isGreater(value, best)) best = value;
			return;
		}
		go(k + 1);
		const need = room.get(pair.mentee) ?? 0;
		const places = room.get(pair.mentor) ?? 0;
		if (need === 0 || places === 0) return;
		room.set(pair.mentee, need - 1).set(pair.mentor, places - 1);
		chosen.push(pair);
		go(k + 1);
		chosen.pop();
		room.set(pair.mentee, need).set(pair.mentor, places);
	};
	go(0);
	return best;
}

function everyPairAlike(mentees: number, mentors: number): ProblemInput {
	return {
		objective: "people",
		seed: "",
		mentees: numbered("mentee", mentees),
		mentors: numbered("mentor", mentors),
		pairs: numbered("mentee", mentees).flatMap((mentee) =>
			numbered("mentor", mentors).map((mentor) => ({
				mentee: mentee.id,
				mentor: mentor.id,
				points: 1_000_000,
			})),
		),
	};
}

function numbered(name: string, count: number) {
	return Array.from({ length: count }, (_, k) => ({
		id: `${name} ${k}`,
		units: 1,
	}));
}
