// What stays the same through the rounds of a lazy solve, and the solves on the pairs stored so far. People keep the order in which
// they were given; only the last solve sorts them, as every problem does.
import type { Candidates } from "./kernel/candidates.ts";
import type { ListedPairs, PersonHashes } from "./kernel/pair-lists.ts";
import type { PairPrices } from "./kernel/pair-pricing.ts";
import { unionOfPairs } from "./kernel/pair-union.ts";
import { matchByPaths } from "./kernel/path-matching.ts";
import { commonUnit } from "./decimal.ts";
import type { LazyInput } from "./lazy-solve.ts";
import type { Problem } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import type { Progress, Solution, SolveOptions } from "./solve.ts";
import { solving, tiersOf } from "./solve.ts";

export type Ground = {
	readonly input: LazyInput;
	readonly mentees: number;
	readonly mentors: number;
	/** What pinned pairs leave. */
	readonly need: Int32Array;
	readonly capacity: Int32Array;
	readonly covered: Uint8Array;
	/** What mentees need in all. */
	readonly units: Int32Array;
	readonly hashes: PersonHashes;
	/** The least points that a pair may have. */
	readonly least: number;
	/** Where each mentee, then each mentor, stands in the order of a problem. */
	readonly place: Int32Array;
	/** People in that order. */
	readonly ordered: Pick<Problem, "mentees" | "mentors">;
	/** Whether the path search can find prices, and prices in every tier at that. */
	readonly pathsWillDo: boolean;
	readonly pathsPriceAll: boolean;
	/** Pairs of several lists once, without those that can never be made. */
	union(lists: readonly ListedPairs[]): ReturnType<typeof unionOfPairs>;
};

export type Whole = { readonly problem: Problem; readonly solution: Solution };

export function groundOf(input: LazyInput): Ground {
	const { mentees, mentors, objective } = input;
	const { pinned = [] } = input;
	const empty = assembleProblem({ ...input, pinned, pairs: [] });
	const menteeAt = placeById(empty.mentees);
	const mentorAt = placeById(empty.mentors);
	const place = Int32Array.from([
		...mentees.map(({ id }) => menteeAt.get(id) ?? 0),
		...mentors.map(({ id }) => mentees.length + (mentorAt.get(id) ?? 0)),
	]);
	const ofMentee = place.subarray(0, mentees.length);
	const ofMentor = place.subarray(mentees.length);
	const { candidates } = empty;
	const need = ofMentee.map((at) => candidates.need[at] ?? 0);
	const capacity = ofMentor.map(
		(at) => candidates.capacity[at - mentees.length] ?? 0,
	);
	const isPeople = objective === "people";
	const isUsable = usable(input, need, capacity);
	return {
		input,
		mentees: mentees.length,
		mentors: mentors.length,
		need,
		capacity,
		covered: Uint8Array.from(ofMentee, (at) => candidates.covered[at] ?? 0),
		units: Int32Array.from(mentees, ({ units }) => units),
		hashes: {
			mentee: Int32Array.from(mentees, ({ id }) => textHash(id, 1)),
			mentor: Int32Array.from(mentors, ({ id }) => textHash(id, 2)),
		},
		least: isPeople ? -Number.MAX_VALUE : 0,
		place,
		ordered: { mentees: empty.mentees, mentors: empty.mentors },
		pathsWillDo: tiersOf(empty)[0] !== "people",
		pathsPriceAll: isPeople,
		union: (lists) => unionOfPairs(lists.map(isUsable), mentees.length),
	};
}

// Few pairs a mentee are more contended than many: realistic cohorts settle some 50 nodes for each searcher, "everyone wants the same
// mentors" thousands.
export const SETTLED_A_SEARCHER = 120;

/** Prices by the path search; nothing where it met its worst case. */
export function* priceByPaths(
	ground: Ground,
	pairs: ListedPairs,
): Generator<Progress, PairPrices | undefined> {
	const { candidates, unit } = candidatesOf(ground, pairs);
	const isPeople = ground.input.objective === "people";
	const steps = matchByPaths(candidates, isPeople, SETTLED_A_SEARCHER);
	let step = steps.next();
	for (; step.done !== true; step = steps.next())
		yield { method: "paths", operations: step.value };
	const found = step.value;
	if (found === undefined) return undefined;
	const points = inMillionths(found.pointsPotential, unit);
	return pricesFrom(
		ground,
		isPeople ? ["pairs", "points"] : ["points"],
		isPeople ? [found.pairsPotential, points] : [points],
	);
}

