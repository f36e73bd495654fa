// One fact of a round audited: the very plan that was decided, with its ratio, its worst pair first or stable, is planned again with the fact
// exchanged between groups.
import type { SwapAudit } from "../../../domain/matching/equity/swap-audit.ts";
import { swapAudit } from "../../../domain/matching/equity/swap-audit.ts";
import {
	hasManyPairs,
	pairsOnly,
} from "../../../domain/matching/pairs-only.ts";
import type { PairingInput } from "../pairing.ts";
import { policyOf, readDocument } from "../policy-document.ts";
import { finish, solve } from "../round-plan.ts";

/** With ids of who would have whom: see suppress.ts for what of it may be kept. */
export function auditFact(input: PairingInput, fact: string): SwapAudit {
	const { mentors, mentees } = input;
	return finish(
		swapAudit({
			policy: policyOf(readDocument(input.policy)),
			mentors,
			mentees,
			solve: function* (scoring) {
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
