// One fact of a round audited: the very plan that was decided, with its ratio, its worst pair first or stable, is planned again with the fact
// exchanged between groups.
import type { SwapAudit } from "../../../domain/matching/equity/swap-audit.ts";
import { swapAudit } from "../../../domain/matching/equity/swap-audit.ts";
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
			solve: (scoring) => solve(input, scoring),
			column: fact,
		}),
	);
}
