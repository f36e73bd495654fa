import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";

export type OwnRelationship = Awaited<
	ReturnType<typeof ownRelationships>
>[number];

/** Somebody's relationships with who the other is, those that run first; a circle once, by its own name. */
export async function ownRelationships(db: Db, person: string) {
	const rows = await membersOf(db)
		.where("own.person_id", "=", person)
		.orderBy(sql`ending.ended_at is not null`)
		.orderBy("relationship.began_at", "desc")
		.orderBy("partner.last_name")
		.execute();
	const seen = new Set<string>();
	return rows.map(withName).filter(({ id, kind }) => {
		if (kind !== "circle") return true;
		const isFirst = !seen.has(id);
		seen.add(id);
		return isFirst;
	});
}

export type Relationship = Awaited<ReturnType<typeof findRelationship>>;

/** A relationship as one of its members sees it. For everyone else it is not there. */
export async function findRelationship(db: Db, id: string, person: string) {
	if (!z.uuid().safeParse(id).success) throw new NotFound();
	const row = await membersOf(db)
		.where("own.person_id", "=", person)
		.where("relationship.id", "=", id)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	return withName(row);
}

/** Who is paired with whom and since when, in one program or in all that the visitor may see. Asks as whoever runs programs. */
export async function runningRelationships(db: Db, program: string | null) {
	const rows = await db
		.selectFrom("relationship")
		.innerJoin("program", "program.id", "relationship.program_id")
		.innerJoin("relationship_member as mentee", (join) =>
			join
				.onRef("mentee.relationship_id", "=", "relationship.id")
				.on("mentee.side", "=", "mentee"),
		)
		.innerJoin("relationship_member as mentor", (join) =>
			join
				.onRef("mentor.relationship_id", "=", "relationship.id")
				.on("mentor.side", "=", "mentor"),
		)
		.innerJoin(
			"person as mentee_person",
			"mentee_person.id",
			"mentee.person_id",
		)
		.innerJoin(
			"person as mentor_person",
			"mentor_person.id",
			"mentor.person_id",
		)
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"relationship.id",
		)
		.select([
			"relationship.id",
			"relationship.kind",
			"relationship.mentor_kind as mentorKind",
			"relationship.began_at as beganAt",
			"program.id as program",
			"program.name as programName",
			"mentee_person.first_name as menteeFirst",
			"mentee_person.last_name as menteeLast",
			"mentee_person.function as menteeFunction",
			"mentor_person.first_name as mentorFirst",
			"mentor_person.last_name as mentorLast",
			"mentor_person.function as mentorFunction",
		])
		.where("ending.ended_at", "is", null)
		.$if(program !== null, (query) =>
			query.where("relationship.program_id", "=", program ?? ""),
		)
		.orderBy("program.name")
		.orderBy("mentee_person.last_name")
		.orderBy("mentee_person.first_name")
		.execute();
	return rows.map(
		({ menteeFirst, menteeLast, mentorFirst, mentorLast, ...row }) => ({
			...row,
			mentee: `${menteeFirst} ${menteeLast}`.trim(),
			mentor: `${mentorFirst} ${mentorLast}`.trim(),
		}),
	);
}

// One row for each of the others in each relationship of `own`.
function membersOf(db: Db) {
	return db
		.selectFrom("relationship_member as own")
		.innerJoin("relationship", "relationship.id", "own.relationship_id")
		.innerJoin("program", "program.id", "relationship.program_id")
		.innerJoin("relationship_member as other", (join) =>
			join
				.onRef("other.relationship_id", "=", "own.relationship_id")
				.onRef("other.person_id", "<>", "own.person_id"),
		)
		.innerJoin("person as partner", "partner.id", "other.person_id")
		.leftJoin(
			"relationship_ending as ending",
			"ending.relationship_id",
			"relationship.id",
		)
		.leftJoin(
			"mentoring_circle as circle",
			"circle.relationship_id",
			"relationship.id",
		)
		.select([
			"circle.name as circleName",
			"relationship.id",
			"relationship.kind",
			"relationship.mentor_kind as mentorKind",
			"relationship.member_ids as members",
			"relationship.began_at as beganAt",
			"ending.ended_at as endedAt",
			"program.id as program",
			"program.name as programName",
			"own.side",
			"partner.id as partner",
			"partner.first_name as firstName",
			"partner.last_name as lastName",
			"partner.job_title as title",
			"partner.function",
			"partner.location",
			"partner.email",
			"partner.time_zone as timeZone",
			"partner.languages",
			"partner.left_on as leftOn",
		]);
}

function withName<
	Row extends {
		readonly firstName: string;
		readonly lastName: string;
		readonly circleName: string | null;
	},
>(row: Row): Row & { readonly name: string } {
	return {
		...row,
		name: row.circleName ?? `${row.firstName} ${row.lastName}`.trim(),
	};
}
