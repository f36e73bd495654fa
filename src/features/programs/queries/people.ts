import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** Whether anyone reports to this person: then they may nominate where a program takes nominations. */
export async function managesPeople(db: Db, person: string): Promise<boolean> {
	const report = await db
		.selectFrom("person")
		.select("id")
		.where("manager_id", "=", person)
		.where("left_on", "is", null)
		.limit(1)
		.executeTakeFirst();
	return report !== undefined;
}

export type FoundPerson = {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly title: string | null;
};

/**
 * Colleagues whom a typed name or address can mean: an address means one person, a name everyone of that name. Accents and case do not matter
 * for addresses only; the directory's search forgives more, and leads to the address.
 */
export async function findColleagues(
	db: Db,
	typed: string,
): Promise<readonly FoundPerson[]> {
	const text = typed.trim().toLowerCase();
	const rows = await db
		.selectFrom("person")
		.select(["id", "first_name", "last_name", "email", "job_title as title"])
		.where("left_on", "is", null)
		.where((person) =>
			person.or([
				person(sql<string>`lower(email)`, "=", text),
				person(
					sql<string>`lower(trim(first_name || ' ' || last_name))`,
					"=",
					text,
				),
			]),
		)
		.orderBy("email")
		.limit(6)
		.execute();
	return rows.map(({ first_name, last_name, ...row }) => ({
		...row,
		name: `${first_name} ${last_name}`.trim(),
	}));
}

/** Whether one person stands above another, however many steps. */
export async function isInLineOf(
	db: Db,
	manager: string,
	person: string,
): Promise<boolean> {
	const { rows } = await sql<{ above: boolean }>`
		with recursive line (id, manager_id, path) as (
			select id, manager_id, array[id] from person where id = ${person}
			union all
			select up.id, up.manager_id, path || up.id
			from person up join line on up.id = line.manager_id
			where not up.id = any (path) and cardinality(path) < 40
		)
		select exists (select from line where manager_id = ${manager}) as above
	`.execute(db);
	return rows[0]?.above ?? false;
}

/** People who have no way in yet: no password and no sign-in. Must run as `sign-in`. */
export async function peopleWithoutSignIn(
	db: Db,
	people: readonly string[],
): Promise<ReadonlySet<string>> {
	const { rows } = await sql<{ id: string }>`
		select id from unnest(${[...people]}::uuid[]) as invited (id)
		where not exists (select from password where person_id = invited.id)
			and not exists (select from sign_in where person_id = invited.id)
	`.execute(db);
	return new Set(rows.map(({ id }) => id));
}

/** What a letter needs to know of its recipients. */
export function recipients(db: Db, people: readonly string[]) {
	return db
		.selectFrom("person")
		.select(["id", "first_name as firstName", "locale"])
		.where("id", "=", sql<string>`any(${[...people]}::uuid[])`)
		.where("left_on", "is", null)
		.execute();
}
