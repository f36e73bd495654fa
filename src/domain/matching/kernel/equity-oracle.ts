// The best matching when groups are weighed, and prices that prove it: the engine's own solvers on weighted pairs. Two-sided
// repair of the matching and prices found last where nobody has more than a first mentor to get and nothing is capped; network simplex, from
// the matching found last too, for the rest and where the repair is too much work.
import type { Candidates } from "./candidates.ts";
import type { FlowNetwork } from "./flow-network.ts";
import { flowNetwork, usedPairs } from "./flow-network.ts";
import type { GroupWeights } from "./equity-weights.ts";
import { pairWeights } from "./equity-weights.ts";
import type { Tier } from "./objective-costs.ts";
import { hasLaterPairs, tierCost } from "./objective-costs.ts";
import { placeSets } from "./place-sets.ts";
import { optimiseTiers } from "./tiers.ts";
import type { TwoSided } from "./two-sided.ts";
import { createTwoSided } from "./two-sided.ts";
import { sortRows, twoSidedGraph } from "./two-sided-graph.ts";

/** `price` is of a place in each set (see place-sets.ts). `perPair`, `perPerson` and `perMentor` are what was added to make pairs, people and mentors count before all weights. */
export type WeighedMatching = {
	readonly used: Uint8Array;
	readonly price: Float64Array;
	readonly perPair: number;
	readonly perPerson: number;
	readonly perMentor: number;
};

/** `countsFirst`: most people, then (where they count) most mentors, then most pairs, only then the weights. Yields the operations of this call. */
export type WeighedSolver = (
	weights: GroupWeights,
	countsFirst: boolean,
) => Generator<number, WeighedMatching>;

const LARGEST = 2 ** 52;
// More than any exchange of pairs can change in weights; the same in every call, so that prices may be kept.
const PAIR_BONUS = 2 ** 50;
const OPERATIONS_A_STEP = 20_000;
const OPERATIONS_A_SEARCHER = 2000;

