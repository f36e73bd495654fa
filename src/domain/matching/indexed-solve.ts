// Pairing where even scoring all pairs takes too long: lists from an index by competency pairs (kernel/pair-index.ts), from both sides,
// and the best matching among those. The optimum and its certificate hold for the pairs listed; how good the lists are is measured by
// `recallOf` on a sample of mentees, of whom all pairs are scored.
import type { CompiledPolicy } from "./compiled-policy.ts";
import type { IndexOrder } from "./kernel/pair-index.ts";
import type { ListedPairs } from "./kernel/pair-lists.ts";
import { bestOfMentors, releasePairs } from "./kernel/pair-lists.ts";
import { createRowScorer } from "./kernel/pair-scoring.ts";
import type { Ground } from "./lazy-ground.ts";
import type { OrderedPairs } from "./fill-places.ts";
import { fillingPlaces, orderedById } from "./fill-places.ts";
import { groundOf, SETTLED_A_SEARCHER } from "./lazy-ground.ts";
import type { PassAnswer } from "./lazy-passes.ts";
import { answering } from "./lazy-passes.ts";
import type { LazyInput, LazyStep } from "./lazy-solve.ts";
import { ask, inRound } from "./lazy-solve.ts";
import type { Problem } from "./problem.ts";
import { assembleProblem } from "./problem.ts";
import type { Solution } from "./solve.ts";
import { solving } from "./solve.ts";

export type IndexedInput = Omit<LazyInput, "settings"> & {
	readonly settings?: Partial<IndexSettings>;
};

export type IndexSettings = Pick<
	IndexOrder,
	"ofMentee" | "ofMentor" | "budget"
> & {
	/** How many pairs of people left out and mentors with room are scored in a round that fills places. */
	readonly filling: number;
};

export type IndexedResult = {
	readonly problem: Problem;
	readonly solution: Solution;
	/** How many pairs were scored, and which were listed in the end, people numbered as given. */
	readonly scored: number;
	readonly listed: () => ListedPairs;
	/** Places that the index's lists alone would have left empty while somebody whom they leave out may take them. */
	readonly filled: number;
};

/**
 * How a cohort of this size is paired: on all its pairs; on a few per cent of them with a proof over all; or on those an index finds.
 * By size alone, so that the same cohort is always paired the same way.
 */
export function pairingWay(
	mentees: number,
	mentors: number,
): "all-pairs" | "lazily" | "by-index" {
	const pairs = mentees * mentors;
	if (pairs >= INDEXED_FROM) return "by-index";
	return pairs >= LAZY_FROM ? "lazily" : "all-pairs";
}

// 4 million pairs take 64 MB and no time to speak of; a pass over a billion takes half a minute.
const LAZY_FROM = 4_000_000;
const INDEXED_FROM = 1_000_000_000;

/** As `solvingLazily`: the one pass it yields must be answered with the answers of ranges that together cover all mentees, in order. */
export function* solvingByIndex(
	input: IndexedInput,
): Generator<LazyStep, IndexedResult, readonly PassAnswer[] | undefined> {
	const settings = { ...SETTINGS, ...input.settings };
	const ground = groundOf({ ...input, settings: {} });
	const { pairs, scored } = yield* orderedLists(ground, settings);
	let filled = 0;
	let all = pairs;
	if (ground.pathsWillDo) {
		const fill = yield* fillingPlaces(ground, pairs, settings.filling);
		all = fill.pairs;
		filled = fill.places;
	}
	const problem = assembleProblem({ ...input, ...ground.ordered, pairs: all });
	// The problem holds them too, and at this size twice is too much.
	releasePairs([without(all, problem.candidates)]);
	all = NONE;
	const solution = yield* inRound(
		LAST_ROUND,
		solving(problem, { pathAllowance: SETTLED_A_SEARCHER }),
	);
	return {
		problem,
		solution,
		scored,
		filled,
		listed: () => asGiven(ground, problem),
	};
}

const NONE: ListedPairs = {
	mentee: new Int32Array(0),
	mentor: new Int32Array(0),
	points: new Float64Array(0),
};

