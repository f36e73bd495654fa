import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";

/**
 * Until the transaction ends nobody else writes about people, in the directory or what HR says: what an import compared with is what it
 * writes to. Everyone may go on reading. Imports come one after the other.
 */
export async function lockPeople(tx: Tx): Promise<void> {
	await sql`set local lock_timeout = '60s'`.execute(tx);
	await sql`lock table person, employment in share row exclusive mode`.execute(
		tx,
	);
	// The scale of grades has a lock of its own wherever it is changed.
	await sql`select pg_advisory_xact_lock(724729)`.execute(tx);
}
