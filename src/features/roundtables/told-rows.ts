// What is known of a table and of those at it when they are told. Read as the process `calendar`.
import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";

export type FoundPerson = NonNullable<Awaited<ReturnType<typeof findPerson>>>;
export type FoundTable = NonNullable<Awaited<ReturnType<typeof findTable>>>;

const personColumns = [
	"person.id as to",
	"person.email",
	"person.locale",
	"person.time_zone as ownZone",
	"person.first_name as first",
	"person.last_name as last",
] as const;

/** The host and everyone who asked, in the order of asking. */
export function seatsOf(tx: Tx, id: string) {
	return tx
		.selectFrom("roundtable_seat as seat")
		.innerJoin("person", "person.id", "seat.person_id")
		.select([
			"seat.id as seat",
			"seat.is_host as isHost",
			"seat.told",
			"seat.told_sequence as knows",
			...personColumns,
		])
		.where("seat.roundtable_id", "=", id)
		.where("person.left_on", "is", null)
		.orderBy("seat.asked_at")
		.orderBy("seat.id")
		.execute();
}

export function findTable(tx: Tx, id: string) {
	return tx
		.selectFrom("roundtable")
		.innerJoin("person as host", "host.id", "roundtable.host_id")
		.innerJoin("program", "program.id", "roundtable.program_id")
		.select([
			"roundtable.id",
			"roundtable.program_id as program",
			"topic",
			"place",
			"starts_at as startsAt",
			"ends_at as endsAt",
			"roundtable.zone",
			"seats",
			"sequence",
			"offered_at as offeredAt",
			sql<boolean>`called_off_at is not null`.as("isOff"),
			sql<boolean>`program.status = 'closed'`.as("isClosed"),
			sql<string>`trim(concat_ws(' ', host.first_name, host.last_name))`.as(
				"hostName",
			),
		])
		.where("roundtable.id", "=", id)
		.executeTakeFirst();
}

export function findPerson(tx: Tx, id: string) {
	return tx
		.selectFrom("person")
		.select(personColumns)
		.where("id", "=", id)
		.where("left_on", "is", null)
		.executeTakeFirst();
}
