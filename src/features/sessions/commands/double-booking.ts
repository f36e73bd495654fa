import { sql } from "kysely";
import { actorOf, type Tx } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { heldTables } from "../queries/held-tables.ts";

/** Does what may meet the database's rule that nobody is in two sessions at once. Who is busy, and with whom, stays unsaid. */
export async function refusingDoubleBooking<T>(
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "23P01")
			throw new Conflict(
				t("One of you is in another session at that time. Choose another one."),
			);
		throw error;
	}
}

/**
 * Refuses a session that was written just now where one of its members is at a roundtable then. Whoever asks is told which one where it is their own;
 * of the others' nothing is said but that the time is taken.
 */
export async function refuseAtTable(tx: Tx, session: string): Promise<void> {
	const actor = actorOf(tx);
	const tables = await actingAs(tx, "sessions", async () => {
		await lockTimes(
			tx,
			sql`select person_id from session_member where session_id = ${session}`,
		);
		const { rows } = await sql<{ person: string; topic: string }>`
			select held.person_id as person, topic from session_member member
				join ${heldTables} held on held.person_id = member.person_id and member.busy && tstzrange(held.starts_at, held.ends_at)
			where member.session_id = ${session}
		`.execute(tx);
		return rows;
	});
	const own = tables.find(
		({ person }) => actor.kind === "person" && person === actor.person,
	);
	if (own !== undefined)
		throw new Conflict(
			t(
				"You are at the roundtable “{topic}” at that time. Choose another one.",
				{ topic: own.topic },
			),
		);
	if (tables.length > 0)
		throw new Conflict(
			t("One of you is not free at that time. Choose another one."),
		);
}

/** Until the end of the transaction nobody else promises the time of these people elsewhere, be it to a session or at a roundtable. */
export async function lockTimes(
	tx: Tx,
	people: ReturnType<typeof sql>,
): Promise<void> {
	await sql`
		select pg_advisory_xact_lock(hashtextextended('time of ' || person_id, 0)) from (${people} order by 1) as busy (person_id)
	`.execute(tx);
}
