import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";

export type PersonPageFacts = Awaited<ReturnType<typeof findPerson>>;

/** What everyone in the organisation may read about a colleague. */
export async function findPerson(db: Db, id: string) {
	const person = await db
		.selectFrom("person")
		.leftJoin("person as manager", "manager.id", "person.manager_id")
		.leftJoin("profile", "profile.person_id", "person.id")
		.select((row) => [
			"person.id",
			"person.first_name",
			"person.last_name",
			"person.email",
			"person.job_title",
			"person.unit",
			"person.function",
			"person.discipline",
			"person.location",
			"person.time_zone",
			"person.languages",
			"person.locale",
			"person.left_on",
			"person.manager_id",
			"manager.first_name as manager_first_name",
			"manager.last_name as manager_last_name",
			"profile.about",
			"profile.experience",
			"profile.clients",
			"profile.industries",
			row
				.selectFrom("person as report")
				.select(sql<number>`count(*)::integer`.as("count"))
				.whereRef("report.manager_id", "=", "person.id")
				.where("report.left_on", "is", null)
				.as("reports"),
		])
		.where("person.id", "=", readId(id))
		.executeTakeFirst();
	if (person === undefined) throw new NotFound();
	return person;
}

/** Competencies someone offers, highest level first. */
export function offersOf(db: Db, person: string) {
	return db
		.selectFrom("offer")
		.innerJoin("competency", "competency.id", "offer.competency_id")
		.select([
			"competency.id",
			"competency.name",
			"competency.anchors",
			"offer.level",
		])
		.where("offer.person_id", "=", person)
		.where("competency.retired_in", "is", null)
		.orderBy("offer.level", "desc")
		.orderBy("competency.name")
		.execute();
}

export type ShownSkill = Awaited<ReturnType<typeof offersOf>>[number];

/** The same for what someone seeks: rows only for the person and for program managers. */
export function seeksOf(db: Db, person: string): Promise<ShownSkill[]> {
	return db
		.selectFrom("seek")
		.innerJoin("competency", "competency.id", "seek.competency_id")
		.select([
			"competency.id",
			"competency.name",
			"competency.anchors",
			"seek.level",
		])
		.where("seek.person_id", "=", person)
		.where("competency.retired_in", "is", null)
		.orderBy("seek.level", "desc")
		.orderBy("competency.name")
		.execute();
}

/** An id out of an address; what cannot be one is not there. */
export function readId(text: string): string {
	const id = z.uuid().safeParse(text);
	if (!id.success) throw new NotFound();
	return id.data;
}
