// Repairs a b-matching from any prices of the holders and any partial matching to the exact optimum.
//
// Whatever the prices, a searcher's own follows from them: the cheapest pair that is not used, or the way outside. Pairs that are
// dearer than that are dropped, and the rest is complementary but for two things: units that wait (pushed from the searchers' side)
// and places that stand empty at a price (pulled from the holders' side). Both searches keep what is right, so the work is what the
// prices were wrong by: nothing at the optimum, little after small changes of costs, everything from zero.
// O((units waiting + places empty at a price) · E log V) at worst; the proof is the certificate: see `TwoSided`.
import type { TwoSidedGraph } from "./two-sided-graph.ts";
import type { Repair } from "./two-sided-state.ts";
import { pull, push } from "./two-sided-search.ts";
import {
	CLOSED,
	createRepair,
	dropPair,
	nextOutside,
	OPEN,
	USED,
	usePair,
} from "./two-sided-state.ts";

/**
 * At the optimum: cost - searcher's price - holder's price is ≥ 0 for open pairs and ≤ 0 for used ones; a holder's price is ≤ 0, and
 * 0 where there is room left; a searcher's price is at most the cost of the next unit outside and at least that of the last.
 */
export type TwoSided = {
	readonly graph: TwoSidedGraph;
	/** For each pair: 0 open, 1 used, 2 closed (set to 2 by the caller before `adopt`, never used). */
	readonly state: Uint8Array;
	readonly searcherPrice: Float64Array;
	readonly searcherTie: Float64Array;
	readonly holderPrice: Float64Array;
	readonly holderTie: Float64Array;
	readonly outsideUnits: Int32Array;
	/**
	 * Starts from the pairs marked 1 in `used` (its own `state` will do) and from holders' prices, its own where none are given; takes
	 * both as far as they are right for the graph as it is now. Whole numbers only.
	 */
	adopt(
		used?: Uint8Array,
		holderPrice?: Float64Array,
		holderTie?: Float64Array,
	): void;
	/** Works until about `operations` more nodes were settled; true when the matching is optimal. */
	step(operations: number): boolean;
	/** Nodes settled so far: the deterministic measure of work. */
	operations(): number;
};

export function createTwoSided(graph: TwoSidedGraph): TwoSided {
	const repair = createRepair(graph);
	let searcher = 0;
	let holder = 0;
	return {
		graph,
		state: repair.state,
		searcherPrice: repair.searcherPrice,
		searcherTie: repair.searcherTie,
		holderPrice: repair.holderPrice,
		holderTie: repair.holderTie,
		outsideUnits: repair.outsideUnits,
		adopt(used, holderPrice, holderTie) {
			searcher = 0;
			holder = 0;
			if (holderPrice !== undefined) repair.holderPrice.set(holderPrice);
			if (holderTie !== undefined) repair.holderTie.set(holderTie);
			adoptPairs(repair, used);
		},
		step(operations) {
			const until = repair.operations + operations;
			while (searcher < graph.searchers) {
				if (unitsWaiting(repair, searcher) <= 0) searcher++;
				else if (repair.operations >= until) return false;
				else placeUnit(repair, searcher);
			}
			while (holder < graph.holders) {
				if (!isEmptyAtPrice(repair, holder)) holder++;
				else if (repair.operations >= until) return false;
				else pull(repair, graph.searchers + holder);
			}
			return true;
		},
		operations: () => repair.operations,
	};
}

