// A binary heap of node numbers with their places, so that a key can be lowered where it stands. Keys live outside, one number a
// node; the caller lowers `key[node]` first and then calls `raise`. O(log n) a call.

export type Heap = {
	readonly node: Int32Array;
	readonly place: Int32Array;
	readonly key: Float64Array;
};

export function createHeap(nodes: number, key: Float64Array): Heap {
	return {
		node: new Int32Array(nodes + 1),
		place: new Int32Array(nodes),
		key,
	};
}

/** Moves `x` from place `i` towards the front until its parent's key is not larger. */
export function raise(heap: Heap, x: number, i: number): void {
	const { node, place, key } = heap;
	const own = key[x];
	while (i > 0) {
		const above = (i - 1) >> 1;
		const y = node[above];
		if (key[y] <= own) break;
		node[i] = y;
		place[y] = i;
		i = above;
	}
	node[i] = x;
	place[x] = i;
}

/** Closes the gap at the front after the first node was taken: `size` is the number of nodes left. */
export function sinkLast(heap: Heap, size: number): void {
	const { node, place, key } = heap;
	const x = node[size];
	const own = key[x];
	let i = 0;
	for (;;) {
		let child = 2 * i + 1;
		if (child >= size) break;
		if (child + 1 < size && key[node[child + 1]] < key[node[child]]) child++;
		const y = node[child];
		if (key[y] >= own) break;
		node[i] = y;
		place[y] = i;
		i = child;
	}
	node[i] = x;
	place[x] = i;
}
