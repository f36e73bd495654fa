// Most pairs among those worth at least so much: the counts of a plan whose pairs below a threshold are struck out.
//
// Dinic's phases (for unit pairs: Hopcroft and Karp's) over mentees, their pairs and the nested sets of places. Rows are sorted by points,
// so a threshold is a prefix of each row, and a matching found for one threshold starts the next. O(pairs · √people) a threshold where
// nobody has many places. When no more can be placed, what the last search reached is a minimum cut, which anyone can check.
import type { Candidates } from "./candidates.ts";
import { placeSets } from "./place-sets.ts";

export type ThresholdMatching = {
	/** As many units as can be placed over all pairs. */
	most(): number;
	/**
	 * Whether `target` units can be placed over pairs of at least `least` points. Keeps the matching for the next call if so, and
	 * else the one before.
	 */
	reaches(least: number, target: number): boolean;
	/** After a call that answered no: the mentees and sets of places that the last search reached. */
	cut(): { readonly mentees: Uint8Array; readonly sets: Uint8Array };
};

/** Rows sorted by falling points, shared by several matchings over the same candidates. */
export function rowsByPoints({ first, points }: Candidates): Int32Array {
	const row = Int32Array.from({ length: points.length }, (_, e) => e);
	for (let i = 0; i + 1 < first.length; i++)
		row
			.subarray(first[i], first[i + 1])
			.sort((a, b) => points[b] - points[a] || a - b);
	return row;
}

