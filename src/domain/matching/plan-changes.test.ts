import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomeOf } from "./outcome.ts";
import type { Loss } from "./pair-explanation.ts";
import type { Move } from "./plan-changes.ts";
import { placePrices } from "./place-prices.ts";
import { planChanges } from "./plan-changes.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem, pairKey } from "./problem.ts";
import { solve } from "./solve.ts";

const POINT = 1_000_000;

/** Problems with needs and places from 0 to 3, ties, scores on both sides of 0, pins and missing pairs. */
const anyProblem: fc.Arbitrary<ProblemInput> = fc
	.record({
		objective: fc.constantFrom("people" as const, "total" as const),
		needs: fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }),
		places: fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }),
		scores: fc.array(fc.option(fc.integer({ min: -2, max: 7 }), { freq: 3 }), {
			minLength: 30,
			maxLength: 30,
		}),
		pin: fc.boolean(),
	})
	.map(({ objective, needs, places, scores, pin }) => {
		const pairs = needs.flatMap((_, i) =>
			places.flatMap((_, j) => {
				const score = scores[i * places.length + j] ?? null;
				return score === null
					? []
					: [
							{
								mentee: `mentee ${i}`,
								mentor: `mentor ${j}`,
								points: score * POINT,
							},
						];
			}),
		);
		const first = pairs.find(
			(pair) =>
				(needs[Number(pair.mentee.slice(7))] ?? 0) > 0 &&
				(places[Number(pair.mentor.slice(7))] ?? 0) > 0,
		);
		return {
			objective,
			seed: "spring",
			mentees: needs.map((units, i) => ({ id: `mentee ${i}`, units })),
			mentors: places.map((units, j) => ({ id: `mentor ${j}`, units })),
			pairs,
			pinned: pin && first !== undefined ? [first] : [],
		};
	});

test("a place comes from one who moves on: the loss and the way of forcing a pair", () => {
	const input = scene({
		Ana: { Bob: 9, Fay: 1 },
		Carl: { Bob: 8, Dan: 7 },
		Eve: { Dan: 6, Fay: 5 },
	});
	const changes = changesOf(input);
	assert.deepEqual(changes.force({ mentee: "Carl", mentor: "Bob" }), {
		loss: { people: 0, mentors: 0, pairs: 0, points: 6 * POINT },
		moves: [
			{ mentee: "Carl", from: "Dan", to: "Bob", points: POINT },
			{ mentee: "Ana", from: "Bob", to: "Fay", points: -8 * POINT },
			{ mentee: "Eve", from: "Fay", to: "Dan", points: POINT },
		],
	});
});

test("every priced change is what solving again finds, and its moves lead there", () => {
	fc.assert(
		fc.property(anyProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const before = outcomeOf(problem, solution).pairs;
			const changes = planChanges(problem, solution);
			const pinned = input.pinned ?? [];
			for (const pair of input.pairs) {
				const forced = changes.force(pair);
				if (forced !== undefined) {
					const best = solved({ ...input, pinned: [...pinned, pair] });
					assertLeadsTo(input, before, forced, best, (after) =>
						after.has(pairKey(pair)),
					);
				}
				const forbidden = changes.forbid(pair);
				if (forbidden !== undefined) {
					const pairs = input.pairs.filter((other) => other !== pair);
					assertLeadsTo(
						input,
						before,
						forbidden,
						solved({ ...input, pairs }),
						(after) => !after.has(pairKey(pair)),
					);
				}
			}
		}),
		{ numRuns: 400 },
	);
});

test("all pairs at once cost what each costs asked for alone, and no other mentor costs less than the next best", () => {
	fc.assert(
		fc.property(anyProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const made = outcomeOf(problem, solution).pairs;
			const pinned = new Set(problem.pinned.map(pairKey));
			const changes = planChanges(problem, solution);
			const all = finish(changes.ofPairs(2));
			assert.deepEqual(
				all.map(pairKey),
				made.map(pairKey).filter((key) => !pinned.has(key)),
			);
			for (const why of all) {
				assert.deepEqual(why.forbidden.loss, changes.forbid(why)?.loss);
				assertLeadsTo(input, made, why.forbidden);
				const { mentee } = why;
				const others = input.pairs
					.filter((pair) => pair.mentee === mentee)
					.flatMap((pair) => changes.force(pair) ?? [])
					.map(({ loss }) => loss)
					.toSorted((a, b) => compareLoss(input, a, b));
				assert.deepEqual(
					why.nextBest.map(({ loss }) => loss),
					others.slice(0, 2),
				);
				for (const next of why.nextBest) {
					assert.deepEqual(
						changes.force({ mentee, mentor: next.mentor })?.loss,
						next.loss,
					);
					assertLeadsTo(input, made, next, undefined, (after) =>
						after.has(pairKey({ mentee, mentor: next.mentor })),
					);
				}
			}
		}),
		{ numRuns: 400 },
	);
});

