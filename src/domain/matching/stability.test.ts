import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cappedProblem, keepsCaps } from "./small-problems.test.ts";
import type { Preferences } from "./kernel/blocking-pairs.ts";
import { pairsOf } from "./outcome.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import { assembleProblem, pairKey } from "./problem.ts";
import { solve } from "./solve.ts";
import { readPolicy } from "./read-policy.ts";
import { scorePairs } from "./scoring.ts";
import {
	preferencesOf,
	priceOfStability,
	stabilityOf,
	stablePlan,
} from "./stability.ts";

test("blocking pairs are those whom trying it out finds, with needs, places and caps", () => {
	fc.assert(
		fc.property(cappedProblem, wishes, (input, wishes) => {
			const problem = assembleProblem(input);
			const { used } = solve(problem);
			const preferences = preferencesFrom(problem, wishes);
			const found = stabilityOf(problem, used, preferences);
			const expected = blockingByTrying(problem, used, preferences);
			assert.equal(found.pairs, expected.length);
			assert.deepEqual(
				found.strongest.map(pairKey).toSorted(),
				expected.map(pairKey).toSorted(),
			);
		}),
		{ numRuns: 1000 },
	);
});

test("in a stable plan nobody would both rather have each other", () => {
	fc.assert(
		fc.property(cappedProblem, wishes, (input, wishes) => {
			const problem = assembleProblem(input);
			const preferences = preferencesFrom(problem, wishes);
			const stable = stablePlan(problem, preferences);
			assert.ok(isAllowed(problem, pairsOf(problem, stable)));
			assert.deepEqual(blockingByTrying(problem, stable, preferences), []);
		}),
		{ numRuns: 1000 },
	);
});

test("where both sides go by the score, the stable plan takes the best pairs first", () => {
	fc.assert(
		fc.property(cappedProblem, (input) => {
			const apart = {
				...input,
				pairs: input.pairs.map((pair, k) => ({
					...pair,
					points: pair.points * 100 + (k % 7) * 13 + k,
				})),
			};
			const problem = assembleProblem(apart);
			const greedy: ScoredPair[] = [];
			const best = pairsOf(problem).toSorted((a, b) => b.points - a.points);
			if (new Set(best.map(({ points }) => points)).size < best.length) return;
			for (const pair of best)
				if (isAllowed(problem, [...greedy, pair])) greedy.push(pair);
			assert.deepEqual(
				pairsOf(problem, stablePlan(problem)).map(pairKey).toSorted(),
				greedy.map(pairKey).toSorted(),
			);
		}),
		{ numRuns: 500 },
	);
});

test("a stable plan may leave somebody out, and says what that costs", () => {
	const pair = (mentee: string, mentor: string, points: number) => ({
		mentee,
		mentor,
		points,
	});
	const problem = assembleProblem({
		objective: "people",
		seed: "",
		mentees: ["Jola", "Wei"].map((id) => ({ id, units: 1 })),
		mentors: ["Ingrid", "Tomás"].map((id) => ({ id, units: 1 })),
		pairs: [
			pair("Wei", "Ingrid", 9),
			pair("Wei", "Tomás", 5),
			pair("Jola", "Ingrid", 7),
		],
	});
	const best = solve(problem).used;
	const stable = stablePlan(problem);
	assert.deepEqual(pairsOf(problem, stable), [pair("Wei", "Ingrid", 9)]);
	assert.deepEqual(priceOfStability(problem, stable, best), {
		people: 1,
		pairs: 1,
		points: 3,
	});
	const { pairs, strongest } = stabilityOf(problem, best);
	assert.equal(pairs, 1);
	assert.deepEqual(strongest, [
		{
			...pair("Wei", "Ingrid", 9),
			insteadOfMentor: "Tomás",
			insteadOfPair: { mentee: "Jola", mentor: "Ingrid" },
			gain: 2,
		},
	]);
	assert.equal(stabilityOf(problem, stable).pairs, 0);
});

