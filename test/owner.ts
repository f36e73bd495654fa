import pg from "pg";
import type { TestDatabase } from "./database.ts";

/** One statement as the owner of the database, past every policy of the application: to make time pass, or to look at everything. */
export async function asOwner<Row extends pg.QueryResultRow>(
	{ logins }: TestDatabase,
	statement: string,
	values: readonly unknown[] = [],
): Promise<Row[]> {
	const client = new pg.Client(logins.owner);
	await client.connect();
	try {
		const { rows } = await client.query<Row>(statement, [...values]);
		return rows;
	} finally {
		await client.end();
	}
}
