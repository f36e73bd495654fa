// Moves the prices of a best matching to the extreme that every best matching shares: a node's potential becomes what one more unit there
// would cost on its way to the root. The same as `tighten` (tiers.ts), without a flow network: one Dijkstra from the root against the
// arcs, over reduced costs in one number. O(pairs + people · log people), 4 bytes a pair.
//
// Every mentee may leave straight to the root, so no way is longer than their potential; a pair with fewer points than the place's own way
// costs therefore shortens nobody's. Where each mentor's pairs come by falling points, a scan stops there.
import type { Candidates } from "./candidates.ts";
import { degrees } from "./candidates.ts";
import type { FallingRows } from "./falling-rows.ts";
import { rowsOfMentors, sortOn } from "./falling-rows.ts";
import { createHeap, raise, sinkLast } from "./heap.ts";

/**
 * `potential` (mentees, then mentors; changed in place) proves the used pairs best where a pair costs -bonus - points and a unit outside
 * nothing; `sorted` are each mentor's pairs, where a search had them. All numbers are whole, and small enough for sums of a few to be exact.
 */
export function moveToExtreme(
	candidates: Candidates,
	used: Uint8Array,
	bonus: number,
	potential: Float64Array,
	sorted?: FallingRows,
): void {
	const { mentees, mentors, first, mentee, mentor, points, capacity } =
		candidates;
	const nodes = mentees + mentors;
	// Where the search was from the other side hardly any scan would end early, and sorting is not worth while.
	const columns = sorted ?? rowsOfMentors(candidates);
	const { ofMentor } = degrees(candidates, used);
	const distance = new Float64Array(nodes).fill(Infinity);
	const settled = new Uint8Array(nodes);
	const heap = createHeap(nodes, distance);
	let size = 0;

	for (let i = 0; i < mentees; i++) offer(i, potential[i]);
	for (let j = 0; j < mentors; j++)
		if (ofMentor[j] < capacity[j]) offer(mentees + j, potential[mentees + j]);
	while (size > 0) {
		const x = heap.node[0];
		size--;
		if (size > 0) sinkLast(heap, size);
		settled[x] = 1;
		const here = distance[x];
		if (x >= mentees) {
			const base = here - bonus - potential[x];
			const j = x - mentees;
			for (let k = columns.first[j], to = columns.first[j + 1]; k < to; k++) {
				if (sorted !== undefined && k === sorted.ready[j]) sortOn(sorted, j);
				const worth = columns.worth[k];
				if (worth <= base && sorted !== undefined) break;
				const e = columns.pair[k];
				const i = mentee[e];
				if (settled[i] === 1 || used[e] === 1) continue;
				const far = base - worth + potential[i];
				if (far < distance[i]) offer(i, far);
			}
		} else {
			const base = here + bonus - potential[x];
			for (let e = first[x]; e < first[x + 1]; e++) {
				if (used[e] === 0) continue;
				const y = mentees + mentor[e];
				if (settled[y] === 1) continue;
				const far = base + points[e] + potential[y];
				if (far < distance[y]) offer(y, far);
			}
		}
	}
	for (let x = 0; x < nodes; x++)
		if (settled[x] === 1) potential[x] -= distance[x];

	function offer(x: number, far: number): void {
		const isNew = distance[x] === Infinity;
		distance[x] = far;
		raise(heap, x, isNew ? size++ : heap.place[x]);
	}
}
