// What must stay the same, or change by exactly so much, when a problem is changed in a way whose effect is known.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomeOf } from "./outcome.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem, pairKey } from "./problem.ts";
import { cappedProblem, smallProblem } from "./small-problems.test.ts";
import { solve } from "./solve.ts";

const runs = { numRuns: 150, seed: 8 };

test("under caps too, the order in which people and pairs come changes nothing", () => {
	fc.assert(
		fc.property(cappedProblem, fc.nat(), (input, turn) => {
			const turned = <Row>(rows: readonly Row[]) => {
				const at = turn % Math.max(1, rows.length);
				return [...rows.slice(at), ...rows.slice(0, at)].toReversed();
			};
			const other = {
				...input,
				mentees: turned(input.mentees),
				mentors: turned(input.mentors),
				pairs: turned(input.pairs),
				caps: turned(input.caps ?? []),
			};
			assert.deepEqual(outcome(other).pairs, outcome(input).pairs);
		}),
		runs,
	);
});

test("pairs that were not chosen may as well not be there", () => {
	fc.assert(
		fc.property(cappedProblem, fc.nat(), (input, which) => {
			const { pairs } = outcome(input);
			const chosen = new Set(pairs.map(pairKey));
			const idle = input.pairs.filter((pair) => !chosen.has(pairKey(pair)));
			const gone = idle[which % Math.max(1, idle.length)];
			const fewer = input.pairs.filter((pair) => pair !== gone);
			assert.deepEqual(outcome({ ...input, pairs: fewer }).pairs, pairs);
		}),
		runs,
	);
});

test("a pair chosen stays chosen when it is worth more, and the sum grows by as much", () => {
	fc.assert(
		fc.property(smallProblem, fc.nat(), (input, which) => {
			const before = outcome(input);
			const pair = before.pairs[which % Math.max(1, before.pairs.length)];
			if (pair === undefined) return;
			const raised = input.pairs.map((own) =>
				pairKey(own) === pairKey(pair)
					? { ...own, points: own.points + 2_000_000 }
					: own,
			);
			const after = outcome({ ...input, pairs: raised });
			assert.deepEqual(named(after.pairs), named(before.pairs));
			assert.equal(after.total, before.total + 2_000_000);
		}),
		runs,
	);
});

test("two programs that share nobody are paired together as they are apart", () => {
	fc.assert(
		fc.property(smallProblem, smallProblem, (one, two) => {
			// Where somebody in either may have several mentors, that mentors have a mentee counts in both.
			fc.pre(areSeveral(one) === areSeveral(two));
			const other = renamed({ ...two, objective: one.objective });
			const both = outcome({
				...one,
				mentees: [...one.mentees, ...other.mentees],
				mentors: [...one.mentors, ...other.mentors],
				pairs: [...one.pairs, ...other.pairs],
			});
			assert.deepEqual(
				named(both.pairs),
				named([...outcome(one).pairs, ...outcome(other).pairs]),
			);
		}),
		runs,
	);
});

test("people nobody may be paired with change nothing", () => {
	fc.assert(
		fc.property(smallProblem, (input) => {
			const more = {
				...input,
				mentees: [
					...input.mentees,
					{ id: "a stranger", units: areSeveral(input) ? 2 : 1 },
				],
				mentors: [{ id: "another", units: 3 }, ...input.mentors],
			};
			assert.deepEqual(outcome(more).pairs, outcome(input).pairs);
		}),
		runs,
	);
});

test("seen from the other side, the greatest sum and the number of its pairs are the same", () => {
	fc.assert(
		fc.property(smallProblem, (given) => {
			const input = { ...given, objective: "total" } as const;
			const here = outcome(input);
			const there = outcome({
				...input,
				mentees: input.mentors,
				mentors: input.mentees,
				pairs: input.pairs.map(({ mentee, mentor, points }) => ({
					mentee: mentor,
					mentor: mentee,
					points,
				})),
			});
			assert.equal(there.total, here.total);
			assert.equal(there.pairs.length, here.pairs.length);
		}),
		runs,
	);
});

test("one more place never makes a plan worse, one fewer never better", () => {
	fc.assert(
		fc.property(cappedProblem, fc.nat(), (input, which) => {
			const at = which % input.mentors.length;
			const more = input.mentors.map((own, j) =>
				j === at ? { ...own, units: own.units + 1 } : own,
			);
			const [before, after] = [input, { ...input, mentors: more }].map(worth);
			assert.ok(isAtLeast(after ?? [], before ?? []));
		}),
		runs,
	);
});

function outcome(input: ProblemInput) {
	const problem = assembleProblem(input);
	return outcomeOf(problem, solve(problem));
}

function named(pairs: readonly ScoredPair[]): string[] {
	return pairs.map(pairKey).toSorted();
}

function renamed(input: ProblemInput): ProblemInput {
	const other = (id: string) => `other ${id}`;
	const people = (list: ProblemInput["mentees"]) =>
		list.map(({ id, units }) => ({ id: other(id), units }));
	return {
		...input,
		mentees: people(input.mentees),
		mentors: people(input.mentors),
		pairs: input.pairs.map(({ mentee, mentor, points }) => ({
			mentee: other(mentee),
			mentor: other(mentor),
			points,
		})),
	};
}

/** What the objective counts, first things first. */
function worth(input: ProblemInput): number[] {
	const { pairs, total } = outcome(input);
	const people = new Set(pairs.map(({ mentee }) => mentee)).size;
	return input.objective === "people"
		? [people, pairs.length, total]
		: [total, pairs.length];
}

function isAtLeast(a: readonly number[], b: readonly number[]): boolean {
	const at = a.findIndex((value, k) => value !== b[k]);
	return at < 0 || (a[at] ?? 0) > (b[at] ?? 0);
}

function areSeveral({ mentees }: ProblemInput): boolean {
	return mentees.some(({ units }) => units > 1);
}
