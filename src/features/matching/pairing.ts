// One run of a round, from tables and policy to pairs with their reasons. Runs on a worker thread and knows no database; the same
// steps as the command line's match, so the same inputs give the same fingerprint.
import type { Json } from "../../domain/matching/canonical-json.ts";
import { pointsOf } from "../../domain/matching/decimal.ts";
import { toldOf } from "../../domain/matching/kinds-told.ts";
import type { Alternative } from "../../domain/matching/pair-explanation.ts";
import type {
	CellProblem,
	PeopleTable,
} from "../../domain/matching/people-table.ts";
import type { NamedPair } from "../../domain/matching/policy.ts";
import type { ScoredPair } from "../../domain/matching/problem.ts";
import type {
	Part,
	PinProblem,
	Scoring,
} from "../../domain/matching/scoring.ts";
import {
	canBeGuarded,
	type Equity,
	FOUR_FIFTHS,
	type FrontierPoint,
	frontierOf,
	MOST_MENTEES,
} from "./fair-plans.ts";
import { proveFairPlan, SECONDS_FOR_A_PROOF } from "./equity-proof.ts";
import { pairsWithReasons } from "./next-best.ts";
import type { Plan, PlanKind } from "./plans.ts";
import { readDocument, withGroups } from "./policy-document.ts";
import {
	fingerprintOf,
	finish,
	isInConfidence,
	planOf,
	quickKinds,
	type RoundUnmatched,
	score,
	solve,
	toldPairs,
	unmatchedOf,
} from "./round-plan.ts";
import type { WorkStep } from "./works/steps.ts";

export type PairingInput = {
	readonly policy: Json;
	readonly objective: PlanKind;
	/** Of the objective fair: what is kept between groups. */
	readonly equity?: Equity | undefined;
	readonly seed: string;
	readonly mentors: PeopleTable;
	readonly mentees: PeopleTable;
	/** Whoever asks wants the pairs alone, and no other plans beside them. */
	readonly isAlone?: boolean;
	/** The organisation's own columns that only pairing may read. */
	readonly ownSensitive?: readonly string[];
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
			readonly unmatched: readonly RoundUnmatched[];
			/** The round's own plan; of a small round those for the other aims too. */
			readonly plans: readonly Plan[];
			readonly total: number;
			readonly upperBound: number;
			/** Groups were compared that only pairing may know of. */
			readonly isGuardedInConfidence: boolean;
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
	const plan = yield* solve(input, scoring);
	const others = comesAtOnce(input, scoring)
		? yield* otherPlans(input, scoring)
		: [];
	const told = toldOf(plan.problem);
	return {
		ok: true,
		pairs: pairsWithReasons(scoring, plan).map((pair) => told.pair(pair)),
		unmatched: unmatchedOf(input, plan, scoring),
		plans: [planOf(input, scoring, plan), ...others],
		total: plan.total,
		upperBound: plan.upperBound,
		isGuardedInConfidence: isInConfidence(input, scoring),
		fingerprint: fingerprintOf(input, scoring, { pairs: toldPairs(plan) }),
		places: sumOfUnits(scoring.mentors),
		needed: sumOfUnits(scoring.mentees),
		candidates: scoring.pairs.length,
		seconds: (clock() - started) / 1000,
	};
}

/** Pairs that could be, up to which the plans for all aims are made in one go. */
const FEW_PAIRS = 20_000;

/** Whoever decides waits for the round's own plan alone where all would take long; the others follow. */
function comesAtOnce(
	{ isAlone }: PairingInput,
	{ mentees, mentors }: Scoring,
): boolean {
	return isAlone !== true && mentees.length * mentors.length <= FEW_PAIRS;
}

/** The plans for the aims that the round does not have. */
export function otherPlansOf(
	input: PairingInput,
	onStep: (step: WorkStep) => void,
): readonly Plan[] {
	const scored = score(input);
	if (!scored.ok) return [];
	const of = otherKinds(input).length;
	onStep({ done: 0, of });
	return otherKinds(input).map((objective, done) => {
		const under = { ...input, objective, equity: undefined };
		const solved = finish(solve(under, scored.scoring));
		onStep({ done: done + 1, of });
		return planOf(under, scored.scoring, solved);
	});
}

