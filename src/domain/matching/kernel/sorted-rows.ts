// Rows of many entries, each sorted by two whole numbers: by digits of sixteen bits, the least significant first, and by row last (LSD radix sort;
// Knuth, The Art of Computer Programming, vol. 3, 5.2.5). O(entries · digits), where comparing takes O(entries · log entries of a row), each through a
// function: a tenth of the time at millions. Few entries are compared, as the counters of a digit alone are more than they are.

/** From so many entries on they are sorted by digits. The order is the same. */
const MANY = 50_000;

const DIGIT = 2 ** 16;

/**
 * `first`: where each row begins, and the end of the last. The entries row by row, each row by `high`, then `low`, then as it was. Whole numbers
 * whose spread is below 2^53.
 */
export function sortedRows(
	first: Int32Array,
	high: Float64Array,
	low: Float64Array,
	many: number = MANY,
): Int32Array {
	return high.length < many || !isDigital(high) || !isDigital(low)
		? byComparing(first, high, low)
		: byRow(first, byDigits(byDigits(undefined, low), high));
}

function byComparing(
	first: Int32Array,
	high: Float64Array,
	low: Float64Array,
): Int32Array {
	const order = Int32Array.from(high, (_, k) => k);
	for (let x = 0; x + 1 < first.length; x++)
		order
			.subarray(first[x], first[x + 1])
			.sort((a, b) => high[a] - high[b] || low[a] - low[b] || a - b);
	return order;
}

/** Whether the differences from the smallest are exact. */
function isDigital(keys: Float64Array): boolean {
	const { least, most } = ends(keys);
	return (
		Number.isSafeInteger(least) &&
		Number.isSafeInteger(most) &&
		Number.isSafeInteger(most - least)
	);
}

function ends(keys: Float64Array): {
	readonly least: number;
	readonly most: number;
} {
	let least = Infinity;
	let most = -Infinity;
	for (const key of keys) {
		if (key < least) least = key;
		if (key > most) most = key;
	}
	return { least, most };
}

/** A stable sort by one number; without an order the entries come as they are. */
function byDigits(
	given: Int32Array | undefined,
	keys: Float64Array,
): Int32Array {
	const { least, most } = ends(keys);
	let order: Int32Array = given ?? Int32Array.from(keys, (_, k) => k);
	let spare: Int32Array = new Int32Array(order.length);
	const next = new Int32Array(DIGIT + 1);
	for (let unit = 1; unit <= most - least; unit *= DIGIT) {
		next.fill(0);
		for (const k of order) next[digitOf(keys[k] - least, unit) + 1]++;
		for (let d = 0; d < DIGIT; d++) next[d + 1] += next[d];
		for (const k of order) spare[next[digitOf(keys[k] - least, unit)]++] = k;
		[order, spare] = [spare, order];
	}
	return order;
}

function digitOf(value: number, unit: number): number {
	return Math.floor(value / unit) % DIGIT;
}

function byRow(first: Int32Array, order: Int32Array): Int32Array {
	const row = new Int32Array(order.length);
	for (let x = 0; x + 1 < first.length; x++)
		row.fill(x, first[x], first[x + 1]);
	const next = first.slice();
	const sorted = new Int32Array(order.length);
	for (const k of order) sorted[next[row[k]]++] = k;
	return sorted;
}
