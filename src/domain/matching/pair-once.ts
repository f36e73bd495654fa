// No two people are paired twice, whatever the kinds. For one mentee and one mentor that is a cap of one over the mentee's wants, within
// the mentor's places and within every cap by the mentees' classes (all wants of a mentee are in one class), so the problem stays a flow.
//
// Adding these caps only where they are broken is exact. Let F be the matchings under all of them and F' those under some: F ⊆ F', and the
// solver finds the one best matching of F' in all tiers, the drawn numbers of ties included. If it lies in F, nothing in F is better, since
// nothing in F' is; and as it is the only best one of F' it is the only best one of F. So whichever caps were added on the way, the
// answer is that of the problem with all of them: no order of rows and no way of getting there can show. (Numbers of ties are drawn with as many
// bits whatever the caps, up to the size that kernel/pair-tie.ts names; beyond, the caps added follow from the problem alone.)
// Every repetition adds a cap that was broken and none is taken back: it ends after at most as many as there are pairs of people who could be
// together in two kinds, and after MOST_REPETITIONS all of them are added at once.
//
// What comes back is the problem with *all* caps, and prices that prove it: a cap that was not needed costs nothing. So whatever is asked of
// the solution afterwards (losses, reasons, prices of places) knows every cap.
import { cappedCandidates } from "./capped-candidates.ts";
import type { Cap } from "./caps.ts";
import { capKey, PAIR_ONCE } from "./caps.ts";
import { placeSets } from "./kernel/place-sets.ts";
import { hasKinds } from "./kinds.ts";
import type { Problem } from "./problem.ts";
import type { Progress, Solution } from "./solve.ts";
import { solving } from "./solve.ts";

const MOST_REPETITIONS = 24;

export type SolvedOnce = {
	readonly problem: Problem;
	readonly solution: Solution;
	/** How often it was solved. */
	readonly solves: number;
};

/** Solves a problem whose mentees are wants. */
export function* solvingOnce(
	problem: Problem,
	options: { readonly most?: number } = {},
): Generator<Progress, SolvedOnce> {
	const { most = MOST_REPETITIONS } = options;
	const all = possibleTwice(problem);
	const whole = withPairsOnce(problem, all);
	const added = new Set<string>();
	for (let solves = 1; ; solves++) {
		const now =
			solves > most || added.size === all.size
				? whole
				: withPairsOnce(problem, added);
		const solution = yield* solving(now);
		const twice = madeTwice(problem, solution.used);
		if (twice.length === 0)
			return {
				problem: whole,
				solution: solutionUnder(whole, now, solution),
				solves,
			};
		for (const key of twice) added.add(key);
	}
}

/**
 * Whatever else is made of a problem that has all these caps (as solvingOnce gives it out), likewise under those alone that it breaks: `make` is
 * asked again until `isOnce` has said yes to everything that it was shown. For work that takes long where there are many caps. `now` is the problem
 * under the caps that were needed; its candidates are those of `whole`. A problem without kinds is taken as it is.
 */
export function* makingOnce<Step, Made>(
	whole: Problem,
	make: (
		now: Problem,
		isOnce: (used: Uint8Array) => boolean,
	) => Generator<Step, Made | undefined>,
): Generator<Step, { readonly made: Made; readonly now: Problem }> {
	const plain = hasKinds(whole.mentees) ? withoutPairsOnce(whole) : whole;
	const added = new Set<string>();
	for (let tries = 1; ; tries++) {
		const now =
			plain === whole || tries > MOST_REPETITIONS
				? whole
				: withPairsOnce(plain, added);
		const before = added.size;
		const made = yield* make(now, (used) => {
			const twice = now === whole ? [] : madeTwice(whole, used);
			for (const key of twice) added.add(key);
			return twice.length === 0;
		});
		if (made !== undefined && added.size === before) return { made, now };
		if (now === whole) throw new Error("Two people are paired twice.");
	}
}

/** What a place in each set of `whole` costs, where it was found out under fewer caps: a place under one that is new costs nothing more. */
export function pricesUnder(
	whole: Problem,
	now: Problem,
	price: Float64Array,
): Float64Array {
	if (whole === now) return price;
	const { length } = whole.mentors;
	const known = new Map(now.capKeys.map((key, k) => [key, price[length + k]]));
	const all = new Float64Array(length + whole.capKeys.length);
	all.set(price.subarray(0, length));
	whole.capKeys.forEach((key, k) => {
		all[length + k] = known.get(key) ?? 0;
	});
	return all;
}

