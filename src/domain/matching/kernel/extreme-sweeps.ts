// The same prices as extreme-prices.ts where the mentees searched: without the mentors' columns, which nobody else needs then and which take
// longer to lay out than this takes to run.
//
// Every mentee's way to the root is the shortest over their pairs and the ways of those mentors; every mentor's the shortest over the mentees
// they hold. Sweeps over the mentees repeat that until nothing changes (Bellman and Ford; all lengths are those of real ways, so what cannot be
// shortened is shortest). Rows are sorted, and a scan ends where even a mentor at the lowest price and at the root could not shorten the way: after a
// few pairs. O(sweeps · pairs looked at), and given up where that is more than a Dijkstra over columns would take.
import type { Candidates } from "./candidates.ts";
import type { FallingRows } from "./falling-rows.ts";
import { sortOn } from "./falling-rows.ts";

// Few exchanges from everybody to a place that is left: some sweeps do. Where the way is longer, another pass over all pairs is the lesser evil.
const LOOKS_A_PAIR = 1;

/** As moveToExtreme, given the rows of the mentees; false, and nothing changed, where it would take too long. */
export function sweepToExtreme(
	candidates: Candidates,
	used: Uint8Array,
	bonus: number,
	potential: Float64Array,
	rows: FallingRows,
): boolean {
	const { mentees, mentors, mentor, points, capacity } = candidates;
	const held = usedByMentee(candidates, used);
	const distance = potential.slice(0, mentees + mentors);
	let lowest = Infinity;
	for (let y = mentees; y < mentees + mentors; y++) {
		if (held.ofMentor[y - mentees] >= capacity[y - mentees])
			distance[y] = Infinity;
		if (-potential[y] < lowest) lowest = -potential[y];
	}
	const limit = LOOKS_A_PAIR * (points.length + mentees);
	let looks = 0;
	for (let isFirst = true, changes = true; changes; isFirst = false) {
		changes = false;
		for (let i = 0; i < mentees; i++) {
			const before = distance[i];
			const base = potential[i] - bonus;
			let best = before;
			for (let k = rows.first[i], to = rows.first[i + 1]; k < to; k++) {
				if (k === rows.ready[i]) sortOn(rows, i);
				looks++;
				const rest = base - rows.worth[k];
				if (rest + lowest >= best) break;
				const e = rows.pair[k];
				const y = mentees + mentor[e];
				const far = rest - potential[y] + distance[y];
				if (far < best && used[e] === 0) best = far;
			}
			if (best === before && !isFirst) continue;
			distance[i] = best;
			for (let k = held.first[i], to = held.first[i + 1]; k < to; k++) {
				const e = held.pair[k];
				const y = mentees + mentor[e];
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
