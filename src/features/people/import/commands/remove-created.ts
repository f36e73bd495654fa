import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Obstacle } from "../import-record.ts";

/**
 * Removes the people an import created, with what it wrote about them. Anything else that refers to one of them stands in the way. This
 * process may not look into most of those tables, and need not: the database refuses the removal and names the table. Who it is, is found by
 * halving, at most as often as shown.
 */
export async function removeCreated(
	tx: Tx,
	id: string,
): Promise<readonly Obstacle[]> {
	const rows = await tx
		.selectFrom("people_import_change")
		.innerJoin("person", "person.id", "people_import_change.person_id")
		.select([
			"person.id",
			sql<string>`trim(person.first_name || ' ' || person.last_name)`.as(
				"name",
			),
		])
		.where("import_id", "=", id)
		.where("before", "is", null)
		.orderBy("person.id")
		.execute();
	const people = rows.map((row) => row.id);
	const manages = await managersSince(tx, people);
	if (manages.length > 0) return manages;
	await removeOwnRows(tx, people);
	const found: Found[] = [];
	if ((await remove(tx, people)) !== null) {
		await forgetManagers(tx, people);
		await removeOrFind(tx, people, found);
	}
	const names = new Map(rows.map((row) => [row.id, row.name]));
	return found.map(({ person, table }) => ({
		person,
		name: names.get(person) ?? "",
		why: `referred:${table}`,
	}));
}

type Found = { readonly person: string; readonly table: string };
const MOST_FOUND = 20;

/** Somebody who was not created by the same import has one of its people as manager by now. */
async function managersSince(
	tx: Tx,
	people: readonly string[],
): Promise<readonly Obstacle[]> {
	const ids = [...people];
	const { rows } = await sql<{ person: string; name: string }>`
		select distinct manager.id as person, trim(manager.first_name || ' ' || manager.last_name) as name
		from person as report join person as manager on manager.id = report.manager_id
		where manager.id = any(${ids}::uuid[]) and not report.id = any(${ids}::uuid[])
		order by name limit ${MOST_FOUND}
	`.execute(tx);
	return rows.map((row) => ({ ...row, why: "referred:person" }));
}

async function removeOwnRows(tx: Tx, people: readonly string[]): Promise<void> {
	const ids = [...people];
	for (const table of [
		"sensitive_fact",
		"offer",
		"seek",
		"enrolment",
		"profile",
		"employment",
	] as const)
		await sql`delete from ${sql.table(table)} where person_id = any(${ids}::uuid[])`.execute(
			tx,
		);
}

/** Only where they must be removed piece by piece: all at once, they may well be each other's managers. */
async function forgetManagers(
	tx: Tx,
	people: readonly string[],
): Promise<void> {
	const ids = [...people];
	await sql`update person set manager_id = null where id = any(${ids}::uuid[]) and manager_id is not null`.execute(
		tx,
	);
}

async function removeOrFind(
	tx: Tx,
	people: readonly string[],
	found: Found[],
): Promise<void> {
	if (people.length === 0 || found.length >= MOST_FOUND) return;
	const table = await remove(tx, people);
	if (table === null) return;
	const [only] = people;
	if (people.length === 1 && only !== undefined) {
		found.push({ person: only, table });
		return;
	}
	const half = Math.ceil(people.length / 2);
	await removeOrFind(tx, people.slice(0, half), found);
	await removeOrFind(tx, people.slice(half), found);
}

/** The table that refers to one of them; null: they are gone. */
async function remove(
	tx: Tx,
	people: readonly string[],
): Promise<string | null> {
	await sql`savepoint removing`.execute(tx);
	try {
		await sql`delete from person where id = any(${[...people]}::uuid[])`.execute(
			tx,
		);
		await sql`release savepoint removing`.execute(tx);
		return null;
	} catch (error) {
		const table = referringTable(error);
		if (table === null) throw error;
		await sql`rollback to savepoint removing`.execute(tx);
		return table;
	}
}

const FOREIGN_KEY_VIOLATION = "23503";

function referringTable(error: unknown): string | null {
	const isViolation =
		error instanceof Error &&
		"code" in error &&
		error.code === FOREIGN_KEY_VIOLATION;
	return isViolation && "table" in error ? String(error.table) : null;
}