/** Under every cap that two people be paired once. */
export function withAllPairsOnce(problem: Problem): Problem {
	return withPairsOnce(problem, possibleTwice(problem));
}

function withoutPairsOnce(problem: Problem): Problem {
	const caps = problem.caps.filter(({ name }) => name !== PAIR_ONCE);
	return underCaps(problem, caps);
}

/** The same problem under these caps besides its own. No candidate is lost: who is pinned together is no candidate of another kind. */
export function withPairsOnce(
	problem: Problem,
	only: ReadonlySet<string>,
): Problem {
	if (only.size === 0) return problem;
	return underCaps(problem, [...problem.caps, pairsOnce(problem, only)]);
}

function underCaps(problem: Problem, caps: readonly Cap[]): Problem {
	const { candidates, capKeys } = cappedCandidates(
		{ ...problem.candidates, caps: undefined },
		caps,
		{
			mentees: problem.mentees,
			mentors: problem.mentors,
			capacity: problem.candidates.capacity,
			pinned: problem.pinned,
		},
	);
	return { ...problem, candidates, caps, capKeys };
}

function pairsOnce(
	{ mentees }: Problem,
	only: ReadonlySet<string> | undefined,
): Cap {
	return {
		name: PAIR_ONCE,
		of: "mentees",
		most: 1,
		classes: new Map(
			mentees.flatMap(({ id, want }) =>
				want === undefined ? [] : [[id, want.mentee] as const],
			),
		),
		only,
	};
}

/** The caps of all pairs of people who are candidates in more than one kind. O(candidates). */
function possibleTwice(problem: Problem): ReadonlySet<string> {
	return new Set(repeated(problem, () => true));
}

function madeTwice(problem: Problem, used: Uint8Array): readonly string[] {
	return repeated(problem, (e) => used[e] === 1);
}

function repeated(
	{ candidates, mentees, mentors }: Problem,
	counts: (pair: number) => boolean,
): readonly string[] {
	const people = new Map<string, number>();
	const personOf = mentees.map(({ id, want }) => {
		const person = want?.mentee ?? id;
		const known = people.get(person) ?? people.size;
		people.set(person, known);
		return { person, number: known };
	});
	const seen = new Set<number>();
	const twice = new Map<number, string>();
	for (let e = 0; e < candidates.mentor.length; e++) {
		if (!counts(e)) continue;
		const j = candidates.mentor[e] ?? 0;
		const own = personOf[candidates.mentee[e] ?? 0];
		if (own === undefined) continue;
		const pair = own.number * mentors.length + j;
		if (seen.has(pair))
			twice.set(
				pair,
				capKey(
					{ name: PAIR_ONCE, of: "mentees" },
					mentors[j]?.id ?? "",
					own.person,
				),
			);
		seen.add(pair);
	}
	return [...twice.values()];
}

/** Prices found under some of the caps, as prices under all: a place in a set that is new costs what it costs in the set around it. */
function solutionUnder(
	whole: Problem,
	now: Problem,
	solution: Solution,
): Solution {
	if (whole === now || whole.capKeys.length === 0) return solution;
	const people = whole.mentees.length + whole.mentors.length;
	const known = new Map(now.capKeys.map((key, k) => [key, people + k]));
	const { above } = placeSets(whole.candidates);
	const potentials = solution.potentials.map((before) => {
		const after = new Float64Array(people + whole.capKeys.length + 1);
		after.set(before.subarray(0, people));
		const root = before[people + now.capKeys.length] ?? 0;
		after[after.length - 1] = root;
		const priced = (set: number): number => {
			if (set < 0) return root;
			const k = set - whole.mentors.length;
			const at = k < 0 ? undefined : known.get(whole.capKeys[k] ?? "");
			if (k < 0) return after[whole.mentees.length + set] ?? 0;
			return at === undefined ? priced(above[set] ?? -1) : (before[at] ?? 0);
		};
		whole.capKeys.forEach((_, k) => {
			after[people + k] = priced(whole.mentors.length + k);
		});
		return after;
	});
	return { ...solution, potentials };
}
