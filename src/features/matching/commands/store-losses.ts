import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { PairLosses } from "../pair-losses.ts";
import type { Recruiting } from "../recruiting.ts";

type Result = { readonly round: string; readonly fingerprint: string };

/** Puts beside each proposal what it is worth to the whole. A round that was computed anew meanwhile has another fingerprint, or the same result. */
export async function storeLosses(
	tx: Tx,
	{ round, fingerprint }: Result,
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

/** Keeps whom to recruit with the result it was worked out from. */
export async function storeRecruiting(
	tx: Tx,
	{ round, fingerprint }: Result,
	recruiting: readonly Recruiting[],
): Promise<void> {
	await sql`
		update round set result = result || ${JSON.stringify({ recruiting })}::jsonb
		where id = ${round} and fingerprint = ${fingerprint}
	`.execute(tx);
}
