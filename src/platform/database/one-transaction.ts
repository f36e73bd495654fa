// Many transactions as one: what each of them does stands only when all are over. The commands of the application open and close transactions of
// their own, as ever; here these are savepoints of the one around them, one after the other on one connection.
import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import type pg from "pg";
import type { Database } from "./database.ts";
import { ownTimePath } from "./own-time.ts";
import { preparingOn } from "./prepared.ts";
import type { Schema } from "./schema.ts";

/**
 * Does `work` with a database whose transactions are parts of one, at the time that `now` tells: the database has a time of its own
 * (own-time.ts). When `work` gives back, all is kept; when it fails, nothing is. A transaction inside another would wait for itself.
 */
export async function inOneTransaction<T>(
	database: Database,
	now: () => Date,
	work: (inside: Database) => Promise<T>,
): Promise<T> {
	const client = await database.pool.connect();
	try {
		// What is written inside has no statistics yet, by which a plan for these values would be better than one for all.
		await client.query(
			`begin; set local search_path = ${ownTimePath}; set local plan_cache_mode = force_generic_plan; set local jit = off`,
		);
		try {
			const kysely = new Kysely<Schema>({
				dialect: new PostgresDialect({ pool: partsOf(client) }),
			});
			const result = await work({
				...database,
				kysely,
				now,
				isSimulated: true,
			});
			await client.query("commit");
			return result;
		} catch (error) {
			await client.query("rollback").catch(() => {});
			throw error;
		}
	} finally {
		// With all that was prepared on it.
		client.release(true);
	}
}

/** A pool of one connection, where `begin`, `commit` and `rollback` are those of a savepoint. */
function partsOf(client: pg.PoolClient): PostgresPool {
	let free = Promise.resolve();
	return {
		options: {},
		end: async () => {},
		connect: async () => {
			const before = free;
			const { promise, resolve } = Promise.withResolvers<void>();
			free = promise;
			await before;
			return preparingOn(client, {
				release: () => resolve(),
				said: asPart,
			});
		},
	};
}

function asPart(text: string): string {
	if (text === "commit") return "release savepoint part";
	if (text === "rollback")
		return "rollback to savepoint part; release savepoint part";
	return text.replace(/^begin read (?:only|write);/, "savepoint part;");
}