/** The columns that the others do not share. */
function without(pairs: ListedPairs, others: ListedPairs): ListedPairs {
	const { mentee, mentor, points } = pairs;
	return {
		mentee: mentee === others.mentee ? NONE.mentee : mentee,
		mentor: mentor === others.mentor ? NONE.mentor : mentor,
		points: points === others.points ? NONE.points : points,
	};
}

/** A problem's candidates with people numbered as they were given. */
function asGiven(
	{ place, mentees, mentors }: Ground,
	{ candidates, unit }: Problem,
): ListedPairs {
	const given = new Int32Array(mentees + mentors);
	place.forEach((at, x) => {
		given[at] = x < mentees ? x : x - mentees;
	});
	return {
		mentee: candidates.mentee.map((i) => given[i] ?? 0),
		mentor: candidates.mentor.map((j) => given[mentees + j] ?? 0),
		points: candidates.points.map((worth) => worth * unit),
	};
}

// Apart from its caller, so that the answers need not be kept until the solve has ended.
function* listByIndex(
	ground: Ground,
	settings: IndexSettings,
): Generator<
	LazyStep,
	{ readonly pairs: ListedPairs; readonly scored: number },
	readonly PassAnswer[] | undefined
> {
	const { hashes, least, mentors } = ground;
	const { ofMentee, ofMentor, budget } = settings;
	const answers = yield* ask(0, {
		kind: "index",
		hashes,
		order: { ofMentee, ofMentor, budget, least },
	});
	const lists = answers.flatMap((one) => (one.kind === "index" ? [one] : []));
	const ofMentors = bestOfMentors(
		lists.map((one) => one.ofMentors),
		mentors,
		settings.ofMentor,
		hashes,
	);
	const all = [...lists.map((one) => one.ofMentees), ofMentors];
	const { pairs } = ground.union(all);
	releasePairs([...all, ...lists.map((one) => one.ofMentors)]);
	return {
		pairs,
		scored: lists.reduce((sum, one) => sum + one.scored, 0),
	};
}

const LAST_ROUND = 9;

/** The index's lists in the order of ids. Apart, so that they do not outlive their use as they were. */
function* orderedLists(
	ground: Ground,
	settings: IndexSettings,
): Generator<
	LazyStep,
	{ readonly pairs: OrderedPairs; readonly scored: number },
	readonly PassAnswer[] | undefined
> {
	const { pairs: listed, scored } = yield* listByIndex(ground, settings);
	const pairs = orderedById(ground, listed);
	releasePairs([without(listed, pairs)]);
	return { pairs, scored };
}

/** Solves by the index on this thread. */
export function solveByIndex(input: IndexedInput): IndexedResult {
	const answer = answering(input.compiled);
	const steps = solvingByIndex(input);
	let step = steps.next();
	while (step.done !== true)
		step =
			step.value.kind === "pass"
				? steps.next([answer(step.value.pass, 0, input.mentees.length)])
				: steps.next();
	return step.value;
}

// Measured at 100,000 × 30,000: 1,000 pairs scored for a mentee find 97 of a hundred of the ten best.
const SETTINGS: IndexSettings = {
	ofMentee: 32,
	ofMentor: 12,
	budget: 250,
	filling: 500_000_000,
};

/**
 * The share of the ten best mentors of a mentee that the lists hold, on average over a sample: a listed mentor counts who is worth at
 * least as much as the tenth best of all. O(sample · mentors · parts).
 */
export function recallOf(
	{ tables, general }: CompiledPolicy,
	{ mentee, points }: ListedPairs,
	sample: number,
): number {
	const mentees = tables.mentees;
	const scoreRow = createRowScorer(tables, general);
	const row = new Float64Array(tables.mentors);
	const sampled = new Map<number, number[]>();
	for (let s = 0; s < sample; s++)
		sampled.set(Math.floor((s * mentees) / sample), []);
	mentee.forEach((i, k) => sampled.get(i)?.push(points[k] ?? 0));
	let found = 0;
	let sought = 0;
	for (const [i, own] of sampled) {
		scoreRow(i, row);
		const best = row.filter((worth) => worth !== -Infinity).sort();
		const ten = Math.min(10, best.length);
		const tenth = best[best.length - ten] ?? Infinity;
		found += Math.min(ten, own.filter((worth) => worth >= tenth).length);
		sought += ten;
	}
	return sought === 0 ? 1 : found / sought;
}
