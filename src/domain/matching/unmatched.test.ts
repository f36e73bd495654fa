import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomeOf } from "./outcome.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { solve } from "./solve.ts";
import type { Unmatched } from "./unmatched.ts";
import { unmatchedPeople } from "./unmatched.ts";

const POINT = 1_000_000;

test("three mentees who can only go to one mentor compete for her two places", () => {
	const [jola] = explain({
		mentees: ["Jola", "Wei", "Noor"],
		mentors: [
			["Ingrid", 2],
			["Tomás", 0],
		],
		scores: { Jola: { Ingrid: 5 }, Wei: { Ingrid: 7 }, Noor: { Ingrid: 6 } },
	});
	assert.deepEqual(jola, {
		side: "mentee",
		id: "Jola",
		missing: 1,
		reason: {
			why: "places-taken",
			people: ["Jola", "Noor", "Wei"],
			mentors: ["Ingrid"],
			places: 2,
		},
		change: {
			kind: "one-more-place",
			partner: "Ingrid",
			rule: undefined,
			alsoNeedsPlace: false,
			gain: 5 * POINT,
		},
	});
});

test("a place elsewhere helps when others can move there", () => {
	const [wei] = explain({
		mentees: ["Jola", "Wei"],
		mentors: [
			["Ingrid", 1],
			["Tomás", 0],
		],
		scores: { Jola: { Ingrid: 9, Tomás: 8 }, Wei: { Ingrid: 7 } },
	});
	assert.equal(wei?.id, "Wei");
	assert.equal(wei.change?.kind, "one-more-place");
});

test("somebody without any pair, and a mentor whose mentees are served", () => {
	const [noor, tomas] = explain({
		mentees: ["Wei", "Noor"],
		mentors: [
			["Ingrid", 1],
			["Tomás", 1],
		],
		scores: { Wei: { Ingrid: 3, Tomás: 1 }, Noor: {} },
	});
	assert.deepEqual([noor?.id, noor?.reason.why], ["Noor", "nobody-eligible"]);
	assert.deepEqual(tomas?.reason, { why: "mentees-served", eligible: 1 });
	assert.equal(tomas?.change?.kind, "one-more-need");
});

test("somebody who needs more mentors than there are", () => {
	const [wei] = explain({
		mentees: ["Wei"],
		need: 3,
		mentors: [["Ingrid", 1]],
		scores: { Wei: { Ingrid: 3 } },
	});
	assert.deepEqual(
		[wei?.missing, wei?.reason],
		[2, { why: "everybody-taken-up", eligible: 1 }],
	);
});

test("under total: pairs below 0 and places that would cost more than they bring", () => {
	const [wei] = explain({
		objective: "total",
		mentees: ["Wei"],
		mentors: [["Ingrid", 1]],
		scores: { Wei: { Ingrid: -2 } },
	});
	assert.deepEqual(wei?.reason, { why: "only-below-zero", eligible: 1 });
	assert.deepEqual(
		[wei?.change?.kind, wei?.change?.gain],
		["accept-loss", -2 * POINT],
	);
	const [jola] = explain({
		objective: "total",
		mentees: ["Jola", "Wei"],
		mentors: [
			["Ingrid", 1],
			["Tomás", 1],
		],
		scores: { Jola: { Ingrid: 1 }, Wei: { Ingrid: 9, Tomás: 2 } },
	});
	assert.deepEqual(jola?.reason, {
		why: "lowers-the-total",
		loss: 6 * POINT,
	});
});

test("one more place is always enough: everybody keeps their number of pairs and the sum changes as said", () => {
	fc.assert(
		fc.property(crowdedProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const before = outcomeOf(problem, solution);
			for (const { id, change } of unmatchedPeople(problem, solution)) {
				if (change?.kind !== "one-more-place") continue;
				const counts = Map.groupBy(before.pairs, ({ mentee }) => mentee);
				const after = assembleProblem({
					...input,
					mentees: input.mentees.map((mentee) => ({
						id: mentee.id,
						units:
							(counts.get(mentee.id)?.length ?? 0) + (mentee.id === id ? 1 : 0),
					})),
					mentors: input.mentors.map((mentor) => ({
						id: mentor.id,
						units: mentor.units + (mentor.id === change.partner ? 1 : 0),
					})),
				});
				const outcome = outcomeOf(after, solve(after));
				assert.equal(outcome.pairs.length, before.pairs.length + 1);
				assert.equal(outcome.total, before.total + change.gain);
			}
		}),
	);
});

test("whoever competes really has nowhere else to go", () => {
	fc.assert(
		fc.property(crowdedProblem, (input) => {
			const problem = assembleProblem(input);
			const solution = solve(problem);
			const { pairs } = outcomeOf(problem, solution);
			for (const { reason } of unmatchedPeople(problem, solution)) {
				if (reason.why !== "places-taken") continue;
				assertNowhereElse(input, pairs, reason.people, reason.mentors);
				const held = pairs.filter(({ mentor }) =>
					reason.mentors.includes(mentor),
				);
				assert.equal(held.length, reason.places);
				assert.ok(held.every(({ mentee }) => reason.people.includes(mentee)));
			}
		}),
	);
});

const crowdedProblem: fc.Arbitrary<ProblemInput> = fc
	.record({
		needs: fc.array(fc.nat(2), { minLength: 2, maxLength: 6 }),
		places: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }),
		scores: fc.array(fc.option(fc.integer({ min: -2, max: 9 })), {
			minLength: 24,
			maxLength: 24,
		}),
	})
	.map(({ needs, places, scores }) => ({
		objective: "people",
		seed: "",
		mentees: needs.map((units, i) => ({ id: `mentee ${i}`, units })),
		mentors: places.map((units, j) => ({ id: `mentor ${j}`, units })),
		pairs: needs.flatMap((_, i) =>
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
		),
	}));

function assertNowhereElse(
	input: ProblemInput,
	made: readonly ScoredPair[],
	people: readonly string[],
	mentors: readonly string[],
): void {
	const open = new Map(input.mentors.map(({ id, units }) => [id, units]));
	for (const pair of input.pairs) {
		const isMade = made.some(
			({ mentee, mentor }) => mentee === pair.mentee && mentor === pair.mentor,
		);
		const hasPlaces = (open.get(pair.mentor) ?? 0) > 0;
		if (people.includes(pair.mentee) && !isMade && hasPlaces)
			assert.ok(mentors.includes(pair.mentor));
	}
}

function explain(scene: {
	readonly objective?: "people" | "total";
	readonly mentees: readonly string[];
	readonly need?: number;
	readonly mentors: readonly (readonly [string, number])[];
	readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
}): readonly Unmatched[] {
	const problem = assembleProblem({
		objective: scene.objective ?? "people",
		seed: "",
		mentees: scene.mentees.map((id) => ({ id, units: scene.need ?? 1 })),
		mentors: scene.mentors.map(([id, units]) => ({ id, units })),
		pairs: Object.entries(scene.scores).flatMap(([mentee, scores]) =>
			Object.entries(scores).map(([mentor, points]) => ({
				mentee,
				mentor,
				points: points * POINT,
			})),
		),
	});
	return unmatchedPeople(problem, solve(problem));
}
