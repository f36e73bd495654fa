import { sql } from "kysely";
import type { MailChoice } from "../../domain/mail/sending.ts";
import { usualTimes } from "../../domain/mail/times.ts";
import type { Db } from "../../platform/database/database.ts";
import { mailChoices } from "../../platform/mail/choices.ts";

/** When and how the visitor wants mail. */
export async function ownChoice(db: Db, person: string): Promise<MailChoice> {
	return (
		(await mailChoices(db, [person])).get(person) ?? {
			times: usualTimes,
			ways: {},
			zone: "UTC",
		}
	);
}

export type Trouble = { readonly address: string; readonly since: Date };

/** Whether mail to somebody's present address comes back. */
export function troubleOf(
	db: Db,
	person: string,
): Promise<Trouble | undefined> {
	return db
		.selectFrom("mail_trouble")
		.innerJoin("person", "person.id", "mail_trouble.person_id")
		.select(["mail_trouble.address", "mail_trouble.noticed_at as since"])
		.where("person.id", "=", person)
		.whereRef(
			sql<string>`lower(mail_trouble.address)`,
			"=",
			sql<string>`lower(person.email)`,
		)
		.executeTakeFirst();
}

/** The first name of somebody whom a link was made for; undefined once they have left. */
export async function reachable(
	db: Db,
	person: string,
): Promise<string | undefined> {
	const row = await db
		.selectFrom("person")
		.select("first_name")
		.where("id", "=", person)
		.where("left_on", "is", null)
		.executeTakeFirst();
	return row?.first_name;
}
