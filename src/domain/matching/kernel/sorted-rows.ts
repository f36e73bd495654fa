// Sorts the pairs of every row by falling points. Points and place in one number need no comparing function, which makes it about ten times as
// fast as one; where that number would not be exact, pairs are compared. O(pairs · log row).

/** `pair[first[l]]` up to `pair[first[l + 1] - 1]` are the pairs of row `l`, equal ones stay in their order. */
export function sortRows(
	first: Int32Array,
	pair: Int32Array,
	points: Float64Array,
): void {
	const rows = first.length - 1;
	let longest = 0;
	for (let l = 0; l < rows; l++)
		longest = Math.max(longest, first[l + 1] - first[l]);
	const key = new Float64Array(longest);
	const before = new Int32Array(longest);
	for (let l = 0; l < rows; l++)
		sortRow(pair.subarray(first[l], first[l + 1]), points, key, before);
}

export function inOrder(length: number): Int32Array {
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
		const own = points[row[k]];
		if (own > least) isSorted = false;
		if (own > most) most = own;
		if (own < least) least = own;
	}
	if (isSorted) return;
	if ((most - least + 1) * size > Number.MAX_SAFE_INTEGER) {
		row.sort((a, b) => points[b] - points[a] || a - b);
		return;
	}
	for (let k = 0; k < size; k++) {
		before[k] = row[k];
		key[k] = (most - points[row[k]]) * size + k;
	}
	key.subarray(0, size).sort();
	for (let k = 0; k < size; k++) row[k] = before[key[k] % size];
}
