// One run of a round, from tables and policy to pairs with their reasons. Runs on a worker thread and knows no database; the same
// steps as the command line's match, so the same inputs give the same fingerprint.
import type { Json } from "../../domain/matching/canonical-json.ts";
import { pointsOf } from "../../domain/matching/decimal.ts";
import { outcomeOf } from "../../domain/matching/outcome.ts";
import type {
	Alternative,
	Loss,
} from "../../domain/matching/pair-explanation.ts";
import {
	alternatives,
	lossOf,
} from "../../domain/matching/pair-explanation.ts";
import type {
	CellProblem,
	PeopleTable,
} from "../../domain/matching/people-table.ts";
import type { NamedPair } from "../../domain/matching/policy.ts";
import type {
	Objective,
	Problem,
	ScoredPair,
} from "../../domain/matching/problem.ts";
import { assembleProblem, pairKey } from "../../domain/matching/problem.ts";
import { readPolicy } from "../../domain/matching/read-policy.ts";
import { resultFingerprint } from "../../domain/matching/result-document.ts";
import type {
	Part,
	PinProblem,
	Scoring,
} from "../../domain/matching/scoring.ts";
import { scorePairs } from "../../domain/matching/scoring.ts";
import type { Solution } from "../../domain/matching/solve.ts";
import { solving } from "../../domain/matching/solve.ts";
import type { Unmatched } from "../../domain/matching/unmatched.ts";
import { unmatchedPeople } from "../../domain/matching/unmatched.ts";

export type PairingInput = {
	readonly policy: Json;
	readonly objective: Objective;
	readonly seed: string;
	readonly mentors: PeopleTable;
	readonly mentees: PeopleTable;
};

export type PairingStep = {
	readonly phase: "scoring" | "solving";
	/** Operations of the solver, which nobody knows the sum of beforehand. */
	readonly done: number;
};

/** A proposed pair. Points are millionths; `alternatives` are the mentee's next-best mentors. */
export type PairedPeople = ScoredPair & {
	readonly parts: readonly Part[];
	readonly alternatives: readonly Alternative[];
};

export type PairingResult =
	| {
			readonly ok: true;
			readonly pairs: readonly PairedPeople[];
			readonly unmatched: readonly Unmatched[];
			readonly total: number;
			readonly upperBound: number;
			readonly fingerprint: string;
			readonly places: number;
			readonly needed: number;
			readonly candidates: number;
			readonly seconds: number;
	  }
	| { readonly ok: false; readonly problem: PairingProblem };

/** Why a run could not be made. Ids and codes, no texts of people. */
export type PairingProblem = {
	readonly policy: readonly {
		readonly path: string;
		readonly problem: string;
	}[];
	readonly cells: readonly CellProblem[];
	readonly pins: readonly PinProblem[];
	readonly tooLarge: readonly NamedPair[];
};

/** Computes a round's pairs: iterate to hear how far it is; the value returned is the result. */
export function* pairing(
	input: PairingInput,
	clock: () => number,
): Generator<PairingStep, PairingResult> {
	const started = clock();
	yield { phase: "scoring", done: 0 };
	const scored = score(input);
	if (!scored.ok) return scored;
	const { scoring } = scored;
	const { problem, solution } = yield* best(input, scoring);
	const outcome = outcomeOf(problem, solution);
	return {
		ok: true,
		pairs: outcome.pairs.map((pair) => ({
			...pair,
			parts: scoring.explain(pair.mentee, pair.mentor)?.parts ?? [],
			alternatives: alternatives(problem, solution, pair.mentee),
		})),
		unmatched: unmatchedPeople(problem, solution, scoring),
		total: outcome.total,
		upperBound: outcome.upperBound,
		fingerprint: resultFingerprint(
			{
				objective: input.objective,
				options: { seed: input.seed },
				policy: input.policy,
				capacities: unitsOf(scoring.mentors),
				needs: unitsOf(scoring.mentees),
			},
			outcome.pairs,
		),
		places: sumOfUnits(scoring.mentors),
		needed: sumOfUnits(scoring.mentees),
		candidates: scoring.pairs.length,
		seconds: (clock() - started) / 1000,
	};
}

/** What each pair is worth to the whole: exact, and some ten milliseconds each in a large round, so it is computed after the pairs are shown. */
export type PairLosses = {
	readonly mentee: string;
	readonly mentor: string;
	/** What the whole would lose if this pair must not be; nothing for pinned pairs, which were not chosen. */
	readonly loss: Loss | undefined;
	readonly alternatives: readonly (Alternative & {
		/** What the whole would lose if this pair had to be made; nothing where it cannot. */
		readonly loss: Loss | undefined;
	})[];
};

export function pairLosses(input: PairingInput): readonly PairLosses[] {
	const scored = score(input);
	if (!scored.ok) return [];
	const { problem, solution } = finish(best(input, scored.scoring));
	const pinned = new Set(problem.pinned.map(pairKey));
	return outcomeOf(problem, solution).pairs.map(({ mentee, mentor }) => ({
		mentee,
		mentor,
		loss: pinned.has(pairKey({ mentee, mentor }))
			? undefined
			: lossOf(problem, solution, "forbid", { mentee, mentor }),
		alternatives: alternatives(problem, solution, mentee).map((other) => ({
			...other,
			loss: lossOf(problem, solution, "force", {
				mentee,
				mentor: other.mentor,
			}),
		})),
	}));
}

/** Points as the database and files write them. */
export function partsDocument(parts: readonly Part[]) {
	return parts.map(({ term, points }) => ({ term, points: pointsOf(points) }));
}

function score(input: PairingInput) {
	const reading = readPolicy(input.policy);
	if (!reading.ok) return refusal({ policy: reading.problems });
	const scored = scorePairs(reading.policy, input.mentors, input.mentees);
	return scored.ok ? scored : refusal(scored);
}

type Solved = { readonly problem: Problem; readonly solution: Solution };

function* best(
	input: PairingInput,
	scoring: Scoring,
): Generator<PairingStep, Solved> {
	const problem = assembleProblem({
		objective: input.objective,
		seed: input.seed,
		mentors: unitsOf(scoring.mentors),
		mentees: unitsOf(scoring.mentees),
		pairs: scoring.pairs,
		pinned: scoring.pinned,
	});
	const work = solving(problem);
	for (;;) {
		const step = work.next();
		if (step.done === true) return { problem, solution: step.value };
		yield { phase: "solving", done: step.value.operations };
	}
}

function finish<Step, Result>(work: Generator<Step, Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
	}
}

function refusal(
	found: Partial<PairingProblem>,
): PairingResult & { readonly ok: false } {
	const { policy = [], cells = [], pins = [], tooLarge = [] } = found;
	return { ok: false, problem: { policy, cells, pins, tooLarge } };
}

type Counted = { readonly id: string; readonly units: number };

function unitsOf(people: readonly Counted[]): Counted[] {
	return people.map(({ id, units }) => ({ id, units }));
}

function sumOfUnits(people: readonly Counted[]): number {
	return people.reduce((sum, { units }) => sum + units, 0);
}
