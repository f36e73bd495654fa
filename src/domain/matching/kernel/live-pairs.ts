// Pairs and people of a live matching: a two-sided graph with room for joiners. Rows that become too small move to the end, pair numbers
// never change. Amortised O(1) for each pair added, O(row) to keep a row in order.
import type { PairRows, TwoSidedGraph } from "./two-sided-graph.ts";

export type GrowingRows = PairRows & { limit: Int32Array; end: number };

export type LivePairs = {
	readonly graph: TwoSidedGraph & { tie: Float64Array };
	readonly rows: GrowingRows;
	readonly columns: GrowingRows;
	points: Float64Array;
	count: number;
};

export type LiveInput = {
	/** Places for people: those present and those who may join. */
	readonly searchers: number;
	readonly holders: number;
	readonly searcher: Int32Array;
	readonly holder: Int32Array;
	readonly points: Float64Array;
	readonly cost: Float64Array;
	readonly tie: Float64Array;
	readonly supply: Int32Array;
	readonly room: Int32Array;
};

export function createLivePairs(input: LiveInput): LivePairs {
	const { searchers, holders } = input;
	const rows = grouped(input.searcher, searchers);
	const columns = grouped(input.holder, holders);
	return {
		graph: {
			searchers,
			holders,
			rows,
			columns,
			searcher: input.searcher,
			holder: input.holder,
			cost: input.cost,
			tie: input.tie,
			supply: input.supply,
			room: input.room,
			outside: new Float64Array(searchers),
			spare: new Int32Array(searchers),
			spareOutside: 0,
		},
		rows,
		columns,
		points: input.points,
		count: input.searcher.length,
	};
}

/** The number of the pair of these two, or -1. O(the shorter of their rows). */
export function findPair(pairs: LivePairs, l: number, r: number): number {
	const { rows, columns, graph } = pairs;
	const isRowShorter =
		rows.to[l] - rows.from[l] <= columns.to[r] - columns.from[r];
	const [list, x] = isRowShorter ? [rows, l] : [columns, r];
	for (let k = list.from[x]; k < list.to[x]; k++) {
		const e = list.pair[k];
		if (graph.searcher[e] === l && graph.holder[e] === r) return e;
	}
	return -1;
}

/** Adds a pair that is not there yet and returns its number. */
export function addPair(
	pairs: LivePairs,
	l: number,
	r: number,
	points: number,
	cost: number,
	tie: number,
): number {
	const { graph } = pairs;
	const e = pairs.count++;
	if (e === graph.cost.length) growPairs(pairs);
	graph.searcher[e] = l;
	graph.holder[e] = r;
	graph.cost[e] = cost;
	graph.tie[e] = tie;
	pairs.points[e] = points;
	append(pairs.rows, l, e);
	append(pairs.columns, r, e);
	placeInRow(pairs, e);
	return e;
}

/** Moves a pair whose cost changed to where it belongs in its row. */
export function placeInRow(pairs: LivePairs, e: number): void {
	const { graph, rows } = pairs;
	const { cost, tie } = graph;
	const l = graph.searcher[e];
	const isBefore = (a: number, b: number) =>
		cost[a] < cost[b] || (cost[a] === cost[b] && tie[a] < tie[b]);
	const { pair } = rows;
	let k = rows.from[l];
	while (pair[k] !== e) k++;
	while (k > rows.from[l] && isBefore(e, pair[k - 1])) {
		pair[k] = pair[k - 1];
		k--;
	}
	while (k + 1 < rows.to[l] && isBefore(pair[k + 1], e)) {
		pair[k] = pair[k + 1];
		k++;
	}
	pair[k] = e;
}

function grouped(person: Int32Array, people: number): GrowingRows {
	const from = new Int32Array(people);
	const to = new Int32Array(people);
	for (const x of person) to[x]++;
	let end = 0;
	for (let x = 0; x < people; x++) {
		from[x] = end;
		end += to[x];
		to[x] = from[x];
	}
	const pair = new Int32Array(end);
	for (let e = 0; e < person.length; e++) pair[to[person[e]]++] = e;
	return { from, to, pair, limit: to.slice(), end };
}

function append(rows: GrowingRows, x: number, e: number): void {
	if (rows.to[x] === rows.limit[x]) moveRow(rows, x);
	rows.pair[rows.to[x]++] = e;
}

function moveRow(rows: GrowingRows, x: number): void {
	const size = rows.to[x] - rows.from[x];
	const room = size + Math.max(8, size >> 3);
	if (rows.end + room > rows.pair.length) {
		const larger = new Int32Array(rows.end + room + (rows.end >> 1));
		larger.set(rows.pair);
		rows.pair = larger;
	}
	rows.pair.copyWithin(rows.end, rows.from[x], rows.to[x]);
	rows.from[x] = rows.end;
	rows.to[x] = rows.end + size;
	rows.limit[x] = rows.end + room;
	rows.end += room;
}

function growPairs(pairs: LivePairs): void {
	const { graph } = pairs;
	const length = pairs.count + Math.max(64, pairs.count >> 3);
	const numbers = (from: Float64Array) => {
		const larger = new Float64Array(length);
		larger.set(from);
		return larger;
	};
	const indices = (from: Int32Array) => {
		const larger = new Int32Array(length);
		larger.set(from);
		return larger;
	};
	graph.searcher = indices(graph.searcher);
	graph.holder = indices(graph.holder);
	graph.cost = numbers(graph.cost);
	graph.tie = numbers(graph.tie);
	pairs.points = numbers(pairs.points);
}
