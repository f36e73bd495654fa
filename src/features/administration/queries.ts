import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** Everyone who holds an office now or will, by name. */
export function heldOffices(db: Db) {
	return db
		.selectFrom("office")
		.innerJoin("person", "person.id", "office.person_id")
		.leftJoin("program", "program.id", "office.program_id")
		.select([
			"office.id",
			"office.office",
			"office.from_at",
			"office.until_at",
			"office.person_id",
			"person.first_name",
			"person.last_name",
			"person.email",
			"program.name as program",
		])
		.where((office) =>
			office.or([
				office("office.until_at", "is", null),
				office("office.until_at", ">", sql<Date>`now()`),
			]),
		)
		.orderBy("person.last_name")
		.orderBy("person.first_name")
		.orderBy("office.office")
		.execute();
}

export function programChoices(db: Db) {
	return db
		.selectFrom("program")
		.select(["id", "name"])
		.orderBy("name")
		.execute();
}

export function findPersonByAddress(db: Db, address: string) {
	return db
		.selectFrom("person")
		.leftJoin("employment", "employment.person_id", "person.id")
		.select(["person.id", "person.first_name", "person.last_name"])
		.where((person) =>
			person.or([
				person(
					sql<string>`lower(person.email)`,
					"=",
					address.trim().toLowerCase(),
				),
				person("employment.employee_number", "=", address.trim()),
			]),
		)
		.where("person.left_on", "is", null)
		.executeTakeFirst();
}

export type OutboxMail = Awaited<ReturnType<typeof outbox>>[number];

/** What would have gone out, latest first. Row-level security leaves out mail that holds a sign-in link. */
export function outbox(db: Db) {
	return db
		.selectFrom("mail")
		.innerJoin("person", "person.id", "mail.person_id")
		.select([
			"mail.id",
			"mail.kind",
			"mail.subject",
			"mail.body_text",
			"mail.created_at",
			"mail.sent_at",
			"mail.failure",
			"person.first_name",
			"person.last_name",
			"person.email",
		])
		.orderBy("mail.created_at", "desc")
		.limit(100)
		.execute();
}

export type JournalEntry = Awaited<ReturnType<typeof journal>>[number];

/** What was done, by whom and about whom, latest first: one page of it. Row-level security says whose entries one sees. */
export function journal(
	db: Db,
	{ offset, pageSize }: { readonly offset: number; readonly pageSize: number },
) {
	return db
		.selectFrom("journal")
		.leftJoin("person as actor", "actor.id", "journal.person_id")
		.leftJoin("person as concerned", "concerned.id", "journal.about_person_id")
		.select([
			"journal.id",
			"journal.at",
			"journal.act",
			"journal.process",
			"journal.subject",
			sql<string>`concat_ws(' ', actor.first_name, actor.last_name)`.as(
				"actor",
			),
			sql<string>`concat_ws(' ', concerned.first_name, concerned.last_name)`.as(
				"concerned",
			),
		])
		.orderBy("journal.id", "desc")
		.limit(pageSize)
		.offset(offset)
		.execute();
}

export async function journalLength(db: Db): Promise<number> {
	const { entries } = await db
		.selectFrom("journal")
		.select(({ fn }) => fn.countAll<string>().as("entries"))
		.executeTakeFirstOrThrow();
	return Number(entries);
}
