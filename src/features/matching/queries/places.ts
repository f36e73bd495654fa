import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Participant } from "./participants.ts";

/** Places supposed for mentors of a round while it is tried out, by mentor. */
export async function supposedPlaces(
	db: Db,
	round: string,
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom("round_place")
		.select(["mentor_id", "extra"])
		.where("round_id", "=", round)
		.execute();
	return new Map(rows.map(({ mentor_id, extra }) => [mentor_id, extra]));
}

export function withSupposed(
	people: readonly Participant[],
	supposed: ReadonlyMap<string, number>,
): readonly Participant[] {
	return people.map((one) =>
		one.side === "mentor"
			? { ...one, units: one.units + (supposed.get(one.id) ?? 0) }
			: one,
	);
}

export type PlaceRequest = Awaited<ReturnType<typeof placeRequests>>[number];

/** Who was asked for one more place, and what they said. */
export function placeRequests(db: Db, round: string) {
	return db
		.selectFrom("place_request")
		.select(["id", "mentor_id as mentor", "answer", "asked_at as askedAt"])
		.where("round_id", "=", round)
		.execute();
}

/** Requests that wait for this mentor's answer. */
export function openPlaceRequests(db: Db, mentor: string) {
	return db
		.selectFrom("place_request")
		.innerJoin("round", "round.id", "place_request.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.select(["place_request.id", "program.name as program"])
		.where("place_request.mentor_id", "=", mentor)
		.where("place_request.answer", "is", null)
		.where("round.status", "in", ["draft", "computing", "proposed", "failed"])
		.orderBy("place_request.asked_at")
		.execute();
}

/** One such request, for the mentor it asks. */
export function findPlaceRequest(db: Db, id: string, mentor: string) {
	return db
		.selectFrom("place_request")
		.innerJoin("round", "round.id", "place_request.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.leftJoin("person as manager", "manager.id", "place_request.asked_by")
		.innerJoin("enrolment", (join) =>
			join
				.onRef("enrolment.program_id", "=", "program.id")
				.onRef("enrolment.person_id", "=", "place_request.mentor_id")
				.on("enrolment.side", "=", "mentor"),
		)
		.select([
			"place_request.id",
			"place_request.answer",
			"round.id as round",
			"round.status",
			"round.program_id as programId",
			"program.name as program",
			"enrolment.capacity",
			sql<string>`concat_ws(' ', manager.first_name, manager.last_name)`.as(
				"manager",
			),
		])
		.where("place_request.id", "=", id)
		.where("place_request.mentor_id", "=", mentor)
		.executeTakeFirst();
}
