// One draft planned and set against the round's present plan. Runs on a worker thread and knows no database.
import type { Scoring } from "../../../domain/matching/scoring.ts";
import type { PairingInput, PairingProblem, PairingStep } from "../pairing.ts";
import type { KindPair } from "../policy-document.ts";
import { type Difference, differences } from "../plan-comparison.ts";
import { type FactFigures, groupsOf, type Plan } from "../plans.ts";
import {
	explainPair,
	isInConfidence,
	planOf,
	type RoundUnmatched,
	score,
	solve,
	unmatchedOf,
} from "../round-plan.ts";

export type DraftInput = {
	readonly draft: PairingInput;
	/** What the present plan was computed from, and its pairs. */
	readonly present: PairingInput;
	readonly pairs: readonly KindPair[];
};

/** One mentee who would have other mentors: what it is worth by the draft's policy, and by the present one. */
export type DraftMove = Difference & { readonly gainNow: number };

export type DraftFound =
	| {
			readonly ok: true;
			readonly plan: Plan;
			/** The present plan by the same groups and the draft's points. */
			readonly presentGroups: readonly FactFigures[];
			readonly moves: readonly DraftMove[];
			readonly unmatched: readonly RoundUnmatched[];
			readonly isGuardedInConfidence: boolean;
			readonly presentByDraft: number;
			readonly draftByPresent: number;
			readonly barred: number;
	  }
	| { readonly ok: false; readonly problem: PairingProblem };

export function* planDraft({
	draft,
	present,
	pairs,
}: DraftInput): Generator<PairingStep, DraftFound> {
	yield { phase: "scoring", done: 0 };
	const scored = score(draft);
	if (!scored.ok) return scored;
	const now = score(present);
	if (!now.ok) return now;
	const { scoring } = scored;
	const solved = yield* solve(draft, scoring);
	const plan = planOf(draft, scoring, solved);
	const byDraft = { before: weighed(scoring, pairs), after: plan.pairs };
	const byPresent = {
		before: weighed(now.scoring, pairs),
		after: weighed(now.scoring, plan.pairs),
	};
	const gainNow = new Map(
		differences(byPresent.before, byPresent.after).map((one) => [
			`${one.kind ?? ""} ${one.mentee}`,
			one.gain,
		]),
	);
	return {
		ok: true,
		plan,
		presentGroups: groupsOf(
			scoring,
			solved.problem,
			byDraft.before,
			new Set(draft.ownSensitive),
		),
		moves: differences(byDraft.before, byDraft.after).map((one) => ({
			...one,
			gainNow: gainNow.get(`${one.kind ?? ""} ${one.mentee}`) ?? 0,
		})),
		unmatched: unmatchedOf(draft, solved, scoring),
		isGuardedInConfidence:
			isInConfidence(draft, scoring) || isInConfidence(present, now.scoring),
		presentByDraft: sumOf(byDraft.before),
		draftByPresent: sumOf(byPresent.after),
		barred: pairs.filter(
			(pair) => (explainPair(scoring, pair)?.brokenRules.length ?? 0) > 0,
		).length,
	};
}

/** Pairs with their points under another policy, even where its rules would not allow them. */
function weighed(scoring: Scoring, pairs: readonly KindPair[]) {
	return pairs.map((pair) => ({
		mentee: pair.mentee,
		mentor: pair.mentor,
		points: explainPair(scoring, pair)?.points ?? 0,
		...(typeof pair.mentorKind === "string"
			? { mentorKind: pair.mentorKind }
			: {}),
	}));
}

function sumOf(pairs: readonly { readonly points: number }[]): number {
	return pairs.reduce((sum, { points }) => sum + points, 0);
}
