import { sql } from "kysely";
import type { Db } from "../database.ts";
import type { Retention } from "./entry.ts";

/** Days after which something goes by itself; null: it stays as long as what it is about. Administrators may choose other periods. */
export const defaultDays: Readonly<Record<Retention, number | null>> = {
	// After somebody has left: three years, as long as claims commonly can be made.
	person: 1095,
	account: 365,
	program: null,
	round: 730,
	relationship: null,
	// After the last word in it: three years, as § 11 of the German Whistleblower Protection Act keeps records of reports.
	concern: 1095,
	"sign-in": 30,
	mail: 90,
	import: 30,
	housekeeping: 7,
	journal: null,
	erasure: null,
	house: null,
};

/** The kinds that have a period, and so one to choose. */
export const periods: readonly Retention[] = (
	[
		"person",
		"round",
		"concern",
		"account",
		"mail",
		"import",
		"sign-in",
		"housekeeping",
	] as const satisfies readonly Retention[]
).filter((kind) => defaultDays[kind] !== null);

/** What holds now: chosen, or by default. */
export async function retentionDays(
	db: Db,
): Promise<ReadonlyMap<Retention, number>> {
	const { rows } = await sql<{ kind: string; days: number }>`
		select kind, days from retention_period
	`.execute(db);
	const chosen = new Map(rows.map(({ kind, days }) => [kind, days]));
	return new Map(
		periods.map((kind) => [kind, chosen.get(kind) ?? defaultDays[kind] ?? 0]),
	);
}
