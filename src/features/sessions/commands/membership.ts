import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { actingAs } from "../../programs/acting.ts";
import { sessionChanged } from "../events.ts";
import { heldTables } from "../queries/held-tables.ts";

type Change = { readonly relationship: string; readonly person: string };

/**
 * Whoever joins a circle is in its sessions to come, but for those at which they are in another or at a roundtable. Calendars of people who left were told a higher sequence than
 * the session has: should one of them be who joins, theirs is told a higher one still.
 */
export async function joinSessions(
	tx: Tx,
	{ relationship, person }: Change,
): Promise<void> {
	await actingAs(tx, "sessions", async () => {
		const { rows } = await sql<{ id: string }>`
			insert into session_member (session_id, person_id, relationship_id, busy, lead)
			select session.id, ${person}, session.relationship_id, session.busy, case when left_lead = 0 then 0 else left_lead + 1 end from session
			where session.relationship_id = ${relationship} and session.state in ('proposed', 'booked') and session.ends_at > now()
				and not exists (select from session_member other where other.person_id = ${person}::uuid and other.busy && session.busy)
				and not exists (select from ${heldTables} held where held.person_id = ${person}::uuid and tstzrange(held.starts_at, held.ends_at) && session.busy)
			returning session_id as id
		`.execute(tx);
		for (const { id } of rows) {
			const { sequence } = await tx
				.selectFrom("session")
				.select("sequence")
				.where("id", "=", id)
				.executeTakeFirstOrThrow();
			// Those who know already are not told again.
			await sessionChanged(tx, { session: id, sequence, change: "booked" });
		}
	});
}

/** Whoever leaves a circle is out of its sessions to come, and their calendar is told. */
export async function leaveSessions(
	tx: Tx,
	{ relationship, person }: Change,
): Promise<void> {
	await actingAs(tx, "sessions", async () => {
		const { rows } = await sql<{ id: string; sequence: number }>`
			with gone as (
				delete from session_member member using session
				where session.id = member.session_id and session.relationship_id = ${relationship} and member.person_id = ${person}
					and session.state in ('proposed', 'booked') and session.ends_at > now()
				returning member.session_id as id, member.told_sequence as told, member.lead
			)
			update session set left_lead = greatest(left_lead, gone.lead + 1) from gone
			where session.id = gone.id and gone.told is not null
			returning session.id, session.sequence + gone.lead + 1 as sequence
		`.execute(tx);
		for (const { id, sequence } of rows)
			await addJob(tx, "session-left", { session: id, person, sequence });
	});
}

/** Whoever leaves the organisation is out of what goes on without them: circles. No calendar is told: they read none of ours any more. */
export async function leaveAllSessions(tx: Tx, person: string): Promise<void> {
	await actingAs(tx, "sessions", () =>
		sql`
			delete from session_member member using session
			where session.id = member.session_id and member.person_id = ${person} and session.state in ('proposed', 'booked') and session.ends_at > now()
		`.execute(tx),
	);
}
