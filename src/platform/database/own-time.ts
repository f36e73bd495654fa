// A database in which time can be another than the world's: for going through a year in advance, or through one that never was. `transact` tells each
// transaction what time it is (baton.now), and SQL's now() says it: by a function of that name in `public`, looked through before pg_catalog. Defaults
// and policies are bound to the function they find when they are made; statements find it where the search path says so. Where nobody tells, it is the
// world's time. Never in a database that holds anything real.
import { migrate } from "./migrate.ts";
import { connectAsOwner, type Logins } from "./roles.ts";

/** The search path under which SQL's now() is the time that was told. */
export const ownTimePath = "public, pg_catalog";

/** Brings a database to this version under a time of its own. One that is there already keeps the time it has. */
export async function migrateWithOwnTime(logins: Logins): Promise<void> {
	const client = await connectAsOwner(logins.owner);
	try {
		const database = client.escapeIdentifier(
			decodeURIComponent(new URL(logins.owner).pathname.slice(1)),
		);
		await client.query(`
			create or replace function public.now() returns timestamptz stable parallel safe language sql return
				coalesce(nullif(current_setting('baton.now', true), '')::timestamptz, pg_catalog.now());
			create or replace function public.clock_timestamp() returns timestamptz stable parallel safe language sql return
				coalesce(nullif(current_setting('baton.now', true), '')::timestamptz, pg_catalog.clock_timestamp());
			alter database ${database} set search_path = ${ownTimePath};
		`);
		await migrate(logins);
		await client.query(`alter database ${database} reset search_path`);
	} finally {
		await client.end();
	}
}
