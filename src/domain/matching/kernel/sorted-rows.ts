// Sorts the pairs of every row by falling points. Points and place in one number need no comparing function, which makes it about ten times as
// fast as one; where that number would not be exact, pairs are compared. O(pairs · log row).

export type SortedRows = {
	readonly first: Int32Array;
	/** `pair[first[l]]` up to `pair[first[l + 1] - 1]` are the pairs of row `l`, and `points` theirs, beside each other. */
	readonly pair: Int32Array;
	readonly points: Float64Array;
};

/** Pairs by row, the best first; equal ones stay in their order. `rowOf` says whose each pair is; without it they come in rows already. */
export function sortedRows(
	points: Float64Array,
	rows: number,
	rowOf: Int32Array,
	firstInOrder?: Int32Array,
): SortedRows {
	const sorted =
		firstInOrder === undefined
			? grouped(points, rows, rowOf)
			: {
					first: firstInOrder,
					pair: inOrder(points.length),
					points: points.slice(),
				};
	const { first } = sorted;
	let longest = 0;
	for (let l = 0; l < rows; l++)
		longest = Math.max(longest, first[l + 1] - first[l]);
	const key = new Float64Array(longest);
	const before = new Int32Array(longest);
	for (let l = 0; l < rows; l++)
		sortRow(
			sorted.pair.subarray(first[l], first[l + 1]),
			sorted.points.subarray(first[l], first[l + 1]),
			key,
			before,
		);
	return sorted;
}

function grouped(
	points: Float64Array,
	rows: number,
	rowOf: Int32Array,
): SortedRows {
	const first = new Int32Array(rows + 1);
	for (let e = 0; e < rowOf.length; e++) first[rowOf[e] + 1]++;
	for (let l = 0; l < rows; l++) first[l + 1] += first[l];
	const next = first.slice();
	const pair = new Int32Array(rowOf.length);
	const worth = new Float64Array(rowOf.length);
	for (let e = 0; e < rowOf.length; e++) {
		const at = next[rowOf[e]]++;
		pair[at] = e;
		worth[at] = points[e];
	}
	return { first, pair, points: worth };
}

function inOrder(length: number): Int32Array {
	const numbers = new Int32Array(length);
	for (let k = 0; k < length; k++) numbers[k] = k;
	return numbers;
}

function sortRow(
	row: Int32Array,
	points: Float64Array,
	key: Float64Array,
	before: Int32Array,
): void {
	const size = row.length;
	let most = -Infinity;
	let least = Infinity;
	let isSorted = true;
	for (let k = 0; k < size; k++) {
		const own = points[k];
		if (own > least) isSorted = false;
		if (own > most) most = own;
		if (own < least) least = own;
	}
	if (isSorted) return;
	if ((most - least + 1) * size > Number.MAX_SAFE_INTEGER)
		return sortByComparing(row, points);
	for (let k = 0; k < size; k++) {
		before[k] = row[k];
		key[k] = (most - points[k]) * size + k;
	}
	key.subarray(0, size).sort();
	for (let k = 0; k < size; k++) {
		const rank = Math.floor(key[k] / size);
		row[k] = before[key[k] - rank * size];
		points[k] = most - rank;
	}
}

function sortByComparing(row: Int32Array, points: Float64Array): void {
	const order = inOrder(row.length).sort(
		(a, b) => points[b] - points[a] || a - b,
	);
	row.set(order.map((k) => row[k]));
	points.set(Float64Array.from(order, (k) => points[k]));
}