test("one more place brings exactly what solving with it finds, and the moves lead there", () => {
	fc.assert(
		fc.property(anyProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const before = outcomeOf(problem, solution).pairs;
			for (const { mentor, gain, moves } of placePrices(problem, solution)) {
				const mentors = input.mentors.map(({ id, units }) => ({
					id,
					units: units + (id === mentor ? 1 : 0),
				}));
				const more = { ...input, mentors };
				const loss = {
					people: 0 - gain.people,
					mentors: 0 - gain.mentors,
					pairs: 0 - gain.pairs,
					points: 0 - gain.points,
				};
				assertLeadsTo(more, before, { loss, moves }, solved(more));
				assert.ok(moves.length === 0 || moves[0]?.to === mentor);
				moves.forEach(({ from }, k) => {
					const next = moves[k + 1];
					if (next !== undefined) assert.equal(next.to, from);
				});
			}
		}),
		{ numRuns: 600 },
	);
});

/** The moves turn the plan into one that can be, is so many points, pairs and people less, and is as good as the best. */
function assertLeadsTo(
	input: ProblemInput,
	before: readonly ScoredPair[],
	{ loss, moves }: { readonly loss: Loss; readonly moves: readonly Move[] },
	best?: readonly ScoredPair[],
	has: (after: ReadonlySet<string>) => boolean = () => true,
): void {
	const after = new Set(before.map(pairKey));
	for (const { mentee, from, to } of moves) {
		if (from !== undefined)
			assert.ok(after.delete(pairKey({ mentee, mentor: from })));
		if (to === undefined) continue;
		assert.ok(!after.has(pairKey({ mentee, mentor: to })));
		after.add(pairKey({ mentee, mentor: to }));
	}
	assert.ok(has(after));
	const pairs = input.pairs.filter((pair) => after.has(pairKey(pair)));
	assert.equal(pairs.length, after.size);
	for (const side of ["mentee", "mentor"] as const)
		for (const { id, units } of input[`${side}s`])
			assert.ok(pairs.filter((pair) => pair[side] === id).length <= units);
	assert.deepEqual(lossBetween(input, before, pairs), loss);
	const gained = moves.reduce((sum, { points }) => sum + points, 0);
	assert.equal(gained + loss.points, 0);
	if (best !== undefined)
		assert.deepEqual(lossBetween(input, before, best), loss);
}

/** How many people a plan reaches is no part of the objective `total`. */
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

function compareLoss({ objective }: ProblemInput, a: Loss, b: Loss): number {
	return objective === "total"
		? a.points - b.points || a.pairs - b.pairs
		: a.people - b.people ||
				a.mentors - b.mentors ||
				a.pairs - b.pairs ||
				a.points - b.points;
}

function solved(input: ProblemInput): readonly ScoredPair[] {
	const problem = assembleProblem(input);
	return outcomeOf(problem, solve(problem)).pairs;
}

function changesOf(input: ProblemInput) {
	const problem = assembleProblem(input);
	return planChanges(problem, solve(problem));
}

function finish<Result>(work: Generator<number, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

function scene(
	scores: Readonly<Record<string, Readonly<Record<string, number>>>>,
): ProblemInput {
	const pairs = Object.entries(scores).flatMap(([mentee, own]) =>
		Object.entries(own).map(([mentor, points]) => ({
			mentee,
			mentor,
			points: points * POINT,
		})),
	);
	const names = (side: "mentee" | "mentor") =>
		[...new Set(pairs.map((pair) => pair[side]))].map((id) => ({
			id,
			units: 1,
		}));
	return {
		objective: "people",
		seed: "",
		mentees: names("mentee"),
		mentors: names("mentor"),
		pairs,
	};
}
