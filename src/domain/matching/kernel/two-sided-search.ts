// One unit more or one unit less, exactly: the two searches of a matching that is being repaired.
//
// `push` finds a place for a unit that somebody has too many of (a searcher's unit that waits, or a pair of a holder who has lost a
// place); `pull` fills a place that stands empty at a price (or takes a unit from a searcher who has lost one). Both are Dijkstra
// over reduced costs cost - price(searcher) - price(holder) in the residual graph, forwards and backwards, and both move the prices
// by what each node is nearer than the end (Johnson's potentials), so that used pairs keep a reduced cost ≤ 0 and all others ≥ 0.
// Ahuja, Magnanti, Orlin, Network Flows, 9.7 (successive shortest paths from a pseudoflow). O(E log V) each at worst.
import { insert, raise, takeFirst } from "./tied-heap.ts";
import type { Repair } from "./two-sided-state.ts";
import {
	dropPair,
	lastOutside,
	nextOutside,
	OPEN,
	usePair,
} from "./two-sided-state.ts";

/** Moves one unit of node `start` to the cheapest place there is for it, or outside. */
export function push(repair: Repair, start: number): void {
	const { graph, state, byHolder, distance, distanceTie, settled } = repair;
	const { searchers, rows, searcher, holder, cost, tie, room } = graph;
	const { searcherPrice, searcherTie, holderPrice, holderTie } = repair;
	const mark = begin(repair, start);
	let count = 0;
	let best = Infinity;
	let bestTie = 0;
	let end = -1;
	for (let x = start; x >= 0; x = nearest(repair, best, bestTie)) {
		settled[x] = mark;
		repair.list[count++] = x;
		if (x < searchers) {
			const base = distance[x] - searcherPrice[x];
			const baseTie = distanceTie[x] - searcherTie[x];
			const away = base + nextOutside(repair, x);
			if (away < best || (away === best && baseTie < bestTie)) {
				best = away;
				bestTie = baseTie;
				end = x;
			}
			// Holders' prices are never above 0 and rows are sorted: a pair that cannot beat the best end ends the scan.
			for (let k = rows.from[x], to = rows.to[x]; k < to; k++) {
				const e = rows.pair[k];
				const bound = base + cost[e];
				if (bound > best) break;
				const boundTie = tie === undefined ? baseTie : baseTie + tie[e];
				if (bound === best && boundTie >= bestTie) break;
				if (state[e] !== OPEN) continue;
				const r = holder[e];
				const y = r + searchers;
				const far = bound - holderPrice[r];
				const farTie = boundTie - holderTie[r];
				if (far > best || (far === best && farTie >= bestTie)) continue;
				if (settled[y] === mark) continue;
				if (byHolder.count[r] < room[r]) {
					best = far;
					bestTie = farTie;
					end = y;
					repair.via[y] = e;
				} else reach(repair, mark, y, far, farTie, e);
			}
		} else {
			const r = x - searchers;
			const base = distance[x] + holderPrice[r];
			const baseTie = distanceTie[x] + holderTie[r];
			const from = byHolder.from[r];
			for (let k = from, to = from + byHolder.count[r]; k < to; k++) {
				const e = byHolder.pair[k];
				const y = searcher[e];
				if (settled[y] === mark) continue;
				const far = base - cost[e] + searcherPrice[y];
				const farTie =
					(tie === undefined ? baseTie : baseTie - tie[e]) + searcherTie[y];
				if (far < best || (far === best && farTie < bestTie))
					reach(repair, mark, y, far, farTie, e);
			}
		}
	}
	movePrices(repair, count, best, bestTie, 1);
	if (end < searchers) repair.outsideUnits[end]++;
	for (let x = end; x !== start; ) {
		const e = repair.via[x];
		if (x < searchers) {
			dropPair(repair, e);
			x = holder[e] + searchers;
		} else {
			usePair(repair, e);
			x = searcher[e];
		}
	}
}

