import type { Db } from "../../../platform/database/database.ts";
import { anyOf } from "../../programs/queries/person-facts.ts";

/** What people are called, by id. */
export async function namesOf(
	db: Db,
	ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const rows = await db
		.selectFrom("person")
		.select(["id", "first_name", "last_name"])
		.where("id", "=", anyOf(ids))
		.execute();
	return new Map(
		rows.map(({ id, first_name, last_name }) => [
			id,
			`${first_name} ${last_name}`.trim(),
		]),
	);
}
