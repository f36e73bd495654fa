// What several tests here share, no test itself: small pairing problems with everything in them, and their best value found by trying
// every choice.
import fc from "fast-check";
import type { Cap } from "./caps.ts";
import { countByKey } from "./caps.ts";
import { outcomeOf } from "./outcome.ts";
import type { ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import { solve } from "./solve.ts";

/** Needs and places from 0 to 3, scores on both sides of 0, ties, missing pairs. */
export const smallProblem: fc.Arbitrary<ProblemInput> = fc
	.record({
		objective: fc.constantFrom("people", "total"),
		needs: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
		places: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
		scores: fc.array(fc.option(fc.integer({ min: -3, max: 8 })), {
			minLength: 11,
			maxLength: 11,
		}),
		unit: fc.constantFrom(1, 250_000, 1_000_000),
	})
	.map(({ objective, needs, places, scores, unit }) => ({
		objective: objective === "people" ? "people" : "total",
		seed: "spring",
		mentees: needs.map((units, i) => ({ id: `mentee ${i}`, units })),
		mentors: places.map((units, j) => ({ id: `mentor ${j}`, units })),
		pairs: scores.flatMap((score, k) => {
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

/** The same under caps that lie one within the other: two of mentees, one of mentors and one on the whole program. */
export const cappedProblem: fc.Arbitrary<ProblemInput> = fc
	.record({
		input: smallProblem,
		departments: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
		sites: fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }),
		most: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
	})
	.map(({ input, departments, sites, most }) => {
		const classes = (
			people: readonly { readonly id: string }[],
			of: readonly number[],
			isIn: (value: number) => boolean,
		) =>
			new Map(
				people.flatMap(({ id }, k): [string, string][] =>
					isIn(of[k] ?? 0) ? [[id, `class ${of[k]}`]] : [],
				),
			);
		const divisions = departments.map((value) => value >> 1);
		const caps: Cap[] = [
			{
				name: "Departments",
				of: "mentees",
				most: most[0] ?? 0,
				classes: classes(input.mentees, departments, (value) => value < 2),
			},
			{
				name: "Divisions",
				of: "mentees",
				most: (most[1] ?? 0) + 1,
				classes: classes(input.mentees, divisions, () => true),
			},
			{
				name: "Sites",
				of: "mentors",
				most: (most[2] ?? 0) + 1,
				classes: classes(input.mentors, sites, (value) => value > 0),
			},
			{
				name: "Program",
				of: "mentors",
				most: (most[3] ?? 0) + 3,
				classes: new Map(input.mentors.map(({ id }) => [id, ""])),
			},
		];
		return { ...input, caps };
	});

/** What the objective counts, first things first; mentors with a mentee only where somebody may have several mentors. */
export function planValue(
	{ objective, mentees }: ProblemInput,
	pairs: readonly ScoredPair[],
): readonly number[] {
	const people = new Set(pairs.map(({ mentee }) => mentee)).size;
	const met = new Set(pairs.map(({ mentor }) => mentor)).size;
	const points = pairs.reduce((sum, pair) => sum + pair.points, 0);
	if (objective === "total") return [points, pairs.length];
	const areSeveral = mentees.some(({ units }) => units > 1);
	return [people, areSeveral ? met : 0, pairs.length, points];
}

/** All choices of pairs that needs, places and caps allow, given to `visit` one by one. */
export function eachPlan(
	input: ProblemInput,
	visit: (pairs: readonly ScoredPair[]) => void,
): void {
	const room = new Map(
		[...input.mentees, ...input.mentors].map(({ id, units }) => [id, units]),
	);
	const chosen: ScoredPair[] = [];
	const go = (k: number): void => {
		const pair = input.pairs[k];
		if (pair === undefined) {
			if (keepsCaps(input.caps ?? [], chosen)) visit(chosen);
			return;
		}
		go(k + 1);
		const need = room.get(pair.mentee) ?? 0;
		const places = room.get(pair.mentor) ?? 0;
		if (need === 0 || places === 0) return;
		if (input.objective === "total" && pair.points < 0) return;
		room.set(pair.mentee, need - 1).set(pair.mentor, places - 1);
		chosen.push(pair);
		go(k + 1);
		chosen.pop();
		room.set(pair.mentee, need).set(pair.mentor, places);
	};
	go(0);
}

export function bestValue(input: ProblemInput): readonly number[] {
	let best = planValue(input, []);
	eachPlan(input, (pairs) => {
		const value = planValue(input, pairs);
		if (isGreater(value, best)) best = value;
	});
	return best;
}

export function keepsCaps(
	caps: readonly Cap[],
	pairs: readonly ScoredPair[],
): boolean {
	return caps.every((cap) =>
		countByKey([cap], pairs)
			.values()
			.every((held) => held <= cap.most),
	);
}

/** Whether the first number that differs is greater. */
export function isGreater(a: readonly number[], b: readonly number[]): boolean {
	const at = a.findIndex((value, t) => value !== b[t]);
	return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/**
 * Most pairs, then (where the objective has them) most mentors, then the greatest sum: what is best where everybody is to have what they have,
 * and one of them one more. `areSeveral` says whether mentors count, whatever is left of the needs.
 */
export function solvedForPairs(
	input: ProblemInput,
	areSeveral: boolean,
): { readonly pairs: readonly ScoredPair[]; readonly total: number } {
	// So much for each pair that their number goes before all points.
	const each = areSeveral ? 0 : 1e9;
	const problem = assembleProblem({
		...input,
		objective: areSeveral ? "people" : "total",
		countsMentors: areSeveral,
		pairs: input.pairs.map((pair) => ({ ...pair, points: pair.points + each })),
	});
	const { pairs, total } = outcomeOf(problem, solve(problem));
	const needed = input.mentees.reduce((sum, { units }) => sum + units, 0);
	// With caps over several mentors, one mentor more may be worth a pair: then every choice is tried.
	const mayConflict = areSeveral && (input.caps ?? []).length > 0;
	return mayConflict && pairs.length < needed
		? mostPairs(input)
		: { pairs, total: total - each * pairs.length };
}

function mostPairs(input: ProblemInput) {
	let best: readonly ScoredPair[] = [];
	const value = (pairs: readonly ScoredPair[]) => [
		pairs.length,
		new Set(pairs.map(({ mentor }) => mentor)).size,
		pairs.reduce((sum, { points }) => sum + points, 0),
	];
	eachPlan(input, (pairs) => {
		if (isGreater(value(pairs), value(best))) best = [...pairs];
	});
	return { pairs: best, total: value(best)[2] ?? 0 };
}
