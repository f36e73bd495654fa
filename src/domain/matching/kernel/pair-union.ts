import type { ListedPairs } from "./pair-lists.ts";

/**
 * All pairs of several lists once, by mentee, then mentor: laid out by mentee in one pass, sorted within each row. `fresh` counts those of
 * the lists after the first that the first did not have. O(people + pairs · log row), and no room but that of the result.
 */
export function unionOfPairs(
	lists: readonly ListedPairs[],
	mentees: number,
): { readonly pairs: ListedPairs; readonly fresh: number } {
	const { first, mentor, points } = laidOut(lists, mentees);
	const menteeOf = new Int32Array(mentor.length);
	let count = 0;
	for (let i = 0; i < mentees; i++) {
		const from = first[i];
		const to = first[i + 1];
		sortRow(mentor, points, from, to);
		let last = -1;
		for (let k = from; k < to; k++) {
			if (mentor[k] === last) continue;
			last = mentor[k];
			menteeOf[count] = i;
			mentor[count] = last;
			points[count++] = points[k];
		}
	}
	return {
		pairs: {
			mentee: menteeOf.subarray(0, count),
			mentor: mentor.subarray(0, count),
			points: points.subarray(0, count),
		},
		fresh: count - (lists[0]?.points.length ?? 0),
	};
}

function laidOut(lists: readonly ListedPairs[], mentees: number) {
	const first = new Int32Array(mentees + 1);
	for (const { mentee } of lists)
		for (let k = 0; k < mentee.length; k++) first[mentee[k] + 1]++;
	for (let i = 0; i < mentees; i++) first[i + 1] += first[i];
	const next = first.slice(0, mentees);
	const mentor = new Int32Array(first[mentees]);
	const points = new Float64Array(first[mentees]);
	for (const list of lists)
		for (let k = 0; k < list.mentee.length; k++) {
			const at = next[list.mentee[k]]++;
			mentor[at] = list.mentor[k];
			points[at] = list.points[k];
		}
	return { first, mentor, points };
}

const SHORT = 48;

/** By mentor; the same pair has the same points wherever it stands. */
function sortRow(
	mentor: Int32Array,
	points: Float64Array,
	from: number,
	to: number,
): void {
	if (to - from > SHORT) return sortLongRow(mentor, points, from, to);
	for (let k = from + 1; k < to; k++) {
		const own = mentor[k];
		const worth = points[k];
		let at = k;
		for (; at > from && mentor[at - 1] > own; at--) {
			mentor[at] = mentor[at - 1];
			points[at] = points[at - 1];
		}
		mentor[at] = own;
		points[at] = worth;
	}
}

function sortLongRow(
	mentor: Int32Array,
	points: Float64Array,
	from: number,
	to: number,
): void {
	const size = to - from;
	const keys = new Float64Array(size);
	for (let k = 0; k < size; k++) keys[k] = mentor[from + k] * size + k;
	keys.sort();
	const worth = points.slice(from, to);
	for (let k = 0; k < size; k++) {
		mentor[from + k] = Math.floor(keys[k] / size);
		points[from + k] = worth[keys[k] % size];
	}
}