/** Prices in every tier, by whatever way the solver takes. */
export function* priceWhole(
	ground: Ground,
	pairs: ListedPairs,
): Generator<Progress, PairPrices> {
	const { problem, solution } = yield* solveWhole(ground, pairs, {
		ties: false,
	});
	const potentials = solution.potentials.map((values, t) => {
		const scale = solution.tiers[t] === "points" ? problem.unit : 1;
		return Float64Array.from(ground.place, (at) => (values[at] ?? 0) * scale);
	});
	return pricesFrom(ground, solution.tiers, potentials);
}

/** The exact solution on these pairs. */
export function* solveWhole(
	{ input }: Ground,
	pairs: ListedPairs,
	options: SolveOptions,
): Generator<Progress, Whole> {
	const problem = assembleProblem({ ...input, pairs });
	const solution = yield* solving(problem, options);
	return { problem, solution };
}

/** The same solution with other prices, which hold for all pairs. */
export function withPrices(
	{ place, mentees }: Ground,
	{ problem, solution }: Whole,
	{ tiers, surplus, price }: PairPrices,
): Whole {
	const potentials = tiers.map((tier, t) => {
		const values = new Float64Array(solution.potentials[t]?.length ?? 0);
		const scale = tier === "points" ? problem.unit : 1;
		place.forEach((at, x) => {
			const value =
				x < mentees ? (surplus[t]?.[x] ?? 0) : -(price[t]?.[x - mentees] ?? 0);
			values[at] = value / scale;
		});
		return values;
	});
	return { problem, solution: { ...solution, potentials } };
}

function pricesFrom(
	{ mentees, mentors }: Ground,
	tiers: PairPrices["tiers"],
	potentials: readonly Float64Array[],
): PairPrices {
	return {
		tiers,
		surplus: potentials.map((values) => values.slice(0, mentees)),
		price: potentials.map((values) =>
			values.slice(mentees, mentees + mentors).map((value) => -value),
		),
	};
}

function inMillionths(potential: Float64Array, unit: number): Float64Array {
	return potential.map((value) => value * unit);
}

function candidatesOf(
	{ mentees, mentors, need, capacity, covered }: Ground,
	{ mentee, mentor, points }: ListedPairs,
): { readonly candidates: Candidates; readonly unit: number } {
	const unit = commonUnit(points);
	const first = new Int32Array(mentees + 1);
	for (const i of mentee) first[i + 1] = (first[i + 1] ?? 0) + 1;
	for (let i = 0; i < mentees; i++)
		first[i + 1] = (first[i + 1] ?? 0) + (first[i] ?? 0);
	const candidates = {
		mentees,
		mentors,
		first,
		mentee,
		mentor,
		points: points.map((worth) => worth / unit),
		need,
		capacity,
		covered,
	};
	return { candidates, unit };
}

function placeById(
	people: readonly { readonly id: string }[],
): ReadonlyMap<string, number> {
	return new Map(people.map(({ id }, at) => [id, at]));
}

/** Leaves out pinned pairs and people who need or have nothing more. */
function usable(
	{ mentees, mentors, pinned = [] }: LazyInput,
	need: Int32Array,
	capacity: Int32Array,
): (list: ListedPairs) => ListedPairs {
	if (pinned.length === 0 && !need.includes(0) && !capacity.includes(0))
		return (list) => list;
	const menteeAt = placeById(mentees);
	const mentorAt = placeById(mentors);
	const settled = new Set(
		pinned.map(
			(pair) =>
				(menteeAt.get(pair.mentee) ?? 0) * mentors.length +
				(mentorAt.get(pair.mentor) ?? 0),
		),
	);
	return ({ mentee, mentor, points }) => {
		const kept = Int32Array.from(
			mentee.keys().filter((k) => {
				const i = mentee[k] ?? 0;
				const j = mentor[k] ?? 0;
				const isOpen = need[i] !== 0 && capacity[j] !== 0;
				return isOpen && !settled.has(i * mentors.length + j);
			}),
		);
		return {
			mentee: kept.map((k) => mentee[k] ?? 0),
			mentor: kept.map((k) => mentor[k] ?? 0),
			points: Float64Array.from(kept, (k) => points[k] ?? 0),
		};
	};
}

/** FNV-1a over the text, begun differently for each side. */
function textHash(text: string, side: number): number {
	let hash = 0x811c9dc5 ^ side;
	for (let k = 0; k < text.length; k++)
		hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
	return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
}
