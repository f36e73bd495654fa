import { sql } from "kysely";
import {
	type Database,
	type Db,
	transact,
	type Tx,
	vaultOf,
	nowOf,
} from "../../platform/database/database.ts";
import { actingAs } from "../../platform/database/acting.ts";
import {
	type Mailbox,
	writeInvitation,
} from "../../platform/calendar/write-calendar.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import { type Outgoing, postAll } from "../../platform/mail/mail.ts";
import { writeUpPath } from "../sessions/link.ts";
import { entryOf, type FoundSession, takesCalendarTime } from "./entry.ts";
import { invitationLetter } from "./letters.ts";

const terms = {
	actor: { kind: "process", process: "calendar" },
	access: "write",
} as const;

export type SessionChange = {
	readonly session: string;
	readonly sequence: number;
};

/**
 * Mails everyone of some sessions what their calendar must know: that it is to be, that it moved, that it is not to be. A change that was overtaken
 * is not told; told twice, it is mailed once.
 */
export async function tellCalendars(
	database: Database,
	changes: readonly SessionChange[],
	{
		origin,
		organizer,
	}: { readonly origin: string; readonly organizer: Mailbox },
): Promise<void> {
	await transact(database, terms, async (tx) => {
		const found = (
			await findSessions(
				tx,
				changes.map(({ session }) => session),
			)
		).filter(
			({ id, sequence, format, ends_at }) =>
				changes.some(
					(change) => change.session === id && change.sequence === sequence,
				) &&
				takesCalendarTime(format) &&
				ends_at >= nowOf(tx),
		);
		if (found.length === 0) return;
		const members = Map.groupBy(
			await membersOf(
				tx,
				found.map(({ id }) => id),
			),
			({ session_id }) => session_id,
		);
		const told = found.flatMap((session) =>
			(members.get(session.id) ?? []).flatMap(
				(member) =>
					notice(tx, { found: session, member, origin, organizer }) ?? [],
			),
		);
		if (told.length === 0) return;
		await postAll(
			tx,
			told.map(({ to, kind, event, letter }) => ({ to, kind, event, letter })),
		);
		await actingAs(tx, "mail", () => attach(tx, told));
		await sql`
			update session_member set told_sequence = told.sequence
			from jsonb_to_recordset(${JSON.stringify(
				told.map(({ to, session, sequence }) => ({
					person: to,
					session,
					sequence,
				})),
			)}::jsonb) as told (session uuid, person uuid, sequence integer)
			where session_member.session_id = told.session and session_member.person_id = told.person
		`.execute(tx);
	});
}

/** Takes a session out of the calendar of somebody who has left the circle it is of. */
export async function tellLeaver(
	database: Database,
	{ session, person, sequence }: SessionChange & { readonly person: string },
	{
		origin,
		organizer,
	}: { readonly origin: string; readonly organizer: Mailbox },
): Promise<void> {
	await transact(database, terms, async (tx) => {
		const found = await findSession(tx, session);
		const member = await tx
			.selectFrom("person")
			.select(["first_name", "last_name", "email", "locale", "time_zone"])
			.where("id", "=", person)
			.where("left_on", "is", null)
			.executeTakeFirst();
		if (found === undefined || member === undefined) return;
		if (found.state !== "booked" || found.ends_at < nowOf(tx)) return;
		const told = notice(tx, {
			found: { ...found, state: "cancelled", sequence },
			member: {
				...member,
				person_id: person,
				told_sequence: sequence - 1,
				lead: 0,
			},
			origin,
			organizer,
		});
		if (told === undefined) return;
		const { to, kind, event, letter } = told;
		await postAll(tx, [{ to, kind, event, letter }]);
		await actingAs(tx, "mail", () => attach(tx, [told]));
	});
}

type Member = Omit<Awaited<ReturnType<typeof membersOf>>[number], "session_id">;

type Notice = Outgoing & {
	readonly session: string;
	/** The session's, which they know with this mail. */
	readonly sequence: number;
	readonly event: string;
	readonly method: "request" | "cancel";
	/** iCalendar. */
	readonly body: string;
};

