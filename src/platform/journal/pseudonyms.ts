import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { pseudonymOf } from "../../domain/journal/entry.ts";
import type { Tx } from "../database/database.ts";

export type Pseudonym = { readonly number: number; readonly pseudonym: string };

/** The pseudonyms of these people, made where they have none. Only whoever holds the lock on the tree asks, so none is made twice. */
export async function pseudonymsFor(
	tx: Tx,
	people: readonly string[],
): Promise<ReadonlyMap<string, Pseudonym>> {
	if (people.length === 0) return new Map();
	const found = await ofPeople(tx, people);
	const missing = people.filter((person) => !found.has(person));
	if (missing.length === 0) return found;
	const made = missing.map((person) => {
		const salt = randomBytes(32).toString("hex");
		return { person, salt, pseudonym: pseudonymOf(salt, person) };
	});
	await sql`
		insert into journal_pseudonym (pseudonym, person_id, salt)
		select pseudonym, person, salt
		from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made (pseudonym text, person uuid, salt text)
	`.execute(tx);
	return ofPeople(tx, people);
}

async function ofPeople(
	tx: Tx,
	people: readonly string[],
): Promise<Map<string, Pseudonym>> {
	const { rows } = await sql<Pseudonym & { readonly person_id: string }>`
		select number, pseudonym, person_id from journal_pseudonym where person_id = any (${people}::uuid[])
	`.execute(tx);
	return new Map(rows.map((row) => [row.person_id, row]));
}
