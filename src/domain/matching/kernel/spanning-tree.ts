// The spanning tree of the network simplex, kept in thread order (depth first) with the number of nodes below each and the last of
// them, so that moving a subtree costs no more than its path and the subtree itself. Potentials make every tree arc's reduced
// cost zero. Reference: Ahuja, Magnanti, Orlin, Network Flows, 11.3; Kovács 2015, section 4.2.

export type TreeArcs = {
	readonly nodes: number;
	readonly root: number;
	readonly source: Int32Array;
	readonly price: Float64Array;
};

export type SpanningTree = {
	readonly parent: Int32Array;
	/** The arc between a node and its parent. */
	readonly treeArc: Int32Array;
	/** 1 where the tree arc leads up to the parent, -1 where it comes down from it. */
	readonly upward: Int8Array;
	/** The size of each node's subtree, the node included. */
	readonly below: Int32Array;
	readonly potential: Float64Array;
	/**
	 * Cuts the subtree off that `out` heads and hangs it under `under`, over the arc `entering` at its node `inner`. `join` is the
	 * last node that both ends of the entering arc have in common on their way to the root.
	 */
	readonly hang: (
		entering: number,
		inner: number,
		under: number,
		out: number,
		join: number,
	) => void;
};

export function createSpanningTree(
	arcs: TreeArcs,
	parent: Int32Array,
	treeArc: Int32Array,
): SpanningTree {
	const { nodes, root, source, price } = arcs;
	const upward = new Int8Array(nodes);
	const potential = new Float64Array(nodes);
	const thread = new Int32Array(nodes);
	const back = new Int32Array(nodes);
	const below = new Int32Array(nodes);
	const last = new Int32Array(nodes);
	const dirty = new Int32Array(nodes);
	plant();
	return { parent, treeArc, upward, below, potential, hang };

	function plant(): void {
		const firstChild = new Int32Array(nodes).fill(-1);
		const sibling = new Int32Array(nodes).fill(-1);
		for (let x = 0; x < nodes; x++) {
			if (x === root) continue;
			upward[x] = source[treeArc[x]] === x ? 1 : -1;
			sibling[x] = firstChild[parent[x]];
			firstChild[parent[x]] = x;
		}
		const order = new Int32Array(nodes);
		const stack = new Int32Array(nodes);
		let height = 1;
		let seen = 0;
		stack[0] = root;
		while (height > 0) {
			const x = stack[--height];
			order[seen++] = x;
			if (x !== root)
				potential[x] = potential[parent[x]] - upward[x] * price[treeArc[x]];
			for (let y = firstChild[x]; y >= 0; y = sibling[y]) stack[height++] = y;
		}
		for (let k = 0; k < nodes; k++) {
			const after = order[k + 1 === nodes ? 0 : k + 1];
			thread[order[k]] = after;
			back[after] = order[k];
			below[order[k]] = 1;
			last[order[k]] = order[k];
		}
		// In reverse order every child comes before its parent, and the first child met is the last in thread order.
		const met = new Uint8Array(nodes);
		for (let k = nodes - 1; k > 0; k--) {
			const x = order[k];
			const above = parent[x];
			below[above] += below[x];
			if (met[above] === 0) {
				met[above] = 1;
				last[above] = last[x];
			}
		}
	}

	/** Hangs the subtree cut off at `out` under `under`, over the entering arc at its node `inner`. */
	function hang(
		entering: number,
		inner: number,
		under: number,
		out: number,
		join: number,
	): void {
		const oldBack = back[out];
		const oldBelow = below[out];
		const oldLast = last[out];
		const oldParent = parent[out];
		if (inner === out) {
			parent[inner] = under;
			treeArc[inner] = entering;
			upward[inner] = inner === source[entering] ? 1 : -1;
			if (thread[under] !== out) {
				let after = thread[oldLast];
				thread[oldBack] = after;
				back[after] = oldBack;
				after = thread[under];
				thread[under] = out;
				back[out] = under;
				thread[oldLast] = after;
				back[after] = oldLast;
			}
		} else reroot(entering, inner, under, out, oldBack, oldLast, oldBelow);

		const upTo = last[join] === under ? join : -1;
		const lastOut = last[out];
		for (let u = under; u !== -1 && last[u] === under; u = parent[u])
			last[u] = lastOut;
		const ending = join !== oldBack && under !== oldBack ? oldBack : lastOut;
		for (
			let u = oldParent;
			u !== upTo && u !== -1 && last[u] === oldLast;
			u = parent[u]
		)
			last[u] = ending;
		for (let u = under; u !== join; u = parent[u]) below[u] += oldBelow;
		for (let u = oldParent; u !== join; u = parent[u]) below[u] -= oldBelow;

		const shift =
			potential[under] - potential[inner] - upward[inner] * price[entering];
		const end = thread[last[inner]];
		for (let u = inner; u !== end; u = thread[u]) potential[u] += shift;
	}

	/** Turns the path from `inner` up to `out` around, so that `inner` becomes the subtree's root. */
	function reroot(
		entering: number,
		inner: number,
		under: number,
		out: number,
		oldBack: number,
		oldLast: number,
		oldBelow: number,
	): void {
		const resume = oldBack === under ? thread[oldLast] : thread[under];
		let stem = inner;
		let above = under;
		let tip = last[inner];
		let after = thread[tip];
		let changed = 0;
		thread[under] = inner;
		dirty[changed++] = under;
		while (stem !== out) {
			const nextStem = parent[stem];
			thread[tip] = nextStem;
			dirty[changed++] = tip;
			const before = back[stem];
			thread[before] = after;
			back[after] = before;
			parent[stem] = above;
			above = stem;
			stem = nextStem;
			tip = last[stem] === last[above] ? back[above] : last[stem];
			after = thread[tip];
		}
		parent[out] = above;
		thread[tip] = resume;
		back[resume] = tip;
		last[out] = tip;
		if (oldBack !== under) {
			thread[oldBack] = after;
			back[after] = oldBack;
		}
		for (let k = 0; k < changed; k++) back[thread[dirty[k]]] = dirty[k];
		let moved = 0;
		const lastOut = last[out];
		for (let w = out, p = parent[w]; w !== inner; w = p, p = parent[w]) {
			treeArc[w] = treeArc[p];
			upward[w] = upward[p] === 1 ? -1 : 1;
			moved += below[w] - below[p];
			below[w] = moved;
			last[p] = lastOut;
		}
		treeArc[inner] = entering;
		upward[inner] = inner === source[entering] ? 1 : -1;
		below[inner] = oldBelow;
	}
}
