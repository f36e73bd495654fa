import type { Tx } from "../../platform/database/database.ts";
import { addJob } from "../../platform/jobs/jobs.ts";

/** What calendars must hear of: a session came to be, moved (or its place changed), or will not take place. */
export type SessionChange = "booked" | "moved" | "cancelled";

/**
 * Called by every command that changes when, where or whether a session is, in its transaction: the job exists if and only if the change
 * stands. `sequence` is the session's at that moment: a job that finds a higher one was overtaken and has nothing to do.
 */
export async function sessionChanged(
	tx: Tx,
	{
		session,
		sequence,
		change,
		tellAt,
	}: {
		readonly session: string;
		readonly sequence: number;
		readonly change: SessionChange;
		/** Not before; at once where it is left out. */
		readonly tellAt?: Date | undefined;
	},
): Promise<void> {
	await addJob(
		tx,
		"session-changed",
		{ session, sequence, change },
		{
			key: `session-changed ${session} ${sequence}`,
			...(tellAt && { runAt: tellAt }),
		},
	);
}
