import { sql } from "kysely";
import type { Delegation } from "../../domain/delegates/sight.ts";
import type { Db } from "../../platform/database/database.ts";
import { NotFound } from "../../platform/http/refusal.ts";

export type NamedDelegation = Delegation & {
	readonly id: string;
	readonly name: string;
	readonly otherId: string;
};

/** Whom a person has named, those to come and those over too, latest first. */
export async function delegatesOf(
	db: Db,
	person: string,
): Promise<readonly NamedDelegation[]> {
	const rows = await withNames(db, "delegation.delegate_id")
		.where("delegation.person_id", "=", person)
		.execute();
	return rows.map((row) => named(row, row.delegate_id));
}

/** Whose calendars a person keeps, or was to keep. */
export async function calendarsKeptBy(
	db: Db,
	delegate: string,
): Promise<readonly NamedDelegation[]> {
	const rows = await withNames(db, "delegation.person_id")
		.where("delegation.delegate_id", "=", delegate)
		.execute();
	return rows.map((row) => named(row, row.person_id));
}

/** Who keeps these people's calendars today, for those who meet them: row-level security leaves only partners'. */
export async function delegatesToday(
	db: Db,
	people: readonly string[],
	today: string,
): Promise<readonly { readonly person: string; readonly name: string }[]> {
	if (people.length === 0) return [];
	const rows = await withNames(db, "delegation.delegate_id")
		.where("delegation.person_id", "in", [...people])
		.where("delegation.ended_at", "is", null)
		.where("delegation.from_on", "<=", today)
		.where("delegation.until_on", ">=", today)
		.execute();
	return rows.map((row) => ({
		person: row.person_id,
		name: `${row.first_name} ${row.last_name}`,
	}));
}

/** The guard of everything a delegate may do: whoever does not keep this person's calendar today finds nothing. */
export async function requireCalendarOf(db: Db, person: string): Promise<void> {
	const { rows } = await sql<{ keeps: boolean }>`
		select keeps_calendar_of(${person}::uuid) as keeps
	`.execute(db);
	if (rows[0]?.keeps !== true) throw new NotFound();
}

function withNames(
	db: Db,
	whose: "delegation.delegate_id" | "delegation.person_id",
) {
	return db
		.selectFrom("delegation")
		.innerJoin("person", "person.id", whose)
		.select([
			"delegation.id",
			"delegation.person_id",
			"delegation.delegate_id",
			"delegation.from_on",
			"delegation.until_on",
			"delegation.ended_at",
			"person.first_name",
			"person.last_name",
		])
		.orderBy("delegation.granted_at", "desc");
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>["execute"]>>[number];

function named(row: Row, otherId: string): NamedDelegation {
	return {
		id: row.id,
		person: row.person_id,
		delegate: row.delegate_id,
		from: row.from_on,
		until: row.until_on,
		isEnded: row.ended_at !== null,
		otherId,
		name: `${row.first_name} ${row.last_name}`,
	};
}
