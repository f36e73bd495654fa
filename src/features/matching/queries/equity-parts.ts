import type { Db } from "../../../platform/database/database.ts";
import { plansOf } from "./plans.ts";

/** The guarded plan with what its measure costs, what the other measure would cost, the proof of the integer optimum. */
export type EquityPart = "plan" | "other-frontier" | "proof";

/** What of the comparison between groups a round's plans still lack, in the order it is worked out. */
export async function equityPartsLeft(
	db: Db,
	round: string,
): Promise<readonly EquityPart[]> {
	const guarded = (await plansOf(db, round)).find(
		({ kind }) => kind === "fair",
	);
	// A round that is itself planned for a ratio has the plan from its run, but not what other ratios would cost.
	if (guarded === undefined || guarded.frontier.length === 0)
		return ["plan", "other-frontier", "proof"];
	const measures = new Set(guarded.frontier.map(({ measure }) => measure));
	const { total, upperBound, isProved } = guarded.totals;
	return [
		...(measures.size < 2 ? (["other-frontier"] as const) : []),
		...(upperBound - total >= 1 && !isProved ? (["proof"] as const) : []),
	];
}
