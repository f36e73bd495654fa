import type { Db } from "../../../platform/database/database.ts";
import { quickKinds } from "../round-plan.ts";
import { plansOf } from "./plans.ts";

/** The plans for other aims, the guarded plan with what its measure costs, what the other measure would cost, the proof of the integer optimum. */
export type EquityPart = "others" | "plan" | "other-frontier" | "proof";

/** What a round's plans still lack beside the one shown, in the order it is worked out. */
export async function equityPartsLeft(
	db: Db,
	round: string,
): Promise<readonly EquityPart[]> {
	const plans = await plansOf(db, round);
	const isThere = (wanted: string) => plans.some(({ kind }) => kind === wanted);
	const others = quickKinds.every(isThere) ? [] : (["others"] as const);
	const guarded = plans.find(({ kind }) => kind === "fair");
	// A round that is itself planned for a ratio has the plan from its run, but not what other ratios would cost.
	if (guarded === undefined || guarded.frontier.length === 0)
		return [...others, "plan", "other-frontier", "proof"];
	const measures = new Set(guarded.frontier.map(({ measure }) => measure));
	const { total, upperBound, isProved } = guarded.totals;
	return [
		...others,
		...(measures.size < 2 ? (["other-frontier"] as const) : []),
		...(upperBound - total >= 1 && !isProved ? (["proof"] as const) : []),
	];
}
