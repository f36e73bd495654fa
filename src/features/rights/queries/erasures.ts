import type { Db } from "../../../platform/database/database.ts";

export type ErasureRequest = Awaited<ReturnType<typeof erasureRequestOf>>;

/** The latest request of a person. */
export function erasureRequestOf(db: Db, person: string) {
	return db
		.selectFrom("erasure_request")
		.selectAll()
		.where("person_id", "=", person)
		.orderBy("asked_at", "desc")
		.limit(1)
		.executeTakeFirst();
}

export type ListedErasure = Awaited<ReturnType<typeof erasures>>[number];

/** All requests: those that wait first, then latest first. */
export function erasures(db: Db) {
	return db
		.selectFrom("erasure_request")
		.innerJoin("person", "person.id", "person_id")
		.select([
			"erasure_request.id",
			"person_id as person",
			"person.first_name",
			"person.last_name",
			"cause",
			"asked_at as askedAt",
			"answered_at as answeredAt",
			"outcome",
			"carried_out_at as carriedOutAt",
		])
		.orderBy((row) => row("outcome", "is not", null))
		.orderBy("asked_at", "desc")
		.limit(200)
		.execute();
}

/** Who was erased: what a restored backup is erased by once more. Ids only. */
export async function erasureList(db: Db) {
	return db
		.selectFrom("erasure_request")
		.select(["person_id as person", "carried_out_at as at"])
		.where("carried_out_at", "is not", null)
		.orderBy("carried_out_at")
		.execute();
}
