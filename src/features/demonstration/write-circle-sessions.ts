// The four sessions of the demonstration's circle, and the one to come: who came, shared notes, agenda and rhythm.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { circleStory } from "../../domain/demonstration/care-words.ts";
import { workingDay } from "../../domain/demonstration/days.ts";
import { actingAs } from "../../platform/database/acting.ts";
import { type Tx, vaultOf } from "../../platform/database/database.ts";
import { insertAll } from "./insert-all.ts";

const day = 86_400_000;
const zone = "Europe/Berlin";
/** Days ago. */
const heldDays = [95, 66, 35, 4] as const;

export type CircleMember = {
	readonly person: string;
	readonly side: "peer" | "facilitator";
};

type Meetings = {
	readonly began: Date;
	readonly minutes: number;
	readonly relationship: string;
	/** The facilitator first. */
	readonly members: readonly CircleMember[];
	readonly wei: string;
	readonly jola: string;
	readonly now: number;
};

export async function writeCircleSessions(
	tx: Tx,
	circle: Meetings,
): Promise<void> {
	const { relationship, members, minutes, now } = circle;
	const today = Temporal.Instant.fromEpochMilliseconds(now)
		.toZonedDateTimeISO(zone)
		.toPlainDate();
	const people = members.map(({ person }) => person);
	const held: { readonly id: string; readonly at: number }[] = [];
	for (const days of heldDays) {
		const date = workingDay(today.subtract({ days }));
		const hour = await freeHour(tx, people, date, minutes);
		held.push({ id: randomUUID(), at: at(date, hour) });
	}
	const nextDay = workingDay(today.add({ days: 24 }));
	const hour = await freeHour(tx, people, nextDay, minutes);
	const next = { id: randomUUID(), at: at(nextDay, hour) };
	await actingAs(tx, "sessions", async () => {
		await insertAll(
			tx,
			"session",
			[...held, next].map(({ id, at: startsAt }) => ({
				id,
				relationship_id: relationship,
				format: "circle" as const,
				state: id === next.id ? ("booked" as const) : ("held" as const),
				starts_at: new Date(startsAt),
				ends_at: new Date(startsAt + minutes * 60_000),
				zone,
				follows_cadence: true,
				booked_by: null,
			})),
		);
		// Of the next one Wei and Jola have yet to say whether they come.
		await sql`
			insert into session_member (session_id, person_id, relationship_id, busy, answer, answered_at)
			select session.id, person, session.relationship_id, session.busy, said,
				case when said is not null then least(now(), session.starts_at) - interval '5 days' end
			from session, unnest(${sql.val(people)}::uuid[]) as person,
				lateral (select case when session.id = ${next.id} and person = any (${sql.val([circle.wei, circle.jola])}::uuid[]) then null else 'yes' end) as told (said)
			where session.relationship_id = ${relationship}
		`.execute(tx);
		await insertAll(
			tx,
			"attendance",
			held.flatMap(({ id, at: startsAt }, place) =>
				members.map(({ person, side }, seat) => ({
					session_id: id,
					person_id: person,
					relationship_id: relationship,
					// Somebody is missing each time, never the same.
					attended: seat !== heldDays.length - place + 2,
					wrote_up_at:
						side === "facilitator" ? new Date(startsAt + 3 * 3_600_000) : null,
				})),
			),
		);
	});
	const [first] = held;
	if (first === undefined) return;
	await writeRhythm(tx, circle, {
		anchor: nextDay.toString(),
		wallTime: `${String(hour).padStart(2, "0")}:00`,
	});
	await writeNotes(tx, circle, { held, next: next.id });
}

function at(date: Temporal.PlainDate, hour: number): number {
	return date.toZonedDateTime({ timeZone: zone, plainTime: { hour } })
		.epochMilliseconds;
}

/** The first hour of the afternoon, or else of the day, at which none of them is in another session. */
async function freeHour(
	tx: Tx,
	people: readonly string[],
	date: Temporal.PlainDate,
	minutes: number,
): Promise<number> {
	const rows = await actingAs(tx, "sessions", () =>
		tx
			.selectFrom("session_member as member")
			.innerJoin("session", "session.id", "member.session_id")
			.select(["session.starts_at as from", "session.ends_at as to"])
			.where("member.person_id", "in", people)
			.where("session.state", "in", ["booked", "held", "missed"])
			.where("session.ends_at", ">", new Date(at(date, 0)))
			.where("session.starts_at", "<", new Date(at(date, 23)))
			.execute(),
	);
	const isFree = (hour: number) =>
		rows.every(
			({ from, to }) =>
				to.getTime() <= at(date, hour) ||
				from.getTime() >= at(date, hour) + minutes * 60_000,
		);
	return [15, 16, 14, 13, 11, 10, 9, 17, 18, 19].find(isFree) ?? 20;
}

async function writeRhythm(
	tx: Tx,
	{ relationship, members, minutes, began }: Meetings,
	{ anchor, wallTime }: { readonly anchor: string; readonly wallTime: string },
): Promise<void> {
	const [facilitator] = members;
	if (facilitator === undefined) return;
	await insertAll(tx, "cadence", [
		{
			relationship_id: relationship,
			unit: "month",
			every: 1,
			month_by: "weekday",
			anchor,
			wall_time: wallTime,
			zone,
			minutes,
			format: "circle",
			chosen_by: facilitator.person,
			chosen_at: began,
		},
	]);
}

async function writeNotes(
	tx: Tx,
	{ relationship, members, wei, jola, now }: Meetings,
	{
		held,
		next,
	}: {
		readonly held: readonly { readonly id: string; readonly at: number }[];
		readonly next: string;
	},
): Promise<void> {
	const vault = vaultOf(tx);
	const [facilitator] = members;
	if (facilitator === undefined) return;
	const author = facilitator.person;
	await insertAll(
		tx,
		"write_up",
		held.flatMap(({ id, at: startsAt }, place) => {
			const words = circleStory.sessions[place];
			if (words === undefined) return [];
			return [
				{
					session_id: id,
					author_id: author,
					relationship_id: relationship,
					decided: vault.seal("write_up.decided", [id, author], words.decided),
					keeping: vault.seal("write_up.keeping", [id, author], words.keeping),
					written_at: new Date(startsAt + 3 * 3_600_000),
				},
			];
		}),
	);
	const promise = randomUUID();
	await insertAll(tx, "commitment", [
		{
			id: promise,
			relationship_id: relationship,
			session_id: held.at(-1)?.id ?? null,
			owner_id: jola,
			partner_id: author,
			words: vault.seal("commitment.words", [promise], circleStory.promise),
			due_on: new Date(now + 10 * day).toISOString().slice(0, 10),
			made_by: jola,
			made_at: new Date(now - 4 * day),
		},
	]);
	await insertAll(
		tx,
		"agenda_item",
		circleStory.agenda.map((words, place) => {
			const id = randomUUID();
			return {
				id,
				session_id: next,
				relationship_id: relationship,
				place: place + 1,
				source: "own" as const,
				words: vault.seal("agenda_item.words", [id], words),
				author_id: place === 0 ? wei : jola,
			};
		}),
	);
}
