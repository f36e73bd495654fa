// Brings candidates into the shape of the path search: the side with fewer units searches, rows sorted by falling points.
import type { Candidates } from "./candidates.ts";
import { byMentor } from "./candidates.ts";
import type { PathSearch, SearchGraph } from "./successive-paths.ts";
import { createPathSearch } from "./successive-paths.ts";

// Above this many settled nodes for each searcher the path search has met its worst case (measured: "everyone wants the same
// mentors" needs thousands, ordinary cohorts 5 to 90).
const OPERATIONS_A_SEARCHER = 300;
const OPERATIONS_A_STEP = 20_000;
const LARGEST_EXACT = 2 ** 50;

export type PathMatching = {
	readonly used: Uint8Array;
	/** Potentials of all nodes of the flow network, for pairs made and for points. */
	readonly pairsPotential: Float64Array;
	readonly pointsPotential: Float64Array;
};

/**
 * The greatest sum of points (`mostPairs` false) or the greatest sum among the matchings with most pairs (true), by successive
 * shortest paths. Nothing when the deterministic budget of operations ran out, or when the numbers are too large to be exact in
 * one; the caller then takes the network simplex. Yields the operations so far.
 */
export function* matchByPaths(
	candidates: Candidates,
	mostPairs: boolean,
	allowance = OPERATIONS_A_SEARCHER,
): Generator<number, PathMatching | undefined> {
	const outside = mostPairs ? pairBonus(candidates) : 0;
	if (outside > LARGEST_EXACT) return undefined;
	const byMentors = total(candidates.capacity) < total(candidates.need);
	const { graph, pairOf } = orient(candidates, byMentors, outside);
	const search = createPathSearch(graph);
	const limit = allowance * (graph.searchers + 100);
	while (!search.step(OPERATIONS_A_STEP)) {
		yield search.operations();
		if (search.operations() > limit) return undefined;
	}
	yield search.operations();
	return readBack(candidates, search, pairOf, byMentors, outside);
}

/** More than any exchange of pairs can change in points: one pair more then always wins, and both parts can be read back. */
function pairBonus(candidates: Candidates): number {
	let largest = 0;
	for (const points of candidates.points)
		largest = Math.max(largest, Math.abs(points));
	const most = Math.min(total(candidates.need), total(candidates.capacity));
	return 8 * (most + 1) * (largest + 1);
}

function total(units: Int32Array): number {
	let sum = 0;
	for (const unit of units) sum += unit;
	return sum;
}

function orient(
	candidates: Candidates,
	byMentors: boolean,
	outside: number,
): { readonly graph: SearchGraph; readonly pairOf: Int32Array } {
	const { points } = candidates;
	const pairs = points.length;
	const groups = byMentors ? byMentor(candidates) : undefined;
	const first = groups?.first ?? candidates.first;
	const pairOf =
		groups?.pair ?? Int32Array.from({ length: pairs }, (_, e) => e);
	const searchers = byMentors ? candidates.mentors : candidates.mentees;
	const holderOf = byMentors ? candidates.mentee : candidates.mentor;
	for (let l = 0; l < searchers; l++)
		pairOf
			.subarray(first[l], first[l + 1])
			.sort((a, b) => points[b] - points[a] || a - b);
	const holder = new Int32Array(pairs);
	const cost = new Float64Array(pairs);
	for (let k = 0; k < pairs; k++) {
		holder[k] = holderOf[pairOf[k]];
		cost[k] = -points[pairOf[k]];
	}
	return {
		graph: {
			searchers,
			holders: byMentors ? candidates.mentees : candidates.mentors,
			first,
			holder,
			cost,
			supply: byMentors ? candidates.capacity : candidates.need,
			room: byMentors ? candidates.need : candidates.capacity,
			outside,
		},
		pairOf,
	};
}

function readBack(
	candidates: Candidates,
	search: PathSearch,
	pairOf: Int32Array,
	byMentors: boolean,
	outside: number,
): PathMatching {
	const { mentees, mentors } = candidates;
	const used = new Uint8Array(pairOf.length);
	for (let k = 0; k < pairOf.length; k++) used[pairOf[k]] = search.used[k];
	const pairsPotential = new Float64Array(mentees + mentors + 1);
	const pointsPotential = new Float64Array(mentees + mentors + 1);
	for (let x = 0; x < mentees + mentors; x++) {
		const j = x - mentees;
		let value: number;
		if (byMentors)
			value =
				j < 0 ? -search.holderPrice[x] : search.searcherPrice[j] - outside;
		else
			value = j < 0 ? outside - search.searcherPrice[x] : search.holderPrice[j];
		const whole = outside === 0 ? 0 : Math.round(value / outside);
		pairsPotential[x] = whole;
		pointsPotential[x] = value - whole * outside;
	}
	return { used, pairsPotential, pointsPotential };
}