export function thresholdMatching(
	candidates: Candidates,
	row: Int32Array,
): ThresholdMatching {
	const { mentees, first, mentee, points, need } = candidates;
	const { limit, above, ofPair } = placeSets(candidates);
	const sets = limit.length;
	const within = childrenOf(above);
	let kept = new Uint8Array(ofPair.length);
	let used = kept.slice();
	const missing = new Int32Array(mentees);
	const load = new Int32Array(sets);
	const end = new Int32Array(mentees);
	// Used pairs by innermost set, as doubly linked lists.
	const head = new Int32Array(sets);
	const after = new Int32Array(ofPair.length);
	const before = new Int32Array(ofPair.length);
	const level = new Int32Array(mentees + sets);
	const queue = new Int32Array(mentees + sets);
	const next = new Int32Array(mentees);
	const path = new Int32Array(mentees + sets + 1);
	const over = new Int32Array(mentees + sets + 1);
	let placed = 0;
	// Where the last step of a path leads and over which pair (-1: between sets).
	let to = 0;
	let by = 0;

	return {
		most() {
			placeUpTo(-Infinity, Infinity);
			keep();
			return placed;
		},
		reaches(least, target) {
			placeUpTo(least, target);
			if (placed < target) return false;
			keep();
			return true;
		},
		cut: () => ({
			mentees: Uint8Array.from(level.subarray(0, mentees), isReached),
			sets: Uint8Array.from(level.subarray(mentees), isReached),
		}),
	};

	function placeUpTo(least: number, target: number): void {
		start(least);
		while (placed < target && label()) {
			next.set(first.subarray(0, mentees));
			for (let i = 0; i < mentees && placed < target; i++)
				while (missing[i] > 0 && level[i] === 0 && augment(i)) {
					missing[i]--;
					placed++;
				}
		}
	}

	function keep(): void {
		kept = used;
		used = kept.slice();
	}

	/** The matching kept, less the pairs under the threshold, filled up where a place is free at once. */
	function start(least: number): void {
		used.set(kept);
		missing.set(need);
		load.fill(0);
		head.fill(-1);
		placed = 0;
		for (let i = 0; i < mentees; i++) {
			let k = first[i];
			while (k < first[i + 1] && points[row[k]] >= least) k++;
			end[i] = k;
			for (let at = first[i]; at < first[i + 1]; at++) {
				const e = row[at];
				if (used[e] === 0) continue;
				if (at < k) place(e, i);
				else used[e] = 0;
			}
		}
		for (let i = 0; i < mentees; i++)
			for (let k = first[i]; k < end[i] && missing[i] > 0; k++)
				if (used[row[k]] === 0 && hasRoom(ofPair[row[k]])) place(row[k], i);
	}

	function place(e: number, i: number): void {
		link(e);
		for (let s = ofPair[e]; s >= 0; s = above[s]) load[s]++;
		missing[i]--;
		placed++;
	}

	function hasRoom(innermost: number): boolean {
		for (let s = innermost; s >= 0; s = above[s])
			if (load[s] >= limit[s]) return false;
		return true;
	}

	/** Levels from the mentees who miss somebody, until a set with a way out is met. Whether there is one. */
	function label(): boolean {
		level.fill(-1);
		let size = 0;
		let isFound = false;
		for (let i = 0; i < mentees; i++)
			if (missing[i] > 0) {
				level[i] = 0;
				queue[size++] = i;
			}
		const reach = (x: number, far: number) => {
			if (level[x] >= 0) return;
			level[x] = far;
			queue[size++] = x;
		};
		for (let k = 0; k < size; k++) {
			const x = queue[k];
			const far = level[x] + 1;
			if (x < mentees) {
				for (let at = first[x]; at < end[x]; at++)
					if (used[row[at]] === 0) reach(mentees + ofPair[row[at]], far);
				continue;
			}
			const s = x - mentees;
			if (load[s] < limit[s]) {
				if (above[s] < 0) isFound = true;
				else reach(mentees + above[s], far);
			}
			for (let e = head[s]; e >= 0; e = after[e]) reach(mentee[e], far);
			for (let c = within.first[s]; c < within.first[s + 1]; c++)
				if (load[within.set[c]] > 0) reach(mentees + within.set[c], far);
		}
		return isFound;
	}

	/** One more unit from a mentee along rising levels; nodes without a way on are struck out. */
	function augment(from: number): boolean {
		let depth = 0;
		path[0] = from;
		for (;;) {
			const x = path[depth];
			const isOut =
				x >= mentees &&
				above[x - mentees] < 0 &&
				load[x - mentees] < limit[x - mentees];
			if (isOut) {
				load[x - mentees]++;
				turn(depth);
				return true;
			}
			const found = x < mentees ? pairOf(x) : wayOf(x);
			if (found) {
				depth++;
				path[depth] = to;
				over[depth] = by;
				continue;
			}
			level[x] = -2;
			if (depth === 0) return false;
			depth--;
		}
	}

	function pairOf(i: number): boolean {
		for (; next[i] < end[i]; next[i]++) {
			const e = row[next[i]];
			if (used[e] === 1) continue;
			if (level[mentees + ofPair[e]] !== level[i] + 1) continue;
			return go(mentees + ofPair[e], e);
		}
		return false;
	}

	function wayOf(x: number): boolean {
		const s = x - mentees;
		const far = level[x] + 1;
		const up = mentees + above[s];
		if (above[s] >= 0 && load[s] < limit[s] && level[up] === far)
			return go(up, -1);
		for (let e = head[s]; e >= 0; e = after[e])
			if (level[mentee[e]] === far) return go(mentee[e], e);
		for (let c = within.first[s]; c < within.first[s + 1]; c++) {
			const set = within.set[c];
			if (load[set] > 0 && level[mentees + set] === far)
				return go(mentees + set, -1);
		}
		return false;
	}

	function go(node: number, pair: number): boolean {
		to = node;
		by = pair;
		return true;
	}

	function turn(depth: number): void {
		for (let k = depth; k > 0; k--) {
			const e = over[k];
			const x = path[k - 1];
			const y = path[k];
			if (e < 0) {
				if (above[x - mentees] === y - mentees) load[x - mentees]++;
				else load[y - mentees]--;
			} else if (x < mentees) link(e);
			else unlink(e);
		}
	}

	function link(e: number): void {
		used[e] = 1;
		const s = ofPair[e];
		before[e] = -1;
		after[e] = head[s];
		if (head[s] >= 0) before[head[s]] = e;
		head[s] = e;
	}

	function unlink(e: number): void {
		used[e] = 0;
		if (before[e] >= 0) after[before[e]] = after[e];
		else head[ofPair[e]] = after[e];
		if (after[e] >= 0) before[after[e]] = before[e];
	}
}

function isReached(level: number): number {
	return level >= 0 ? 1 : 0;
}

/** The sets directly within each set, grouped. */
function childrenOf(above: Int32Array): {
	readonly first: Int32Array;
	readonly set: Int32Array;
} {
	const first = new Int32Array(above.length + 1);
	for (const parent of above) if (parent >= 0) first[parent + 1]++;
	for (let s = 0; s < above.length; s++) first[s + 1] += first[s];
	const next = first.slice();
	const set = new Int32Array(first[above.length]);
	above.forEach((parent, s) => {
		if (parent >= 0) set[next[parent]++] = s;
	});
	return { first, set };
}
