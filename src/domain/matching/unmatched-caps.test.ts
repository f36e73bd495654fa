// What is said about people without a pair where caps are set, checked by solving again with the change made.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomeOf } from "./outcome.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { cappedProblem, solvedForPairs } from "./small-problems.test.ts";
import { solve } from "./solve.ts";
import { unmatchedPeople } from "./unmatched.ts";

test("under caps each change gives one pair more, takes nobody's, and changes the sum as said", () => {
	fc.assert(
		fc.property(cappedProblem, (given) => {
			const input = { ...given, objective: "people" } as const;
			const { made, total, unmatched } = explained(input);
			for (const { change, side, id } of unmatched) {
				if (change === undefined || side === "mentor") continue;
				const after = solvedAgain(input, made, id, change);
				assert.equal(after.pairs.length, made.length + 1);
				assert.equal(after.total, total + change.gain);
			}
		}),
		{ numRuns: 1500, seed: 3 },
	);
});

test("whoever only caps keep from a mentor is told which, and whether one raised would help", () => {
	let raised = 0;
	fc.assert(
		fc.property(cappedProblem, (given) => {
			const input = { ...given, objective: "people" } as const;
			const { made, unmatched } = explained(input);
			for (const { reason, change, id } of unmatched) {
				if (change?.kind === "raise-cap") raised++;
				if (reason.why !== "places-taken" || change !== undefined) continue;
				// Fewer where a mentor more is worth a pair.
				for (const cap of input.caps ?? [])
					assert.ok(
						solvedAgain(input, made, id, {
							kind: "raise-cap",
							partner: "",
							rule: cap.name,
						}).pairs.length <= made.length,
					);
			}
		}),
		{ numRuns: 500, seed: 5 },
	);
	assert.ok(raised > 10);
});

test("besides one more place, a rule is named that could be set aside for a mentor who has room", () => {
	const problem = assembleProblem({
		objective: "people",
		seed: "",
		mentees: ["Wei", "Jola"].map((id) => ({ id, units: 1 })),
		mentors: ["Ingrid", "Tomás"].map((id) => ({ id, units: 1 })),
		pairs: ["Wei", "Jola"].map((mentee) => ({
			mentee,
			mentor: "Ingrid",
			points: 5,
		})),
	});
	const barred = { mentee: "Jola", mentor: "Tomás", points: 3 };
	const [left] = unmatchedPeople(problem, solve(problem), {
		removals: () => [],
		nearMisses: (_side, id) =>
			new Map([["Language", [{ ...barred, mentee: id }]]]),
	});
	assert.equal(left?.change?.kind, "one-more-place");
	assert.deepEqual(
		[left.waiver?.kind, left.waiver?.rule, left.waiver?.partner],
		["waive-rule", "Language", "Tomás"],
	);
});

/** Solves again where every mentee is to have what they have, this one one more. */
function solvedAgain(
	input: ProblemInput,
	made: readonly ScoredPair[],
	id: string,
	change: {
		readonly kind: string;
		readonly partner: string;
		readonly rule?: string | undefined;
		readonly alsoNeedsPlace?: boolean;
	},
) {
	const hasPlace =
		change.kind === "one-more-place" || change.alsoNeedsPlace === true;
	const now = {
		...input,
		mentees: input.mentees.map((one) => ({
			id: one.id,
			units:
				made.filter(({ mentee }) => mentee === one.id).length +
				(one.id === id ? 1 : 0),
		})),
		mentors: input.mentors.map((one) => ({
			id: one.id,
			units: one.units + (hasPlace && one.id === change.partner ? 1 : 0),
		})),
		caps: (input.caps ?? []).map((cap) =>
			change.kind === "raise-cap" && cap.name === change.rule
				? { ...cap, most: cap.most + 1 }
				: cap,
		),
	};
	const countsMentors = input.mentees.some(({ units }) => units > 1);
	if (change.kind !== "raise-cap") return solvedForPairs(now, countsMentors);
	const problem = assembleProblem({ ...now, countsMentors });
	return outcomeOf(problem, solve(problem));
}

function explained(input: ProblemInput) {
	const problem = assembleProblem(input);
	const solution = solve(problem);
	const { pairs, total } = outcomeOf(problem, solution);
	return {
		made: pairs,
		total,
		unmatched: unmatchedPeople(problem, solution),
	};
}
