import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { PairLosses } from "../pair-losses.ts";

/** Puts beside each proposal what it is worth to the whole. A round that was computed anew meanwhile has another fingerprint, or the same result. */
export async function storeLosses(
	tx: Tx,
	round: string,
	fingerprint: string,
	losses: readonly PairLosses[],
): Promise<void> {
	const rows = losses.map(({ mentee, mentor, loss, moves, alternatives }) => ({
		mentee,
		mentor,
		loss,
		moves,
		alternatives,
	}));
	await sql`
		update proposal set alternatives = found.alternatives, loss = found.loss, moves = found.moves
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as found (mentee uuid, mentor uuid, loss jsonb, moves jsonb, alternatives jsonb)
		where proposal.round_id = ${round} and proposal.mentee_id = found.mentee and proposal.mentor_id = found.mentor
			and exists (select from round where round.id = ${round} and round.fingerprint = ${fingerprint})
	`.execute(tx);
}
