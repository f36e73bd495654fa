import { sql } from "kysely";
import { type Tx, nowOf } from "../../../platform/database/database.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { addJob } from "../../../platform/jobs/jobs.ts";
import { t } from "../../../ui/text.ts";
import { actingAs } from "../../programs/acting.ts";
import { lockTimes } from "../../sessions/commands/double-booking.ts";

export function tellLater(tx: Tx, roundtable: string): Promise<void> {
	return addJob(
		tx,
		"roundtable-changed",
		{ roundtable },
		{ key: `roundtable-changed ${roundtable}` },
	);
}

/** Has the calendar of somebody who sat there take it out again; where it was never told of the seat there is nothing to do. */
export async function tellLeft(
	tx: Tx,
	{
		roundtable,
		person,
		seat,
		news,
	}: {
		readonly roundtable: string;
		readonly person: string;
		readonly seat: {
			readonly id: string;
			readonly told_sequence: number | null;
		};
		readonly news: "given-back" | "no-place";
	},
): Promise<void> {
	if (seat.told_sequence === null) return;
	await addJob(tx, "roundtable-left", {
		roundtable,
		person,
		seat: seat.id,
		sequence: seat.told_sequence + 1,
		news,
	});
}

/** Until the end of the transaction: whoever asks, gives back or is told comes one after the other. */
export async function lockRoundtable(tx: Tx, id: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended('roundtable ' || ${id}, 0))`.execute(
		tx,
	);
}

export async function refuseOver(tx: Tx, id: string): Promise<void> {
	const open = await tx
		.selectFrom("roundtable")
		.select("id")
		.where("id", "=", id)
		.where("called_off_at", "is", null)
		.where("starts_at", ">", nowOf(tx))
		.executeTakeFirst();
	if (open === undefined)
		throw new Conflict(t("This roundtable has begun, or does not take place."));
}

/** Whether somebody is elsewhere then, as far as Baton knows: in a session, or at another table. */
export async function isTaken(
	tx: Tx,
	{
		person,
		startsAt,
		endsAt,
		except = null,
	}: {
		readonly person: string;
		readonly startsAt: Date;
		readonly endsAt: Date;
		readonly except?: string | null;
	},
): Promise<boolean> {
	return actingAs(tx, "sessions", async () => {
		await lockTimes(tx, sql`select ${person}::uuid`);
		const { rows } = await sql<{ isTaken: boolean }>`
			select exists (
				select from session_member where person_id = ${person}::uuid and busy && tstzrange(${startsAt}, ${endsAt})
			) or exists (
				select from roundtable_seat seat join roundtable on roundtable.id = seat.roundtable_id
				where seat.person_id = ${person}::uuid and called_off_at is null and roundtable.id is distinct from ${except}::uuid
					and starts_at < ${endsAt} and ends_at > ${startsAt}
			) as "isTaken"
		`.execute(tx);
		return rows[0]?.isTaken === true;
	});
}

export function takenThen(): string {
	return t("You are in a session or at another table at that time.");
}
