import type { ListedPairs } from "./pair-lists.ts";

/**
 * All pairs of several lists once, by mentee, then mentor: two counting sorts, O(people + pairs). `fresh` counts those of the lists
 * after the first that the first did not have.
 */
export function unionOfPairs(
	lists: readonly ListedPairs[],
	mentees: number,
	mentors: number,
): { readonly pairs: ListedPairs; readonly fresh: number } {
	const all = concatenated(lists);
	const byMentor = sortedBy(identity(all.points.length), all.mentor, mentors);
	const order = sortedBy(byMentor, all.mentee, mentees);
	const { mentee, mentor, points } = all;
	const kept = new Int32Array(order.length);
	let count = 0;
	for (let k = 0; k < order.length; k++) {
		const e = order[k];
		const last = count === 0 ? -1 : kept[count - 1];
		if (last < 0 || mentee[last] !== mentee[e] || mentor[last] !== mentor[e])
			kept[count++] = e;
	}
	const chosen = kept.subarray(0, count);
	return {
		pairs: {
			mentee: chosen.map((e) => mentee[e]),
			mentor: chosen.map((e) => mentor[e]),
			points: Float64Array.from(chosen, (e) => points[e]),
		},
		fresh: count - (lists[0]?.points.length ?? 0),
	};
}

function concatenated(lists: readonly ListedPairs[]): ListedPairs {
	let total = 0;
	for (const { points } of lists) total += points.length;
	const mentee = new Int32Array(total);
	const mentor = new Int32Array(total);
	const points = new Float64Array(total);
	let at = 0;
	for (const list of lists) {
		mentee.set(list.mentee, at);
		mentor.set(list.mentor, at);
		points.set(list.points, at);
		at += list.points.length;
	}
	return { mentee, mentor, points };
}

function identity(length: number): Int32Array {
	const order = new Int32Array(length);
	for (let k = 0; k < length; k++) order[k] = k;
	return order;
}

function sortedBy(
	order: Int32Array,
	key: Int32Array,
	keys: number,
): Int32Array {
	const next = new Int32Array(keys + 1);
	for (let k = 0; k < order.length; k++) next[key[order[k]] + 1]++;
	for (let k = 0; k < keys; k++) next[k + 1] += next[k];
	const sorted = new Int32Array(order.length);
	for (let k = 0; k < order.length; k++)
		sorted[next[key[order[k]]]++] = order[k];
	return sorted;
}
