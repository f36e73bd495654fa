import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";

/** How many people have each grade. */
export async function gradeUses(db: Db): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom("employment")
		.select(["grade", sql<number>`count(*)::integer`.as("count")])
		.where("grade", "is not", null)
		.groupBy("grade")
		.execute();
	return new Map(rows.map(({ grade, count }) => [grade ?? "", count]));
}

/** How many records have each custom field. */
export async function fieldUses(db: Db): Promise<ReadonlyMap<string, number>> {
	const { rows } = await sql<{ readonly key: string; readonly count: number }>`
		select key, count(*)::integer as count from employment, jsonb_object_keys(custom) as key group by key
	`.execute(db);
	return new Map(rows.map(({ key, count }) => [key, count]));
}
