// What waits for the cast in the demonstration: a session to write up, one with an agenda that comes soon, and a case table half answered.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import {
	agenda,
	dilemma,
	dilemmaAnswer,
} from "../../domain/demonstration/session-words.ts";
import { actingAs } from "../../platform/database/acting.ts";
import { type Tx, nowOf, vaultOf } from "../../platform/database/database.ts";
import { insertAll } from "./insert-all.ts";

const day = 86_400_000;

/** For the first mentor and the mentee of the cast, who are paired. */
export async function writeCastSessions(tx: Tx): Promise<void> {
	const pair = await castPair(tx);
	if (pair === undefined) return;
	const now = nowOf(tx).getTime();
	await prepareNext(tx, pair, now);
	await layCaseTable(tx, pair, now);
	// Wei wrote the last one up; Ingrid has yet to.
	await actingAs(tx, "sessions", () =>
		sql`
			update attendance set wrote_up_at = null
			where person_id = ${pair.mentor} and session_id = (
				select id from session where relationship_id = ${pair.id} and state = 'held' order by starts_at desc limit 1
			)
		`.execute(tx),
	);
}

type CastPair = NonNullable<Awaited<ReturnType<typeof castPair>>>;

function castPair(tx: Tx) {
	return tx
		.selectFrom("relationship")
		.innerJoin("relationship_member as one", (join) =>
			join
				.onRef("one.relationship_id", "=", "relationship.id")
				.on("one.side", "=", "mentor"),
		)
		.innerJoin("relationship_member as other", (join) =>
			join
				.onRef("other.relationship_id", "=", "relationship.id")
				.on("other.side", "=", "mentee"),
		)
		.innerJoin("demonstration_cast as first", (join) =>
			join
				.onRef("first.person_id", "=", "one.person_id")
				.on("first.role", "=", "mentor"),
		)
		.innerJoin("demonstration_cast as second", (join) =>
			join
				.onRef("second.person_id", "=", "other.person_id")
				.on("second.role", "=", "mentee"),
		)
		.select([
			"relationship.id",
			"one.person_id as mentor",
			"other.person_id as mentee",
		])
		.executeTakeFirst();
}

async function prepareNext(
	tx: Tx,
	{ id, mentor, mentee }: CastPair,
	now: number,
): Promise<void> {
	const next = await actingAs(tx, "sessions", () =>
		tx
			.selectFrom("session")
			.select("id")
			.where("relationship_id", "=", id)
			.where("state", "=", "booked")
			.where("starts_at", ">", new Date(now))
			.orderBy("starts_at")
			.limit(1)
			.executeTakeFirst(),
	);
	if (next === undefined) return;
	await insertAll(
		tx,
		"agenda_item",
		agenda.map((words, place) => {
			const item = randomUUID();
			return {
				id: item,
				session_id: next.id,
				relationship_id: id,
				place: place + 1,
				source: "own" as const,
				words: vaultOf(tx).seal("agenda_item.words", [item], words),
				author_id: place === 1 ? mentor : mentee,
			};
		}),
	);
}

async function layCaseTable(
	tx: Tx,
	{ id, mentor, mentee }: CastPair,
	now: number,
): Promise<void> {
	const session = randomUUID();
	await actingAs(tx, "sessions", async () => {
		await tx
			.insertInto("session")
			.values({
				id: session,
				relationship_id: id,
				format: "case-table",
				state: "booked",
				starts_at: new Date(now - 2 * day),
				ends_at: new Date(now + 5 * day),
				zone: "Europe/Berlin",
				booked_by: mentor,
			})
			.execute();
		await sql`
			insert into session_member (session_id, person_id, relationship_id, busy)
			select session.id, person, session.relationship_id, session.busy
			from session, unnest(${sql.val([mentor, mentee])}::uuid[]) as person where session.id = ${session}
		`.execute(tx);
		await tx
			.insertInto("attendance")
			.values({
				session_id: session,
				person_id: mentor,
				relationship_id: id,
				attended: true,
				responded_at: new Date(now - day),
			})
			.execute();
	});
	await tx
		.insertInto("session_question")
		.values({
			session_id: session,
			relationship_id: id,
			words: vaultOf(tx).seal("session_question.words", [session], dilemma),
			author_id: mentor,
		})
		.execute();
	await tx
		.insertInto("session_response")
		.values({
			session_id: session,
			person_id: mentor,
			relationship_id: id,
			words: vaultOf(tx).seal(
				"session_response.words",
				[session, mentor],
				dilemmaAnswer,
			),
			given_at: new Date(now - day),
		})
		.execute();
}
