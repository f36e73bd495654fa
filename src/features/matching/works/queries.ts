import type { Db } from "../../../platform/database/database.ts";
import { type Work, WorkProgress } from "./steps.ts";

/** What is told of when a work begins, gets on or ends. */
export function workTopic(round: string): string {
	return `work ${round}`;
}

export type WorkAtHand = NonNullable<Awaited<ReturnType<typeof workOf>>>;

/** The work about the plan that a round has now: under way, or how it ended without its result. Nothing where it is done. */
export async function workOf(
	db: Db,
	round: { readonly id: string; readonly fingerprint: string | null },
	work: Work,
) {
	if (round.fingerprint === null) return undefined;
	const row = await db
		.selectFrom("round_work")
		.select(["stage", "progress", "ended"])
		.where("round_id", "=", round.id)
		.where("work", "=", work)
		.where("fingerprint", "=", round.fingerprint)
		.executeTakeFirst();
	return (
		row && {
			...row,
			progress: WorkProgress.safeParse(row.progress).data ?? { seconds: 0 },
		}
	);
}
