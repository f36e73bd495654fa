// What waits for the cast in the demonstration: a session to write up, one with an agenda that comes soon, and a case table half answered.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { closedCase } from "../../domain/demonstration/care-words.ts";
import { chance } from "../../domain/demonstration/chance.ts";
import {
	agenda,
	decided,
	dilemma,
	dilemmaAnswer,
	keeping,
} from "../../domain/demonstration/session-words.ts";
import { actingAs, actingAsPerson } from "../../platform/database/acting.ts";
import { type Tx, nowOf, vaultOf } from "../../platform/database/database.ts";
import { writeUp } from "../sessions/commands/write-up.ts";
import { findSession } from "../sessions/queries/sessions.ts";
import { insertAll } from "./insert-all.ts";

const day = 86_400_000;

/** For the first mentor and the mentee of the cast, who are paired. */
export async function writeCastSessions(tx: Tx): Promise<void> {
	const pair = await castPair(tx);
	if (pair === undefined) return;
	const now = nowOf(tx).getTime();
	await prepareNext(tx, pair, now);
	await layCaseTable(tx, pair, now);
	await leaveToWriteUp(tx, pair, now);
}

/** Wei wrote the last one up, Ingrid has yet to. */
async function leaveToWriteUp(
	tx: Tx,
	{ id, mentor, mentee }: CastPair,
	now: number,
): Promise<void> {
	const last = await actingAs(tx, "sessions", () =>
		tx
			.selectFrom("session")
			.select(["id", "starts_at as at"])
			.where("relationship_id", "=", id)
			.where("format", "=", "one-to-one")
			.where("state", "in", ["booked", "held"])
			.where("ends_at", "<", new Date(now))
			.orderBy("starts_at", "desc")
			.executeTakeFirst(),
	);
	if (last === undefined) return;
	await actingAsPerson(tx, mentee, async () => {
		const session = await findSession(tx, last.id, mentee);
		const self = session.members.find((member) => member.id === mentee);
		if (self?.wroteUpAt !== null) return;
		const dice = chance(1, "words", mentee, String(last.at.getTime()));
		await writeUp(tx, session, {
			written: {
				decided: dice.pick(decided),
				keeping: dice.pick(keeping),
				attended: undefined,
				commitment: undefined,
			},
			by: mentee,
			now,
		});
	});
	await actingAs(tx, "sessions", () =>
		tx
			.updateTable("attendance")
			.set({ wrote_up_at: null })
			.where("person_id", "=", mentor)
			.where("session_id", "=", last.id)
			.execute(),
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
	pair: CastPair,
	now: number,
): Promise<void> {
	await caseTable(tx, pair, {
		from: now - 2 * day,
		to: now + 5 * day,
		state: "booked",
		dilemma,
		said: [{ by: pair.mentor, words: dilemmaAnswer, at: now - day }],
	});
	await caseTable(tx, pair, {
		from: now - 47 * day,
		to: now - 40 * day,
		state: "held",
		dilemma: closedCase.dilemma,
		said: [
			{ by: pair.mentor, words: closedCase.mentor, at: now - 45 * day },
			{ by: pair.mentee, words: closedCase.mentee, at: now - 42 * day },
		],
	});
}

/** Laid by the mentor; whoever has said something is named in `said`. */
async function caseTable(
	tx: Tx,
	{ id, mentor, mentee }: CastPair,
	{
		from,
		to,
		state,
		dilemma: question,
		said,
	}: {
		readonly from: number;
		readonly to: number;
		readonly state: "booked" | "held";
		readonly dilemma: string;
		readonly said: readonly {
			readonly by: string;
			readonly words: string;
			readonly at: number;
		}[];
	},
): Promise<void> {
	const session = randomUUID();
	const vault = vaultOf(tx);
	await actingAs(tx, "sessions", async () => {
		await tx
			.insertInto("session")
			.values({
				id: session,
				relationship_id: id,
				format: "case-table",
				state,
				starts_at: new Date(from),
				ends_at: new Date(to),
				zone: "Europe/Berlin",
				booked_by: mentor,
			})
			.execute();
		await sql`
			insert into session_member (session_id, person_id, relationship_id, busy)
			select session.id, person, session.relationship_id, session.busy
			from session, unnest(${sql.val([mentor, mentee])}::uuid[]) as person where session.id = ${session}
		`.execute(tx);
		await insertAll(
			tx,
			"attendance",
			said.map(({ by, at }) => ({
				session_id: session,
				person_id: by,
				relationship_id: id,
				attended: true,
				responded_at: new Date(at),
			})),
		);
	});
	await insertAll(tx, "session_question", [
		{
			session_id: session,
			relationship_id: id,
			words: vault.seal("session_question.words", [session], question),
			author_id: mentor,
		},
	]);
	await insertAll(
		tx,
		"session_response",
		said.map(({ by, words, at }) => ({
			session_id: session,
			person_id: by,
			relationship_id: id,
			words: vault.seal("session_response.words", [session, by], words),
			given_at: new Date(at),
		})),
	);
}
