// What changes to a proved plan would cost, exactly and with the way: built once for a plan, then asked about pairs.
import { takenPlaces } from "./kernel/flow-network.ts";
import type { Tier } from "./kernel/objective-costs.ts";
import type { PairMove } from "./kernel/exchange-cycle.ts";
import { movesAlong } from "./kernel/exchange-cycle.ts";
import type { PricedPair } from "./kernel/pair-prices.ts";
import { priceOfPair, pricePairs } from "./kernel/pair-prices.ts";
import type { ResidualGraph } from "./kernel/residual-graph.ts";
import { residualGraph, tiersOfDistance } from "./kernel/residual-graph.ts";
import { createResidualSearch } from "./kernel/residual-search.ts";
import type { Alternative, Loss } from "./pair-explanation.ts";
import type { Problem } from "./problem.ts";
import type { Residual } from "./residual.ts";
import { residualOf } from "./residual.ts";
import type { Solution } from "./solve.ts";

/**
 * One mentee's part in a change. `from` is the mentor given up: none means one mentor more than before. `to` is the mentor gained: none
 * means one mentor fewer. `points` (millionths) is what the mentee's pairs gain.
 */
export type Move = {
	readonly mentee: string;
	readonly from: string | undefined;
	readonly to: string | undefined;
	readonly points: number;
};

/**
 * What a change costs the whole, and how the best plan after it comes about: the mentor to whom one moves is the one whom the next
 * gives up, or has a free place. All moves together turn the plan into a best plan with the change.
 */
export type PricedChange = {
	readonly loss: Loss;
	readonly moves: readonly Move[];
};

/** What a pair of the plan is worth, and what the mentee's next-best mentors would cost. */
export type PairWhy = {
	readonly mentee: string;
	readonly mentor: string;
	readonly forbidden: PricedChange;
	readonly nextBest: readonly NextBest[];
};

export type NextBest = Alternative & PricedChange;

type NamedPair = { readonly mentee: string; readonly mentor: string };

export type PlanChanges = {
	/** Nothing where the pair is no candidate, is made already, or no plan can have it. A search of part of the graph. */
	force(pair: NamedPair): PricedChange | undefined;
	/** Nothing where the pair is not made, or pinned. */
	forbid(pair: NamedPair): PricedChange | undefined;
	/**
	 * Every pair of the plan that is not pinned, in candidate order, with the `count` mentors who would cost the whole least if the
	 * mentee had to have them (of equal ones the better score): the score alone would name stars whom nobody can spare. Yields the
	 * searches made so far.
	 */
	ofPairs(count?: number): Generator<number, readonly PairWhy[]>;
};

/** Makes a plan ready to be asked what changes would cost. */
export function planChanges(problem: Problem, solution: Solution): PlanChanges {
	const residual = residualOf(problem, solution);
	const { network } = residual;
	const graph = graphOf(residual);
	const search = createResidualSearch(graph, graph.into);
	const indexOf = pairIndex(problem);
	const read = (priced: PricedPair) =>
		readChange(problem, residual, graph, priced);
	const priceOf = (pair: NamedPair, flow: number) => {
		const e = indexOf(pair);
		if (e === undefined || network.flow[e] !== flow) return undefined;
		const priced = priceOfPair(graph, search, e);
		return priced && read(priced);
	};
	return {
		force: (pair) => priceOf(pair, 0),
		forbid: (pair) => priceOf(pair, 1),
		*ofPairs(count = 2) {
			const { forbidden, nextBest } = yield* pricePairs(graph, count);
			const next = new Map(
				nextBest.entries().map(([i, pairs]) => [
					i,
					pairs.map((priced) => ({
						...alternativeOf(problem, residual, priced.pair),
						...read(priced),
					})),
				]),
			);
			return [...forbidden.values()]
				.toSorted((a, b) => a.pair - b.pair)
				.map((priced) => ({
					...namesOf(problem, priced.pair),
					forbidden: read(priced),
					nextBest:
						next.get(problem.candidates.mentee[priced.pair] ?? -1) ?? [],
				}));
		},
	};
}

/** The plan's residual graph: made once, however many kinds of questions are asked. */
export function graphOf(residual: Residual): ResidualGraph {
	const { network, costs, potentials } = residual;
	const known = graphs.get(network);
	if (known !== undefined) return known;
	const graph = residualGraph(network, costs, potentials);
	graphs.set(network, graph);
	return graph;
}

const graphs = new WeakMap<Residual["network"], ResidualGraph>();

/** The tiers of a cost as people, mentors, pairs and millionths. */
export function lossOfTiers(
	problem: Problem,
	{ tiers }: Pick<Residual, "tiers">,
	cost: ArrayLike<number>,
): Loss {
	const of = (tier: Tier) => cost[tiers.indexOf(tier)] ?? 0;
	const pairs = of("pairs");
	const countsPeople =
		problem.objective === "people" && !tiers.includes("people");
	return {
		people: countsPeople ? pairs : of("people"),
		mentors: of("mentors"),
		pairs,
		points: of("points") * problem.unit + 0,
	};
}

/** Moves of people, by their ids. */
export function readMoves(
	problem: Problem,
	moves: readonly PairMove[],
): readonly Move[] {
	const { candidates, mentees, mentors, unit } = problem;
	const mentorOf = (e: number) => mentors[candidates.mentor[e] ?? -1]?.id;
	const pointsOf = (e: number) => (e < 0 ? 0 : (candidates.points[e] ?? 0));
	return moves.map(({ mentee, from, to }) => ({
		mentee: mentees[mentee]?.id ?? "",
		from: mentorOf(from),
		to: mentorOf(to),
		points: (pointsOf(to) - pointsOf(from)) * unit + 0,
	}));
}

function readChange(
	problem: Problem,
	residual: Residual,
	graph: ResidualGraph,
	{ high, low, arcs }: PricedPair,
): PricedChange {
	return {
		loss: lossOfTiers(problem, residual, tiersOfDistance(graph, high, low)),
		moves: readMoves(problem, movesAlong(residual.network, arcs)),
	};
}

function alternativeOf(
	problem: Problem,
	{ network }: Residual,
	e: number,
): Alternative {
	const j = problem.candidates.mentor[e] ?? 0;
	return {
		mentor: namesOf(problem, e).mentor,
		points: (problem.candidates.points[e] ?? 0) * problem.unit,
		isTaken: takenPlaces(network, j) >= (problem.candidates.capacity[j] ?? 0),
	};
}

function namesOf(problem: Problem, e: number): NamedPair {
	const { candidates, mentees, mentors } = problem;
	return {
		mentee: mentees[candidates.mentee[e] ?? -1]?.id ?? "",
		mentor: mentors[candidates.mentor[e] ?? -1]?.id ?? "",
	};
}

/** Finds candidates by the ids of both. */
function pairIndex({
	candidates,
	mentees,
	mentors,
}: Problem): (pair: NamedPair) => number | undefined {
	const { first, mentor } = candidates;
	const menteeIndex = new Map(mentees.map(({ id }, i) => [id, i]));
	const mentorIndex = new Map(mentors.map(({ id }, j) => [id, j]));
	return (pair) => {
		const i = menteeIndex.get(pair.mentee) ?? -1;
		const j = mentorIndex.get(pair.mentor);
		if (i < 0 || j === undefined) return undefined;
		const from = first[i] ?? 0;
		const at = mentor.subarray(from, first[i + 1]).indexOf(j);
		return at < 0 ? undefined : from + at;
	};
}
