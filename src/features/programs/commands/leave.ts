import { sql } from "kysely";
import {
	enrolmentStatuses,
	isOpen,
} from "../../../domain/programs/enrolment.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { recordAll } from "../../../platform/journal/journal.ts";
import { actingAs } from "../acting.ts";

/**
 * Whoever has left the organisation leaves its programs the same moment. For one person or a whole import; done as `housekeeping`, so that it
 * also works for an administrator, who sees no enrolments. Returns how many enrolments ended.
 */
export async function endEnrolmentsOf(
	tx: Tx,
	people: readonly string[],
): Promise<number> {
	const open = enrolmentStatuses.filter(isOpen);
	const { rows } = await actingAs(tx, "housekeeping", () =>
		sql<{ id: string; person_id: string; program_id: string }>`
			update enrolment set status = 'left'
			where person_id = any(${[...people]}::uuid[]) and status = any(${open}::text[])
			returning id, person_id, program_id
		`.execute(tx),
	);
	await recordAll(
		tx,
		rows.map(({ id, person_id }) => ({
			act: "end-enrolment",
			about: person_id,
			subject: { kind: "enrolment", id },
			detail: { status: "left" },
		})),
	);
	// Where a lottery was drawn, the next on its list gets the place; elsewhere the job finds nothing to do.
	for (const program of new Set(rows.map(({ program_id }) => program_id)))
		await addJob(
			tx,
			"fill-from-list",
			{ program },
			{ key: `fill-from-list-${program}` },
		);
	return rows.length;
}
