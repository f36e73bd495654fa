import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import { addJob } from "../jobs/jobs.ts";
import { record } from "../journal/journal.ts";
import type { DeliveryFailure } from "./delivery-failure.ts";

/** Notes that mail to somebody's present address comes back. Must run as the process `mail`. */
export async function markTrouble(
	tx: Tx,
	person: string,
	code: string,
): Promise<void> {
	const { numAffectedRows = 0n } = await sql`
		insert into mail_trouble (person_id, address, code)
		select id, email, ${code} from person where id = ${person}
		on conflict (person_id) do update set address = excluded.address, code = excluded.code, noticed_at = clock_timestamp()
	`.execute(tx);
	if (numAffectedRows > 0n)
		await record(tx, {
			act: "note-mail-trouble",
			about: person,
			detail: { code },
		});
}

/**
 * Takes a report that a mail came back. Only a report on a mail of ours that went to this address lately counts: anybody can write a mail that
 * looks like a report, and nobody may silence a colleague. Must run as the process `mail`. Says whether it was one.
 */
export async function noteDeliveryFailure(
	tx: Tx,
	{ messageId, recipient, status }: DeliveryFailure,
): Promise<boolean> {
	const mail = await tx
		.selectFrom("mail")
		.innerJoin("person", "person.id", "mail.person_id")
		.select(["mail.id", "mail.person_id"])
		.where("mail.message_id", "=", messageId)
		.where("mail.sent_at", ">", sql<Date>`now() - interval '14 days'`)
		.where(sql<string>`lower(person.email)`, "=", recipient.toLowerCase())
		.executeTakeFirst();
	if (mail === undefined) return false;
	await tx
		.updateTable("mail")
		.set({ failure: status })
		.where("id", "=", mail.id)
		.execute();
	await markTrouble(tx, mail.person_id, status);
	return true;
}

/** The address works again, or is another one: what has waited no longer than two weeks goes out. Must run as the process `mail`. */
export async function resumeMail(tx: Tx, person: string): Promise<void> {
	const waiting = await tx
		.selectFrom("mail")
		.select("id")
		.where("person_id", "=", person)
		.where("sent_at", "is", null)
		.where("sending", "=", "mail")
		.where("created_at", ">", sql<Date>`now() - interval '14 days'`)
		.execute();
	for (const { id } of waiting)
		await addJob(tx, "deliver-mail", { mail: id }, { key: `mail-${id}` });
}
