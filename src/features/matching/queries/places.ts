import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Participant } from "./participants.ts";

/** Until when a mentor is asked to say whether there is room for one more. Nothing ends with that day but the waiting. */
export const DAYS_TO_ANSWER = 14;

const answerBy = sql<string>`(asked_at at time zone (select time_zone from organisation))::date + ${sql.lit(DAYS_TO_ANSWER)}`;

/** Places by which mentors of a round differ from what they offer, by mentor: more while it is tried out, or fewer. */
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
			? { ...one, units: Math.max(0, one.units + (supposed.get(one.id) ?? 0)) }
			: one,
	);
}

/** Whether a plan rests on places that no mentor has offered. */
export function isSupposed(supposed: ReadonlyMap<string, number>): boolean {
	return [...supposed.values()].some((extra) => extra > 0);
}

export type PlaceRequest = Awaited<ReturnType<typeof placeRequests>>[number];

/** Who was asked for one more place, and what they said. */
export function placeRequests(db: Db, round: string) {
	return db
		.selectFrom("place_request")
		.select(["id", "mentor_id as mentor", "answer"])
		.select(answerBy.as("answerBy"))
		.select(
			sql<boolean>`${answerBy} < (now() at time zone (select time_zone from organisation))::date`.as(
				"isOver",
			),
		)
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
		.select(answerBy.as("answerBy"))
		.where("place_request.mentor_id", "=", mentor)
		.where("place_request.answer", "is", null)
		.where("round.status", "in", ["draft", "computing", "proposed", "failed"])
		.orderBy("place_request.asked_at")
		.execute();
}

/** A request that was not answered and whose round still waits for it; its last day is not over. */
export function silentPlaceRequest(db: Db, id: string) {
	return db
		.selectFrom("place_request")
		.innerJoin("round", "round.id", "place_request.round_id")
		.innerJoin("program", "program.id", "round.program_id")
		.select([
			"place_request.mentor_id as mentor",
			"round.id as round",
			"program.name as program",
		])
		.select(answerBy.as("answerBy"))
		.where("place_request.id", "=", id)
		.where("place_request.answer", "is", null)
		.where("round.status", "in", ["draft", "computing", "proposed", "failed"])
		.where(
			answerBy,
			">=",
			sql<string>`(now() at time zone (select time_zone from organisation))::date`,
		)
		.executeTakeFirst();
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
			answerBy.as("answerBy"),
			sql<string>`concat_ws(' ', manager.first_name, manager.last_name)`.as(
				"manager",
			),
		])
		.where("place_request.id", "=", id)
		.where("place_request.mentor_id", "=", mentor)
		.executeTakeFirst();
}

/** How many places each enrolled mentor of a program offers, by mentor. */
export async function offeredPlaces(
	db: Db,
	program: string,
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom("enrolment")
		.innerJoin("person", "person.id", "enrolment.person_id")
		.select(["person_id", "enrolment.capacity"])
		.where("program_id", "=", program)
		.where("side", "=", "mentor")
		.where("status", "=", "enrolled")
		.orderBy("last_name")
		.orderBy("first_name")
		.orderBy("person_id")
		.execute();
	return new Map(rows.map(({ person_id, capacity }) => [person_id, capacity]));
}
