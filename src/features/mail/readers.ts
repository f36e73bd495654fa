import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Visitor } from "../../platform/http/visit.ts";

export type Reader = Visitor & { readonly firstName: string };

/** Who reads them, as a visit would find them; without those who have left. */
export async function findReaders(
	db: Db,
	people: readonly string[],
): Promise<readonly Reader[]> {
	const rows = await db
		.selectFrom("person")
		.select([
			"id",
			"first_name as firstName",
			"last_name as lastName",
			"time_zone as timeZone",
			sql<
				string | null
			>`coalesce(locale, (select locale from organisation))`.as("locale"),
		])
		.where(sql<boolean>`id = any (${people}::uuid[])`)
		.where("left_on", "is", null)
		.orderBy("id")
		.execute();
	const offices = Map.groupBy(
		await db
			.selectFrom("office")
			.select(["person_id as person", "office", "program_id as program"])
			.where(sql<boolean>`person_id = any (${people}::uuid[])`)
			.where("from_at", "<=", sql<Date>`now()`)
			.where((office) =>
				office.or([
					office("until_at", "is", null),
					office("until_at", ">", sql<Date>`now()`),
				]),
			)
			.execute(),
		({ person }) => person,
	);
	return rows.map(({ lastName, ...known }) => ({
		...known,
		name: `${known.firstName} ${lastName}`.trim(),
		offices: (offices.get(known.id) ?? []).map(({ office, program }) => ({
			office,
			program,
		})),
	}));
}
