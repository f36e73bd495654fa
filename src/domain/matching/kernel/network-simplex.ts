// Primal network simplex on the optimal face of the tiers before.
//
// Starts from the flow in the network and a spanning tree of arcs that are tight in all earlier tiers and have room towards the
// root (a strongly feasible tree, so degenerate pivots cannot cycle: Cunningham 1976). Only arcs that are tight in all earlier
// tiers may move: these are exactly the flows that keep the earlier tiers at their optimum, so objectives are taken strictly one
// after the other without stacking large numbers. Entering arcs by block search; the tree is kept in thread order with last
// successors. Reference: Ahuja, Magnanti, Orlin, Network Flows, 11; Kovács, Optimization Methods and Software 30 (2015);
// the layout of tree updates follows the description in LEMON's documentation.
import type { FlowNetwork } from "./flow-network.ts";
import type { ResidualDistances } from "./residual-distance.ts";
import { createSpanningTree } from "./spanning-tree.ts";

const IN_TREE = 0;
const AT_LOWER = 1;
const AT_UPPER = -1;
const ENDLESS = 0x7fffffff;

export type Simplex = {
	/** Makes up to `pivots` pivots; true when no arc improves any more. */
	step(pivots: number): boolean;
	pivots(): number;
	/** Writes the flow back into the network. */
	finish(): void;
	/** Potential of each node in this tier; the root's is 0. */
	readonly potential: Float64Array;
};

/**
 * `cost` is this tier's, over the network's arcs; `mayMove` marks the arcs that are tight in all earlier tiers; `tree` leads every
 * node to the root over such arcs.
 */
export function createSimplex(
	network: FlowNetwork,
	cost: Float64Array,
	mayMove: Uint8Array,
	tree: ResidualDistances,
): Simplex {
	const { nodes, root } = network;
	let movable = 0;
	for (let a = 0; a < network.arcs; a++) movable += mayMove[a];
	// A node without any tight way to the root (it has no candidates or no places) hangs on an arc of its own that nothing enters.
	const size = movable + nodes;
	const source = new Int32Array(size);
	const target = new Int32Array(size);
	const price = new Float64Array(size);
	const room = new Int32Array(size);
	const flow = new Int32Array(size);
	const state = new Int8Array(size);
	const original = new Int32Array(size).fill(-1);
	const local = new Int32Array(network.arcs).fill(-1);
	spreadArcs();

	const { parent, treeArc, upward, below, potential, hang } =
		createSpanningTree({ nodes, root, source, price }, ...rootedTree());

	const block = Math.max(Math.floor(Math.sqrt(movable)), 10);
	let from = 0;
	let count = 0;
	return {
		step(pivots) {
			for (let k = 0; k < pivots; k++) {
				const entering = findEntering();
				if (entering < 0) return true;
				pivot(entering);
				count++;
			}
			return false;
		},
		pivots: () => count,
		finish() {
			for (let a = 0; a < movable; a++) network.flow[original[a]] = flow[a];
		},
		potential,
	};

	/** Neighbouring arcs share a mentee; spread out, a block sees many of them. */
	function spreadArcs(): void {
		const skip = Math.max(Math.floor(movable / nodes), 3);
		let at = 0;
		let start = 0;
		for (let a = 0; a < network.arcs; a++) {
			if (mayMove[a] === 0) continue;
			source[at] = network.tail[a];
			target[at] = network.head[a];
			price[at] = cost[a];
			room[at] = network.room[a];
			flow[at] = network.flow[a];
			state[at] = flow[at] > 0 && flow[at] >= room[at] ? AT_UPPER : AT_LOWER;
			original[at] = a;
			local[a] = at;
			at += skip;
			if (at >= movable) at = ++start;
		}
	}

	/** The given tree in local arcs: each node's parent and the arc between them. */
	function rootedTree(): [Int32Array, Int32Array] {
		const above = new Int32Array(nodes).fill(-1);
		const arc = new Int32Array(nodes).fill(-1);
		for (let x = 0; x < nodes; x++) {
			if (x === root) continue;
			const up = tree.arc[x];
			const e = up < 0 ? movable + x : local[up];
			if (up < 0) {
				source[e] = x;
				target[e] = root;
				room[e] = ENDLESS;
			}
			state[e] = IN_TREE;
			above[x] = up < 0 ? root : tree.next[x];
			arc[x] = e;
		}
		return [above, arc];
	}

	function findEntering(): number {
		let best = 0;
		let found = -1;
		let left = block;
		let e = from;
		for (let seen = 0; seen < movable; seen++) {
			const side = state[e];
			if (side !== IN_TREE) {
				const reduced =
					side * (price[e] + potential[source[e]] - potential[target[e]]);
				if (reduced < best) {
					best = reduced;
					found = e;
				}
			}
			if (++e === movable) e = 0;
			if (--left === 0) {
				if (best < 0) break;
				left = block;
			}
		}
		from = e;
		return found;
	}

	function pivot(entering: number): void {
		let u = source[entering];
		let v = target[entering];
		while (u !== v) {
			if (below[u] < below[v]) u = parent[u];
			else v = parent[v];
		}
		const join = u;
		const isLower = state[entering] === AT_LOWER;
		const first = isLower ? source[entering] : target[entering];
		const second = isLower ? target[entering] : source[entering];
		let delta = room[entering];
		let leavingSide = 0;
		let out = -1;
		for (u = first; u !== join; u = parent[u]) {
			const e = treeArc[u];
			const d = upward[u] === 1 ? flow[e] : spareRoom(e);
			if (d < delta) {
				delta = d;
				out = u;
				leavingSide = 1;
			}
		}
		// "Not larger" on this side and "smaller" on the other keep the tree strongly feasible.
		for (u = second; u !== join; u = parent[u]) {
			const e = treeArc[u];
			const d = upward[u] === 1 ? spareRoom(e) : flow[e];
			if (d <= delta) {
				delta = d;
				out = u;
				leavingSide = 2;
			}
		}
		if (delta > 0) {
			const amount = state[entering] * delta;
			flow[entering] += amount;
			for (u = source[entering]; u !== join; u = parent[u])
				flow[treeArc[u]] -= upward[u] * amount;
			for (u = target[entering]; u !== join; u = parent[u])
				flow[treeArc[u]] += upward[u] * amount;
		}
		if (leavingSide === 0) {
			state[entering] = isLower ? AT_UPPER : AT_LOWER;
			return;
		}
		state[entering] = IN_TREE;
		const leaving = treeArc[out];
		state[leaving] = flow[leaving] === 0 ? AT_LOWER : AT_UPPER;
		if (leavingSide === 1) hang(entering, first, second, out, join);
		else hang(entering, second, first, out, join);
	}

	function spareRoom(e: number): number {
		return room[e] === ENDLESS ? ENDLESS : room[e] - flow[e];
	}
}
