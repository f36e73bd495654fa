// The sessions of the demonstration, written in bulk: the commands that make them in life would take minutes. What becomes of each is drawn by the
// same behaviour as in a dry run; texts are sealed as the commands seal them.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { wallTimeOf } from "../../domain/calendar/wall-time.ts";
import { chance } from "../../domain/demonstration/chance.ts";
import {
	type Meeting,
	meetingsOf,
	type Taken,
} from "../../domain/demonstration/meetings.ts";
import type { Relationship } from "../../domain/demonstration/program.ts";
import {
	decided,
	keeping,
	promises,
} from "../../domain/demonstration/session-words.ts";
import { actingAs } from "../../platform/database/acting.ts";
import { type Tx, nowOf, vaultOf } from "../../platform/database/database.ts";
import { insertAll } from "./insert-all.ts";

export type Paired = Relationship & {
	readonly id: string;
	/** Ids of people. */
	readonly mentor: string;
	readonly mentee: string;
	/** Their employee numbers: what draws go by. */
	readonly name: string;
};

type Written = Meeting & {
	readonly id: string;
	readonly pair: Paired;
	readonly zone: string;
};

const hour = 3_600_000;
const day = 24 * hour;

export async function writeSessions(
	tx: Tx,
	pairs: readonly Paired[],
): Promise<void> {
	const now = nowOf(tx).getTime();
	const zones = await zonesOf(tx);
	const taken: Taken = new Map();
	const sessions = pairs.flatMap((pair): Written[] => {
		const zone = zones.get(pair.mentee) ?? "Europe/Berlin";
		const members = [pair.mentor, pair.mentee];
		const { name } = pair;
		return meetingsOf(pair, {
			seed: 1,
			name,
			members,
			zones: [zone, zones.get(pair.mentor) ?? "Europe/Berlin"],
			now,
			taken,
		}).map((meeting) => ({ ...meeting, id: randomUUID(), pair, zone }));
	});
	await writeCadences(tx, sessions, now);
	await actingAs(tx, "sessions", () => writeDates(tx, sessions));
	await writeWords(tx, sessions, now);
}

async function zonesOf(tx: Tx): Promise<ReadonlyMap<string, string>> {
	const rows = await tx
		.selectFrom("person")
		.select(["id", "time_zone as zone"])
		.execute();
	return new Map(
		rows.flatMap(({ id, zone }) => (zone === null ? [] : [[id, zone]])),
	);
}

/** Each pair meets every month from the first date on. Whoever fell quiet has let the rhythm go as well. */
async function writeCadences(
	tx: Tx,
	sessions: readonly Written[],
	now: number,
): Promise<void> {
	const firsts = new Map<string, Written>();
	const dated = new Set(
		sessions
			.filter(({ startsAt, pair }) => startsAt > now || pair.ended)
			.map(({ pair }) => pair.id),
	);
	for (const session of sessions)
		if (dated.has(session.pair.id) && !firsts.has(session.pair.id))
			firsts.set(session.pair.id, session);
	await insertAll(
		tx,
		"cadence",
		[...firsts.values()].map(({ pair, startsAt, zone, minutes }) => {
			const { day: anchor, minute } = wallTimeOf(startsAt, zone);
			return {
				relationship_id: pair.id,
				unit: "month" as const,
				every: 1,
				month_by: "weekday" as const,
				anchor,
				wall_time: `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
				zone,
				minutes,
				format: "one-to-one" as const,
				chosen_by: pair.mentee,
				chosen_at: new Date(startsAt - 7 * day),
			};
		}),
	);
}

async function writeDates(tx: Tx, sessions: readonly Written[]): Promise<void> {
	await insertAll(
		tx,
		"session",
		sessions.map(({ id, pair, startsAt, minutes, zone, state }) => ({
			id,
			relationship_id: pair.id,
			format: "one-to-one" as const,
			state,
			starts_at: new Date(startsAt),
			ends_at: new Date(startsAt + minutes * 60_000),
			zone,
			follows_cadence: true,
			booked_by: null,
		})),
	);
	const members = sessions.flatMap((session) =>
		(["mentor", "mentee"] as const).map((side) => ({
			session: session.id,
			relationship: session.pair.id,
			person: session.pair[side],
			answer:
				session.state === "proposed" ? null : (session.answers[side] ?? null),
			attended: session.state === "held" ? true : null,
			wrote:
				session.writeUps
					.filter(({ by }) => by === side)
					.map(({ at }) => new Date(at).toISOString())[0] ?? null,
		})),
	);
	await sql`
		insert into session_member (session_id, person_id, relationship_id, busy, answer, answered_at)
		select session.id, person, session.relationship_id, session.busy, answer,
			case when answer is not null then least(now(), session.starts_at - interval '5 days') end
		from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as member (session uuid, person uuid, answer text)
		join session on session.id = member.session
	`.execute(tx);
	await insertAll(
		tx,
		"attendance",
		members.flatMap(({ session, person, relationship, attended, wrote }) =>
			attended === null
				? []
				: [
						{
							session_id: session,
							person_id: person,
							relationship_id: relationship,
							attended,
							wrote_up_at: wrote,
						},
					],
		),
	);
}

async function writeWords(
	tx: Tx,
	sessions: readonly Written[],
	now: number,
): Promise<void> {
	const vault = vaultOf(tx);
	const said = sessions.flatMap((session) =>
		session.writeUps.map((writeUp) => ({
			session,
			author: session.pair[writeUp.by],
			partner: session.pair[writeUp.by === "mentor" ? "mentee" : "mentor"],
			...writeUp,
			dice: chance(1, "words", session.pair.name, String(session.startsAt)),
		})),
	);
	await insertAll(
		tx,
		"write_up",
		said.map(({ session, author, at, dice }) => ({
			session_id: session.id,
			author_id: author,
			relationship_id: session.pair.id,
			decided: vault.seal(
				"write_up.decided",
				[session.id, author],
				dice.pick(decided),
			),
			keeping: vault.seal(
				"write_up.keeping",
				[session.id, author],
				dice.pick(keeping),
			),
			written_at: new Date(at),
		})),
	);
	await insertAll(
		tx,
		"commitment",
		said.flatMap(({ session, author, partner, at, promiseDays, dice }) => {
			if (promiseDays === undefined) return [];
			const id = randomUUID();
			const due = at + promiseDays * day;
			const isSettled = due < now - 5 * day;
			return [
				{
					id,
					relationship_id: session.pair.id,
					session_id: session.id,
					owner_id: author,
					partner_id: partner,
					words: vault.seal("commitment.words", [id], dice.pick(promises)),
					due_on: new Date(due).toISOString().slice(0, 10),
					state: isSettled ? ("done" as const) : ("open" as const),
					settled_at: isSettled ? new Date(due) : null,
					made_by: author,
					made_at: new Date(at),
				},
			];
		}),
	);
}
