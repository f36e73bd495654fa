import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";

export type Member = {
	readonly id: string;
	readonly first: string;
	readonly name: string;
	readonly zone: string | null;
	readonly side: "mentor" | "mentee" | "peer" | "facilitator";
};

export type Company = Awaited<ReturnType<typeof findCompany>>;

/** The members of a relationship as those who meet, for one of them. For everyone else it is not there. */
export async function findCompany(db: Db, id: string, person: string) {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const found = await companyRows(db, person)
		.where("relationship.id", "=", id)
		.executeTakeFirst();
	if (found === undefined) throw new NotFound();
	return companyOf(found, await membersOf(db, id), person);
}

type Found = Awaited<
	ReturnType<ReturnType<typeof companyRows>["executeTakeFirstOrThrow"]>
>;

/** A relationship that was found, with its members, as one of them sees it. */
export function companyOf(
	{ id, circle, kind, program, programName, endedAt }: Found,
	members: readonly Member[],
	person: string,
) {
	return {
		id,
		circle,
		kind,
		program,
		programName,
		endedAt,
		isRunning: endedAt === null,
		members,
		others: members.filter((member) => member.id !== person),
		self: members.find((member) => member.id === person),
	};
}

/** The relationships of somebody, to be narrowed down. */
export function companyRows(db: Db, person: string) {
	return db
		.selectFrom("relationship")
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"relationship.id",
		)
		.innerJoin("program", "program.id", "relationship.program_id")
		.leftJoin(
			"mentoring_circle as circle",
			"circle.relationship_id",
			"relationship.id",
		)
		.select([
			"relationship.id",
			"circle.name as circle",
			"relationship.kind",
			"relationship.program_id as program",
			"program.name as programName",
			"ending.ended_at as endedAt",
		])
		.where(sql<boolean>`${person}::uuid = any (relationship.member_ids)`);
}

export async function membersOf(
	db: Db,
	relationship: string,
): Promise<readonly Member[]> {
	const rows = await memberRows(db, relationship).execute();
	return rows.map(memberIn);
}

export function memberRows(db: Db, relationship: string) {
	return db
		.selectFrom("relationship_member as member")
		.innerJoin("person", "person.id", "member.person_id")
		.select([
			"person.id",
			"person.first_name as first",
			"person.last_name as last",
			"person.time_zone as zone",
			"member.side",
		])
		.where("member.relationship_id", "=", relationship)
		.orderBy("person.sort_name");
}

export function memberIn({
	id,
	first,
	last,
	zone,
	side,
}: Omit<Member, "name"> & { readonly last: string }): Member {
	return { id, first, name: `${first} ${last}`.trim(), zone, side };
}
