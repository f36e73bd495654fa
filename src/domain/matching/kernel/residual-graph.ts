// The residual network of a proved plan, made ready for many searches: what could be changed, one arc each, with reduced costs that are
// never negative. The potentials are moved so that every node has a way to the root that costs nothing (the way by which a unit too many
// would leave at least cost); then no change costs more than the way from the root to where it ends, which bounds every search.
//
// The tiers become two numbers: all but the last in one, weighted so that no sum over a simple path can make an earlier tier's
// difference good. Two searches of the whole and one sort of every row: O(arcs + nodes · log nodes).
import type { FlowNetwork, Tiers } from "./flow-network.ts";
import { createResidualSearch } from "./residual-search.ts";
import { sortedRows } from "./sorted-rows.ts";

/** Residual arcs: `2a` along the network's arc `a`, `2a + 1` back over it. Rows group them by one end; `other` is the other end. */
export type ResidualRows = {
	readonly first: Int32Array;
	readonly arc: Int32Array;
	readonly other: Int32Array;
	readonly isSorted: boolean;
};

export type ResidualGraph = {
	readonly network: FlowNetwork;
	readonly nodes: number;
	readonly root: number;
	/** Reduced costs of the network's arcs; back over an arc they count negatively. */
	readonly high: Float64Array;
	readonly low: Float64Array;
	/** Potentials of nodes with a way to the root, moved likewise: what a pair that is not there would be reckoned with. */
	readonly potentialHigh: Float64Array;
	readonly potentialLow: Float64Array;
	/** How `high` weighs the tiers before the last. */
	readonly weights: readonly number[];
	/** Arcs by the node they lead to, the cheapest first, and by the node they come from. */
	readonly into: ResidualRows;
	readonly outOf: ResidualRows;
	/** Nodes with a way to the root, which all but dead ends have, and the first arc of a way that costs nothing. */
	readonly hasWayOut: Uint8Array;
	readonly toRoot: Int32Array;
	/** The distance of each node from the root, and the last arc on the way (-1 where there is none). */
	readonly fromRoot: {
		readonly high: Float64Array;
		readonly low: Float64Array;
		readonly via: Int32Array;
	};
};

export function residualGraph(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
): ResidualGraph {
	const { nodes, root } = network;
	const weights = tierWeights(network, costs, potentials);
	const { high, low } = reducedCosts(network, costs, potentials, weights);
	const start = { network, nodes, root, high, low, weights };
	const rows = residualRows(network, "head");
	const out = createResidualSearch(start, rows);
	out.run(root, Infinity, Infinity, () => false);
	const hasWayOut = Uint8Array.from({ length: nodes }, (_, x) =>
		out.isSettled(x) ? 1 : 0,
	);
	const toRoot = out.via.slice();
	for (let a = 0; a < network.arcs; a++) {
		const x = network.tail[a];
		const y = network.head[a];
		if (hasWayOut[x] === 0 || hasWayOut[y] === 0) continue;
		high[a] += out.high[y] - out.high[x];
		low[a] += out.low[y] - out.low[x];
	}
	const outOf = residualRows(network, "tail");
	const back = createResidualSearch(start, outOf);
	back.run(root, Infinity, Infinity, () => false);
	const moved = (x: number) => summed(weights, (t) => potentials[t][x]);
	return {
		...start,
		potentialHigh: Float64Array.from(
			out.high,
			(distance, x) => moved(x).high - distance,
		),
		potentialLow: Float64Array.from(
			out.low,
			(distance, x) => moved(x).low - distance,
		),
		into: sorted(rows, high, low),
		outOf,
		hasWayOut,
		toRoot,
		fromRoot: back,
	};
}

/** The reduced cost of an arc that is not there, from its costs tier by tier. */
export function reducedCostOf(
	graph: ResidualGraph,
	costs: readonly number[],
	from: number,
	to: number,
): { readonly high: number; readonly low: number } {
	const { potentialHigh, potentialLow, weights } = graph;
	const own = summed(weights, (t) => costs[t]);
	return {
		high: own.high + potentialHigh[from] - potentialHigh[to],
		low: own.low + potentialLow[from] - potentialLow[to],
	};
}

