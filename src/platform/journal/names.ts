import type pg from "pg";
import { pseudonymOf } from "../../domain/journal/entry.ts";
import type { Problem } from "./problem.ts";

export type Name = {
	readonly pseudonym: string;
	/** null: erased. */
	readonly person: string | null;
};

/** Who stands behind the pseudonyms: as large as the organisation, not as the journal. */
export type Names = {
	readonly of: (number: number) => Name | undefined;
	readonly pseudonym: (person: string) => string | undefined;
	/** Whether the journal itself says that this pseudonym's person was erased. */
	readonly isErased: (pseudonym: string) => boolean;
};

export async function loadNames(
	client: pg.Client,
	found: (problem: Problem) => void,
): Promise<Names> {
	const { rows } = await client.query<{
		number: number;
		pseudonym: string;
		person: string | null;
		salt: string | null;
	}>(
		"select number, pseudonym, person_id as person, salt from journal_pseudonym order by number",
	);
	const numbers = new Map<number, Name>();
	const persons = new Map<string, string>();
	for (const { number, pseudonym, person, salt } of rows) {
		numbers.set(number, { pseudonym, person });
		if (person === null) continue;
		persons.set(person, pseudonym);
		if (pseudonymOf(salt ?? "", person) !== pseudonym)
			found({ kind: "pseudonym", number });
	}
	const erasures = await client.query<{ pseudonym: string }>(
		"select detail->>'pseudonym' as pseudonym from journal where act = 'erase-person'",
	);
	const erased = new Set(erasures.rows.map(({ pseudonym }) => pseudonym));
	return {
		of: (number) => numbers.get(number),
		pseudonym: (person) => persons.get(person),
		isErased: (pseudonym) => erased.has(pseudonym),
	};
}
