// Settles ties as a matching of its own: among the pairs that may still move, those with the least sum of tie numbers, by successive shortest
// paths. Who may not be left with less than they have (it would cost something) is worth more than all tie numbers together, and since some
// matching leaves none of them with less, neither does the best. All best matchings have equally many pairs, so nothing else decides.
import { degrees } from "./candidates.ts";
import type { MovablePart } from "./movable-part.ts";
import { LARGEST_EXACT, matchByPaths, total } from "./path-matching.ts";

// Random numbers are what paths are best at: some ten nodes a unit.
const OPERATIONS_A_UNIT = 300;

/**
 * Which pairs of the part are used at the least sum of `tie`, whose numbers are of so many bits; `mustFill` marks mentees, then mentors, who
 * need all their units used. Nothing where the numbers are too large to be exact, or the work would be too much. Yields the operations so far.
 */
export function* matchTies(
	{ candidates }: MovablePart,
	mustFill: Uint8Array,
	tie: Float64Array,
	bits: number,
): Generator<number, Uint8Array | undefined> {
	const { mentees, mentee, mentor, need, capacity } = candidates;
	const units = Math.min(total(need), total(capacity));
	const above = (units + 1) * 2 ** bits;
	if (2 * above > LARGEST_EXACT) return undefined;
	const points = tie.map(
		(own, k) =>
			above * (mustFill[mentee[k]] + mustFill[mentees + mentor[k]]) - own,
	);
	const steps = matchByPaths(
		{ ...candidates, points },
		false,
		OPERATIONS_A_UNIT,
	);
	let step = steps.next();
	for (; step.done !== true; step = steps.next()) yield step.value;
	const used = step.value?.used;
	if (used === undefined) return undefined;
	const { ofMentee, ofMentor } = degrees(candidates, used);
	const isFilled = (units: Int32Array, taken: Int32Array, from: number) =>
		units.every((unit, x) => mustFill[from + x] === 0 || taken[x] === unit);
	return isFilled(need, ofMentee, 0) && isFilled(capacity, ofMentor, mentees)
		? used
		: undefined;
}