/** The two numbers of a distance as the vector of its tiers. */
export function tiersOfDistance(
	{ weights }: Pick<ResidualGraph, "weights">,
	high: number,
	low: number,
): number[] {
	if (weights.length === 0) return [high + 0];
	const vector: number[] = [];
	let rest = high;
	for (const weight of weights) {
		const value = Math.round(rest / weight);
		rest -= value * weight;
		vector.push(value + 0);
	}
	return [...vector, low + 0];
}

function summed(
	weights: readonly number[],
	value: (tier: number) => number,
): { readonly high: number; readonly low: number } {
	if (weights.length === 0) return { high: value(0), low: 0 };
	let high = 0;
	weights.forEach((weight, t) => {
		high += weight * value(t);
	});
	return { high, low: value(weights.length) };
}

const LARGEST_EXACT = 2 ** 53;

function tierWeights(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
): number[] {
	if (costs.length === 1) return [];
	const largest = (values: Float64Array) =>
		values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	// What a simple path can sum up to in a tier, before and after the potentials are moved, and differences of two such.
	const reach = costs.map(
		(cost, t) =>
			8 *
			(mostSteps(network, cost) * largest(cost) +
				2 * largest(potentials[t]) +
				1),
	);
	const weights = [1];
	for (let t = costs.length - 3; t >= 0; t--)
		weights.unshift(weights[0] * reach[t + 1]);
	const isSingle = costs.length === 2;
	if (!isSingle && weights[0] * reach[0] > LARGEST_EXACT)
		throw new RangeError("Too many people for exact prices of changes.");
	return weights;
}

/** How many arcs of a simple path can cost anything: two where all that do lead to the root, which it passes once. */
function mostSteps(
	{ arcs, head, root, nodes }: FlowNetwork,
	cost: Float64Array,
) {
	for (let a = 0; a < arcs; a++)
		if (cost[a] !== 0 && head[a] !== root) return nodes;
	return 2;
}

function reducedCosts(
	network: FlowNetwork,
	costs: Tiers,
	potentials: Tiers,
	weights: readonly number[],
): { readonly high: Float64Array; readonly low: Float64Array } {
	const { arcs, tail, head } = network;
	const high = new Float64Array(arcs);
	const low = new Float64Array(arcs);
	const add = (into: Float64Array, t: number, weight: number) => {
		const cost = costs[t];
		const potential = potentials[t];
		for (let a = 0; a < arcs; a++)
			into[a] += weight * (cost[a] + potential[tail[a]] - potential[head[a]]);
	};
	if (weights.length === 0) add(high, 0, 1);
	else add(low, costs.length - 1, 1);
	weights.forEach((weight, t) => add(high, t, weight));
	return { high, low };
}

/** The residual arcs grouped by the end they lead to (`head`) or come from (`tail`). */
function residualRows(
	network: FlowNetwork,
	end: "head" | "tail",
): ResidualRows {
	const { arcs, nodes, flow, room } = network;
	const near = end === "head" ? network.head : network.tail;
	const far = end === "head" ? network.tail : network.head;
	const first = new Int32Array(nodes + 1);
	for (let a = 0; a < arcs; a++) {
		if (flow[a] < room[a]) first[near[a] + 1]++;
		if (flow[a] > 0) first[far[a] + 1]++;
	}
	for (let x = 0; x < nodes; x++) first[x + 1] += first[x];
	const next = first.slice();
	const arc = new Int32Array(first[nodes]);
	const other = new Int32Array(first[nodes]);
	for (let a = 0; a < arcs; a++) {
		if (flow[a] < room[a]) {
			other[next[near[a]]] = far[a];
			arc[next[near[a]]++] = 2 * a;
		}
		if (flow[a] > 0) {
			other[next[far[a]]] = near[a];
			arc[next[far[a]]++] = 2 * a + 1;
		}
	}
	return { first, arc, other, isSorted: false };
}

function sorted(
	rows: ResidualRows,
	high: Float64Array,
	low: Float64Array,
): ResidualRows {
	const { first } = rows;
	const sign = (r: number) => ((r & 1) === 0 ? 1 : -1);
	const order = sortedRows(
		first,
		Float64Array.from(rows.arc, (r) => sign(r) * high[r >> 1]),
		Float64Array.from(rows.arc, (r) => sign(r) * low[r >> 1]),
	);
	return {
		first,
		arc: order.map((k) => rows.arc[k]),
		other: order.map((k) => rows.other[k]),
		isSorted: true,
	};
}
