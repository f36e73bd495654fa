import { type SqlBool, sql } from "kysely";
import { firstDayOf, lastDayOf } from "../../domain/offices/term.ts";
import type { Db } from "../../platform/database/database.ts";

export type HeldOffice = Awaited<ReturnType<typeof heldOffices>>[number];

/** Everyone who holds an office now or will, by name. */
export async function heldOffices(db: Db, now: Date) {
	const timeZone = await organisationZone(db);
	const rows = await officesWithNames(db)
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
	return rows.map((row) => ({
		...row,
		isToCome: row.from_at > now,
		firstDay: firstDayOf(row.from_at, timeZone),
		lastDay: row.until_at === null ? null : lastDayOf(row.until_at, timeZone),
	}));
}

export type FormerOffice = Awaited<ReturnType<typeof formerOffices>>[number];

/** The last two hundred offices that have ended, latest first. */
export async function formerOffices(db: Db) {
	const timeZone = await organisationZone(db);
	const rows = await officesWithNames(db)
		.where("office.until_at", "<=", sql<Date>`now()`)
		.orderBy("office.until_at", "desc")
		.limit(200)
		.execute();
	return rows.flatMap((row) =>
		row.until_at === null
			? []
			: {
					...row,
					neverBegan: row.until_at.getTime() - row.from_at.getTime() < 2,
					firstDay: firstDayOf(row.from_at, timeZone),
					lastDay: lastDayOf(row.until_at, timeZone),
				},
	);
}

/** Where the organisation's days begin and end. */
export async function organisationZone(db: Db): Promise<string> {
	const row = await db
		.selectFrom("organisation")
		.select("time_zone")
		.executeTakeFirst();
	return row?.time_zone ?? "UTC";
}

function officesWithNames(db: Db) {
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
			"office.program_id",
			"person.first_name",
			"person.last_name",
			"person.email",
			"program.name as program",
		]);
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
			"mail.person_id as person",
			"mail.kind",
			"mail.subject",
			"mail.body_text",
			"mail.created_at",
			"mail.sent_at",
			"mail.failure",
			"mail.sending",
			"mail.due_at",
			sql<boolean>`exists (select from mail_trouble where mail_trouble.person_id = person.id and lower(mail_trouble.address) = lower(person.email))`.as(
				"comesBack",
			),
			"person.first_name",
			"person.last_name",
			"person.email",
		])
		.orderBy("mail.created_at", "desc")
		.limit(100)
		.execute();
}

export type JournalEntry = Awaited<ReturnType<typeof journal>>[number];

/** What is looked for in the journal; what is left out is not looked at. */
export type JournalFilter = {
	readonly act?: string | undefined;
	/** Whoever did it, or whom it is about: a part of their name, or their address. */
	readonly person?: string | undefined;
	readonly from?: Date | undefined;
	/** Before this moment. */
	readonly until?: Date | undefined;
};

/** What was done, by whom and about whom, latest first: one page of it. Row-level security says whose entries one sees. */
export function journal(
	db: Db,
	filter: JournalFilter,
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
		.where(isLookedFor(filter))
		.orderBy("journal.id", "desc")
		.limit(pageSize)
		.offset(offset)
		.execute();
}

export async function journalLength(
	db: Db,
	filter: JournalFilter,
): Promise<number> {
	const { entries } = await db
		.selectFrom("journal")
		.select(({ fn }) => fn.countAll<string>().as("entries"))
		.where(isLookedFor(filter))
		.executeTakeFirstOrThrow();
	return Number(entries);
}

function isLookedFor({ act, person = "", from, until }: JournalFilter) {
	const typed = person.toLowerCase();
	const people = sql`array(
		select id from person
		where strpos(lower(trim(first_name || ' ' || last_name)), ${typed}) > 0 or lower(email) = ${typed}
	)`;
	const conditions = [
		sql`true`,
		...(act === undefined ? [] : [sql`journal.act = ${act}`]),
		...(from === undefined ? [] : [sql`journal.at >= ${from}`]),
		...(until === undefined ? [] : [sql`journal.at < ${until}`]),
		...(typed === ""
			? []
			: [
					sql`(journal.person_id = any (${people}) or journal.about_person_id = any (${people}))`,
				]),
	];
	return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}