export function createWeighedSolver(
	candidates: Candidates,
	groupOf: Int32Array,
): WeighedSolver {
	const { mentees, mentors, covered, need } = candidates;
	const sets = placeSets(candidates);
	const countsMentors = candidates.mentorCovered !== undefined;
	const isPlain =
		candidates.caps === undefined &&
		!countsMentors &&
		!hasLaterPairs(candidates);
	const needed = total(need);
	const places = total(candidates.capacity);
	const countedTiers: readonly Tier[] = countsMentors
		? ["people", "mentors", "pairs"]
		: ["people", "pairs"];
	const byMentors = places < needed;
	const most = Math.min(needed, places);
	const hasGivenUp = [false, false];
	const repairs: TwoSided[] = [];
	// Flow and prices of the counts are kept between calls: only the last tier differs.
	const kept: { network: FlowNetwork; potentials: Float64Array[] }[] = [];
	return function* (weights, countsFirst) {
		const points = pairWeights(candidates, groupOf, weights);
		const mode = countsFirst ? 1 : 0;
		if (isPlain && !hasGivenUp[mode]) {
			const found = yield* byRepair(withFirst(points, weights), countsFirst);
			if (found !== undefined) return found;
			hasGivenUp[mode] = true;
		}
		return yield* bySimplex(points, weights, countsFirst);
	};

	/** Starts from the matching and the prices of the last call: the work is what the new weights change. */
	function* byRepair(
		weights: Float64Array,
		countsFirst: boolean,
	): Generator<number, WeighedMatching | undefined> {
		const mode = countsFirst ? 1 : 0;
		const outside = countsFirst ? PAIR_BONUS : 0;
		if (countsFirst && 8 * (most + 1) * (largest(weights) + 1) > PAIR_BONUS)
			return undefined;
		const cost = weights.map((weight) => -weight);
		const warm = repairs[mode];
		const repair =
			warm ??
			createTwoSided(twoSidedGraph(candidates, byMentors, cost, outside));
		repairs[mode] = repair;
		if (warm !== undefined) {
			if (byMentors) shiftPrices(repair, cost);
			repair.graph.cost.set(cost);
			sortRows(repair.graph);
		}
		repair.adopt(repair.state, repair.holderPrice);
		const limit =
			repair.operations() +
			OPERATIONS_A_SEARCHER * (repair.graph.searchers + 100);
		while (!repair.step(OPERATIONS_A_STEP)) {
			yield repair.operations();
			if (repair.operations() > limit) return undefined;
		}
		const { state, searcherPrice, holderPrice } = repair;
		return {
			used: state.slice(),
			price: Float64Array.from({ length: mentors }, (_, j) =>
				Math.max(0, byMentors ? outside - searcherPrice[j] : -holderPrice[j]),
			),
			perPair: outside,
			perPerson: 0,
			perMentor: 0,
		};
	}

	/** A mentee's price moves with what their present pair counts for, so that most pairs stay as right as they were. */
	function shiftPrices(
		{ graph, state, holderPrice }: TwoSided,
		cost: Float64Array,
	): void {
		for (let e = 0; e < cost.length; e++)
			if (state[e] === 1)
				holderPrice[graph.holder[e]] += cost[e] - graph.cost[e];
	}

	/** Where nobody gets a second pair, what a person counts for is part of the pair. */
	function withFirst(points: Float64Array, weights: GroupWeights) {
		const own = points.slice();
		for (let e = 0; e < own.length; e++) {
			const i = candidates.mentee[e];
			if (covered[i] === 0)
				own[e] += weights.person[groupOf[i]] + weights.perPerson;
		}
		return own;
	}

	function* bySimplex(
		points: Float64Array,
		weights: GroupWeights,
		countsFirst: boolean,
	): Generator<number, WeighedMatching> {
		const mode = countsFirst ? 1 : 0;
		kept[mode] ??= {
			network: flowNetwork(candidates, new Uint8Array(points.length), true),
			potentials: [],
		};
		const { network } = kept[mode];
		const counts = countsFirst
			? countedTiers.map((tier) => tierCost(network, tier))
			: [];
		const cost = new Float64Array(network.arcs);
		for (let e = 0; e < points.length; e++) cost[e] = -points[e];
		for (let a = network.firstLead; a < network.arcs; a++)
			cost[a] = -weights.perMentor * network.room[a];
		for (let i = 0; i < mentees; i++) {
			if (covered[i] === 1 || need[i] === 0) continue;
			const person = weights.person[groupOf[i]] + weights.perPerson;
			if (countsFirst || person >= 0 || need[i] === 1)
				cost[network.firstAlone + i] = person;
			// A first mentor of several that counts less than nothing is no flow: spread over the pairs. The bound is evaluated without this.
			else
				for (let e = candidates.first[i]; e < candidates.first[i + 1]; e++)
					cost[e] -= Math.round(person / need[i]);
		}
		const potentials = kept[mode].potentials.slice(0, counts.length);
		yield* optimiseTiers(network, [...counts, cost], potentials);
		kept[mode].potentials = potentials;
		const last = potentials[counts.length];
		if (!countsFirst)
			return {
				used: usedPairs(network),
				price: stacked([[last, 1]]),
				perPair: 0,
				perPerson: 0,
				perMentor: 0,
			};
		// From the last count to the first, each so much more than what the next can change that it always wins.
		const bonuses = [bonusOver(points, [last, weights.person])];
		for (let t = counts.length - 1; t > 0; t--)
			bonuses.unshift(
				Math.floor(
					Math.min(
						LARGEST / (mentees + 1),
						2 * bonuses[0] * (2 + largest(potentials[t])),
					),
				),
			);
		const bonusOf = (tier: Tier) => bonuses[countedTiers.indexOf(tier)] ?? 0;
		return {
			used: usedPairs(network),
			price: stacked([
				...bonuses.map((bonus, t) => [potentials[t], bonus] as const),
				[last, 1],
			]),
			perPair: bonusOf("pairs"),
			perPerson: bonusOf("people"),
			perMentor: bonusOf("mentors"),
		};
	}

	function stacked(
		parts: readonly (readonly [Float64Array, number])[],
	): Float64Array {
		const price = new Float64Array(sets.limit.length);
		for (let s = 0; s < price.length; s++) {
			const around = sets.above[s];
			let value = 0;
			for (const [potential, times] of parts) {
				const outside = around < 0 ? 0 : potential[mentees + around];
				value += times * (outside - potential[mentees + s]);
			}
			const isFirst = candidates.mentorCovered?.[s] === 0;
			price[s] = isFirst ? value : Math.max(0, value);
		}
		return price;
	}

	/** More than the weights of one pair and its place can differ by, so that one pair more always wins. */
	function bonusOver(
		points: Float64Array,
		others: readonly Float64Array[],
	): number {
		let most = largest(points);
		for (const other of others) most += largest(other);
		return 4 * (most + 1);
	}
}

function total(units: Int32Array): number {
	let sum = 0;
	for (const unit of units) sum += unit;
	return sum;
}

function largest(values: Float64Array): number {
	let most = 0;
	for (let k = 0; k < values.length; k++)
		most = Math.max(most, Math.abs(values[k]));
	return most;
}
