// Whom to recruit: what one more place would bring, mentor by mentor, and summed over whatever mentors have in common.
import { movesAlong } from "./kernel/exchange-cycle.ts";
import { priceOfFirstPlace, priceOfPlace } from "./kernel/place-price.ts";
import type { ResidualGraph } from "./kernel/residual-graph.ts";
import { tiersOfDistance } from "./kernel/residual-graph.ts";
import type { ResidualSearch } from "./kernel/residual-search.ts";
import { createResidualSearch } from "./kernel/residual-search.ts";
import type { Loss } from "./pair-explanation.ts";
import type { Move } from "./plan-changes.ts";
import { graphOf, lossOfTiers, readMoves } from "./plan-changes.ts";
import type { Problem, ScoredPair } from "./problem.ts";
import { byCodePoint } from "./problem.ts";
import type { Residual } from "./residual.ts";
import { residualOf } from "./residual.ts";
import type { Solution } from "./solve.ts";

/** People, mentors and pairs more, and millionths more in the sum (negative: fewer, where more people count first). */
export type Gain = Loss;

export type PlacePrice = {
	readonly mentor: string;
	/** Places now, pinned ones included. */
	readonly places: number;
	/** What the best plan with one more place of this mentor has over the best plan now: exact, not only a bound. */
	readonly gain: Gain;
	/** The first moves to the new place, each next one into what was left; the last comes from nowhere if a person more is reached. */
	readonly moves: readonly Move[];
};

/**
 * The price of one more place of every mentor. For those without any place as the problem was assembled (`withoutPlace` has their pairs)
 * only where no caps are set. O(pairs · log) once, then the length of the way for each mentor.
 */
export function placePrices(
	problem: Problem,
	solution: Solution,
): readonly PlacePrice[] {
	const residual = residualOf(problem, solution);
	const graph = graphOf(residual);
	const search = createResidualSearch(graph, graph.into);
	const closed = firstPlaces(problem);
	const isMet = problem.candidates.mentorCovered;
	return problem.mentors.map(({ id, units }, j) => ({
		mentor: id,
		places: units,
		...((problem.candidates.capacity[j] ?? 0) > 0
			? onePlaceMore(problem, residual, graph, search, j)
			: firstPlace(
					problem,
					residual,
					graph,
					closed.get(id) ?? [],
					isMet?.[j] !== 1,
				)),
	}));
}

/** What places of mentors with something in common would bring. */
export type Recruitment = {
	readonly value: string;
	readonly mentors: number;
	readonly places: number;
	/** The sum over these mentors of what one more place of each alone would bring, and the mean of it for one mentor. */
	readonly sum: Gain;
	readonly mean: Gain;
	/** The mentor of whom one more place would bring most: recruit somebody like them. */
	readonly most: PlacePrice;
};

/**
 * Adds prices up by what `valuesOf` says of a mentor: competencies offered, language, unit. A mentor counts under each of their values.
 * The most wanted first: by what one mentor more of the kind brings on average, since a large group sums up to much anyway.
 */
export function recruitment(
	prices: readonly PlacePrice[],
	valuesOf: (mentor: string) => Iterable<string>,
): readonly Recruitment[] {
	const groups = new Map<string, PlacePrice[]>();
	for (const price of prices)
		for (const value of new Set(valuesOf(price.mentor))) {
			const group = groups.get(value) ?? [];
			group.push(price);
			groups.set(value, group);
		}
	return [...groups]
		.flatMap(([value, group]) => {
			const [most] = group.toSorted(
				(a, b) => byGain(a.gain, b.gain) || byCodePoint(a.mentor, b.mentor),
			);
			if (most === undefined) return [];
			const total = (of: (price: PlacePrice) => number) =>
				group.reduce((sum, price) => sum + of(price), 0);
			const sum = {
				people: total(({ gain }) => gain.people),
				mentors: total(({ gain }) => gain.mentors),
				pairs: total(({ gain }) => gain.pairs),
				points: total(({ gain }) => gain.points),
			};
			const mean = {
				people: sum.people / group.length,
				mentors: sum.mentors / group.length,
				pairs: sum.pairs / group.length,
				points: sum.points / group.length,
			};
			const places = total((price) => price.places);
			return [{ value, mentors: group.length, places, sum, mean, most }];
		})
		.toSorted(
			(a, b) => byGain(a.mean, b.mean) || byCodePoint(a.value, b.value),
		);
}

/** The greater gain first: people, then mentors, pairs, points. */
export function byGain(a: Gain, b: Gain): number {
	return (
		b.people - a.people ||
		b.mentors - a.mentors ||
		b.pairs - a.pairs ||
		b.points - a.points
	);
}

const NOTHING = {
	gain: { people: 0, mentors: 0, pairs: 0, points: 0 },
	moves: [],
} as const;

type Priced = Pick<PlacePrice, "gain" | "moves">;

function onePlaceMore(
	problem: Problem,
	residual: Residual,
	graph: ResidualGraph,
	search: ResidualSearch,
	j: number,
): Priced {
	const price = priceOfPlace(graph, search, j);
	if (price === undefined) return NOTHING;
	const { high, low, arcs } = price;
	return {
		gain: gainOf(problem, residual, tiersOfDistance(graph, high, low)),
		moves: readMoves(problem, movesAlong(residual.network, arcs).toReversed()),
	};
}

function firstPlace(
	problem: Problem,
	residual: Residual,
	graph: ResidualGraph,
	closed: readonly ClosedPair[],
	isAlone: boolean,
): Priced {
	const cost = (points: number) =>
		residual.tiers.map((tier) => {
			if (tier === "points") return -points / problem.unit;
			if (tier === "mentors") return isAlone ? -1 : 0;
			return tier === "pairs" ? -1 : 0;
		});
	const price = priceOfFirstPlace(
		graph,
		closed.map(({ index, pair }) => ({
			mentee: index,
			cost: cost(pair.points),
		})),
	);
	const taken = closed.find(({ index }) => index === price?.pair.mentee);
	if (price === undefined || taken === undefined) return NOTHING;
	const { firstPlace: places } = residual.network;
	const last = (price.arcs.at(-1) ?? 0) >> 1;
	const before = readMoves(problem, [
		...movesAlong(residual.network, price.arcs),
		{ mentee: taken.index, from: last < places ? last : -1, to: -1 },
	]);
	const moves = before.map((move, k) =>
		k < before.length - 1
			? move
			: {
					...move,
					to: taken.pair.mentor,
					points: move.points + taken.pair.points,
				},
	);
	return {
		gain: gainOf(
			problem,
			residual,
			tiersOfDistance(graph, price.high, price.low),
		),
		moves: moves.toReversed(),
	};
}

function gainOf(
	problem: Problem,
	residual: Residual,
	cost: readonly number[],
): Gain {
	return lossOfTiers(
		problem,
		residual,
		cost.map((value) => -value + 0),
	);
}

type ClosedPair = { readonly index: number; readonly pair: ScoredPair };

function firstPlaces(problem: Problem): ReadonlyMap<string, ClosedPair[]> {
	if (problem.candidates.caps !== undefined) return new Map();
	const index = new Map(problem.mentees.map(({ id }, i) => [id, i]));
	return Map.groupBy(
		problem.withoutPlace.flatMap((pair) => {
			const i = index.get(pair.mentee);
			return i === undefined ? [] : [{ index: i, pair }];
		}),
		({ pair }) => pair.mentor,
	);
}
