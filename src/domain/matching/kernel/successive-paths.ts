// Successive shortest paths for a bipartite b-matching with unit pairs.
//
// Minimises the sum of the costs of the used pairs plus `outside` for every unit of a searcher's supply that finds no place. Each
// augmentation runs Dijkstra over reduced costs cost - price(searcher) - price(holder) ≥ 0 and then adjusts the prices (Johnson's
// potentials), so after every step the matching is optimal for the units placed so far. Two things carry the speed: a searcher's
// row is sorted by falling points as far as a scan comes (falling-rows.ts), and since holders' prices are never positive a scan stops at the
// first pair that cannot beat the best end found; and the caller lets the scarcer side search, since every surplus unit would otherwise
// search the whole graph. A pair costs its points, negated.
//
// O(F · E log V) at worst, F = units placed. The worst case is real ("everyone wants the same mentors"): the caller watches
// `operations` and turns to another method. Reference: Ahuja, Magnanti, Orlin, Network Flows, 9.7; Jonker and Volgenant 1987.
import type { FallingRows } from "./falling-rows.ts";
import { sortOn } from "./falling-rows.ts";
import { createHeap, raise, sinkLast } from "./heap.ts";

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

	const distance = new Float64Array(nodes);
	const reached = new Int32Array(nodes);
	const settled = new Int32Array(nodes);
	const via = new Int32Array(nodes);
	const before = new Int32Array(nodes);
	const list = new Int32Array(nodes);
	const heap = createHeap(nodes, distance);
	let round = 0;
	let operations = 0;
	let next = 0;

	placeTight();
	return {
		step(budget) {
			const until = operations + budget;
			while (next < searchers) {
				if (waiting[next] === 0) next++;
				else if (operations >= until) return false;
				else {
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
				hold(r, e, l);
				free[r]--;
				waiting[l]--;
			}
			if (best === outside) waiting[l] = 0;
		}
	}

	function hold(r: number, e: number, l: number): void {
		let k = place[r];
		while (heldBy[k] !== -1) k++;
		heldBy[k] = e;
		heldFor[k] = l;
		heldWorth[k] = points[e];
		used[e] = 1;
	}

	function release(r: number, e: number): void {
		let k = place[r];
		while (heldBy[k] !== e) k++;
		heldBy[k] = -1;
		used[e] = 0;
	}

	/** Places one unit of searcher `start` along a cheapest alternating path; there is always the way outside. */
	function augment(start: number): void {
		const mark = ++round;
		let size = 0;
		let count = 0;
		let best = Infinity;
		let end = -1;
		let l = start;
		let here = 0;
		reached[start] = mark;
		distance[start] = 0;
		settled[start] = mark;
		list[count++] = start;
		for (;;) {
			const base = here - u[l];
			if (base + outside < best) {
				best = base + outside;
				end = l;
			}
			for (let k = first[l], to = first[l + 1]; k < to; k++) {
				if (k === ready[l]) sortOn(rows, l);
				const bound = base - worth[k];
				if (bound >= best) break;
				const e = pair[k];
				const r = holder[e];
				const far = bound - v[r];
				if (far >= best || used[e] !== 0) continue;
				const x = r + searchers;
				if (settled[x] === mark) continue;
				if (free[r] > 0) {
					best = far;
					end = x;
					distance[x] = far;
					via[x] = e;
					before[x] = l;
				} else size = reach(x, far, e, l, mark, size);
			}
			let found = -1;
			while (size > 0 && distance[heap.node[0]] < best) {
				const x = heap.node[0];
				size--;
				if (size > 0) sinkLast(heap, size);
				settled[x] = mark;
				list[count++] = x;
				if (x < searchers) {
					found = x;
					break;
				}
				const r = x - searchers;
				const far = distance[x] + v[r];
				for (let k = place[r], to = place[r + 1]; k < to; k++) {
					const other = heldFor[k];
					if (settled[other] === mark) continue;
					const total = far + heldWorth[k] + u[other];
					if (total < best)
						size = reach(other, total, heldBy[k], r, mark, size);
				}
			}
			if (found < 0) break;
			l = found;
			here = distance[found];
		}
		operations += count;
		for (let k = 0; k < count; k++) {
			const x = list[k];
			const slack = best - distance[x];
			if (x < searchers) u[x] += slack;
			else v[x - searchers] -= slack;
		}
		turn(start, end);
	}

	function reach(
		x: number,
		far: number,
		e: number,
		from: number,
		mark: number,
		size: number,
	): number {
		if (reached[x] !== mark) {
			reached[x] = mark;
			distance[x] = far;
			via[x] = e;
			before[x] = from;
			raise(heap, x, size);
			return size + 1;
		}
		if (far < distance[x]) {
			distance[x] = far;
			via[x] = e;
			before[x] = from;
			raise(heap, x, heap.place[x]);
		}
		return size;
	}

	/** Exchanges used and unused pairs along the path that ends at `end`. */
	function turn(start: number, end: number): void {
		if (end >= searchers) free[end - searchers]--;
		let x = end;
		while (x !== start) {
			const e = via[x];
			const from = before[x];
			if (x >= searchers) {
				hold(x - searchers, e, from);
				x = from;
			} else {
				release(from, e);
				x = from + searchers;
			}
		}
	}
}
