// Another time, proposed from a calendar program (RFC 5546, 3.2.7 and 3.2.8). A mail may be forged, so it moves nothing by itself: the others are asked, and
// one of them moves the session there or keeps it. A time at which somebody is in another session is declined at once, and why stays unsaid.
import { sql } from "kysely";
import type {
	CalendarCounter,
	CalendarReply,
} from "../../platform/calendar/read-answer.ts";
import type { Mailbox } from "../../platform/calendar/write-calendar.ts";
import {
	type Database,
	transact,
	type Tx,
	nowOf,
} from "../../platform/database/database.ts";
import { record } from "../../platform/journal/journal.ts";
import { asLocale, inLocale } from "../../platform/locale/locale.ts";
import { postWithCalendar } from "../../platform/mail/calendar-part.ts";
import { postAll } from "../../platform/mail/mail.ts";
import { actingAs } from "../programs/acting.ts";
import {
	type SessionToMove,
	sessionToMove,
} from "../sessions/commands/move-by-link.ts";
import { heldTables } from "../sessions/queries/held-tables.ts";
import type { AnswerOutcome } from "./answers.ts";
import { counterLetter } from "./letters.ts";
import { noticeTo } from "./notices.ts";
import { findSession, membersOf } from "./queries.ts";

type From = { readonly origin: string; readonly organizer: Mailbox };

const longestAhead = 366 * 86_400_000;

/** What becomes of a proposal that came by mail. Acts as the process `calendar`. */
export async function takeCounter(
	tx: Tx,
	{
		session,
		person,
		counter,
	}: {
		readonly session: string;
		readonly person: string;
		readonly counter: CalendarCounter;
	},
	from: From,
): Promise<AnswerOutcome> {
	const { startsAt: at, sequence, answer } = counter;
	const known = await tx
		.selectFrom("session_member")
		.innerJoin("session", "session.id", "session_member.session_id")
		.select(sql<number>`session.sequence + session_member.lead`.as("sequence"))
		.where("session_member.session_id", "=", session)
		.where("session_member.person_id", "=", person)
		.forUpdate("session_member")
		.executeTakeFirst();
	if (known === undefined) return "unknown";
	const found = await sessionToMove(tx, { session, person });
	const now = nowOf(tx).getTime();
	if (
		found === undefined ||
		sequence !== known.sequence ||
		found.endsAt.getTime() < now ||
		at === found.startsAt.getTime() ||
		at <= now ||
		at > now + longestAhead
	)
		return "outdated";
	if (await isTaken(tx, found, at)) {
		await say(tx, { session, person, answer, at: null });
		await tellKept(tx, { session, person, at }, from);
		return "taken";
	}
	await say(tx, { session, person, answer, at });
	await askOthers(tx, { session, person, at }, from);
	return "taken";
}

/** Whether somebody is in another session or at a roundtable then. */
function isTaken(
	tx: Tx,
	{ id, members, startsAt, endsAt }: SessionToMove,
	at: number,
): Promise<boolean> {
	const until = at + endsAt.getTime() - startsAt.getTime();
	return actingAs(tx, "sessions", async () => {
		const then = sql`tstzrange(${new Date(at)}, ${new Date(until)})`;
		const people = sql`any (${[...members]}::uuid[])`;
		const { rows } = await sql<{ isTaken: boolean }>`
			select exists (select from session_member where session_id <> ${id} and person_id = ${people} and busy && ${then})
				or exists (select from ${heldTables} held where person_id = ${people} and tstzrange(starts_at, ends_at) && ${then}) as "isTaken"
		`.execute(tx);
		return rows[0]?.isTaken === true;
	});
}

async function say(
	tx: Tx,
	{
		session,
		person,
		answer,
		at,
	}: {
		readonly session: string;
		readonly person: string;
		readonly answer: CalendarReply["answer"] | undefined;
		readonly at: number | null;
	},
): Promise<void> {
	await tx
		.updateTable("session_member")
		.set({
			counter_at: at === null ? null : new Date(at),
			...(answer && {
				answer,
				answered_at: nowOf(tx),
				answered_through: "mail" as const,
			}),
		})
		.where("session_id", "=", session)
		.where("person_id", "=", person)
		.execute();
	await record(tx, {
		act: "propose-session-time",
		about: person,
		subject: { kind: "session", id: session },
		detail: { isOpen: at !== null },
	});
}

type Proposed = {
	readonly session: string;
	readonly person: string;
	/** Milliseconds since 1970. */
	readonly at: number;
};

async function askOthers(
	tx: Tx,
	{ session, person, at }: Proposed,
	{ origin }: From,
): Promise<void> {
	const found = await findSession(tx, session);
	if (found === undefined) return;
	const others = (await membersOf(tx, [session])).filter(
		({ person_id: id }) => id !== person,
	);
	await postAll(
		tx,
		others.map(({ person_id: to, locale, time_zone: own }) => ({
			to,
			kind: "session-reply" as const,
			event: `session ${session} proposed ${person} ${at}`,
			letter: inLocale(asLocale(locale) ?? "en", () =>
				counterLetter("asked", {
					session: found,
					origin,
					zone: own ?? found.zone,
					at,
				}),
			),
		})),
	);
}

/** Tells somebody, and their calendar program, that a session stays when it is. Acts as the process `calendar`. */
async function tellKept(
	tx: Tx,
	{ session, person, at }: Proposed,
	{ origin, organizer }: From,
): Promise<void> {
	const found = await findSession(tx, session);
	const [member] = (await membersOf(tx, [session])).filter(
		({ person_id: id }) => id === person,
	);
	if (found?.state !== "booked" || member === undefined) return;
	await postWithCalendar(tx, [
		noticeTo(tx, {
			found,
			member,
			origin,
			organizer,
			kind: "session-reply",
			method: "declinecounter",
			event: `session ${session} kept ${at}`,
			letter: (zone) =>
				counterLetter("kept", { session: found, origin, zone, at }),
		}),
	]);
}

/** The same for a proposal that one of the others declined. */
export function tellProposer(
	database: Database,
	proposed: Proposed,
	from: From,
): Promise<void> {
	return transact(
		database,
		{ actor: { kind: "process", process: "calendar" }, access: "write" },
		(tx) => tellKept(tx, proposed, from),
	);
}
