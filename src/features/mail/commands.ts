import { sql } from "kysely";
import type { OptionalTopic } from "../../domain/mail/topic.ts";
import { actingAs } from "../../platform/database/acting.ts";
import type { Tx } from "../../platform/database/database.ts";
import { record } from "../../platform/journal/journal.ts";
import { reschedule } from "../../platform/mail/reschedule.ts";
import { resumeMail } from "../../platform/mail/trouble.ts";
import type { Choosing } from "./forms.ts";

/** Keeps when and how the visitor wants mail; what waits already follows it. */
export async function chooseMail(
	tx: Tx,
	person: string,
	{ requests, reminders, sessions, news, ...times }: Choosing,
	now: Date,
): Promise<void> {
	const row = {
		digest: times.digest,
		digest_weekday: times.digestWeekday,
		digest_hour: times.digestHour,
		quiet_from: times.quietFrom,
		quiet_until: times.quietUntil,
		quiet_days: times.quietDays,
		ways: JSON.stringify({ requests, reminders, sessions, news }),
		chosen_at: now,
	};
	await tx
		.insertInto("mail_choice")
		.values({ person_id: person, ...row })
		.onConflict((conflict) => conflict.column("person_id").doUpdateSet(row))
		.execute();
	await record(tx, { act: "choose-mail", about: person });
	await actingAs(tx, "mail", () => reschedule(tx, person, now));
}

/**
 * Turns one topic off or on again, at the word of a link. The defaults of everything else stay what they were. Must run as the process `mail`;
 * done twice it changes nothing more.
 */
export async function turnTopic(
	tx: Tx,
	person: string,
	{ topic, isOn }: { readonly topic: OptionalTopic; readonly isOn: boolean },
	now: Date,
): Promise<void> {
	await tx
		.insertInto("mail_choice")
		.values({ person_id: person })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	if (topic === "digest")
		await tx
			.updateTable("mail_choice")
			.set({ digest: isOn ? "weekly" : "never", chosen_at: now })
			.where("person_id", "=", person)
			.where("digest", isOn ? "=" : "<>", "never")
			.execute();
	else
		await sql`
			update mail_choice set ways = ways || jsonb_build_object(${topic}::text, ${isOn ? "mail" : "never"}::text), chosen_at = ${now}
			where person_id = ${person} and (coalesce(ways ->> ${topic}, 'mail') = 'never') = ${isOn}
		`.execute(tx);
	await record(tx, {
		act: isOn ? "start-mail" : "stop-mail",
		about: person,
		detail: { topic },
	});
	await reschedule(tx, person, now);
}

/** The address works again, says the person or whoever keeps the records: what has waited goes out. */
export async function mailWorksAgain(tx: Tx, person: string): Promise<void> {
	const { numDeletedRows } = await tx
		.deleteFrom("mail_trouble")
		.where("person_id", "=", person)
		.executeTakeFirst();
	await record(tx, { act: "settle-mail-trouble", about: person });
	if (numDeletedRows > 0n)
		await actingAs(tx, "mail", () => resumeMail(tx, person));
}
