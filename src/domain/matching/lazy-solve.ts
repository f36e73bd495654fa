// The best matching among all pairs, though only a few per cent of them are ever stored.
//
// Solve on the best few pairs of everyone (both sides), weigh all pairs against the prices of that solution (kernel/pair-pricing.ts),
// add those that would make it better, and again. Where no pair would, the prices prove the result best among all pairs. Last, all
// pairs that are just as good as their price are added: every best matching consists of such pairs alone (complementary slackness),
// so the tie stage chooses among all best matchings, and the result is the one a solve on all pairs gives, to the byte. Column
// generation (Dantzig and Wolfe 1960) with pairs as columns. Every round adds a pair that was not there, so it ends; measured: two to
// four rounds.
import type { Ground } from "./lazy-ground.ts";
import {
	groundOf,
	priceByPaths,
	priceWhole,
	solveWhole,
	withPrices,
} from "./lazy-ground.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";
import type { ListedPairs } from "./kernel/pair-lists.ts";
import { bestOfMentors } from "./kernel/pair-lists.ts";
import type { PairPrices } from "./kernel/pair-pricing.ts";
import type { Pass, PassAnswer } from "./lazy-passes.ts";
import { answering } from "./lazy-passes.ts";
import type { Objective, Participant, Problem, ScoredPair } from "./problem.ts";
import type { Progress, Solution } from "./solve.ts";

export type LazyInput = {
	readonly compiled: CompiledPolicy;
	readonly objective: Objective;
	readonly seed: string;
	/** In the order in which they were compiled. */
	readonly mentees: readonly Participant[];
	readonly mentors: readonly Participant[];
	readonly pinned?: readonly ScoredPair[];
	readonly settings?: Partial<LazySettings>;
};

export type LazySettings = {
	/** How many pairs everyone starts with. */
	readonly ofMentee: number;
	readonly ofMentor: number;
	/** How many violating pairs of a mentee a round adds at most. */
	readonly mostEach: number;
};

/** A pass to be answered over all mentees, or how far the solver is. */
export type LazyStep =
	| { readonly kind: "pass"; readonly pass: Pass; readonly round: number }
	| ({ readonly kind: "solving"; readonly round: number } & Progress);

/** What was proved about all pairs, beside the certificate over the candidates. */
export type ProofOverAllPairs = {
	/** Pairs that may be made, each of which was weighed against the prices of the solution. */
	readonly pairs: number;
	readonly candidates: number;
	readonly rounds: number;
};

export type LazyResult = {
	/** On the candidates kept. */
	readonly problem: Problem;
	/** Its prices hold for all pairs. */
	readonly solution: Solution;
	readonly proof: ProofOverAllPairs;
};

/** Solves over all pairs. A pass it yields must be answered with the answers of ranges that together cover all mentees, in order. */
export function* solvingLazily(
	input: LazyInput,
): Generator<LazyStep, LazyResult, readonly PassAnswer[] | undefined> {
	const settings = { ...SETTINGS, ...input.settings };
	const ground = groundOf(input);
	let pairs = yield* startingPairs(ground, settings);
	let isWhole = !ground.pathsWillDo;
	for (let round = 1; ; round++) {
		const priced = isWhole
			? yield* inRound(round, priceWhole(ground, pairs))
			: yield* inRound(round, priceByPaths(ground, pairs));
		if (priced === undefined) {
			isWhole = true;
			continue;
		}
		const found = yield* weigh(ground, settings, priced, round);
		const better = ground.union([pairs, ...found.violating]);
		if (better.fresh > 0) {
			pairs = better.pairs;
			continue;
		}
		pairs = ground.union([pairs, ...found.tight]).pairs;
		if (isWhole || ground.pathsPriceAll) {
			const whole = yield* inRound(round, solveWhole(ground, pairs, {}));
			const proof = {
				pairs: found.allowed,
				candidates: pairs.points.length,
				rounds: round,
			};
			return { ...withPrices(ground, whole, priced), proof };
		}
		isWhole = true;
	}
}

/** Solves over all pairs on this thread. */
export function solveLazily(input: LazyInput): LazyResult {
	const answer = answering(input.compiled);
	const steps = solvingLazily(input);
	let step = steps.next();
	while (step.done !== true)
		step =
			step.value.kind === "pass"
				? steps.next([answer(step.value.pass, 0, input.mentees.length)])
				: steps.next();
	return step.value;
}

// Measured on 10,000 × 3,000: fewer mean more rounds, more mean a slower solve.
const SETTINGS: LazySettings = { ofMentee: 24, ofMentor: 24, mostEach: 8 };

function* startingPairs(
	ground: Ground,
	{ ofMentee, ofMentor }: LazySettings,
): Generator<LazyStep, ListedPairs, readonly PassAnswer[] | undefined> {
	const { hashes, least, mentors } = ground;
	const answers = yield* ask(0, {
		kind: "lists",
		hashes,
		order: { ofMentee, ofMentor, least },
	});
	const lists = answers.flatMap((one) => (one.kind === "lists" ? [one] : []));
	const ofMentors = bestOfMentors(
		lists.map((one) => one.ofMentors),
		mentors,
		ofMentor,
		hashes,
	);
	return ground.union([...lists.map((one) => one.ofMentees), ofMentors]).pairs;
}

type Found = {
	readonly violating: readonly ListedPairs[];
	readonly tight: readonly ListedPairs[];
	readonly allowed: number;
};

function* weigh(
	{ need, capacity, units, least }: Ground,
	{ mostEach }: LazySettings,
	prices: PairPrices,
	round: number,
): Generator<LazyStep, Found, readonly PassAnswer[] | undefined> {
	const order = {
		prices,
		need,
		capacity,
		units,
		least,
		mostEach,
		withTight: true,
	};
	const answers = yield* ask(round, { kind: "prices", order });
	const found = answers.flatMap((one) => (one.kind === "prices" ? [one] : []));
	return {
		violating: found.map((one) => one.violating),
		tight: found.map((one) => one.tight),
		allowed: found.reduce((sum, one) => sum + one.allowed, 0),
	};
}

/** Has a pass answered by whoever runs the solve. */
export function* ask(
	round: number,
	pass: Pass,
): Generator<
	LazyStep,
	readonly PassAnswer[],
	readonly PassAnswer[] | undefined
> {
	const answers = yield { kind: "pass", pass, round };
	if (answers === undefined) throw new Error("A pass was not answered.");
	return answers;
}

/** The steps of a solver as steps of this one. */
export function* inRound<Result>(
	round: number,
	steps: Generator<Progress, Result>,
): Generator<LazyStep, Result, readonly PassAnswer[] | undefined> {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
		yield { kind: "solving", round, ...step.value };
	}
}
