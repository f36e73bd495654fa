// The blocks of the index: who looks into which, and which mentors of a block are promising for a mentee.
import type { LevelPart, PairTables } from "./pair-tables.ts";

/** The levels that decide most: by them the index is made. Nothing where a policy has none. */
export function strongestLevels(tables: PairTables): LevelPart | undefined {
	let best: LevelPart | undefined;
	let most = 0;
	for (const part of tables.levels) {
		if (part.least !== undefined) continue;
		let sum = 0;
		for (let k = 0; k < part.weight.length; k++) sum += part.weight[k];
		if (sum > most) best = part;
		most = Math.max(most, sum);
	}
	return best;
}

// Ranks of the two competencies in a mentee's wants.
const LOOKS = [
	[0, 1],
	[0, 2],
	[1, 2],
	[0, 3],
] as const;

/** Who looks into which block: block `k * rows + l` for two competencies, `k * rows + k` for one, the last for everybody else. */
export function visitors(
	part: LevelPart | undefined,
	{ from, to }: { readonly from: number; readonly to: number },
): { readonly first: Int32Array; readonly mentee: Int32Array } {
	const rows = part?.rows ?? 0;
	const everybody = rows * rows;
	const blocks: number[] = [];
	const owners: number[] = [];
	for (let i = from; i < to; i++) {
		const wants = part === undefined ? [] : wantsOf(part, i);
		const own = new Set<number>();
		for (const [a, b] of LOOKS) {
			if (b < wants.length)
				own.add(
					Math.min(wants[a], wants[b]) * rows + Math.max(wants[a], wants[b]),
				);
		}
		if (own.size === 0)
			own.add(wants.length > 0 ? wants[0] * rows + wants[0] : everybody);
		for (const block of own) {
			blocks.push(block);
			owners.push(i);
		}
	}
	const first = new Int32Array(everybody + 2);
	for (const block of blocks) first[block + 1]++;
	for (let b = 0; b <= everybody; b++) first[b + 1] += first[b];
	const next = first.slice();
	const mentee = new Int32Array(owners.length);
	for (let k = 0; k < owners.length; k++) mentee[next[blocks[k]]++] = owners[k];
	return { first, mentee };
}

/** What a mentee seeks, the weightiest first. */
function wantsOf(
	{ first, competency, weight }: LevelPart,
	i: number,
): number[] {
	const places: number[] = [];
	for (let k = first[i]; k < first[i + 1]; k++)
		if (weight[k] > 0) places.push(k);
	places.sort((a, b) => weight[b] - weight[a] || a - b);
	return places.slice(0, 4).map((k) => competency[k]);
}

export type Cells = {
	/** Mentors, cell by cell. */
	readonly mentors: Int32Array;
	readonly first: Int32Array;
	/** Cells that are not empty: both levels; those of a class stand together, by rising levels. */
	readonly low: Uint8Array;
	readonly high: Uint8Array;
	/** The first cell of each row: those of a class that are alike in the low level. */
	readonly rowCell: Int32Array;
	/** The classes that the block has, the first row of each, and the highest levels there. */
	readonly classes: Int32Array;
	readonly classRow: Int32Array;
	readonly mostLow: Uint8Array;
	readonly mostHigh: Uint8Array;
	readonly highest: number;
};

/** Orders the mentors of a block by class and levels (a counting sort over cells). */
export function cellsOf(
	{ mentors, groups }: PairTables,
	part: LevelPart | undefined,
	offered: readonly [number, number] | undefined,
): Cells {
	const isIn: number[] = [];
	const a =
		part === undefined || offered === undefined ? -1 : offered[0] * mentors;
	const b =
		part === undefined || offered === undefined ? -1 : offered[1] * mentors;
	const level = (row: number, j: number) =>
		part === undefined || row < 0 ? 1 : part.levels[row + j];
	for (let j = 0; j < mentors; j++)
		if (level(a, j) > 0 && level(b, j) > 0) isIn.push(j);
	const classes = groups.length === 0 ? undefined : groups[0].mentorClass;
	const key = (j: number) =>
		((classes === undefined ? 0 : classes[j]) * 128 + level(a, j)) * 128 +
		level(b, j);
	const keys = Float64Array.from(isIn, (j, t) => key(j) * 2 ** 22 + t).sort();
	const sorted = new Int32Array(isIn.length);
	const starts: number[] = [];
	let last = -1;
	for (let t = 0; t < keys.length; t++) {
		const own = Math.floor(keys[t] / 2 ** 22);
		sorted[t] = isIn[keys[t] - own * 2 ** 22];
		if (own !== last) starts.push(t);
		last = own;
	}
	const heads = Int32Array.from(starts, (t) => sorted[t]);
	const low = Uint8Array.from(heads, (j) => level(a, j));
	const high = Uint8Array.from(heads, (j) => level(b, j));
	const classOf = heads.map((j) => (classes === undefined ? 0 : classes[j]));
	const rowCell = startsOf(heads, (c) => [classOf[c], low[c]]);
	const ofRow = rowCell.map((c) => classOf[c]);
	const classRow = startsOf(rowCell, (r) => [ofRow[r], 0]);
	const firstCell = classRow.map((r) => rowCell[r]);
	const mostOf = (levels: Uint8Array) =>
		Uint8Array.from(firstCell, (from, r) =>
			levels.subarray(from, firstCell[r + 1]).reduce((m, x) => Math.max(m, x)),
		);
	return {
		mentors: sorted,
		first: Int32Array.from([...starts, sorted.length]),
		low,
		high,
		rowCell: Int32Array.from([...rowCell, heads.length]),
		classes: classRow.map((r) => ofRow[r]),
		classRow: Int32Array.from([...classRow, rowCell.length]),
		mostLow: mostOf(low),
		mostHigh: mostOf(high),
		highest: heads.reduce((m, _, c) => Math.max(m, low[c], high[c]), 0),
	};
}

