import { sql } from "kysely";
import { createTransport, type SendMailOptions } from "nodemailer";
import { Temporal } from "temporal-polyfill";
import { type MailChoice, sendingOf } from "../../domain/mail/sending.ts";
import {
	isLetterKind,
	isOptionalTopic,
	topicOf,
} from "../../domain/mail/topic.ts";
import {
	type Database,
	transact,
	type Tx,
	vaultOf,
} from "../database/database.ts";
import { addJob } from "../jobs/jobs.ts";
import { signLinks } from "../links/signed-link.ts";
import { log, logError } from "../log/log.ts";
import { mailChoices } from "./choices.ts";
import { letterWithStop, stopLink } from "./stop-link.ts";
import { addressRefusal, refusedBy } from "./refusal.ts";
import { markTrouble } from "./trouble.ts";

export type PostOffice = {
	readonly smtpUrl: string;
	readonly from: string;
	/** Takes each mail in place of a server: for a year gone through in advance, whose mails reach nobody. */
	readonly instead?: (message: SendMailOptions) => void;
};

export type Delivering = {
	/** One, where a server is spoken to: what went out before a crash is recorded. Several together only where mails reach nobody. */
	readonly mails: readonly string[];
	readonly postOffice: PostOffice;
	readonly origin: string;
	readonly now: Date;
};

const terms = {
	actor: { kind: "process", process: "mail" },
	access: "write",
} as const;

/**
 * Sends mails, but those that must wait. The transaction is open while the server is spoken to, under a lock for each: two workers never send
 * the same mail, and a crash between the server's answer and its record sends the same message again, with the same Message-ID, never another.
 */
export async function deliver(
	database: Database,
	delivering: Delivering,
): Promise<void> {
	try {
		await transact(database, terms, (tx) => deliverIn(tx, delivering));
	} catch (error) {
		const [mail, ...others] = delivering.mails;
		if (mail === undefined || others.length > 0) throw error;
		logError("mail-not-delivered", error, { mail });
		const isRefused = await transact(database, terms, (tx) =>
			noteFailure(tx, mail, error),
		);
		// An address that does not exist is not tried again.
		if (!isRefused) throw error;
	}
}

async function deliverIn(tx: Tx, delivering: Delivering): Promise<void> {
	const { mails, now } = delivering;
	// A statement of its own: what the next one sees was recorded before the lock was taken.
	const { rows } = await sql<{ id: string; isMine: boolean }>`
		select id, pg_try_advisory_xact_lock(hashtextextended('mail ' || id, 0)) as "isMine" from unnest(${mails}::text[]) as id
	`.execute(tx);
	// Whoever is at it may yet fail or be killed, and then nobody else would know of it.
	for (const { id, isMine } of rows)
		if (!isMine) await lookAgain(tx, id, new Date(now.getTime() + 60_000));
	const found = await findUnsent(
		tx,
		rows.filter(({ isMine }) => isMine).map(({ id }) => id),
	);
	const unsent = found.filter(
		({ left_on, isStopped }) => left_on === null && !isStopped,
	);
	const choices = await mailChoices(
		tx,
		unsent.flatMap(({ kind, person_id }) =>
			isLetterKind(kind) ? [person_id] : [],
		),
	);
	const sent: string[] = [];
	for (const mail of unsent) {
		const due = await dueAt(tx, mail, {
			choice: choices.get(mail.person_id),
			now,
		});
		if (due === undefined) continue;
		if (due > now) await sendLater(tx, mail.id, due);
		else {
			await send(tx, mail, delivering);
			sent.push(mail.id);
		}
	}
	await markSent(tx, sent, now);
	for (const { id, kind } of unsent)
		if (sent.includes(id)) log("mail-delivered", { mail: id, kind });
}

type Unsent = Awaited<ReturnType<typeof findUnsent>>[number];

function findUnsent(tx: Tx, ids: readonly string[]) {
	return tx
		.selectFrom("mail")
		.innerJoin("person", "person.id", "mail.person_id")
		.leftJoin("mail_calendar as calendar", "calendar.mail_id", "mail.id")
		.selectAll("mail")
		.select(["calendar.method", "calendar.body"])
		.select(["person.email", "person.left_on", "person.locale"])
		.select(
			sql<boolean>`exists (select from mail_trouble where mail_trouble.person_id = person.id and lower(mail_trouble.address) = lower(person.email))`.as(
				"isStopped",
			),
		)
		.where(sql<boolean>`mail.id = any (${ids}::uuid[])`)
		.where("mail.sent_at", "is", null)
		.where("mail.sending", "=", "mail")
		.execute();
}