test("whom somebody would rather have is theirs to say: the other side's wishes do not count for them", () => {
	const reading = readPolicy({
		version: 1,
		id: "id",
		columns: { wishes: { kind: "list", separator: ";" } },
		terms: [
			{
				name: "Mentee's wish",
				compare: "named",
				side: "mentee",
				column: "wishes",
				points: [3, 0.5],
			},
			{
				name: "Mentor's wish",
				compare: "named",
				side: "mentor",
				column: "wishes",
				points: 4,
			},
		],
	});
	assert.ok(reading.ok);
	const table = (...rows: { id: string; wishes: string }[]) => ({
		columns: ["id", "wishes"],
		rows,
	});
	const scored = scorePairs(
		reading.policy,
		table({ id: "Ingrid", wishes: "Wei" }, { id: "Tomás", wishes: "Jola" }),
		table(
			{ id: "Jola", wishes: "Ingrid;Tomás" },
			{ id: "Wei", wishes: "Tomás;Ingrid" },
		),
	);
	assert.ok(scored.ok);
	const { scoring } = scored;
	const single = ({ id }: { readonly id: string }) => ({ id, units: 1 });
	const problem = assembleProblem({
		objective: "people",
		seed: "",
		mentees: scoring.mentees.map(single),
		mentors: scoring.mentors.map(single),
		pairs: scoring.pairs,
	});
	const preferences = preferencesOf(problem, scoring);
	assert.ok(preferences !== undefined);
	const points = (worth: Float64Array) => Array.from(worth, (w) => w / 1e6);
	// Jola with Ingrid and Tomás, then Wei with the same.
	assert.deepEqual(points(preferences.mentee), [3, 0.5, 0.5, 3]);
	assert.deepEqual(points(preferences.mentor), [0, 4, 4, 0]);
});

const wishes = fc.array(fc.nat(5), { minLength: 22, maxLength: 22 });

function preferencesFrom(
	{ candidates }: Problem,
	wishes: readonly number[],
): Preferences {
	return {
		mentee: candidates.points.map((_, e) => wishes[e] ?? 0),
		mentor: candidates.points.map((_, e) => wishes[e + 11] ?? 0),
	};
}

/** Every pair not made that both would gain from, each giving up at most one pair that they like less. */
function blockingByTrying(
	problem: Problem,
	used: Uint8Array,
	preferences: Preferences,
): ScoredPair[] {
	const all = pairsOf(problem).map((pair, e) => ({
		...pair,
		toMentee: preferences.mentee[e] ?? 0,
		toMentor: preferences.mentor[e] ?? 0,
	}));
	const made = all.filter((_, e) => used[e] === 1);
	return all
		.filter((pair, e) => {
			if (used[e] === 1) return false;
			const given = [undefined, ...made];
			const menteeGains = given.some(
				(own) =>
					(own === undefined ||
						(own.mentee === pair.mentee && own.toMentee < pair.toMentee)) &&
					fitsMentee(problem, pair.mentee, [
						...made.filter((other) => other !== own),
						pair,
					]),
			);
			const mentorGains = given.some(
				(own) =>
					(own === undefined || own.toMentor < pair.toMentor) &&
					fitsMentors(problem, [
						...made.filter((other) => other !== own),
						pair,
					]),
			);
			return menteeGains && mentorGains;
		})
		.map(({ mentee, mentor, points }) => ({ mentee, mentor, points }));
}

function isAllowed(problem: Problem, pairs: readonly ScoredPair[]): boolean {
	return (
		problem.mentees.every(({ id }) => fitsMentee(problem, id, pairs)) &&
		fitsMentors(problem, pairs)
	);
}

function fitsMentee(
	{ mentees }: Problem,
	mentee: string,
	pairs: readonly ScoredPair[],
): boolean {
	const units = mentees.find(({ id }) => id === mentee)?.units ?? 0;
	return pairs.filter((pair) => pair.mentee === mentee).length <= units;
}

function fitsMentors(
	{ mentors, caps }: Problem,
	pairs: readonly ScoredPair[],
): boolean {
	return (
		mentors.every(
			({ id, units }) =>
				pairs.filter(({ mentor }) => mentor === id).length <= units,
		) && keepsCaps(caps, pairs)
	);
}
