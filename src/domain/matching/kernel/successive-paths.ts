// Successive shortest paths for a bipartite b-matching with unit pairs.
//
// Minimises the sum of the costs of the used pairs plus `outside` for every unit of a searcher's supply that finds no place. Each
// augmentation runs Dijkstra over reduced costs cost - price(searcher) - price(holder) ≥ 0 and then adjusts the prices (Johnson's
// potentials), so after every step the matching is optimal for the units placed so far. A pair costs its points, negated. What carries the
// speed:
// - a searcher's row is sorted by falling points as far as a scan comes (falling-rows.ts), and since holders' prices are never positive a
//   scan stops at the first pair that cannot beat the best end found; the pairs that were shortest last time are kept at hand
//   (short-lists.ts), and mostly a search looks at no others;
// - whoever holds a place of a holder without room is reached as soon as the holder is, so that only searchers are queued;
// - searchers' prices are lower bounds of what their unit costs in the end. A search raises those it passes as far as it went; now and then a
//   sweep raises everybody's as far as their own pairs tell, which halves what is left to search where places are contended (the idea of
//   global relabelling in push-relabel codes: Cherkassky and Goldberg 1997);
// - the caller lets the scarcer side search, since every surplus unit would otherwise search the whole graph.
//
// O(F · E log V) at worst, F = units placed. The worst case is real ("everyone wants the same mentors"): the caller watches
// `operations` and turns to another method. Reference: Ahuja, Magnanti, Orlin, Network Flows, 9.7; Jonker and Volgenant 1987.
import type { FallingRows } from "./falling-rows.ts";
import { sortOn } from "./falling-rows.ts";
import { createNearestFirst, dropNearest, putIn } from "./nearest-first.ts";
import {
	createShortLists,
	orderShort,
	SHORTEST,
	shorten,
} from "./short-lists.ts";

export type SearchGraph = {
	readonly holders: number;
	/** Each searcher's pairs. Points are whole numbers, which may be negative. */
	readonly rows: FallingRows;
	/** By index of the pair. */
	readonly holder: Int32Array;
	readonly points: Float64Array;
	readonly supply: Int32Array;
	readonly room: Int32Array;
	/** What a unit left outside costs. */
	readonly outside: number;
};

export type PathSearch = {
	/** Works until about `operations` nodes were settled; true when every unit is placed or outside. */
	step(operations: number): boolean;
	/** Nodes settled so far: the deterministic measure of work. */
	operations(): number;
	/** How many searchers have all their units placed or outside. */
	searched(): number;
	/** By index of the pair. */
	readonly used: Uint8Array;
	/** Prices of searchers (≤ outside) and holders (≤ 0). */
	readonly searcherPrice: Float64Array;
	readonly holderPrice: Float64Array;
};

