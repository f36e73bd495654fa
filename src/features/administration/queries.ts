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
