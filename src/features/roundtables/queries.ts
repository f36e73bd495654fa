import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";

export type Roundtable = Awaited<ReturnType<typeof roundtablesOf>>[number];

/** The roundtables of a program, those to come by date. Row-level security leaves whoever is not in the program with none. */
export function roundtablesOf(
	db: Db,
	program: string,
	{ person, now }: { readonly person: string; readonly now: Date },
) {
	return rows(db, person)
		.where("roundtable.program_id", "=", program)
		.where("ends_at", ">", now)
		.orderBy("starts_at")
		.execute();
}

/** Those to come in the programs of somebody. */
export function roundtablesAround(
	db: Db,
	{ person, now }: { readonly person: string; readonly now: Date },
) {
	return rows(db, person)
		.where("ends_at", ">", now)
		.where("called_off_at", "is", null)
		.where(sql<SqlBool>`program_id = any (own_programs())`)
		.orderBy("starts_at")
		.execute();
}

export type FoundRoundtable = Awaited<ReturnType<typeof findRoundtable>>;

/** One of them, with who sits at it and who waits, in the order of asking. */
export async function findRoundtable(
	db: Db,
	{
		program,
		roundtable,
	}: { readonly program: string; readonly roundtable: string },
	person: string,
) {
	if (!z.uuid().safeParse(roundtable).success) throw new NotFound();
	const found = await rows(db, person)
		.where("roundtable.id", "=", roundtable)
		.where("roundtable.program_id", "=", program)
		.executeTakeFirst();
	if (found === undefined) throw new NotFound();
	const people = await db
		.selectFrom("roundtable_seat as seat")
		.innerJoin("person", "person.id", "seat.person_id")
		.select([
			"person.id",
			sql<string>`trim(concat_ws(' ', person.first_name, person.last_name))`.as(
				"name",
			),
			"seat.answer",
		])
		.where("seat.roundtable_id", "=", roundtable)
		.where("seat.is_host", "=", false)
		.orderBy("seat.asked_at")
		.orderBy("seat.id")
		.execute();
	return {
		...found,
		seated: people.slice(0, found.seats),
		waiting: people.slice(found.seats),
	};
}

function rows(db: Db, person: string) {
	return db
		.selectFrom("roundtable")
		.innerJoin("person as host", "host.id", "roundtable.host_id")
		.innerJoin("program", "program.id", "roundtable.program_id")
		.select([
			"roundtable.id",
			"roundtable.program_id as program",
			"program.name as programName",
			"host_id as host",
			"topic",
			"place",
			"starts_at as startsAt",
			"ends_at as endsAt",
			"roundtable.zone",
			"seats",
			"called_off_at as calledOffAt",
			"sequence",
			sql<string>`trim(concat_ws(' ', host.first_name, host.last_name))`.as(
				"hostName",
			),
			sql<number>`(
				select count(*)::integer from roundtable_seat seat where seat.roundtable_id = roundtable.id and not is_host
			)`.as("asked"),
			sql<number | null>`(
				select 1 + (
					select count(*)::integer from roundtable_seat before
					where before.roundtable_id = own.roundtable_id and not before.is_host and (before.asked_at, before.id) < (own.asked_at, own.id)
				)
				from roundtable_seat own where own.roundtable_id = roundtable.id and own.person_id = ${person} and not own.is_host
			)`.as("ownPlace"),
			sql<boolean>`exists (
				select from roundtable_seat own where own.roundtable_id = roundtable.id and own.person_id = ${person} and answer is null
			)`.as("isAsked"),
		]);
}

/** What somebody's calendar shows of them: their own, and those at which they hold a seat. Acts as the process `calendar`. */
export async function seatsInCalendar(db: Db, person: string, from: Date) {
	const found = await rows(db, person)
		.where("ends_at", ">", from)
		.where("called_off_at", "is", null)
		.where((row) =>
			row.or([
				row("host_id", "=", person),
				sql<SqlBool>`exists (select from roundtable_seat seat where seat.roundtable_id = roundtable.id and seat.person_id = ${person})`,
			]),
		)
		.execute();
	return found.filter(
		({ host, ownPlace, seats }) =>
			host === person || (ownPlace !== null && ownPlace <= seats),
	);
}