/** The places where something else begins than what stood before. */
function startsOf(
	list: Int32Array,
	keyOf: (at: number) => readonly [number, number],
): Int32Array {
	return Int32Array.from(
		list.keys().filter((at) => {
			const [a, b] = keyOf(at);
			const [c, d] = at === 0 ? [-1, -1] : keyOf(at - 1);
			return a !== c || b !== d;
		}),
	);
}

const BUCKETS = 255;
/** Classes and rows of cells by the bucket that their best cell falls into, as lists: the first of each bucket, and the next after each. */
const firstIn = new Int32Array(BUCKETS);
let nextIn = new Int32Array(2048);
/** What the class of each row is worth, and how far the row has been gone through. */
let worthOf = new Float64Array(2048);
let cellAt = new Int32Array(2048);

/**
 * The places in the block of the most promising mentors, about `budget` of them. Buckets are taken by what they promise from the best on until
 * there are enough: a class opens its rows when the bucket of its best cell comes, a row gives its cells from the highest down, each when its own
 * bucket comes, so that hardly more is looked at than is chosen. O(classes + rows opened + cells chosen + buckets).
 */
export function choose(
	cells: Cells,
	ofClass: Float64Array | undefined,
	p: number,
	q: number,
	budget: number,
	chosen: Int32Array,
): number {
	const { first, low, high, rowCell, classes, classRow, mostLow, mostHigh } =
		cells;
	makeRoom(classes.length + rowCell.length);
	let least = Infinity;
	let most = -Infinity;
	for (let c = 0; ofClass !== undefined && c < ofClass.length; c++) {
		if (ofClass[c] === -Infinity) continue;
		if (ofClass[c] < least) least = ofClass[c];
		if (ofClass[c] > most) most = ofClass[c];
	}
	if (ofClass === undefined) least = most = 0;
	if (most === -Infinity) return 0;
	const span = most - least + p * cells.highest + q * cells.highest;
	const scale = span === 0 ? 0 : (BUCKETS - 1) / span;
	const own = classes.length;
	firstIn.fill(-1);
	for (let r = 0; r < own; r++) {
		const base = ofClass === undefined ? 0 : ofClass[classes[r]];
		if (base === -Infinity) continue;
		const worth = base - least;
		const best = ((worth + p * mostLow[r] + q * mostHigh[r]) * scale) | 0;
		nextIn[r] = firstIn[best];
		firstIn[best] = r;
	}
	let count = 0;
	for (let bucket = BUCKETS - 1; bucket >= 0 && count < budget; bucket--)
		while (firstIn[bucket] >= 0) {
			const x = firstIn[bucket];
			firstIn[bucket] = nextIn[x];
			if (x < own) {
				const worth = ofClass === undefined ? 0 : ofClass[classes[x]] - least;
				for (let r = classRow[x]; r < classRow[x + 1]; r++) {
					const c = rowCell[r + 1] - 1;
					const at = ((worth + p * low[c] + q * high[c]) * scale) | 0;
					worthOf[r] = worth;
					cellAt[r] = c;
					nextIn[own + r] = firstIn[at];
					firstIn[at] = own + r;
				}
				continue;
			}
			const r = x - own;
			for (let c = cellAt[r]; ; ) {
				for (let t = first[c]; t < first[c + 1]; t++) chosen[count++] = t;
				if (--c < rowCell[r]) break;
				const at = ((worthOf[r] + p * low[c] + q * high[c]) * scale) | 0;
				if (at === bucket) continue;
				cellAt[r] = c;
				nextIn[x] = firstIn[at];
				firstIn[at] = x;
				break;
			}
		}
	return count;
}

function makeRoom(size: number): void {
	if (nextIn.length >= size) return;
	nextIn = new Int32Array(size * 2);
	worthOf = new Float64Array(size * 2);
	cellAt = new Int32Array(size * 2);
}
