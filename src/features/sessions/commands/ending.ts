import { sql } from "kysely";
import {
	type SessionFormat,
	shapeOf,
} from "../../../domain/sessions/formats.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { actingAs } from "../../programs/acting.ts";
import { sessionChanged } from "../events.ts";

/**
 * Takes what was still to come out of the calendars of those whose relationship has ended, whoever ended it and however. Nothing of its own goes to the
 * journal: an ending leaves no mark there.
 */
export async function cancelAfterEndings(tx: Tx): Promise<number> {
	return actingAs(tx, "sessions", async () => {
		const { rows } = await sql<{
			id: string;
			sequence: number;
			format: SessionFormat;
		}>`
			update session set state = 'cancelled', sequence = sequence + 1
			where state in ('proposed', 'booked') and ends_at > now()
				and exists (select from relationship_ending ending where ending.relationship_id = session.relationship_id)
			returning id, sequence, format
		`.execute(tx);
		for (const { id, sequence, format } of rows)
			if (shapeOf(format).takes === "calendar")
				await sessionChanged(tx, {
					session: id,
					sequence,
					change: "cancelled",
				});
		return rows.length;
	});
}
