// A database in which time can be another than the world's: for going through a year in seconds. `transact` tells each transaction what time it
// is (baton.now), and SQL's now() says it: by a function of that name in `public`, which is looked through before pg_catalog. As defaults and
// policies are bound to the function they find when they are made, this comes before the migrations. Never in a database that holds anything real.
import { randomBytes } from "node:crypto";
import { sealPlain } from "../vault/seal-plain.ts";
import { makeVault } from "../vault/vault.ts";
import { connect, type Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { connectAsOwner, type Logins, withLock } from "./roles.ts";

/** The logins of an empty database that is made for one dry run. */
export type Simulated = Logins;

/** Brings an empty database to this version under a time of its own. What is sealed there is sealed with a key that nobody keeps. */
export async function openSimulated(
	logins: Simulated,
	now: () => Date,
): Promise<{
	readonly database: Database;
	readonly close: () => Promise<void>;
}> {
	await prepareSimulatedTime(logins.owner);
	await migrate(logins);
	const vault = makeVault({
		keys: new Map([[1, randomBytes(32)]]),
		version: 1,
	});
	await withLock(logins.owner, (client) => sealPlain(client, vault));
	const connected = connect(logins.application, vault, {
		connections: 8,
		isRepetitive: true,
	});
	return {
		database: { ...connected, now, isSimulated: true },
		close: connected.close,
	};
}

/** Prepares an empty database. What is written there may be lost with the server: it is thrown away anyhow. */
async function prepareSimulatedTime(ownerUrl: string): Promise<void> {
	const client = await connectAsOwner(ownerUrl);
	try {
		const database = client.escapeIdentifier(
			decodeURIComponent(new URL(ownerUrl).pathname.slice(1)),
		);
		await client.query(`
			create function public.now() returns timestamptz stable parallel safe language sql return
				coalesce(nullif(current_setting('baton.now', true), '')::timestamptz, pg_catalog.now());
			create function public.clock_timestamp() returns timestamptz stable parallel safe language sql return public.now();
			alter database ${database} set search_path = public, pg_catalog;
			alter database ${database} set synchronous_commit = off;
			alter database ${database} set jit = off;
			alter database ${database} set plan_cache_mode = force_generic_plan;
		`);
	} finally {
		await client.end();
	}
}
