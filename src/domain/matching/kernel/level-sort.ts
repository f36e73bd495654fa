// Sorts a row whose points have few levels ("a score from 1 to 8") by counting: two passes, where comparing would go over the many equal ones
// again and again. Pairs of one level stay in the order in which they come (a counting sort is stable; Seward 1954, Knuth, TAOCP 3, 5.2).
// A row of many levels is recognised within its first few pairs and left alone. O(row · levels) with a handful of levels.

const MOST_LEVELS = 12;
const level = new Float64Array(MOST_LEVELS);
const count = new Int32Array(MOST_LEVELS);
const next = new Int32Array(MOST_LEVELS);
let pairBefore = new Int32Array(1024);
let levelBefore = new Uint8Array(1024);

/** Puts the pairs of a row in order, the most points first, where they have few levels; else nothing is changed, and false. */
export function sortByLevels(
	pair: Int32Array,
	worth: Int32Array | Float64Array,
	from: number,
	to: number,
): boolean {
	const size = to - from;
	if (levelBefore.length < size) {
		pairBefore = new Int32Array(2 * size);
		levelBefore = new Uint8Array(2 * size);
	}
	let levels = 0;
	for (let k = 0; k < size; k++) {
		const own = worth[from + k];
		let at = 0;
		while (at < levels && level[at] !== own) at++;
		if (at === levels) {
			if (levels === MOST_LEVELS) return false;
			level[levels] = own;
			count[levels++] = 0;
		}
		count[at]++;
		levelBefore[k] = at;
	}
	for (let at = 0; at < levels; at++) {
		let place = from;
		for (let other = 0; other < levels; other++)
			if (level[other] > level[at]) place += count[other];
		next[at] = place;
	}
	for (let k = 0; k < size; k++) pairBefore[k] = pair[from + k];
	for (let k = 0; k < size; k++) {
		const at = levelBefore[k];
		const place = next[at]++;
		pair[place] = pairBefore[k];
		worth[place] = level[at];
	}
	return true;
}