function otherKinds({ objective }: PairingInput) {
	return quickKinds.filter((kind) => kind !== objective);
}

/**
 * The plan that keeps a ratio between groups, and what other ratios would cost. Takes far longer than a plan without groups, so it follows
 * after the others are shown. Nothing where there are no two groups to compare.
 */
export function guardedPlanOf(
	asked: PairingInput,
	onStep: (step: WorkStep) => void,
): Plan | undefined {
	const guarded = guardedPlan(asked);
	if (guarded === undefined) return undefined;
	const { input, scoring, plan } = guarded;
	return {
		...planOf(input, scoring, plan),
		frontier: toldOn(
			frontierOf(scoring, plan, {
				...input.equity,
				isTold: !isInConfidence(input, scoring),
			}),
			onStep,
		),
	};
}

function guardedPlan(asked: PairingInput) {
	// Not to be scored in vain.
	if (asked.mentees.rows.length > MOST_MENTEES) return undefined;
	const policy = withGroups(readDocument(asked.policy));
	const { equity = FOUR_FIFTHS } = asked;
	const input = { ...asked, policy, objective: "fair", equity } as const;
	const scored = score(input);
	if (!scored.ok || !canBeGuarded(scored.scoring)) return undefined;
	const { scoring } = scored;
	return { input, scoring, plan: finish(solve(input, scoring)) };
}

/**
 * What no plan that keeps the guarded plan's ratio with as many people and pairs can have more than, where an integer solver found it out: in millionths,
 * the plan's own sum where nothing is better. Nothing where it is not installed, the cohort is too large, or its time was not enough.
 */
export async function provedBoundOf(
	asked: PairingInput,
	onStep: (step: WorkStep) => void,
): Promise<number | undefined> {
	const guarded = guardedPlan(asked);
	const equity = guarded?.plan.equity;
	if (guarded === undefined || equity === undefined) return undefined;
	const { plan, groups } = equity;
	const proof = await proveFairPlan(
		guarded.plan.problem,
		groups,
		plan,
		SECONDS_FOR_A_PROOF,
		onStep,
	);
	if (proof.outcome === "proved") return plan.total;
	return proof.outcome === "better" && proof.isProved ? proof.total : undefined;
}

/** What ratios of the measure would cost that the guarded plan does not keep: access where it keeps quality, and the other way round. */
export function otherFrontierOf(
	asked: PairingInput,
	onStep: (step: WorkStep) => void,
): readonly FrontierPoint[] {
	if (asked.mentees.rows.length > MOST_MENTEES) return [];
	const policy = withGroups(readDocument(asked.policy));
	const input = { ...asked, policy, objective: "people" } as const;
	const scored = score(input);
	if (!scored.ok || !canBeGuarded(scored.scoring)) return [];
	const plan = finish(solve(input, scored.scoring));
	const kept = asked.equity?.measure ?? FOUR_FIFTHS.measure;
	return toldOn(
		frontierOf(scored.scoring, plan, {
			measure: kept === "access" ? "quality" : "access",
			ratio: undefined,
			isTold: !isInConfidence({ ...input, objective: "fair" }, scored.scoring),
		}),
		onStep,
	);
}

/** Finishes the work, telling how many ratios are done. */
function toldOn(
	work: ReturnType<typeof frontierOf>,
	onStep: (step: WorkStep) => void,
): readonly FrontierPoint[] {
	for (;;) {
		const step = work.next();
		if (step.done === true) return step.value;
		const { done, of } = step.value;
		onStep({ done, of });
	}
}

/** Points as the database and files write them. */
export function partsDocument(parts: readonly Part[]) {
	return parts.map(({ term, points }) => ({ term, points: pointsOf(points) }));
}

/** The plans under the aims that the round does not have. */
function* otherPlans(
	input: PairingInput,
	scoring: Scoring,
): Generator<PairingStep, readonly Plan[]> {
	const plans: Plan[] = [];
	for (const objective of otherKinds(input)) {
		const under = { ...input, objective, equity: undefined };
		plans.push(planOf(under, scoring, yield* solve(under, scoring)));
	}
	return plans;
}

function sumOfUnits(people: readonly { readonly units: number }[]): number {
	return people.reduce((sum, { units }) => sum + units, 0);
}