/** What one of them must hear; undefined where there is nothing new to them. */
function notice(
	tx: Tx,
	{
		found,
		member,
		origin,
		organizer,
	}: {
		readonly found: FoundSession;
		readonly member: Member;
		readonly origin: string;
		readonly organizer: Mailbox;
	},
): Notice | undefined {
	const isOff = found.state === "cancelled";
	const { told_sequence: told, person_id: person, lead } = member;
	// Nobody hears that something is off of which they never heard that it was on.
	if (isOff ? told === null : found.state !== "booked") return undefined;
	if (told !== null && told >= found.sequence) return undefined;
	const kind = isOff
		? "session-cancellation"
		: told === null
			? "session-invitation"
			: "session-change";
	const method = isOff ? "cancel" : "request";
	const zone = member.time_zone ?? found.zone;
	const session = { ...found, sequence: found.sequence + lead };
	// Signed at once, for the calendar's text is kept sealed; in the mail's own text it is signed when it goes out.
	const writeUp = isOff
		? undefined
		: `${origin}${writeUpPath(vaultOf(tx), { session: found.id, person }, found.ends_at.getTime())}`;
	return inLocale(asLocale(member.locale) ?? "en", () => ({
		to: person,
		session: found.id,
		sequence: found.sequence,
		kind,
		event: `session ${found.id} ${session.sequence}`,
		method,
		letter: invitationLetter(kind, { session: found, origin, zone }),
		body: writeInvitation(entryOf(session, origin, writeUp), {
			method,
			organizer,
			attendee: {
				name: `${member.first_name} ${member.last_name}`.trim(),
				address: member.email,
			},
		}),
	}));
}

async function attach(tx: Tx, told: readonly Notice[]): Promise<void> {
	const mails = await tx
		.selectFrom("mail")
		.select(["id", "event", "person_id", "kind"])
		.where(sql<boolean>`event = any (${told.map(({ event }) => event)})`)
		.execute();
	const rows = told.flatMap(({ to, event, kind, method, body }) => {
		const mail = mails.find(
			(row) => row.event === event && row.person_id === to && row.kind === kind,
		);
		return mail === undefined
			? []
			: [
					{
						mail_id: mail.id,
						method,
						body: vaultOf(tx).seal("mail_calendar.body", [mail.id], body),
					},
				];
	});
	if (rows.length === 0) return;
	await tx
		.insertInto("mail_calendar")
		.values(rows)
		.onConflict((conflict) => conflict.column("mail_id").doNothing())
		.execute();
}

export async function findSession(
	tx: Tx,
	id: string,
): Promise<FoundSession | undefined> {
	const [found] = await findSessions(tx, [id]);
	return found;
}

async function findSessions(
	tx: Tx,
	ids: readonly string[],
): Promise<readonly FoundSession[]> {
	const rows = await tx
		.selectFrom("session")
		.selectAll()
		.where(sql<boolean>`id = any (${ids}::uuid[])`)
		.orderBy("id")
		.execute();
	return rows.map((row) => ({
		...row,
		place:
			row.place === null
				? undefined
				: vaultOf(tx).open("session.place", [row.id], row.place),
	}));
}

function membersOf(tx: Tx, sessions: readonly string[]) {
	return tx
		.selectFrom("session_member")
		.innerJoin("person", "person.id", "session_member.person_id")
		.select([
			"session_member.session_id",
			"session_member.person_id",
			"session_member.told_sequence",
			"session_member.lead",
			"person.first_name",
			"person.last_name",
			"person.email",
			"person.locale",
			"person.time_zone",
		])
		.where(sql<boolean>`session_id = any (${sessions}::uuid[])`)
		.where("person.left_on", "is", null)
		.orderBy("session_member.session_id")
		.orderBy("session_member.person_id")
		.forUpdate("session_member")
		.execute();
}

/** Sessions of a person that calendars show: booked, from a month ago on. Acts as the process `calendar`. */
export async function sessionsOf(
	db: Db,
	person: string,
): Promise<readonly FoundSession[]> {
	const rows = await db
		.selectFrom("session")
		.innerJoin("session_member", "session_member.session_id", "session.id")
		.selectAll("session")
		.select("session_member.lead")
		.where("session_member.person_id", "=", person)
		.where("session.state", "in", ["booked", "held"])
		.where("session.ends_at", ">", sql<Date>`now() - interval '31 days'`)
		.orderBy("session.starts_at")
		.execute();
	return rows
		.filter(({ format }) => takesCalendarTime(format))
		.map((row) => ({
			...row,
			sequence: row.sequence + row.lead,
			place: undefined,
		}));
}
