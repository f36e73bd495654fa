import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { customFields, employmentOf, gradeScale } from "./employment.ts";
import { findPerson } from "./person.ts";

export type RecordFacts = Awaited<ReturnType<typeof recordFacts>>;

/** Everything the form of HR's facts holds. */
export async function recordFacts(db: Db, id: string) {
	const person = await findPerson(db, id);
	const manager =
		person.manager_id === null
			? undefined
			: await db
					.selectFrom("person")
					.select("email")
					.where("id", "=", person.manager_id)
					.executeTakeFirst();
	return {
		firstName: person.first_name,
		lastName: person.last_name,
		email: person.email,
		jobTitle: person.job_title,
		unit: person.unit,
		function: person.function,
		discipline: person.discipline,
		location: person.location,
		manager: manager?.email ?? null,
		...(await employmentOf(db, id)),
	};
}

/** The record of someone nothing is known of yet. */
export const nothingOnRecord: RecordFacts = {
	firstName: "",
	lastName: "",
	email: "",
	jobTitle: null,
	unit: null,
	function: null,
	discipline: null,
	location: null,
	manager: null,
	employeeNumber: null,
	grade: null,
	hireDate: null,
	custom: {},
};

export type RecordChoices = Awaited<ReturnType<typeof recordChoices>>;

/** What the organisation has to choose from in the form. */
export async function recordChoices(db: Db) {
	return {
		fields: await customFields(db),
		grades: await gradeScale(db),
		suggestions: {
			unit: await inUse(db, "unit"),
			function: await inUse(db, "function"),
			discipline: await inUse(db, "discipline"),
			location: await inUse(db, "location"),
		},
	};
}

/** Texts in use, so that the same unit is spelt the same; most frequent first. */
async function inUse(
	db: Db,
	column: "unit" | "function" | "discipline" | "location",
): Promise<string[]> {
	const { rows } = await sql<{ readonly text: string }>`
		select ${sql.ref(column)} as text from person where ${sql.ref(column)} is not null
		group by 1 order by count(*) desc, 1 limit 100
	`.execute(db);
	return rows.map(({ text }) => text);
}

export function findByAddressOrNumber(db: Db, text: string) {
	return db
		.selectFrom("person")
		.leftJoin("employment", "employment.person_id", "person.id")
		.select("person.id")
		.where((person) =>
			person.or([
				person(sql<string>`lower(person.email)`, "=", text.toLowerCase()),
				person("employment.employee_number", "=", text),
			]),
		)
		.where("person.left_on", "is", null)
		.executeTakeFirst();
}

/** Whether `above` is somewhere in the line of managers of `person`. */
export async function isAbove(
	db: Db,
	above: string,
	person: string,
): Promise<boolean> {
	const { rows } = await sql<{ readonly is_above: boolean }>`
		with recursive line (id) as (
			select manager_id from person where id = ${person}
			union
			select person.manager_id from person join line on person.id = line.id
		)
		select ${above}::uuid in (select id from line where id is not null) as is_above
	`.execute(db);
	return rows[0]?.is_above ?? false;
}
