// One fact of a round audited: the very plan that was decided, with its ratio, its worst pair first or stable, is planned again with the fact
// exchanged between groups.
import type { SwapAudit } from "../../../domain/matching/equity/swap-audit.ts";
import {
	solvesOf,
	swapAudit,
} from "../../../domain/matching/equity/swap-audit.ts";
import {
	hasManyPairs,
	pairsOnly,
} from "../../../domain/matching/pairs-only.ts";
import type { PairingInput } from "../pairing.ts";
import { policyOf, readDocument } from "../policy-document.ts";
import { finish, solve } from "../round-plan.ts";

/** How often the round is solved for a fact. */
export function solvesForFact(
	{ policy, mentors, mentees }: PairingInput,
	fact: string,
): number {
	return solvesOf({
		policy: policyOf(readDocument(policy)),
		mentors,
		mentees,
		column: fact,
	});
}

/** With ids of who would have whom: see suppress.ts for what of it may be kept. `onSolve` is told before each time the round is solved. */
export function auditFact(
	input: PairingInput,
	fact: string,
	onSolve: () => void = () => {},
): SwapAudit {
	const { mentors, mentees } = input;
	return finish(
		swapAudit({
			policy: policyOf(readDocument(input.policy)),
			mentors,
			mentees,
			solve: function* (scoring) {
				onSolve();
				const { objective, seed } = input;
				const isPlain = objective === "people" || objective === "total";
				return isPlain && hasManyPairs(scoring)
					? pairsOnly(scoring, { objective, seed })
					: yield* solve(input, scoring);
			},
			column: fact,
		}),
	);
}
