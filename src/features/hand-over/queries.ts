import { sql } from "kysely";
import { z } from "zod";
import type { Db, Tx } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { actingAs } from "../programs/acting.ts";

export type HandOver = NonNullable<Awaited<ReturnType<typeof openHandOver>>>;

/** One that is open, while the relationship still runs. Which rows there are is for whoever asks: as `pairing` all, as a person what they are asked. */
export function openHandOver(db: Db, id: string) {
	return rowsOf(db).where("hand_over.id", "=", id).executeTakeFirst();
}

/** The same, so that two answers at once come one after the other. Must run as `pairing`. */
export function lockHandOver(tx: Tx, id: string) {
	return rowsOf(tx)
		.where("hand_over.id", "=", id)
		.forUpdate("hand_over")
		.executeTakeFirst();
}

export type Asked = Awaited<ReturnType<typeof askedOf>>;

/** What somebody is asked: to take over as the peer, or to agree as the mentee. For all others it is not there. */
export async function askedOf(db: Db, id: string, person: string) {
	const found = z.uuid().safeParse(id).success
		? await openHandOver(db, id)
		: undefined;
	if (found === undefined) throw new NotFound();
	const isPeer = found.asked === "peer" && found.peer === person;
	if (!isPeer && !(found.asked === "mentee" && found.mentee === person))
		throw new NotFound();
	const people = await namesOf(db, [found.mentor, found.mentee, found.peer]);
	const named = (each: string) => {
		const known = people.find((one) => one.id === each);
		if (known === undefined) throw new NotFound();
		return known;
	};
	return {
		...found,
		people: {
			mentor: named(found.mentor),
			mentee: named(found.mentee),
			peer: named(found.peer),
		},
	};
}

/** What waits for somebody's answer. */
export function waitingHandOvers(db: Db, person: string) {
	return rowsOf(db)
		.where((row) =>
			row.or([
				row.and([
					row("hand_over.peer_id", "=", person),
					row("hand_over.asked", "=", "peer"),
				]),
				row.and([
					row("hand_over.mentee_id", "=", person),
					row("hand_over.asked", "=", "mentee"),
				]),
			]),
		)
		.orderBy("hand_over.answer_by")
		.execute();
}

/** What a mentor reads of what they have asked: until when, and not how far it is. */
export async function ownAsking(db: Db, relationship: string, mentor: string) {
	return actingAs(db, "pairing", async () => {
		const found = await rowsOf(db)
			.where("hand_over.relationship_id", "=", relationship)
			.where("hand_over.mentor_id", "=", mentor)
			.executeTakeFirst();
		if (found === undefined) return undefined;
		const [peer] = await namesOf(db, [found.peer]);
		return { id: found.id, endsBy: found.endsBy, peer: peer?.name ?? "" };
	});
}

export function namesOf(db: Db, ids: readonly string[]) {
	return db
		.selectFrom("person")
		.select([
			"id",
			"first_name as firstName",
			sql<string>`trim(concat_ws(' ', first_name, last_name))`.as("name"),
			"job_title as title",
			sql<string | null>`coalesce(unit, function)`.as("place"),
		])
		.where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
		.execute();
}

function rowsOf(db: Db) {
	return db
		.selectFrom("hand_over")
		.innerJoin("program", "program.id", "hand_over.program_id")
		.select([
			"hand_over.id",
			"hand_over.relationship_id as relationship",
			"hand_over.program_id as program",
			"program.name as programName",
			"hand_over.mentor_id as mentor",
			"hand_over.mentee_id as mentee",
			"hand_over.peer_id as peer",
			"hand_over.asked",
			"hand_over.answer_by as answerBy",
			"hand_over.ends_by as endsBy",
		])
		.where(
			sql<boolean>`not exists (select from relationship_ending ending where ending.relationship_id = hand_over.relationship_id)`,
		);
}
