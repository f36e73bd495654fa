import type { Tx } from "../../platform/database/database.ts";
import { addJob } from "../../platform/jobs/jobs.ts";

/**
 * Something about people has changed that pairs rest on: a manager, a unit, a pause, a place. Whoever looks after pairs looks again, once for
 * any number of changes (features/matching/movers).
 */
export function peopleChanged(tx: Tx): Promise<void> {
	return addJob(tx, "check-pairs", {}, { key: "check-pairs" });
}
