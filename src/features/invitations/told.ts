import { sql } from "kysely";
import {
	type Database,
	transact,
	type Tx,
	nowOf,
} from "../../platform/database/database.ts";
import { postWithCalendar } from "../../platform/mail/calendar-part.ts";
import type { Mailbox } from "../../platform/calendar/write-calendar.ts";
import { type FoundSession, takesCalendarTime } from "./entry.ts";
import { invitationLetter } from "./letters.ts";
import { type Member, type Notice, noticeTo } from "./notices.ts";
import { findSession, findSessions, membersOf } from "./queries.ts";

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
		await postWithCalendar(tx, told);
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
		await postWithCalendar(tx, [told]);
	});
}

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
	const { told_sequence: told } = member;
	// Nobody hears that something is off of which they never heard that it was on.
	if (isOff ? told === null : found.state !== "booked") return undefined;
	if (told !== null && told >= found.sequence) return undefined;
	const kind = isOff
		? "session-cancellation"
		: told === null
			? "session-invitation"
			: "session-change";
	const zone = member.time_zone ?? found.zone;
	return noticeTo(tx, {
		found,
		member,
		origin,
		organizer,
		kind,
		method: isOff ? "cancel" : "request",
		letter: () => invitationLetter(kind, { session: found, origin, zone }),
	});
}