export function createPathSearch(graph: SearchGraph): PathSearch {
	const { holders, rows, holder, points, outside } = graph;
	const { rows: searchers, first, ready, pair, worth } = rows;
	const nodes = searchers + holders;
	const u = new Float64Array(searchers);
	const v = new Float64Array(holders);
	const used = new Uint8Array(pair.length);
	const waiting = Int32Array.from(graph.supply);
	const free = Int32Array.from(graph.room);
	// The pairs that hold each place of each holder, -1 for an empty place.
	const place = new Int32Array(holders + 1);
	for (let r = 0; r < holders; r++) place[r + 1] = place[r] + graph.room[r];
	const heldBy = new Int32Array(place[holders]).fill(-1);
	const heldFor = new Int32Array(place[holders]);
	const heldWorth = new Float64Array(place[holders]);

	// Of the search at hand (those marked with its round): how far somebody is and by what; whom it reached.
	const isReached = new Int32Array(searchers);
	const searcherFar = new Float64Array(searchers);
	const leaving = new Int32Array(searchers);
	const settled = new Int32Array(searchers);
	const isTouched = new Int32Array(holders);
	const holderFar = new Float64Array(holders);
	const via = new Int32Array(holders);
	const before = new Int32Array(holders);
	const touched = new Int32Array(holders);
	const queue = createNearestFirst();
	const short = createShortLists(graph, v, free, used);
	let round = 0;
	let operations = 0;
	let sinceSweep = 0;
	let next = 0;

	placeTight();
	return {
		step(budget) {
			const until = operations + budget;
			while (next < searchers) {
				if (waiting[next] === 0) next++;
				else if (operations >= until) return false;
				else {
					if (operations - sinceSweep > nodes) sweep();
					augment(next);
					waiting[next]--;
				}
			}
			return true;
		},
		operations: () => operations,
		searched: () => next,
		used,
		searcherPrice: u,
		holderPrice: v,
	};

	/** Prices from the best pair of each row; pairs of that cost are used at once while there is room. */
	function placeTight(): void {
		for (let l = 0; l < searchers; l++) {
			const to = first[l + 1];
			if (first[l] < to) sortOn(rows, l);
			const least = first[l] < to ? -worth[first[l]] : outside;
			const best = least < outside ? least : outside;
			u[l] = best;
			for (let k = first[l]; k < to && waiting[l] > 0; k++) {
				if (k === ready[l]) sortOn(rows, l);
				if (-worth[k] !== best) break;
				const e = pair[k];
				const r = holder[e];
				if (free[r] === 0) continue;
				hold(emptyPlace(r), e, l);
				waiting[l]--;
			}
			if (best === outside) waiting[l] = 0;
		}
	}

	/**
	 * Brings prices nearer to what they will be in the end: a searcher's to what the best pair costs at the prices of now, then a full holder's as
	 * far as those who are there would pay. No reduced cost of an unused pair falls below 0 by that, none of a used one rises above it.
	 */
	function sweep(): void {
		for (let l = 0; l < searchers; l++) {
			orderShort(short, l);
			let least = outside;
			const from = l * SHORTEST;
			for (let at = from, to = from + short.count[l]; at < to; at++) {
				if (short.least[at] >= least) break;
				if (used[short.pair[at]] === 0) least = short.least[at];
			}
			if (short.beyond[l] < least) {
				const found = shorten(short, l, least);
				for (let at = 0; at < found; at++) {
					const e = pair[short.found[at]];
					const own = -points[e] - v[holder[e]];
					if (own < least && used[e] === 0) least = own;
				}
			}
			if (least > u[l]) u[l] = least;
		}
		for (let r = 0; r < holders; r++) {
			if (free[r] > 0 || place[r] === place[r + 1]) continue;
			let least = Infinity;
			for (let k = place[r]; k < place[r + 1]; k++) {
				const own = heldWorth[k] + u[heldFor[k]];
				if (own < least) least = own;
			}
			if (-least < v[r]) v[r] = -least;
		}
		sinceSweep = operations;
	}

	function hold(k: number, e: number, l: number): void {
		heldBy[k] = e;
		heldFor[k] = l;
		heldWorth[k] = points[e];
		used[e] = 1;
	}

	function emptyPlace(r: number): number {
		free[r]--;
		let k = place[r];
		while (heldBy[k] !== -1) k++;
		return k;
	}

	/** Places one unit of searcher `start` along a cheapest alternating path; there is always the way outside. */
	function augment(start: number): void {
		const mark = ++round;
		let count = 0;
		let holdersTouched = 0;
		let best = Infinity;
		// The holder with room where the path ends, the pair and the searcher before it; no holder where that searcher stays outside.
		let end = -1;
		let last = -1;
		let from = start;
		let l = start;
		let here = 0;
		isReached[start] = mark;
		searcherFar[start] = 0;
		queue.size = 0;
		for (;;) {
			settled[count++] = l;
			const base = here - u[l];
			if (base + outside < best) {
				best = base + outside;
				end = -1;
				from = l;
			}
			let at = l * SHORTEST;
			let to = at + short.count[l];
			for (let isShort = true; ; isShort = false) {
				for (; at < to; at++) {
					if (isShort && base + short.least[at] >= best) break;
					const k: number = isShort ? 0 : short.found[at];
					const e: number = isShort ? short.pair[at] : pair[k];
					const r = isShort ? short.holder[at] : holder[e];
					const far = base + (isShort ? short.cost[at] : -worth[k]) - v[r];
					if (far >= best) continue;
					if (isTouched[r] === mark && far >= holderFar[r]) continue;
					if (used[e] !== 0) continue;
					if (free[r] > 0) {
						best = far;
						end = r;
						last = e;
						from = l;
						continue;
					}
					if (isTouched[r] !== mark) {
						isTouched[r] = mark;
						touched[holdersTouched++] = r;
					}
					holderFar[r] = far;
					via[r] = e;
					before[r] = l;
					const across = far + v[r];
					const until = place[r + 1];
					for (let p: number = place[r]; p < until; p++) {
						const other = heldFor[p];
						const total = across + heldWorth[p] + u[other];
						if (total >= best) continue;
						if (isReached[other] === mark && total >= searcherFar[other])
							continue;
						isReached[other] = mark;
						searcherFar[other] = total;
						leaving[other] = p;
						putIn(queue, total, other);
					}
				}
				if (!isShort || base + short.beyond[l] >= best) break;
				at = 0;
				to = shorten(short, l, best - base);
			}
			let found = -1;
			while (queue.size > 0 && queue.key[0] < best) {
				const x = queue.who[0];
				here = queue.key[0];
				dropNearest(queue);
				if (here > searcherFar[x]) continue;
				found = x;
				break;
			}
			if (found < 0) break;
			l = found;
		}
		operations += count;
		for (let k = 0; k < count; k++) {
			const x = settled[k];
			u[x] += best - searcherFar[x];
		}
		for (let k = 0; k < holdersTouched; k++) {
			const r = touched[k];
			if (holderFar[r] >= best) continue;
			v[r] -= best - holderFar[r];
			operations++;
		}
		turn(start, end, last, from);
	}

	/** Exchanges used and unused pairs along the path: who comes takes the place of who leaves. */
	function turn(start: number, end: number, last: number, from: number): void {
		let e = last;
		let l = from;
		if (end >= 0) hold(emptyPlace(end), e, l);
		while (l !== start) {
			const p: number = leaving[l];
			const left = heldBy[p];
			const r = holder[left];
			used[left] = 0;
			e = via[r];
			l = before[r];
			hold(p, e, l);
		}
	}
}