/** Takes over the holders' prices and those of the marked pairs that are right at them. O(pairs). */
export function adoptPairs(repair: Repair, used: Uint8Array | undefined): void {
	const { graph, state, holderPrice, holderTie } = repair;
	const wanted = new Uint8Array(state.length);
	for (let e = 0; e < state.length; e++) {
		if (state[e] === CLOSED) continue;
		wanted[e] = used !== undefined && used[e] === USED ? 1 : 0;
		state[e] = OPEN;
	}
	repair.bySearcher.count.fill(0);
	repair.byHolder.count.fill(0);
	repair.outsideUnits.fill(0);
	for (let r = 0; r < graph.holders; r++)
		if (!(holderPrice[r] < 0 || (holderPrice[r] === 0 && holderTie[r] < 0))) {
			holderPrice[r] = 0;
			holderTie[r] = 0;
		}
	const { rows, supply, room, holder } = graph;
	for (let l = 0; l < graph.searchers; l++) {
		for (let k = rows.from[l], to = rows.to[l]; k < to; k++) {
			const e = rows.pair[k];
			if (wanted[e] === 0) continue;
			const r = holder[e];
			if (
				repair.bySearcher.count[l] < supply[l] &&
				repair.byHolder.count[r] < room[r]
			)
				usePair(repair, e);
		}
		priceSearcher(repair, l);
	}
}

/**
 * Sets a searcher's price to the cheapest way not used and drops the pairs that are dearer; whoever holds no unit of theirs outside
 * is then right again but for units waiting. Pairs dropped may leave places empty at a price.
 */
export function priceSearcher(repair: Repair, l: number): void {
	const { graph, state, holderPrice, holderTie, bySearcher } = repair;
	const { rows, holder, cost, tie } = graph;
	let best = nextOutside(repair, l);
	let bestTie = 0;
	for (let k = rows.from[l], to = rows.to[l]; k < to; k++) {
		const e = rows.pair[k];
		if (cost[e] > best) break;
		if (state[e] !== OPEN) continue;
		const r = holder[e];
		const price = cost[e] - holderPrice[r];
		const priceTie = (tie === undefined ? 0 : tie[e]) - holderTie[r];
		if (price < best || (price === best && priceTie < bestTie)) {
			best = price;
			bestTie = priceTie;
		}
	}
	repair.searcherPrice[l] = best;
	repair.searcherTie[l] = bestTie;
	for (let k = bySearcher.count[l] - 1; k >= 0; k--) {
		const e = bySearcher.pair[bySearcher.from[l] + k];
		if (isTooDear(repair, e)) dropPair(repair, e);
	}
}

/** Whether a pair costs more than its two prices. */
export function isTooDear(repair: Repair, e: number): boolean {
	const reduced = reducedCost(repair, e);
	return reduced > 0 || (reduced === 0 && reducedTie(repair, e) > 0);
}

/** Whether a pair costs less than its two prices. */
export function isTooCheap(repair: Repair, e: number): boolean {
	const reduced = reducedCost(repair, e);
	return reduced < 0 || (reduced === 0 && reducedTie(repair, e) < 0);
}

/** Finds the place of a unit that waits; where the way outside is as good as any, of all units that may take it. */
export function placeUnit(repair: Repair, l: number): void {
	const { graph, outsideUnits, searcherPrice, searcherTie } = repair;
	if (searcherPrice[l] === nextOutside(repair, l) && searcherTie[l] === 0) {
		const left = graph.spare[l] - outsideUnits[l];
		const waiting = unitsWaiting(repair, l);
		outsideUnits[l] += left > 0 ? Math.min(left, waiting) : waiting;
	} else push(repair, l);
}

export function unitsWaiting(repair: Repair, l: number): number {
	return (
		repair.graph.supply[l] - repair.bySearcher.count[l] - repair.outsideUnits[l]
	);
}

export function isEmptyAtPrice(repair: Repair, r: number): boolean {
	const { graph, byHolder, holderPrice, holderTie } = repair;
	if (byHolder.count[r] >= graph.room[r]) return false;
	return holderPrice[r] < 0 || (holderPrice[r] === 0 && holderTie[r] < 0);
}

function reducedCost(
	{ graph, searcherPrice, holderPrice }: Repair,
	e: number,
): number {
	const { cost, searcher, holder } = graph;
	return cost[e] - searcherPrice[searcher[e]] - holderPrice[holder[e]];
}

function reducedTie(
	{ graph, searcherTie, holderTie }: Repair,
	e: number,
): number {
	const { tie, searcher, holder } = graph;
	const own = tie === undefined ? 0 : tie[e];
	return own - searcherTie[searcher[e]] - holderTie[holder[e]];
}
