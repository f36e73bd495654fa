import { randomUUID } from "node:crypto";
import type { DemonstrationPerson } from "../../domain/demonstration/person.ts";
import { searchTextOf } from "../../domain/people/fold.ts";
import type { Tx } from "../../platform/database/database.ts";
import { insertAll } from "./insert-all.ts";

/** Ids of the people by employee number. */
export type People = ReadonlyMap<string, string>;

/** Writes everyone as HR and they themselves would have: managers before the people they manage. */
export async function writePeople(
	tx: Tx,
	people: readonly DemonstrationPerson[],
	competencies: ReadonlyMap<string, string>,
): Promise<People> {
	const ids = new Map(
		people.map(({ employeeNumber }) => [employeeNumber, randomUUID()] as const),
	);
	const idOf = (employeeNumber: string) => known(ids, employeeNumber);
	await insertAll(
		tx,
		"person",
		people.map((person) => ({
			id: idOf(person.employeeNumber),
			first_name: person.firstName,
			last_name: person.lastName,
			email: person.email,
			job_title: person.jobTitle,
			unit: person.unit,
			function: person.function,
			discipline: person.discipline,
			location: person.location,
			time_zone: person.timeZone,
			languages: [...person.languages],
			manager_id: person.manager === undefined ? null : idOf(person.manager),
			left_on: person.leftOn ?? null,
			search_text: searchTextOf(person),
		})),
	);
	await insertAll(
		tx,
		"employment",
		people.map((person) => ({
			person_id: idOf(person.employeeNumber),
			employee_number: person.employeeNumber,
			grade: person.grade,
			hire_date: person.hireDate,
		})),
	);
	await writeOwnWords(tx, people, idOf);
	await writeStrengths(tx, people, { idOf, competencies });
	return ids;
}

type IdOf = (employeeNumber: string) => string;

async function writeOwnWords(
	tx: Tx,
	people: readonly DemonstrationPerson[],
	idOf: IdOf,
): Promise<void> {
	await insertAll(
		tx,
		"profile",
		people.map((person) => ({
			person_id: idOf(person.employeeNumber),
			experience: person.experience ?? null,
			clients: [...person.clients],
			industries: [...person.industries],
		})),
	);
	await insertAll(
		tx,
		"style_answer",
		people.flatMap((person) =>
			Object.entries(person.style).map(([question, answer]) => ({
				person_id: idOf(person.employeeNumber),
				question,
				answer,
			})),
		),
	);
	const now = new Date();
	await insertAll(
		tx,
		"sensitive_fact",
		people.flatMap((person) =>
			person.declared.map(({ fact, value, forPairing, forAudit }) => ({
				person_id: idOf(person.employeeNumber),
				fact,
				declared: value,
				declared_at: now,
				pairing_agreed_at: forPairing ? now : null,
				audit_agreed_at: forAudit ? now : null,
			})),
		),
	);
}

async function writeStrengths(
	tx: Tx,
	people: readonly DemonstrationPerson[],
	{
		idOf,
		competencies,
	}: {
		readonly idOf: IdOf;
		readonly competencies: ReadonlyMap<string, string>;
	},
): Promise<void> {
	for (const [table, which] of [
		["offer", "offers"],
		["seek", "seeks"],
	] as const)
		await insertAll(
			tx,
			table,
			people.flatMap((person) =>
				person[which].map(({ competency, level }) => ({
					person_id: idOf(person.employeeNumber),
					competency_id: known(competencies, competency),
					level,
				})),
			),
		);
}

/** What must be there, because the generator made both ends. */
export function known<Key, Value>(
	map: ReadonlyMap<Key, Value>,
	key: Key,
): Value {
	const found = map.get(key);
	if (found === undefined) throw new Error(`nothing known of ${String(key)}`);
	return found;
}
