// Several mentors a mentee, of kinds: against every choice there is, and in what must not change.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toldOf } from "./kinds-told.ts";
import { solvingOnce } from "./pair-once.ts";
import { planChanges } from "./plan-changes.ts";
import type { ProblemInput } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import {
	broken,
	eachAllowed,
	ofKinds,
	peopleOf,
	planOf,
	valueOf,
} from "./small-kinds.test.ts";
import { isGreater } from "./small-problems.test.ts";
import { stabilityOf, stablePlan } from "./stability.ts";
import { unmatchedIn } from "./unmatched-under-ratio.ts";

const runs = { numRuns: 250, seed: 30 };

test("no choice at all is better: everyone's first mentor, then every mentor's first mentee, then most pairs, then the sum, nobody twice", () => {
	fc.assert(
		fc.property(ofKinds, (input) => {
			const { pairs, problem } = planOf(input);
			assert.deepEqual(broken(input, pairs), []);
			assert.deepEqual(valueOf(input, pairs), best(input));
			assert.equal(toldOf(problem).reached(pairs), peopleOf(input, pairs));
		}),
		runs,
	);
});

test("caps added one by one or all at once, rows in any order: the same pairs", () => {
	fc.assert(
		fc.property(ofKinds, fc.nat(), (input, turn) => {
			const turned = <Row>(rows: readonly Row[]) => {
				const at = turn % Math.max(1, rows.length);
				return [...rows.slice(at), ...rows.slice(0, at)].toReversed();
			};
			const { pairs } = planOf(input);
			const other = planOf({
				...input,
				mentees: turned(input.mentees),
				mentors: turned(input.mentors),
				pairs: turned(input.pairs),
			});
			assert.deepEqual(other.pairs, pairs);
			const problem = assembleProblem(input);
			const few = run(solvingOnce(problem));
			const atOnce = run(solvingOnce(problem, { most: 0 }));
			assert.equal(atOnce.solves, 1);
			assert.ok(few.solves <= 1 + input.pairs.length / 2);
			assert.deepEqual([...atOnce.solution.used], [...few.solution.used]);
		}),
		runs,
	);
});

test("what a change costs, and the nearest change for whom is left out, are found by solving again", () => {
	fc.assert(
		fc.property(ofKinds, (input) => {
			const { pairs, problem, solution } = planOf(input);
			const before = valueOf(input, pairs);
			const changes = planChanges(problem, solution);
			for (const pair of input.pairs) {
				const forced = changes.force(pair);
				if (forced === undefined || input.objective === "total") continue;
				const { people, mentors, pairs: fewer, points } = forced.loss;
				const after = planOf({
					...input,
					pinned: [...(input.pinned ?? []), pair],
				});
				assert.deepEqual(
					[mentors, fewer, points],
					before
						.slice(1)
						.map(
							(value, k) => value - (valueOf(input, after.pairs)[k + 1] ?? 0),
						),
					JSON.stringify([pair, people]),
				);
			}
			for (const left of unmatchedIn({ ...planOf(input) })) {
				if (left.change?.kind !== "one-more-place") continue;
				const { partner } = left.change;
				const more = planOf({
					...input,
					mentors: input.mentors.map(({ id, units }) => ({
						id,
						units: units + (id === partner ? 1 : 0),
					})),
				});
				assert.ok(
					input.objective === "total" || more.pairs.length > pairs.length,
				);
			}
		}),
		{ ...runs, numRuns: 120 },
	);
});

test("a stable plan pairs nobody twice either", () => {
	fc.assert(
		fc.property(ofKinds, (input) => {
			const { problem } = planOf(input);
			const used = stablePlan(problem);
			const { mentee, mentor } = problem.candidates;
			const pairs = [...used.keys()]
				.filter((e) => used[e] === 1)
				.map((e) => ({
					mentee: problem.mentees[mentee[e] ?? 0]?.id ?? "",
					mentor: problem.mentors[mentor[e] ?? 0]?.id ?? "",
					points: 0,
				}));
			assert.deepEqual(broken(input, [...pairs, ...problem.pinned]), []);
			assert.equal(stabilityOf(problem, used).pairs, 0);
		}),
		{ ...runs, numRuns: 100 },
	);
});

function run<Step, Result>(work: Generator<Step, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

function best(input: ProblemInput): readonly number[] {
	let found: readonly number[] | undefined;
	eachAllowed(input, (pairs) => {
		const value = valueOf(input, pairs);
		if (found === undefined || isGreater(value, found)) found = value;
	});
	assert.ok(found);
	return found;
}
