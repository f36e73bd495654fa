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

export type OpenTrouble = Awaited<ReturnType<typeof openTroubles>>[number];

/** Whose addresses take no mail, for whoever keeps the records. */
export function openTroubles(db: Db) {
	return db
		.selectFrom("mail_trouble")
		.innerJoin("person", "person.id", "mail_trouble.person_id")
		.select([
			"person.id",
			"person.first_name as firstName",
			"person.last_name as lastName",
			"mail_trouble.address",
			"mail_trouble.code",
			"mail_trouble.noticed_at as since",
		])
		.where("person.left_on", "is", null)
		.whereRef(
			sql<string>`lower(mail_trouble.address)`,
			"=",
			sql<string>`lower(person.email)`,
		)
		.orderBy("mail_trouble.noticed_at", "desc")
		.execute();
}

/** To how many other people mail comes back; row-level security shows them to whoever keeps the records. */
export async function troublesOfOthers(
	db: Db,
	person: string,
): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*)::integer as count from mail_trouble join person on person.id = person_id
		where person.id <> ${person} and person.left_on is null and lower(address) = lower(person.email)
	`.execute(db);
	return rows[0]?.count ?? 0;
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
