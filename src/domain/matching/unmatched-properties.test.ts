// What is said about people without a pair, checked by solving again with the change made.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { outcomeOf } from "./outcome.ts";
import { placePrices } from "./place-prices.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { remedies } from "./remedies.ts";
import { solvedForPairs } from "./small-problems.test.ts";
import { solve } from "./solve.ts";
import type { Unmatched } from "./unmatched.ts";
import { unmatchedPeople } from "./unmatched.ts";

const POINT = 1_000_000;

type Scene = {
	readonly input: ProblemInput;
	/** Pairs that one rule bars. */
	readonly barred: readonly ScoredPair[];
};

const crowdedScene: fc.Arbitrary<Scene> = fc
	.record({
		objective: fc.constantFrom("people" as const, "total" as const),
		needs: fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }),
		places: fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }),
		cells: fc.array(
			fc.tuple(fc.constantFrom("no", "barred", "yes", "yes"), fc.nat(9)),
			{ minLength: 35, maxLength: 35 },
		),
	})
	.map(({ objective, needs, places, cells }) => {
		const pairs = (kind: string) =>
			needs.flatMap((_, i) =>
				places.flatMap((_, j) => {
					const cell = cells[i * places.length + j];
					return cell?.[0] === kind
						? [
								{
									mentee: `mentee ${i}`,
									mentor: `mentor ${j}`,
									points: cell[1] * POINT,
								},
							]
						: [];
				}),
			);
		return {
			input: {
				objective,
				seed: "",
				mentees: needs.map((units, i) => ({ id: `mentee ${i}`, units })),
				mentors: places.map((units, j) => ({ id: `mentor ${j}`, units })),
				pairs: pairs("yes"),
			},
			barred: pairs("barred"),
		};
	});

test("each change gives one pair more, takes nobody's, and changes the sum as said", () => {
	fc.assert(
		fc.property(crowdedScene, (scene) => {
			const { made, total, unmatched } = explained(scene);
			for (const person of unmatched) {
				const { change, side, id } = person;
				if (change === undefined) continue;
				const after = solvedAgain(scene.input, made, {
					more: [
						id,
						...(change.kind === "one-more-place" ||
						change.kind === "one-more-need" ||
						change.alsoNeedsPlace
							? [change.partner]
							: []),
					],
					pairs: scene.barred.filter(
						(pair) =>
							change.kind === "waive-rule" &&
							pair[side] === id &&
							Object.values(pair).includes(change.partner),
					),
					keepPairs: side,
				});
				assert.equal(after.pairs.length, made.length + 1);
				assert.equal(after.total, total + change.gain);
			}
		}),
		{ numRuns: 500 },
	);
});

test("those who compete are exactly those any one of whom could stand back, and any of their mentors could help", () => {
	fc.assert(
		fc.property(crowdedScene, (scene) => {
			const { input } = scene;
			const { made, unmatched } = explained(scene);
			for (const { id, reason } of unmatched) {
				if (reason.why !== "places-taken") continue;
				const pairsAfter = (change: Parameters<typeof solvedAgain>[2]) =>
					solvedAgain(input, made, change).pairs.length - made.length;
				for (const { id: other } of input.mentees) {
					if (other === id || made.every(({ mentee }) => mentee !== other))
						continue;
					assert.equal(
						pairsAfter({ more: [id], fewer: other, keepPairs: "mentee" }),
						reason.people.includes(other) ? 0 : -1,
					);
				}
				for (const mentor of reason.mentors)
					assert.equal(
						pairsAfter({ more: [id, mentor], keepPairs: "mentee" }),
						1,
					);
			}
		}),
		{ numRuns: 500 },
	);
});

test("a remedy could serve each of its people, and serves whom it says", () => {
	fc.assert(
		fc.property(crowdedScene, (scene) => {
			const { input } = scene;
			const { made, unmatched, prices } = explained(scene);
			const found = remedies(unmatched, prices);
			assert.deepEqual(
				found.flatMap(({ people }) => people).toSorted(),
				unmatched.flatMap(({ id, change }) => (change ? [id] : [])).toSorted(),
			);
			for (const { kind, partner, people, serves } of found) {
				if (kind !== "one-more-place") continue;
				for (const id of people)
					assert.equal(
						solvedAgain(input, made, {
							more: [id, partner],
							keepPairs: "mentee",
						}).pairs.length,
						made.length + 1,
					);
				if (serves !== undefined && people.length > 0)
					assert.ok(unmatched.some(({ id }) => id === serves));
			}
		}),
	);
});

/** Solves again with everybody's number of pairs on one side as it is, but for one more (or fewer) of some. */
function solvedAgain(
	input: ProblemInput,
	made: readonly ScoredPair[],
	change: {
		readonly more: readonly string[];
		readonly fewer?: string;
		readonly pairs?: readonly ScoredPair[];
		/** The side on which everybody has as many pairs as before; the other keeps its places or needs. */
		readonly keepPairs: "mentee" | "mentor";
	},
) {
	const units = (side: "mentee" | "mentor") =>
		input[`${side}s`].map(({ id, units: own }) => ({
			id,
			units:
				(side === change.keepPairs
					? made.filter((pair) => pair[side] === id).length
					: own) +
				(change.more.includes(id) ? 1 : 0) -
				(change.fewer === id ? 1 : 0),
		}));
	const pairs = [...input.pairs, ...(change.pairs ?? [])];
	return solvedForPairs(
		{ ...input, mentees: units("mentee"), mentors: units("mentor"), pairs },
		input.objective === "people" &&
			input.mentees.some(({ units: own }) => own > 1),
	);
}

function explained({ input, barred }: Scene): {
	readonly made: readonly ScoredPair[];
	readonly total: number;
	readonly unmatched: readonly Unmatched[];
	readonly prices: ReturnType<typeof placePrices>;
} {
	const problem = assembleProblem(input);
	const solution = solve(problem);
	const { pairs, total } = outcomeOf(problem, solution);
	const unmatched = unmatchedPeople(problem, solution, {
		removals: () => [],
		nearMisses: (side, id) =>
			new Map([["a rule", barred.filter((pair) => pair[side] === id)]]),
	});
	return {
		made: pairs,
		total,
		unmatched,
		prices: placePrices(problem, solution),
	};
}