async function sendLater(tx: Tx, id: string, due: Date): Promise<void> {
	await tx
		.updateTable("mail")
		.set({ due_at: due })
		.where("id", "=", id)
		.execute();
	await lookAgain(tx, id, due);
}

function lookAgain(tx: Tx, id: string, runAt: Date): Promise<void> {
	return addJob(tx, "deliver-mail", { mail: id }, { key: `mail-${id}`, runAt });
}

/** When it may go by what its recipient wants now; undefined where they want it in another way meanwhile. */
async function dueAt(
	tx: Tx,
	mail: Unsent,
	{
		choice,
		now,
	}: { readonly choice: MailChoice | undefined; readonly now: Date },
): Promise<Date | undefined> {
	const { id, kind } = mail;
	if (!isLetterKind(kind) || choice === undefined) return now;
	const sending = sendingOf(
		{
			kind,
			by: mail.by_day ?? undefined,
			holdsSignInLink: mail.holds_sign_in_link,
		},
		choice,
		Temporal.Instant.fromEpochMilliseconds(now.getTime()),
	);
	if (sending.way === "mail") return new Date(sending.at.epochMilliseconds);
	await tx
		.updateTable("mail")
		.set({ sending: sending.way })
		.where("id", "=", id)
		.execute();
	return undefined;
}

async function send(
	tx: Tx,
	mail: Unsent,
	{ postOffice, origin, now }: Delivering,
): Promise<void> {
	const { kind, person_id: person } = mail;
	const topic = isLetterKind(kind) ? topicOf(kind) : "account";
	const stop = isOptionalTopic(topic)
		? stopLink(vaultOf(tx), { origin, person, topic, now })
		: undefined;
	const body = letterWithStop(mail, stop, origin);
	const message: SendMailOptions = {
		from: postOffice.from,
		to: { name: "", address: mail.email },
		subject: mail.subject,
		text: signLinks(vaultOf(tx), person, body.text),
		html: signLinks(vaultOf(tx), person, body.html),
		messageId: mail.message_id,
		...invitationOf(tx, mail),
		headers: {
			"Auto-Submitted": "auto-generated",
			// RFC 8058: one press in the mail program, without a visit here.
			...(stop === undefined
				? {}
				: {
						"List-Unsubscribe": { prepared: true, value: `<${stop}>` },
						"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
					}),
		},
	};
	if (postOffice.instead === undefined) await hand(message, postOffice);
	else postOffice.instead(message);
}

async function hand(
	message: SendMailOptions,
	{ smtpUrl }: PostOffice,
): Promise<void> {
	const transport = createTransport({
		url: smtpUrl,
		connectionTimeout: 20_000,
		greetingTimeout: 20_000,
		socketTimeout: 60_000,
	});
	try {
		await transport.sendMail(message);
	} finally {
		transport.close();
	}
}

// Beside the texts and once more as a file, as calendar programs differ in where they look.
function invitationOf(tx: Tx, { id, method, body }: Unsent) {
	if (method === null || body === null) return {};
	const content = vaultOf(tx).open("mail_calendar.body", [id], body);
	return { icalEvent: { method, filename: "invitation.ics", content } };
}

// A delivered sign-in link is forgotten here: only its recipient has it. What a digest carried went out with it.
async function markSent(
	tx: Tx,
	ids: readonly string[],
	now: Date,
): Promise<void> {
	if (ids.length === 0) return;
	await sql`
		with carried as (update mail set sent_at = ${now} where digest_id = any (${ids}::uuid[]) and sent_at is null),
			calendar as (delete from mail_calendar where mail_id = any (${ids}::uuid[]))
		update mail set sent_at = ${now}, failure = null, attempts = attempts + 1,
			body_text = case when holds_sign_in_link then '' else body_text end,
			body_html = case when holds_sign_in_link then '' else body_html end
		where id = any (${ids}::uuid[])
	`.execute(tx);
}

/** Writes down what the server said; true where it said that there is no such address. */
async function noteFailure(
	tx: Tx,
	id: string,
	error: unknown,
): Promise<boolean> {
	const mail = await tx
		.updateTable("mail")
		.set((row) => ({
			attempts: row("attempts", "+", 1),
			failure: refusedBy(error),
		}))
		.where("id", "=", id)
		.returning("person_id")
		.executeTakeFirst();
	const code = addressRefusal(error);
	if (code === undefined || mail === undefined) return false;
	await markTrouble(tx, mail.person_id, code);
	return true;
}
