import type { Db } from "../../../platform/database/database.ts";

/** What competencies are called, by key; a key nobody knows any more is its own name. */
export async function competencyNames(
	db: Db,
): Promise<(key: string) => string> {
	const rows = await db
		.selectFrom("competency")
		.select(["key", "name"])
		.execute();
	const names = new Map(rows.map(({ key, name }) => [key, name]));
	return (key) => names.get(key) ?? key;
}

/** The keys of the organisation's own fields that are sensitive. */
export async function ownSensitiveFields(db: Db): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom("custom_field")
		.select("key")
		.where("is_sensitive", "=", true)
		.execute();
	return new Set(rows.map(({ key }) => key));
}
