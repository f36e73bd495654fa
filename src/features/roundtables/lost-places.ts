import { sql } from "kysely";
import { type Tx, nowOf } from "../../platform/database/database.ts";
import { record } from "../../platform/journal/journal.ts";
import { actingAs } from "../programs/acting.ts";
import { lockRoundtable, tellLater, tellLeft } from "./commands/table.ts";

type Lost = { readonly roundtable: string; readonly person: string };

/** No table to come takes place in a program that is closed. Run when one closes, and again with what is looked for every ten minutes: one may be offered the same moment. */
export function callOffInClosed(tx: Tx): Promise<void> {
	return actingAs(tx, "calendar", async () => {
		const found = await tx
			.selectFrom("roundtable")
			.innerJoin("program", "program.id", "roundtable.program_id")
			.select(["roundtable.id as roundtable", "host_id as person"])
			.where("program.status", "=", "closed")
			.where("starts_at", ">", nowOf(tx))
			.where("called_off_at", "is", null)
			.orderBy("roundtable.id")
			.execute();
		for (const each of found) await callOffFor(tx, each);
	});
}

/**
 * Whoever has no place in a program any more, however they lost it, has no seat at its tables to come and hosts none: the next who waits has the
 * seat, and what was to be hosted does not take place. Acts as the process `calendar`.
 */
export async function freeLostSeats(tx: Tx): Promise<void> {
	await callOffInClosed(tx);
	const seats = await tx
		.selectFrom("roundtable_seat as seat")
		.innerJoin("roundtable", "roundtable.id", "seat.roundtable_id")
		.select([
			"roundtable.id as roundtable",
			"roundtable.program_id as program",
			"seat.person_id as person",
			"seat.is_host as isHost",
		])
		.where("starts_at", ">", nowOf(tx))
		.where("called_off_at", "is", null)
		.orderBy("roundtable.id")
		.execute();
	if (seats.length === 0) return;
	const placed = await placesOf(
		tx,
		seats.map(({ person }) => person),
	);
	for (const { program, isHost, ...lost } of seats)
		if (!placed.has(`${program} ${lost.person}`))
			await (isHost ? callOffFor(tx, lost) : giveBackFor(tx, lost));
}

async function placesOf(
	tx: Tx,
	people: readonly string[],
): Promise<ReadonlySet<string>> {
	const rows = await actingAs(tx, "housekeeping", () =>
		tx
			.selectFrom("enrolment")
			.select(["program_id", "person_id"])
			.where("status", "=", "enrolled")
			.where(sql<boolean>`person_id = any (${[...people]}::uuid[])`)
			.execute(),
	);
	return new Set(
		rows.map(({ program_id, person_id }) => `${program_id} ${person_id}`),
	);
}

async function callOffFor(tx: Tx, { roundtable, person }: Lost): Promise<void> {
	await lockRoundtable(tx, roundtable);
	const off = await tx
		.updateTable("roundtable")
		.set((set) => ({
			called_off_at: nowOf(tx),
			sequence: set("sequence", "+", 1),
		}))
		.where("id", "=", roundtable)
		.where("called_off_at", "is", null)
		.returning("id")
		.executeTakeFirst();
	if (off === undefined) return;
	await record(tx, {
		act: "call-off-roundtable",
		about: person,
		subject: { kind: "roundtable", id: roundtable },
	});
	await tellLater(tx, roundtable);
}

async function giveBackFor(
	tx: Tx,
	{ roundtable, person }: Lost,
): Promise<void> {
	await lockRoundtable(tx, roundtable);
	const seat = await tx
		.deleteFrom("roundtable_seat")
		.where("roundtable_id", "=", roundtable)
		.where("person_id", "=", person)
		.where("is_host", "=", false)
		.returning(["id", "told_sequence"])
		.executeTakeFirst();
	if (seat === undefined) return;
	await record(tx, {
		act: "give-back-roundtable-seat",
		about: person,
		subject: { kind: "roundtable", id: roundtable },
	});
	await tellLeft(tx, { roundtable, person, seat, news: "no-place" });
	await tellLater(tx, roundtable);
}
