// For the class on which shortest paths collapse (everybody wants the same mentors): prices by auction, made exact by two-sided repair.
import { auction } from "./auction.ts";
import type { Candidates } from "./candidates.ts";
import type { PathMatching } from "./path-matching.ts";
import { LARGEST_EXACT, pairBonus } from "./path-matching.ts";
import type { TwoSided } from "./two-sided.ts";
import { createTwoSided } from "./two-sided.ts";
import { twoSidedGraph } from "./two-sided-graph.ts";

// The auction leaves little: measured with 10,000 mentees, up to 10 nodes for each.
const OPERATIONS_A_MENTEE = 300;
const OPERATIONS_A_STEP = 20_000;

/**
 * The same matching as by paths (path-matching.ts), where there are no caps. Nothing when its
 * deterministic budget ran out or the numbers are too large. Yields the bids and settled nodes so far.
 */
export function* matchByBids(
	candidates: Candidates,
	mostPairs: boolean,
): Generator<number, PathMatching | undefined> {
	const { mentees, points, caps } = candidates;
	if (caps !== undefined) return undefined;
	const bonus = mostPairs ? pairBonus(candidates) : 0;
	if (bonus > LARGEST_EXACT) return undefined;
	const size = mentees + 100;
	const sale = auction(candidates, bonus);
	let bids = 0;
	let step = sale.next();
	for (; step.done !== true; step = sale.next()) yield (bids = step.value);
	const { used, price } = step.value;
	const cost = points.map((own) => -own);
	const repair = createTwoSided(twoSidedGraph(candidates, false, cost, bonus));
	repair.adopt(
		used,
		price.map((paid) => -paid),
	);
	while (!repair.step(OPERATIONS_A_STEP)) {
		yield bids + repair.operations();
		if (repair.operations() > OPERATIONS_A_MENTEE * size) return undefined;
	}
	yield bids + repair.operations();
	return readBack(candidates, repair, bonus);
}

function readBack(
	{ mentees, mentors }: Candidates,
	{ state, searcherPrice, holderPrice }: TwoSided,
	bonus: number,
): PathMatching {
	const pairsPotential = new Float64Array(mentees + mentors + 1);
	const pointsPotential = new Float64Array(mentees + mentors + 1);
	for (let x = 0; x < mentees + mentors; x++) {
		const value =
			x < mentees ? bonus - searcherPrice[x] : holderPrice[x - mentees];
		const whole = bonus === 0 ? 0 : Math.round(value / bonus);
		pairsPotential[x] = whole;
		pointsPotential[x] = value - whole * bonus;
	}
	return { used: state.slice(), pairsPotential, pointsPotential, bonus };
}
