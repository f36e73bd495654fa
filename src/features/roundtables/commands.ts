import { sql } from "kysely";
import { type Tx, nowOf } from "../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { addJob } from "../../platform/jobs/jobs.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";
import type { FoundRoundtable } from "./queries.ts";

export type NewRoundtable = {
	readonly program: string;
	readonly host: string;
	readonly topic: string;
	/** Empty: nowhere in particular yet. */
	readonly place: string;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly zone: string;
	readonly seats: number;
};

/** Sets a table, as somebody who mentors in the program: the database takes it from nobody else. */
export async function offerRoundtable(
	tx: Tx,
	{ program, host, topic, place, startsAt, endsAt, zone, seats }: NewRoundtable,
): Promise<string> {
	if (startsAt <= nowOf(tx))
		throw new Invalid({ day: t("Choose a time to come.") });
	if (await isTaken(tx, { person: host, startsAt, endsAt }))
		throw new Invalid({ time: t("You are in a session at that time.") });
	const { id } = await tx
		.insertInto("roundtable")
		.values({
			program_id: program,
			host_id: host,
			topic,
			place: place === "" ? null : place,
			starts_at: startsAt,
			ends_at: endsAt,
			zone,
			seats,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("roundtable_seat")
		.values({
			roundtable_id: id,
			program_id: program,
			person_id: host,
			is_host: true,
		})
		.execute();
	await record(tx, {
		act: "offer-roundtable",
		about: host,
		subject: { kind: "roundtable", id },
	});
	await tellLater(tx, id);
	return id;
}

/** Takes a seat, or a place among those who wait. Who comes first is told by when each asked, one after the other. */
export async function takeSeat(
	tx: Tx,
	roundtable: FoundRoundtable,
	person: string,
): Promise<void> {
	const { id, program } = roundtable;
	await lockRoundtable(tx, id);
	await refuseOver(tx, id);
	if (await isTaken(tx, { ...roundtable, person, except: id }))
		throw new Conflict(
			t("You are in a session or at another table at that time."),
		);
	const taken = await tx
		.insertInto("roundtable_seat")
		.values({ roundtable_id: id, program_id: program, person_id: person })
		.onConflict((row) =>
			row.columns(["roundtable_id", "person_id"]).doNothing(),
		)
		.returning("id")
		.executeTakeFirst();
	if (taken === undefined) throw new Conflict(t("You have asked already."));
	await record(tx, {
		act: "take-roundtable-seat",
		about: person,
		subject: { kind: "roundtable", id },
	});
	await tellLater(tx, id);
}

/** Gives a seat back, or no longer waits: whoever waits first has it then. */
export async function giveSeatBack(
	tx: Tx,
	{ id }: Pick<FoundRoundtable, "id">,
	person: string,
): Promise<void> {
	await lockRoundtable(tx, id);
	await refuseOver(tx, id);
	const gone = await tx
		.deleteFrom("roundtable_seat")
		.where("roundtable_id", "=", id)
		.where("person_id", "=", person)
		.where("is_host", "=", false)
		.returning(["id", "told"])
		.executeTakeFirst();
	if (gone === undefined) throw new NotFound();
	await record(tx, {
		act: "give-back-roundtable-seat",
		about: person,
		subject: { kind: "roundtable", id },
	});
	if (gone.told === "on")
		await addJob(tx, "roundtable-left", {
			roundtable: id,
			person,
			seat: gone.id,
		});
	await tellLater(tx, id);
}

/** Called off by its host, as long as it has not begun: everyone at it is told. */
export async function callOff(
	tx: Tx,
	{ id }: Pick<FoundRoundtable, "id">,
	host: string,
): Promise<void> {
	await lockRoundtable(tx, id);
	await refuseOver(tx, id);
	const off = await tx
		.updateTable("roundtable")
		.set({ called_off_at: nowOf(tx) })
		.where("id", "=", id)
		.where("host_id", "=", host)
		.returning("id")
		.executeTakeFirst();
	if (off === undefined) throw new NotFound();
	await record(tx, {
		act: "call-off-roundtable",
		about: host,
		subject: { kind: "roundtable", id },
	});
	await tellLater(tx, id);
}

export function tellLater(tx: Tx, roundtable: string): Promise<void> {
	return addJob(
		tx,
		"roundtable-changed",
		{ roundtable },
		{ key: `roundtable-changed ${roundtable}` },
	);
}

/** Until the end of the transaction: whoever asks, gives back or is told comes one after the other. */
export async function lockRoundtable(tx: Tx, id: string): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended('roundtable ' || ${id}, 0))`.execute(
		tx,
	);
}

async function refuseOver(tx: Tx, id: string): Promise<void> {
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
async function isTaken(
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
