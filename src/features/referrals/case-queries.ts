import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { helpers } from "./queries.ts";

export type Case = Awaited<ReturnType<typeof casesOf>>[number];

/** Open: nobody's yet. Handed: somebody asks this facilitator to go on. Taken: who asked alone knows. In talk: all members know. */
export type CaseState = "open" | "handed" | "taken" | "in-talk" | "closed";

/** What a facilitator has, and what waits for any of them. No text of anybody's is part of it. */
export async function casesOf(db: Db, facilitator: string) {
	const rows = await db
		.selectFrom("referral")
		.innerJoin("program", "program.id", "referral.program_id")
		.innerJoin("person as asker", "asker.id", "referral.person_id")
		.leftJoin("person as holder", "holder.id", "referral.facilitator_id")
		.leftJoin("person as next", "next.id", "referral.handed_to_id")
		.select([
			"referral.id",
			"referral.program_id as program",
			"program.name as programName",
			"referral.member_ids as members",
			"facilitator_id as holderId",
			"handed_to_id as nextId",
			"asked_at as askedAt",
			"shared_at as sharedAt",
			"referral.closed_at as closedAt",
			"asker.email",
			"asker.first_name as firstName",
			sql<string>`concat_ws(' ', asker.first_name, asker.last_name)`.as("name"),
			sql<string>`concat_ws(' ', holder.first_name, holder.last_name)`.as(
				"holder",
			),
			sql<string>`concat_ws(' ', next.first_name, next.last_name)`.as("next"),
			sql<
				{ name: string; email: string }[]
			>`array(select jsonb_build_object('name', concat_ws(' ', first_name, last_name), 'email', email) from person where id = any (member_ids) and id <> referral.person_id order by last_name)`.as(
				"others",
			),
		])
		.where(
			sql<boolean>`(referral.facilitator_id is null or ${facilitator} in (referral.facilitator_id, referral.handed_to_id))`,
		)
		.where(
			sql<boolean>`(referral.closed_at is null or referral.facilitator_id = ${facilitator})`,
		)
		.where(sql<boolean>`${facilitator} <> all (referral.member_ids)`)
		.orderBy("asked_at")
		.execute();
	return rows.map((row) => ({ ...row, state: stateOf(row, facilitator) }));
}

function stateOf(
	row: {
		readonly holderId: string | null;
		readonly sharedAt: Date | null;
		readonly closedAt: Date | null;
	},
	facilitator: string,
): CaseState {
	if (row.closedAt !== null) return "closed";
	if (row.holderId === null) return "open";
	if (row.holderId !== facilitator) return "handed";
	return row.sharedAt === null ? "taken" : "in-talk";
}

/** Another facilitator to whom a case can be handed on. */
export async function successors(db: Db, one: Case, facilitator: string) {
	const found = await helpers(db, one);
	return found.filter(({ id }) => id !== facilitator);
}

/** How many cases a facilitator takes at once; undefined: they set no limit. */
export async function caseLimit(
	db: Db,
	person: string,
): Promise<number | undefined> {
	const row = await db
		.selectFrom("case_limit")
		.select("cases")
		.where("person_id", "=", person)
		.executeTakeFirst();
	return row?.cases;
}
