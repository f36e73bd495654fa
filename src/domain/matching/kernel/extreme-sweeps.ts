// The same prices as extreme-prices.ts where the mentees searched: without the mentors' columns, which nobody else needs then and which take
// longer to lay out than this takes to run.
//
// Every mentee's way to the root is the shortest over their pairs and the ways of those mentors; every mentor's the shortest over the mentees
// they hold. Sweeps over the mentees repeat that until nothing changes (Bellman and Ford; all lengths are those of real ways, so what cannot be
// shortened is shortest). Rows are sorted, and a scan ends where even a mentor at the lowest price and at the root could not shorten the way. What
// is left of the rows after the first two sweeps, which bring the ways down most, is written out once: ways only get shorter, so nothing else can
// ever matter, and later sweeps read that in order. O(sweeps · pairs looked at), and given up where that is more than a Dijkstra over columns
// would take.
import type { Candidates } from "./candidates.ts";
import type { FallingRows } from "./falling-rows.ts";
import { sortOn } from "./falling-rows.ts";

// A look costs a tenth of what laying out and searching columns costs a pair.
const LOOKS_A_PAIR = 8;
const SWEEPS_OF_ROWS = 2;

/** As moveToExtreme, given the rows of the mentees; false, and nothing changed, where it would take too long. */
export function sweepToExtreme(
	candidates: Candidates,
	used: Uint8Array,
	bonus: number,
	potential: Float64Array,
	rows: FallingRows,
): boolean {
	const { mentees, mentors, points, capacity } = candidates;
	const held = usedByMentee(candidates, used);
	const distance = potential.slice(0, mentees + mentors);
	let lowest = Infinity;
	for (let y = mentees; y < mentees + mentors; y++) {
		if (held.ofMentor[y - mentees] >= capacity[y - mentees])
			distance[y] = Infinity;
		if (-potential[y] < lowest) lowest = -potential[y];
	}
	const ways = { candidates, used, bonus, potential, rows, distance, lowest };
	const limit = LOOKS_A_PAIR * (points.length + mentees);
	let looks = 0;
	let short: ShortWays | undefined;
	for (let sweep = 1, changes = true; changes; sweep++) {
		changes = false;
		if (sweep > SWEEPS_OF_ROWS) short ??= shortWays(ways);
		looks += short?.mentor.length ?? 0;
		for (let i = 0; i < mentees; i++) {
			const before = distance[i];
			let best: number;
			if (short !== undefined) best = shortest(short, distance, i);
			else {
				looks += shorten(ways, i);
				best = distance[i];
			}
			if (best === before && sweep > 1) continue;
			distance[i] = best;
			const base = potential[i] - bonus;
			for (let k = held.first[i], to = held.first[i + 1]; k < to; k++) {
				const e = held.pair[k];
				const y = mentees + candidates.mentor[e];
				const far = best - (base - potential[y] - points[e]);
				if (far >= distance[y]) continue;
				distance[y] = far;
				changes = true;
			}
		}
		if (changes && looks > limit) return false;
	}
	for (let x = 0; x < distance.length; x++)
		if (distance[x] !== Infinity) potential[x] -= distance[x];
	return true;
}

type Ways = {
	readonly candidates: Candidates;
	readonly used: Uint8Array;
	readonly bonus: number;
	readonly potential: Float64Array;
	readonly rows: FallingRows;
	readonly distance: Float64Array;
	readonly lowest: number;
};

/** Shortens a mentee's way over their row; returns how many pairs that took. */
function shorten(ways: Ways, i: number): number {
	const { rows, potential, distance, lowest, used } = ways;
	const { mentees, mentor } = ways.candidates;
	const base = potential[i] - ways.bonus;
	const from = rows.first[i];
	let best = distance[i];
	let k = from;
	for (const to = rows.first[i + 1]; k < to; k++) {
		if (k === rows.ready[i]) sortOn(rows, i);
		const rest = base - rows.worth[k];
		if (rest + lowest >= best) break;
		const e = rows.pair[k];
		const y = mentees + mentor[e];
		const far = rest - potential[y] + distance[y];
		if (far < best && used[e] === 0) best = far;
	}
	distance[i] = best;
	return k - from;
}

/** The pairs that can still shorten somebody's way, by mentee: which mentor's way they add to, and by how much. */
type ShortWays = {
	readonly first: Int32Array;
	readonly mentor: Int32Array;
	readonly length: Float64Array;
};

function shortWays(ways: Ways): ShortWays {
	const { rows, potential, distance, lowest, used } = ways;
	const { mentees, mentor } = ways.candidates;
	const first = new Int32Array(mentees + 1);
	let to: Int32Array = new Int32Array(8 * mentees);
	let length: Float64Array = new Float64Array(8 * mentees);
	let size = 0;
	for (let i = 0; i < mentees; i++) {
		const base = potential[i] - ways.bonus;
		const end = rows.first[i + 1];
		if (size + end - rows.first[i] > to.length) {
			to = grown(new Int32Array(2 * to.length + end - size), to);
			length = grown(new Float64Array(2 * to.length + end - size), length);
		}
		for (let k = rows.first[i]; k < end; k++) {
			if (k === rows.ready[i]) sortOn(rows, i);
			const rest = base - rows.worth[k];
			if (rest + lowest >= distance[i]) break;
			const e = rows.pair[k];
			const y = mentees + mentor[e];
			if (rest - potential[y] >= distance[i] || used[e] === 1) continue;
			to[size] = y;
			length[size++] = rest - potential[y];
		}
		first[i + 1] = size;
	}
	return {
		first,
		mentor: to.subarray(0, size),
		length: length.subarray(0, size),
	};
}

function grown<Numbers extends Int32Array | Float64Array>(
	room: Numbers,
	numbers: Numbers,
): Numbers {
	room.set(numbers);
	return room;
}

/** The length of a mentee's way as short as it can be made now. */
function shortest(
	{ first, mentor, length }: ShortWays,
	distance: Float64Array,
	i: number,
): number {
	let best = distance[i];
	for (let k = first[i], to = first[i + 1]; k < to; k++) {
		const far = length[k] + distance[mentor[k]];
		if (far < best) best = far;
	}
	return best;
}

/** The used pairs of each mentee, and how many each mentor has. */
function usedByMentee(
	{ mentees, mentors, mentee, mentor }: Candidates,
	used: Uint8Array,
) {
	const first = new Int32Array(mentees + 1);
	const ofMentor = new Int32Array(mentors);
	for (let e = 0; e < used.length; e++) {
		if (used[e] === 0) continue;
		first[mentee[e] + 1]++;
		ofMentor[mentor[e]]++;
	}
	for (let i = 0; i < mentees; i++) first[i + 1] += first[i];
	const pair = new Int32Array(first[mentees]);
	for (let e = 0, k = 0; e < used.length; e++) if (used[e] === 1) pair[k++] = e;
	return { first, pair, ofMentor };
}
