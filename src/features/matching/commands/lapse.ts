import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { lockProposal, returnProposal } from "./settle.ts";

/** What nobody answered in time: open proposals of a round whose last day is over. Must run as the process `pairing`. */
export async function overdueProposals(
	db: Db,
	round: string,
): Promise<readonly string[]> {
	const rows = await db
		.selectFrom("proposal")
		.innerJoin("round", "round.id", "proposal.round_id")
		.select("proposal.id")
		.where("round.id", "=", round)
		.where("proposal.status", "=", "published")
		.where(
			"round.answer_by",
			"<",
			sql<string>`(select (now() at time zone time_zone)::date from organisation)`,
		)
		.orderBy("proposal.id")
		.execute();
	return rows.map(({ id }) => id);
}

/**
 * Ends one of them. Each on a transaction of its own: locks of several pairs held together could wait for someone who answers just now.
 * Silence has no name attached: whoever did not answer reads the same words as whoever waited. Must run as the process `pairing`.
 */
export async function lapseProposal(
	tx: Tx,
	id: string,
	origin: string,
): Promise<void> {
	const proposal = await lockProposal(tx, id);
	if (proposal !== undefined)
		await returnProposal(tx, proposal, origin, "lapsed");
}
