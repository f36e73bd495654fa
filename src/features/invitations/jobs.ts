import { sql } from "kysely";
import { simpleParser } from "mailparser";
import { readAnswer } from "../../platform/calendar/read-answer.ts";
import { organizerOf } from "../../platform/calendar/organizer.ts";
import type { Mailbox } from "../../platform/calendar/write-calendar.ts";
import { type Database, transact } from "../../platform/database/database.ts";
import type { Job, Payload } from "../../platform/jobs/jobs.ts";
import { log } from "../../platform/log/log.ts";
import { readMailbox } from "../../platform/mailbox/read-mailbox.ts";
import { deliveryFailure } from "../../platform/mail/delivery-failure.ts";
import { noteDeliveryFailure } from "../../platform/mail/trouble.ts";
import { answerSeat } from "../roundtables/calendar-answers.ts";
import { seatIn } from "../roundtables/told.ts";
import { type AnswerOutcome, answerSession } from "./answers.ts";
import { takeCounter, tellProposer } from "./counters.ts";
import { sessionIn } from "./entry.ts";
import { type SessionChange, tellCalendars, tellLeaver } from "./told.ts";

/** Tells calendars of sessions, and reads back what they answer where there is a mailbox for it. */
export function invitationJobs({
	origin,
	from,
	mailbox,
}: {
	readonly origin: string;
	/** Who the invitations come from: "Baton <baton@example.org>". */
	readonly from: string | undefined;
	/** Where answers arrive; undefined: nowhere that Baton could read. */
	readonly mailbox: string | undefined;
}): readonly Job[] {
	const organizer = organizerOf(from, origin);
	return [
		{
			name: "session-changed",
			run: (payload, database) =>
				tellCalendars(database, [changeIn(payload)], { origin, organizer }),
			together: (payloads, database) =>
				tellCalendars(database, payloads.map(changeIn), {
					origin,
					organizer,
				}),
		},
		{
			name: "session-left",
			run: ({ session, person, sequence }, database) =>
				tellLeaver(
					database,
					{
						session: String(session),
						person: String(person),
						sequence: Number(sequence),
					},
					{ origin, organizer },
				),
		},
		{
			name: "session-time-kept",
			run: ({ session, person, at }, database) =>
				tellProposer(
					database,
					{ session: String(session), person: String(person), at: Number(at) },
					{ origin, organizer },
				),
		},
		...(mailbox === undefined
			? []
			: [
					{
						name: "read-mailbox",
						every: "*/2 * * * *",
						run: async (_: unknown, database: Database) => {
							const count = await readMailbox(mailbox, (source) =>
								takeMail(database, source, { origin, organizer }),
							);
							if (count > 0) log("mailbox-read", { count });
						},
					},
				]),
	];
}

function changeIn({ session, sequence }: Payload): SessionChange {
	return { session: String(session), sequence: Number(sequence) };
}

type Outcome = AnswerOutcome | "unreadable";

/** A mail that came: a report that one of ours could not be delivered, an answer to an invitation, another time proposed instead, or nothing to us. */
async function takeMail(
	database: Database,
	source: Buffer,
	from: { readonly origin: string; readonly organizer: Mailbox },
): Promise<void> {
	const failure = deliveryFailure(source.toString("utf8"));
	if (failure !== undefined) {
		await transact(
			database,
			{ actor: { kind: "process", process: "mail" }, access: "write" },
			(tx) => noteDeliveryFailure(tx, failure),
		);
		return;
	}
	const text = await calendarIn(source);
	if (text === undefined) return;
	const answered = readAnswer(text);
	await transact(
		database,
		{ actor: { kind: "process", process: "calendar" }, access: "write" },
		async (tx) => {
			const outcome = await take();
			await sql`
				insert into reply_tally (day, outcome) values (now()::date, ${outcome})
				on conflict (day, outcome) do update set count = reply_tally.count + 1
			`.execute(tx);

			async function take(): Promise<Outcome> {
				if (answered === undefined) return "unreadable";
				const session = sessionIn(answered.uid, from.origin);
				const seat = seatIn(answered.uid, from.origin);
				const person = await tx
					.selectFrom("person")
					.select("id")
					.where(sql`lower(email)`, "=", answered.address)
					.where("left_on", "is", null)
					.executeTakeFirst();
				if (person === undefined) return "unknown";
				if (seat !== undefined)
					return answerSeat(tx, { seat, person: person.id, answered }, from);
				if (session === undefined) return "unknown";
				if (answered.kind === "counter")
					return takeCounter(
						tx,
						{ session, person: person.id, counter: answered },
						from,
					);
				const { answer, sequence } = answered;
				return answerSession(tx, {
					session,
					person: person.id,
					answer,
					sequence,
					through: "mail",
				});
			}
		},
	);
}

/** The part of a mail that is for calendars: beside its text, or attached. */
async function calendarIn(source: Buffer): Promise<string | undefined> {
	const mail = await simpleParser(source, {
		skipHtmlToText: true,
		skipTextToHtml: true,
		skipImageLinks: true,
	});
	return mail.attachments
		.find(({ contentType }) => contentType === "text/calendar")
		?.content.toString("utf8");
}
