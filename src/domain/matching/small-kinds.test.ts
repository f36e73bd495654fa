// What the tests of kinds share, no test itself: small problems of wants, and what makes a plan of them allowed and good.
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Cap } from "./caps.ts";
import { checkKinds } from "./certificate-kinds.ts";
import { wantId } from "./kinds.ts";
import { planNow } from "./plan.ts";
import type { Participant, ProblemInput, ScoredPair } from "./problem.ts";
import { assembleProblem, comparePairs } from "./problem.ts";
import { eachPlan } from "./small-problems.test.ts";

export const KINDS = ["primary", "functional", "peer"];

/** Two or three mentees who want two or three kinds, of mentors with up to three places; scores by kind, caps by department, pins. */
export const ofKinds: fc.Arbitrary<ProblemInput> = fc
	.record({
		objective: fc.constantFrom("people", "total"),
		kinds: fc.integer({ min: 2, max: 3 }),
		needs: fc.array(fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }), {
			minLength: 1,
			maxLength: 3,
		}),
		places: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
		scores: fc.array(fc.option(fc.integer({ min: -2, max: 6 })), {
			minLength: 12,
			maxLength: 12,
		}),
		cap: fc.option(fc.integer({ min: 0, max: 2 })),
		pin: fc.option(fc.nat(11)),
	})
	.map(({ objective, kinds, needs, places, scores, cap, pin }) => {
		const mentees = needs.flatMap((own, i) =>
			KINDS.slice(0, kinds).map(
				(kind, rank): Participant => ({
					id: wantId(`mentee ${i}`, kind),
					units: own[rank] ?? 0,
					want: { mentee: `mentee ${i}`, kind, rank },
				}),
			),
		);
		const mentors = places.map((units, j) => ({ id: `mentor ${j}`, units }));
		const pairs = mentees
			.flatMap(({ id }) => mentors.map((mentor) => [id, mentor.id] as const))
			.flatMap(([mentee, mentor], k): ScoredPair[] => {
				const score = scores[(k * 5) % 12];
				return score === null || score === undefined || k >= 12
					? []
					: [{ mentee, mentor, points: score * 500_000 }];
			});
		const settled = pin === null ? undefined : pairs[pin % (pairs.length || 1)];
		const isOpen =
			settled !== undefined &&
			[...mentees, ...mentors].every(
				({ id, units }) =>
					(id !== settled.mentee && id !== settled.mentor) || units > 0,
			);
		const caps: Cap[] =
			cap === null || isOpen
				? []
				: [
						{
							name: "One department",
							of: "mentees",
							most: cap,
							classes: new Map(mentees.map(({ id }) => [id, "sales"])),
						},
					];
		return {
			objective: objective === "people" ? "people" : "total",
			seed: "spring",
			mentees,
			mentors,
			pairs,
			caps,
			pinned: isOpen ? [settled] : [],
		};
	});

export function wantOf(input: ProblemInput, id: string) {
	const want = input.mentees.find((one) => one.id === id)?.want;
	assert.ok(want);
	return want;
}

export function broken(input: ProblemInput, pairs: readonly ScoredPair[]) {
	return checkKinds({
		wants: input.mentees.map(({ id, units }) => ({
			...wantOf(input, id),
			units,
		})),
		mentors: input.mentors,
		pairs: pairs.map(({ mentee, mentor }) => {
			const want = wantOf(input, mentee);
			return { mentee: want.mentee, mentor, mentorKind: want.kind };
		}),
	});
}

/** Mentees with a mentor of the first kind for which they could have anybody. Said again here, from the input alone. */
export function peopleOf(
	input: ProblemInput,
	pairs: readonly ScoredPair[],
): number {
	const places = new Map(input.mentors.map(({ id, units }) => [id, units]));
	const pinned = input.pinned ?? [];
	const pinsAt = (id: string) => pinned.filter(({ mentor }) => mentor === id);
	const isOpen = ({ mentee, mentor, points }: ScoredPair) => {
		const { units = 0 } = input.mentees.find(({ id }) => id === mentee) ?? {};
		const own = pinned.filter((pin) => pin.mentee === mentee).length;
		const isTogether = pinsAt(mentor).some(
			(pin) =>
				wantOf(input, pin.mentee).mentee === wantOf(input, mentee).mentee,
		);
		return (
			units > own &&
			!isTogether &&
			(places.get(mentor) ?? 0) > pinsAt(mentor).length &&
			(input.objective === "people" || points >= 0) &&
			(input.caps ?? []).every(({ most }) => most > 0)
		);
	};
	const leading = new Map<string, number>();
	for (const pair of [...input.pairs.filter(isOpen), ...pinned]) {
		const { mentee, rank } = wantOf(input, pair.mentee);
		leading.set(mentee, Math.min(rank, leading.get(mentee) ?? 9));
	}
	return new Set(
		pairs
			.map((pair) => wantOf(input, pair.mentee))
			.filter(({ mentee, rank }) => leading.get(mentee) === rank)
			.map(({ mentee }) => mentee),
	).size;
}

export function valueOf(input: ProblemInput, pairs: readonly ScoredPair[]) {
	const wants = Map.groupBy(input.mentees, ({ want }) => want?.mentee);
	const areSeveral = wants
		.values()
		.some((own) => own.reduce((sum, { units }) => sum + units, 0) > 1);
	const met = new Set(pairs.map(({ mentor }) => mentor)).size;
	const points = pairs.reduce((sum, pair) => sum + pair.points, 0);
	return input.objective === "people"
		? [peopleOf(input, pairs), areSeveral ? met : 0, pairs.length, points]
		: [points, pairs.length];
}

export function planOf(input: ProblemInput) {
	return planNow(assembleProblem(input), {});
}

/** Every plan of the problem that pairs nobody twice, pinned pairs included. */
export function eachAllowed(
	input: ProblemInput,
	visit: (pairs: readonly ScoredPair[]) => void,
): void {
	const pinned = input.pinned ?? [];
	const isPinned = (pair: ScoredPair) =>
		pinned.some((pin) => comparePairs(pin, pair) === 0);
	const room = (people: readonly Participant[], side: "mentee" | "mentor") =>
		people.map((one) => ({
			...one,
			units: one.units - pinned.filter((pin) => pin[side] === one.id).length,
		}));
	eachPlan(
		{
			...input,
			mentees: room(input.mentees, "mentee"),
			mentors: room(input.mentors, "mentor"),
			pairs: input.pairs.filter((pair) => !isPinned(pair)),
		},
		(chosen) => {
			const pairs = [...chosen, ...pinned];
			if (broken(input, pairs).length === 0) visit(pairs);
		},
	);
}
