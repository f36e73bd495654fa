/**
 * The strongly connected component of each node of a directed graph (arcs of `x` lead to `head[first[x]]` up to `head[first[x + 1] - 1]`).
 * Tarjan 1972 without recursion; O(nodes + arcs).
 */
export function strongComponents(
	first: Int32Array,
	head: Int32Array,
): Int32Array {
	const nodes = first.length - 1;
	const component = new Int32Array(nodes).fill(-1);
	const rank = new Int32Array(nodes);
	const low = new Int32Array(nodes);
	const next = first.slice(0, nodes);
	const waiting = new Int32Array(nodes);
	const way = new Int32Array(nodes);
	let waits = 0;
	let ranked = 0;
	let components = 0;
	for (let start = 0; start < nodes; start++) {
		if (rank[start] !== 0) continue;
		let depth = 0;
		for (let entered = start; ; ) {
			if (entered >= 0) {
				rank[entered] = ++ranked;
				low[entered] = ranked;
				waiting[waits++] = entered;
				way[depth++] = entered;
			}
			const x = way[depth - 1];
			entered = -1;
			if (next[x] < first[x + 1]) {
				const y = head[next[x]++];
				if (rank[y] === 0) entered = y;
				else if (component[y] < 0 && rank[y] < low[x]) low[x] = rank[y];
				continue;
			}
			depth--;
			if (low[x] === rank[x]) {
				let y: number;
				do {
					y = waiting[--waits];
					component[y] = components;
				} while (y !== x);
				components++;
			}
			if (depth === 0) break;
			const above = way[depth - 1];
			if (low[x] < low[above]) low[above] = low[x];
		}
	}
	return component;
}
