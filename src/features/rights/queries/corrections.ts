import type { Db } from "../../../platform/database/database.ts";

export type Correction = Awaited<ReturnType<typeof correctionsOf>>[number];

/** One's own, latest first. */
export function correctionsOf(db: Db, person: string) {
	return db
		.selectFrom("correction_request")
		.leftJoin("person as office", "office.id", "answered_by")
		.select([
			"correction_request.id",
			"about",
			"wanted",
			"asked_at as askedAt",
			"answered_at as answeredAt",
			"outcome",
			"answer",
			"office.first_name as answeredFirst",
			"office.last_name as answeredLast",
		])
		.where("person_id", "=", person)
		.orderBy("asked_at", "desc")
		.limit(50)
		.execute();
}

export type OpenCorrection = Awaited<
	ReturnType<typeof openCorrections>
>[number];

/** Those that wait for the people office, oldest first; one's own is for a colleague to answer. */
export function openCorrections(db: Db, reader: string) {
	return db
		.selectFrom("correction_request")
		.innerJoin("person", "person.id", "person_id")
		.select([
			"correction_request.id",
			"person_id as person",
			"about",
			"wanted",
			"asked_at as askedAt",
			"person.first_name",
			"person.last_name",
		])
		.where("answered_at", "is", null)
		.where("person_id", "!=", reader)
		.orderBy("asked_at")
		.execute();
}
