import { sql } from "kysely";
import {
	enrolmentStatuses,
	isOpen,
} from "../../../domain/programs/enrolment.ts";
import type { Tx } from "../../../platform/database/database.ts";
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
		sql<{ id: string; person_id: string }>`
			update enrolment set status = 'left'
			where person_id = any(${[...people]}::uuid[]) and status = any(${open}::text[])
			returning id, person_id
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
	return rows.length;
}