/** Brings the cheapest unit there is to node `start`, or leaves its place empty (a searcher: gives one of its units up). */
export function pull(repair: Repair, start: number): void {
	const { graph, state, bySearcher, distance, distanceTie, settled } = repair;
	const { searchers, columns, searcher, holder, cost, tie } = graph;
	const { searcherPrice, searcherTie, holderPrice, holderTie } = repair;
	const mark = begin(repair, start);
	let count = 0;
	let best = Infinity;
	let bestTie = 0;
	let end = -1;
	for (let x = start; x >= 0; x = nearest(repair, best, bestTie)) {
		settled[x] = mark;
		repair.list[count++] = x;
		if (x < searchers) {
			const base = distance[x] + searcherPrice[x];
			const baseTie = distanceTie[x] + searcherTie[x];
			if (repair.outsideUnits[x] > 0) {
				const back = base - lastOutside(repair, x);
				if (back < best || (back === best && baseTie < bestTie)) {
					best = back;
					bestTie = baseTie;
					end = x;
				}
			}
			const from = bySearcher.from[x];
			for (let k = from, to = from + bySearcher.count[x]; k < to; k++) {
				const e = bySearcher.pair[k];
				const r = holder[e];
				const y = r + searchers;
				if (settled[y] === mark) continue;
				const far = base - cost[e] + holderPrice[r];
				const farTie =
					(tie === undefined ? baseTie : baseTie - tie[e]) + holderTie[r];
				if (far < best || (far === best && farTie < bestTie))
					reach(repair, mark, y, far, farTie, e);
			}
		} else {
			const r = x - searchers;
			const base = distance[x] - holderPrice[r];
			const baseTie = distanceTie[x] - holderTie[r];
			if (base < best || (base === best && baseTie < bestTie)) {
				best = base;
				bestTie = baseTie;
				end = x;
			}
			for (let k = columns.from[r], to = columns.to[r]; k < to; k++) {
				const e = columns.pair[k];
				if (state[e] !== OPEN) continue;
				const y = searcher[e];
				const far = base + cost[e] - searcherPrice[y];
				if (far > best || settled[y] === mark) continue;
				const farTie =
					(tie === undefined ? baseTie : baseTie + tie[e]) - searcherTie[y];
				if (far < best || farTie < bestTie)
					reach(repair, mark, y, far, farTie, e);
			}
		}
	}
	movePrices(repair, count, best, bestTie, -1);
	if (end < searchers) repair.outsideUnits[end]--;
	for (let x = end; x !== start; ) {
		const e = repair.via[x];
		if (x < searchers) {
			usePair(repair, e);
			x = holder[e] + searchers;
		} else {
			dropPair(repair, e);
			x = searcher[e];
		}
	}
}

function begin(repair: Repair, start: number): number {
	repair.heap.size = 0;
	repair.distance[start] = 0;
	repair.distanceTie[start] = 0;
	return ++repair.round;
}

/** The nearest node not settled, taken from the heap; -1 when none is nearer than the best end. */
function nearest(repair: Repair, best: number, bestTie: number): number {
	const { heap, distance, distanceTie } = repair;
	if (heap.size === 0) return -1;
	const x = heap.node[0];
	const isNearer =
		distance[x] < best || (distance[x] === best && distanceTie[x] < bestTie);
	return isNearer ? takeFirst(heap) : -1;
}

function reach(
	repair: Repair,
	mark: number,
	x: number,
	far: number,
	farTie: number,
	e: number,
): void {
	const { distance, distanceTie, reached } = repair;
	const isNew = reached[x] !== mark;
	if (
		!isNew &&
		(far > distance[x] || (far === distance[x] && farTie >= distanceTie[x]))
	)
		return;
	reached[x] = mark;
	distance[x] = far;
	distanceTie[x] = farTie;
	repair.via[x] = e;
	if (isNew) insert(repair.heap, x);
	else raise(repair.heap, x);
}

function movePrices(
	repair: Repair,
	count: number,
	best: number,
	bestTie: number,
	sign: 1 | -1,
): void {
	const { graph, list, distance, distanceTie } = repair;
	repair.operations += count;
	for (let k = 0; k < count; k++) {
		const x = list[k];
		const slack = sign * (best - distance[x]);
		const slackTie = sign * (bestTie - distanceTie[x]);
		if (x < graph.searchers) {
			repair.searcherPrice[x] += slack;
			repair.searcherTie[x] += slackTie;
		} else {
			repair.holderPrice[x - graph.searchers] -= slack;
			repair.holderTie[x - graph.searchers] -= slackTie;
		}
	}
}
