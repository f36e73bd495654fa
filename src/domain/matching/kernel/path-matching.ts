// Brings candidates into the shape of the path search: the side with fewer units searches, rows sorted by falling points.
import type { ByMentor, Candidates } from "./candidates.ts";
import { moveToExtreme } from "./extreme-prices.ts";
import type { PathSearch, SearchGraph } from "./successive-paths.ts";
import { createPathSearch } from "./successive-paths.ts";
import { sortedRows } from "./sorted-rows.ts";

// "Everyone wants the same mentors" is the path search's worst case, and shows early (measured at 10,000 people: after 10 settled nodes for
// each unit to be placed, such cohorts have served a tenth of the searchers, ordinary ones two thirds; those need 4 to 60 in the end).
const OPERATIONS_A_UNIT = 300;
const OPERATIONS_TO_JUDGE = 10;
const SHARE_TO_GO_ON = 1 / 3;
const OPERATIONS_A_STEP = 20_000;
export const LARGEST_EXACT = 2 ** 50;
const LARGEST_INT = 0x7fffffff;

export type PathMatching = {
	readonly used: Uint8Array;
	/** Potentials of all nodes of the flow network, for pairs made and for points. */
	readonly pairsPotential: Float64Array;
	readonly pointsPotential: Float64Array;
	/** What a pair counts in points, in prices of one number: potential = pairs · bonus + points. */
	readonly bonus: number;
	/** Each mentor's pairs by falling points, where the search had them. */
	readonly fallingColumns?: ByMentor;
};

/**
 * The greatest sum of points (`mostPairs` false) or the greatest sum among the matchings with most pairs (true), by successive
 * shortest paths. Nothing when the deterministic budget of operations ran out, or when the numbers are too large to be exact in
 * one; the caller then takes another method. Yields the operations so far.
 */
export function* matchByPaths(
	candidates: Candidates,
	mostPairs: boolean,
	allowance?: number,
): Generator<number, PathMatching | undefined> {
	// A search along single pairs knows nothing of sets of places.
	if (candidates.caps !== undefined) return undefined;
	const outside = mostPairs ? pairBonus(candidates) : 0;
	if (outside > LARGEST_EXACT) return undefined;
	const byMentors = total(candidates.capacity) < total(candidates.need);
	const { graph, pairOf } = orient(candidates, byMentors, outside);
	const search = createPathSearch(graph);
	const size = total(graph.supply) + 100;
	const limit = (allowance ?? OPERATIONS_A_UNIT) * size;
	while (!search.step(OPERATIONS_A_STEP)) {
		const operations = search.operations();
		yield operations;
		const isHard =
			operations > OPERATIONS_TO_JUDGE * size &&
			search.searched() < SHARE_TO_GO_ON * graph.searchers;
		if (operations > limit || (isHard && allowance === undefined))
			return undefined;
	}
	yield search.operations();
	const found = readBack(candidates, search, pairOf, byMentors, outside);
	const { first } = graph;
	return byMentors
		? { ...found, fallingColumns: { first, pair: pairOf } }
		: found;
}

/** The matching's prices as those that every best matching shares, tier by tier (see extreme-prices.ts). */
export function extremePotentials(
	candidates: Candidates,
	{ used, pairsPotential, pointsPotential, bonus, ...had }: PathMatching,
): Float64Array[] {
	const whole = pairsPotential.map(
		(pairs, x) => pairs * bonus + pointsPotential[x],
	);
	moveToExtreme(candidates, used, bonus, whole, had.fallingColumns);
	if (bonus === 0) return [whole];
	const pairs = whole.map((value) => Math.round(value / bonus) + 0);
	return [pairs, whole.map((value, x) => value - pairs[x] * bonus)];
}

/** More than any exchange of pairs can change in points: one pair more then always wins, and both parts can be read back. */
export function pairBonus(candidates: Candidates): number {
	const largest = largestOf(candidates.points);
	const most = Math.min(total(candidates.need), total(candidates.capacity));
	return 8 * (most + 1) * (largest + 1);
}

function largestOf(points: Float64Array): number {
	let most = 0;
	let least = 0;
	for (let e = 0; e < points.length; e++) {
		const own = points[e];
		if (own > most) most = own;
		else if (own < least) least = own;
	}
	return Math.max(most, -least);
}

export function total(units: Int32Array): number {
	let sum = 0;
	for (const unit of units) sum += unit;
	return sum;
}

function orient(
	candidates: Candidates,
	byMentors: boolean,
	outside: number,
): { readonly graph: SearchGraph; readonly pairOf: Int32Array } {
	const { mentees, mentors, mentee, mentor, points } = candidates;
	const searchers = byMentors ? mentors : mentees;
	const rows = byMentors
		? sortedRows(points, mentors, mentor)
		: sortedRows(points, mentees, mentee, candidates.first);
	const { first, pair: pairOf } = rows;
	const holderOf = byMentors ? mentee : mentor;
	const holder = new Int32Array(pairOf.length);
	// Four bytes each where they fit.
	const cost =
		largestOf(points) > LARGEST_INT
			? new Float64Array(pairOf.length)
			: new Int32Array(pairOf.length);
	for (let k = 0; k < pairOf.length; k++) {
		holder[k] = holderOf[pairOf[k]];
		cost[k] = -rows.points[k];
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
	return { used, pairsPotential, pointsPotential, bonus: outside };
}
