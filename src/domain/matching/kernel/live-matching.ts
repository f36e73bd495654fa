// A matching that stays optimal while its problem changes. Each change leaves the prices as they are and sets right only what they
// no longer prove: one search for a unit that lost its place, one for a place that came free, and a searcher whose pairs became better
// starts anew from their cheapest way. What is left is the proof of the changed problem (see two-sided.ts), so nothing is approximate.
// O(E log V) a search at worst, in practice the few people around the change. Costs hold the whole objective: see live-costs.ts.
import type { LivePairs } from "./live-pairs.ts";
import { placeInRow } from "./live-pairs.ts";
import {
	isEmptyAtPrice,
	isTooCheap,
	isTooDear,
	placeUnit,
	priceSearcher,
	unitsWaiting,
} from "./two-sided.ts";
import type { Repair } from "./two-sided-state.ts";
import { pull, push } from "./two-sided-search.ts";
import {
	CLOSED,
	dropPair,
	lastOutside,
	nextOutside,
	OPEN,
	USED,
} from "./two-sided-state.ts";

export type LiveMatching = {
	readonly pairs: LivePairs;
	readonly repair: Repair;
	/** Pairs turned since the caller emptied it. */
	readonly turned: number[];
};

/** Makes a pair one that may be used. */
export function openPair(live: LiveMatching, e: number): void {
	const { repair } = live;
	if (repair.state[e] !== CLOSED) return;
	repair.state[e] = OPEN;
	const l = repair.graph.searcher[e];
	if (isTooCheap(repair, e)) restart(live, l);
	finish(live, l);
}

/** Keeps a pair out from now on. */
export function closePair(live: LiveMatching, e: number): void {
	const { repair } = live;
	if (repair.state[e] === USED) dropPair(repair, e);
	repair.state[e] = CLOSED;
	finish(live, repair.graph.searcher[e]);
}

/** Takes a used pair out together with the two units it took. */
export function settlePair(live: LiveMatching, e: number): void {
	const { repair } = live;
	const { graph } = repair;
	dropPair(repair, e);
	repair.state[e] = CLOSED;
	graph.supply[graph.searcher[e]]--;
	graph.room[graph.holder[e]]--;
}

/** Changes what a pair costs. */
export function changeCost(live: LiveMatching, e: number, cost: number): void {
	const { repair, pairs } = live;
	pairs.graph.cost[e] = cost;
	placeInRow(pairs, e);
	const l = pairs.graph.searcher[e];
	if (repair.state[e] === USED && isTooDear(repair, e)) dropPair(repair, e);
	else if (repair.state[e] === OPEN && isTooCheap(repair, e)) restart(live, l);
	finish(live, l);
}

export function changeSupply(
	live: LiveMatching,
	l: number,
	units: number,
): void {
	const { repair } = live;
	const { supply } = repair.graph;
	const back = Math.min(Math.max(0, supply[l] - units), repair.outsideUnits[l]);
	repair.outsideUnits[l] -= back;
	supply[l] -= back;
	while (supply[l] > units) {
		supply[l]--;
		pull(repair, l);
	}
	supply[l] = units;
	finish(live, l);
}

export function changeRoom(live: LiveMatching, r: number, units: number): void {
	const { repair } = live;
	const { room, searchers } = repair.graph;
	room[r] = Math.max(units, repair.byHolder.count[r]);
	while (room[r] > units) {
		room[r]--;
		push(repair, searchers + r);
	}
	while (isEmptyAtPrice(repair, r)) pull(repair, searchers + r);
}

/** What a searcher's units cost outside: the first `spare` of them the graph's `spareOutside`, the others `outside`. */
export function changeOutside(
	live: LiveMatching,
	l: number,
	outside: number,
	spare: number,
): void {
	const { graph } = live.repair;
	graph.outside[l] = outside;
	graph.spare[l] = spare;
	if (!isOutsideRight(live.repair, l)) restart(live, l);
	finish(live, l);
}

/** Gives a holder without pairs in use the highest price at which none of theirs is too cheap. */
export function priceHolder(live: LiveMatching, r: number): void {
	const { repair } = live;
	const { columns, cost, tie, searcher, searchers } = repair.graph;
	let least = 0;
	let leastTie = 0;
	for (let k = columns.from[r]; k < columns.to[r]; k++) {
		const e = columns.pair[k];
		const price = cost[e] - repair.searcherPrice[searcher[e]];
		const own = tie === undefined ? 0 : tie[e];
		const priceTie = own - repair.searcherTie[searcher[e]];
		if (price < least || (price === least && priceTie < leastTie)) {
			least = price;
			leastTie = priceTie;
		}
	}
	repair.holderPrice[r] = least;
	repair.holderTie[r] = leastTie;
	while (isEmptyAtPrice(repair, r)) pull(repair, searchers + r);
}

/** Calls a searcher's units back from outside and prices them anew. */
export function restart(live: LiveMatching, l: number): void {
	live.repair.outsideUnits[l] = 0;
	priceSearcher(live.repair, l);
}

function isOutsideRight(repair: Repair, l: number): boolean {
	const { searcherPrice, searcherTie, outsideUnits } = repair;
	const above = searcherPrice[l] - nextOutside(repair, l);
	if (above > 0 || (above === 0 && searcherTie[l] > 0)) return false;
	if (outsideUnits[l] === 0) return true;
	const beyond = searcherPrice[l] - lastOutside(repair, l);
	return beyond > 0 || (beyond === 0 && searcherTie[l] >= 0);
}

/** Finds places for the units of `l` that wait, then fills the places that came free at a price. */
export function finish(live: LiveMatching, l: number): void {
	const { repair, turned } = live;
	const { holder, searchers } = repair.graph;
	while (unitsWaiting(repair, l) > 0) placeUnit(repair, l);
	for (let k = 0; k < turned.length; k++) {
		const r = holder[turned[k]];
		while (isEmptyAtPrice(repair, r)) pull(repair, searchers + r);
	}
}
