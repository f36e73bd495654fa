import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import { type Database, transact, type Tx } from "../database/database.ts";
import { addJob } from "../jobs/jobs.ts";
import { log, logError } from "../log/log.ts";
import { type Letter, letterHtml, letterText } from "./letter.ts";

export type Outgoing = {
	readonly to: string;
	/** What unsubscribing and the outbox go by: "invitation", "proposal". */
	readonly kind: string;
	readonly letter: Letter;
	readonly holdsSignInLink?: boolean;
};

/** Writes the mail down and asks for its delivery, both in this transaction: it goes out if and only if the act stands. */
export async function post(
	tx: Tx,
	{ to, kind, letter, holdsSignInLink = false }: Outgoing,
): Promise<void> {
	const id = randomUUID();
	await tx
		.insertInto("mail")
		.values({
			id,
			person_id: to,
			kind,
			subject: letter.subject,
			body_text: letterText(letter),
			body_html: letterHtml(letter),
			holds_sign_in_link: holdsSignInLink,
			message_id: `<${id}@baton>`,
		})
		.execute();
	await addJob(tx, "deliver-mail", { mail: id });
}

export type PostOffice = { readonly smtpUrl: string; readonly from: string };

/** Sends one mail. After a crash between the server's answer and its record the same message goes out again, with the same Message-ID. */
export async function deliver(
	database: Database,
	mailId: string,
	{ smtpUrl, from }: PostOffice,
): Promise<void> {
	const terms = {
		actor: { kind: "process", process: "mail" },
		access: "write",
	} as const;
	const mail = await transact(database, terms, (tx) =>
		tx
			.selectFrom("mail")
			.innerJoin("person", "person.id", "mail.person_id")
			.selectAll("mail")
			.select(["person.email", "person.left_on"])
			.where("mail.id", "=", mailId)
			.where("mail.sent_at", "is", null)
			.executeTakeFirst(),
	);
	if (mail === undefined || mail.left_on !== null) return;
	const transport = createTransport(smtpUrl);
	try {
		await transport.sendMail({
			from,
			to: { name: "", address: mail.email },
			subject: mail.subject,
			text: mail.body_text,
			html: mail.body_html,
			messageId: mail.message_id,
			headers: { "Auto-Submitted": "auto-generated" },
		});
	} catch (error) {
		logError("mail-not-delivered", error, { mail: mailId });
		await transact(database, terms, (tx) =>
			tx
				.updateTable("mail")
				.set((row) => ({
					attempts: row("attempts", "+", 1),
					failure:
						"code" in Object(error) ? String(Object(error).code) : "failed",
				}))
				.where("id", "=", mailId)
				.execute(),
		);
		throw error;
	} finally {
		transport.close();
	}
	await transact(database, terms, (tx) => markSent(tx, mailId));
	log("mail-delivered", { mail: mailId, kind: mail.kind });
}

// A delivered sign-in link is forgotten here: only its recipient has it.
async function markSent(tx: Tx, mailId: string): Promise<void> {
	await tx
		.updateTable("mail")
		.set((row) => ({
			sent_at: new Date(),
			failure: null,
			attempts: row("attempts", "+", 1),
		}))
		.where("id", "=", mailId)
		.execute();
	await tx
		.updateTable("mail")
		.set({ body_text: "", body_html: "" })
		.where("id", "=", mailId)
		.where("holds_sign_in_link", "=", true)
		.execute();
}
