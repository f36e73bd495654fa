// A database that is made for one dry run, with a time of its own (own-time.ts), and dropped after it.
import { randomBytes } from "node:crypto";
import { sealPlain } from "../vault/seal-plain.ts";
import { makeVault } from "../vault/vault.ts";
import { connect, type Database } from "./database.ts";
import { migrateWithOwnTime, ownTimePath } from "./own-time.ts";
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
	await migrateWithOwnTime(logins);
	await makeCareless(logins.owner);
	const vault = makeVault({
		keys: new Map([[1, randomBytes(32)]]),
		version: 1,
	});
	await withLock(logins.owner, (client) => sealPlain(client, vault));
	const connected = connect(logins.application, vault, {
		connections: 8,
		// A year asks the same few hundred questions hundreds of thousands of times.
		statementsKept: Number.POSITIVE_INFINITY,
	});
	return {
		database: { ...connected, now, isSimulated: true },
		close: connected.close,
	};
}

/** What is written there may be lost with the server: it is thrown away anyhow. */
async function makeCareless(ownerUrl: string): Promise<void> {
	const client = await connectAsOwner(ownerUrl);
	try {
		const database = client.escapeIdentifier(
			decodeURIComponent(new URL(ownerUrl).pathname.slice(1)),
		);
		await client.query(`
			alter database ${database} set search_path = ${ownTimePath};
			alter database ${database} set synchronous_commit = off;
			alter database ${database} set jit = off;
			alter database ${database} set plan_cache_mode = force_generic_plan;
		`);
	} finally {
		await client.end();
	}
}
