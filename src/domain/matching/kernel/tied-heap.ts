// The binary heap of heap.ts for keys of two numbers: equal keys are ordered by a second one. O(log n) a call.

export type TiedHeap = {
	readonly node: Int32Array;
	readonly place: Int32Array;
	readonly key: Float64Array;
	readonly tie: Float64Array;
	size: number;
};

export function createTiedHeap(
	nodes: number,
	key: Float64Array,
	tie: Float64Array,
): TiedHeap {
	return {
		node: new Int32Array(nodes + 1),
		place: new Int32Array(nodes),
		key,
		tie,
		size: 0,
	};
}

export function insert(heap: TiedHeap, x: number): void {
	heap.place[x] = heap.size++;
	raise(heap, x);
}

/** Moves `x`, whose key became smaller, towards the front. */
export function raise(heap: TiedHeap, x: number): void {
	const { node, place, key, tie } = heap;
	const own = key[x];
	const ownTie = tie[x];
	let i = place[x];
	while (i > 0) {
		const above = (i - 1) >> 1;
		const y = node[above];
		if (key[y] < own || (key[y] === own && tie[y] <= ownTie)) break;
		node[i] = y;
		place[y] = i;
		i = above;
	}
	node[i] = x;
	place[x] = i;
}

/** Takes the nearest node out; the heap must not be empty. */
export function takeFirst(heap: TiedHeap): number {
	const { node, place, key, tie } = heap;
	const first = node[0];
	const size = --heap.size;
	if (size === 0) return first;
	const x = node[size];
	const own = key[x];
	const ownTie = tie[x];
	let i = 0;
	for (;;) {
		let child = 2 * i + 1;
		if (child >= size) break;
		let y = node[child];
		if (child + 1 < size) {
			const z = node[child + 1];
			if (key[z] < key[y] || (key[z] === key[y] && tie[z] < tie[y])) {
				child++;
				y = z;
			}
		}
		if (key[y] > own || (key[y] === own && tie[y] >= ownTie)) break;
		node[i] = y;
		place[y] = i;
		i = child;
	}
	node[i] = x;
	place[x] = i;
	return first;
}
