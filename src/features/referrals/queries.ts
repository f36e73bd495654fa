import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Office } from "../../platform/http/guard.ts";

export type Helper = Awaited<ReturnType<typeof helpers>>[number];

/** What decides who can help: a program, and who is not to be asked because it is about them. */
type About = { readonly program: string; readonly members: readonly string[] };

/**
 * Who helps from outside a relationship, by office: facilitators, and those who run its program, none of them a member. Everybody may know who
 * holds an office.
 */
export async function helpers(
	db: Db,
	{ program, members }: About,
	offices: readonly Office[] = ["facilitator"],
) {
	return db
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.select([
			"person.id",
			"person.email",
			sql<string>`concat_ws(' ', person.first_name, person.last_name)`.as(
				"name",
			),
		])
		.distinct()
		.where("office.office", "in", offices)
		.where((row) =>
			row.or([
				row("office.program_id", "is", null),
				row("office.program_id", "=", program),
			]),
		)
		.where("office.from_at", "<=", sql<Date>`now()`)
		.where((row) =>
			row.or([
				row("office.until_at", "is", null),
				row("office.until_at", ">", sql<Date>`now()`),
			]),
		)
		.where("person.left_on", "is", null)
		.where("person.id", "not in", members)
		.orderBy("name")
		.execute();
}

/** Whoever reads that somebody asked for help: who helps, and who runs the program. */
export function readersOfAsking(db: Db, about: About) {
	return helpers(db, about, ["facilitator", "program-manager"]);
}

export type OwnReferral = NonNullable<Awaited<ReturnType<typeof openReferral>>>;

/** The open referral of a relationship that a member knows of: their own, or one they were let know of. */
export async function openReferral(
	db: Db,
	relationship: string,
	person: string,
) {
	const row = await referrals(db)
		.where("referral.relationship_id", "=", relationship)
		.where("closed_at", "is", null)
		.where(sql<boolean>`${person}::uuid = any (referral.member_ids)`)
		.orderBy(sql`referral.person_id = ${person}`, "desc")
		.orderBy("asked_at")
		.executeTakeFirst();
	return row && { ...row, isOwn: row.person === person };
}

/** Open referrals of one person's relationships, as far as they know of them. */
export async function ownReferrals(db: Db, person: string) {
	const rows = await referrals(db)
		.where("closed_at", "is", null)
		.where(sql<boolean>`${person}::uuid = any (referral.member_ids)`)
		.orderBy("asked_at")
		.execute();
	return rows.map((row) => ({ ...row, isOwn: row.person === person }));
}

function referrals(db: Db) {
	return db
		.selectFrom("referral")
		.leftJoin("person as facilitator", "facilitator.id", "facilitator_id")
		.leftJoin("person as next", "next.id", "handed_to_id")
		.select([
			"referral.id",
			"referral.relationship_id as relationship",
			"referral.person_id as person",
			"referral.asked_at as askedAt",
			"referral.shared_at as sharedAt",
			"facilitator_id as facilitatorId",
			"facilitator.first_name as facilitatorFirst",
			"facilitator.email as facilitatorEmail",
			sql<string>`concat_ws(' ', facilitator.first_name, facilitator.last_name)`.as(
				"facilitator",
			),
			sql<string>`concat_ws(' ', next.first_name, next.last_name)`.as("next"),
			sql<
				string[]
			>`array(select first_name from person where id = any (member_ids) and id <> coalesce(acting_person(), referral.person_id) order by first_name)`.as(
				"others",
			),
		]);
}

/** Who asked for help in a program and whether somebody has taken it on, for those who run it; and nothing else. */
export async function askedIn(db: Db, program: string) {
	return db
		.selectFrom("referral")
		.innerJoin("person", "person.id", "referral.person_id")
		.select([
			"referral.id",
			"asked_at as askedAt",
			sql<boolean>`facilitator_id is not null`.as("isTaken"),
			sql<string>`concat_ws(' ', person.first_name, person.last_name)`.as(
				"name",
			),
		])
		.where("program_id", "=", program)
		.where("closed_at", "is", null)
		.orderBy("asked_at")
		.execute();
}
