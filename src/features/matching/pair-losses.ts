// What each pair is worth to the whole, exactly, and who would move where without it. Computed after the pairs are shown.
import type {
	Alternative,
	Loss,
} from "../../domain/matching/pair-explanation.ts";
import { toldOf } from "../../domain/matching/kinds-told.ts";
import type { Move } from "../../domain/matching/plan-changes.ts";
import { planChanges } from "../../domain/matching/plan-changes.ts";
import type { PairingInput } from "./pairing.ts";
import { isPriced } from "./plans.ts";
import { type Recruiting, recruiting } from "./recruiting.ts";
import { finish, score, solve } from "./round-plan.ts";

/** Pinned pairs are not among them: they were not chosen. */
export type PairLosses = {
	readonly mentee: string;
	readonly mentor: string;
	/** What the whole would lose if this pair must not be, and the best plan then. */
	readonly loss: Loss;
	readonly moves: readonly Move[];
	/** The mentors who would cost the whole least if the mentee had to have them, and the best plan then. */
	readonly alternatives: readonly (Alternative & {
		readonly loss: Loss;
		readonly moves: readonly Move[];
	})[];
};

export type Prices = {
	readonly losses: readonly PairLosses[];
	readonly recruiting: readonly Recruiting[];
};

const NOTHING: Prices = { losses: [], recruiting: [] };

/** Of the plans that are priced exactly: those with most people or the greatest sum. Prices would be wrong under a ratio between groups, with the worst pair first, and in a stable plan. */
export function pairLosses(input: PairingInput): Prices {
	if (!isPriced(input.objective)) return NOTHING;
	const scored = score(input);
	if (!scored.ok) return NOTHING;
	const { scoring } = scored;
	const { problem, solution } = finish(solve(input, scoring));
	const whys = finish(planChanges(problem, solution).ofPairs());
	const { person } = toldOf(problem);
	const told = (moves: readonly Move[]) =>
		moves.map((move) => ({ ...move, mentee: person(move.mentee) }));
	return {
		losses: whys.map(({ mentee, mentor, forbidden, nextBest }) => ({
			mentee: person(mentee),
			mentor,
			loss: forbidden.loss,
			moves: told(forbidden.moves),
			alternatives: nextBest.map((next) => ({
				...next,
				moves: told(next.moves),
			})),
		})),
		recruiting: recruiting(scoring, { problem, solution }),
	};
}

/** The same without who would move: where people talked, a move would tell what was said. */
export function withoutMoves(
	losses: readonly PairLosses[],
): readonly PairLosses[] {
	return losses.map((pair) => ({
		...pair,
		moves: [],
		alternatives: pair.alternatives.map((other) => ({ ...other, moves: [] })),
	}));
}
