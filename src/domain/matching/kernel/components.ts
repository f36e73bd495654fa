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
		enter(start);
		while (depth > 0) {
			const x = way[depth - 1];
			if (next[x] < first[x + 1]) {
				const y = head[next[x]++];
				if (rank[y] === 0) enter(y);
				else if (component[y] < 0 && rank[y] < low[x]) low[x] = rank[y];
				continue;
			}
			depth--;
			if (depth > 0 && low[x] < low[way[depth - 1]])
				low[way[depth - 1]] = low[x];
			if (low[x] === rank[x]) leave(x);
		}

		function enter(x: number): void {
			rank[x] = ++ranked;
			low[x] = ranked;
			waiting[waits++] = x;
			way[depth++] = x;
		}
	}
	return component;

	function leave(x: number): void {
		let y: number;
		do {
			y = waiting[--waits];
			component[y] = components;
		} while (y !== x);
		components++;
	}
}
