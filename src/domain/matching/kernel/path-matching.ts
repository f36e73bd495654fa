// Brings candidates into the shape of the path search: the side with fewer units searches, rows sorted by falling points.
import type { Candidates } from "./candidates.ts";
import { moveToExtreme } from "./extreme-prices.ts";
import { sweepToExtreme } from "./extreme-sweeps.ts";
import type { FallingRows } from "./falling-rows.ts";
import { largestOf, rowsOfMentees, rowsOfMentors } from "./falling-rows.ts";
import type { PathSearch, SearchGraph } from "./successive-paths.ts";
import { createPathSearch } from "./successive-paths.ts";

// "Everyone wants the same mentors" is the path search's worst case, and shows early (measured at 10,000 people: after 10 settled nodes for
// each unit to be placed, such cohorts have served a tenth of the searchers, ordinary ones two thirds; those need 4 to 60 in the end).
const OPERATIONS_A_UNIT = 300;
const OPERATIONS_TO_JUDGE = 10;
const SHARE_TO_GO_ON = 1 / 3;
const OPERATIONS_A_STEP = 20_000;
export const LARGEST_EXACT = 2 ** 50;

export type PathMatching = {
	readonly used: Uint8Array;
	/** Potentials of all nodes of the flow network, for pairs made and for points. */
	readonly pairsPotential: Float64Array;
	readonly pointsPotential: Float64Array;
	/** What a pair counts in points, in prices of one number: potential = pairs · bonus + points. */
	readonly bonus: number;
	/** The rows that were searched, sorted as far as they were: the mentors' or the mentees'. */
	readonly rows?: { readonly byMentors: boolean; readonly of: FallingRows };
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
	const graph = orient(candidates, byMentors, outside);
	const search = createPathSearch(graph);
	const size = total(graph.supply) + 100;
	const limit = (allowance ?? OPERATIONS_A_UNIT) * size;
	while (!search.step(OPERATIONS_A_STEP)) {
		const operations = search.operations();
		yield operations;
		const isHard =
			operations > OPERATIONS_TO_JUDGE * size &&
			search.searched() < SHARE_TO_GO_ON * graph.rows.rows;
		if (operations > limit || (isHard && allowance === undefined))
			return undefined;
	}
	yield search.operations();
	const found = readBack(candidates, search, byMentors, outside);
	return { ...found, rows: { byMentors, of: graph.rows } };
}

/** Potentials in one number a node, and the same tier by tier: pairs (where they count) and points. */
export type Potentials = {
	readonly whole: Float64Array;
	readonly tiers: Float64Array[];
};

/** The matching's prices as those that every best matching shares (see extreme-prices.ts). */
export function extremePotentials(
	candidates: Candidates,
	{ used, pairsPotential, pointsPotential, bonus, rows }: PathMatching,
): Potentials {
	const whole = pairsPotential.map(
		(pairs, x) => pairs * bonus + pointsPotential[x],
	);
	const isMoved =
		rows?.byMentors === false &&
		sweepToExtreme(candidates, used, bonus, whole, rows.of);
	const columns = rows?.byMentors === true ? rows.of : undefined;
	if (!isMoved) moveToExtreme(candidates, used, bonus, whole, columns);
	if (bonus === 0) return { whole, tiers: [whole] };
	const pairs = whole.map((value) => Math.round(value / bonus) + 0);
	const points = whole.map((value, x) => value - pairs[x] * bonus);
	return { whole, tiers: [pairs, points] };
}

/** More than any exchange of pairs can change in points: one pair more then always wins, and both parts can be read back. */
export function pairBonus({ need, capacity, points }: Candidates): number {
	const most = Math.min(total(need), total(capacity));
	return 8 * (most + 1) * (largestOf(points) + 1);
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
): SearchGraph {
	const { mentees, mentors, mentee, mentor, need, capacity } = candidates;
	return {
		holders: byMentors ? mentees : mentors,
		rows: byMentors ? rowsOfMentors(candidates) : rowsOfMentees(candidates),
		holder: byMentors ? mentee : mentor,
		points: candidates.points,
		supply: byMentors ? capacity : need,
		room: byMentors ? need : capacity,
		outside,
	};
}

function readBack(
	candidates: Candidates,
	search: PathSearch,
	byMentors: boolean,
	outside: number,
): PathMatching {
	const { mentees, mentors } = candidates;
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
	return {
		used: search.used,
		pairsPotential,
		pointsPotential,
		bonus: outside,
	};
}
