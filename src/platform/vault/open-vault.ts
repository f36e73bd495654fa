import { timingSafeEqual } from "node:crypto";
import type pg from "pg";
import { type Logins, withLock } from "../database/roles.ts";
import { StartupProblem } from "../startup-problem.ts";
import { createKeyFile, newestOf, readKeyFile } from "./key-file.ts";
import { sealPlain } from "./seal-plain.ts";
import { derive, type Keys, makeVault, type Vault } from "./vault.ts";

/** The keys a database was sealed with, oldest first: each known by its number and a value that only the key can make. */
export type KnownKey = {
	readonly version: number;
	readonly check_value: Buffer;
};

/**
 * The vault of a migrated database. The first start makes the key file; the database remembers by which key, and refuses any other from
 * then on. A database that knows a key never gets a new file silently: what was sealed would be lost. What a migration left to be sealed is
 * sealed here.
 */
export function openVault(logins: Logins, keyFile: string): Promise<Vault> {
	return withLock(logins.owner, async (client) => {
		const known = await knownKeys(client);
		const keys = readKeyFile(keyFile) ?? firstKeys(keyFile, known);
		refuseOtherKeys(keyFile, keys, known);
		const version = known.at(-1)?.version ?? newestOf(keys);
		if (known.length === 0) await rememberKey(client, keys, version);
		const vault = makeVault(
			{ keys, version },
			() => readKeyFile(keyFile) ?? new Map(),
		);
		await sealPlain(client, vault);
		return vault;
	});
}

export async function knownKeys(
	client: pg.Client,
): Promise<readonly KnownKey[]> {
	const { rows } = await client.query<KnownKey>(
		"select version, check_value from vault_key order by version",
	);
	return rows;
}

export async function rememberKey(
	client: pg.Client,
	keys: Keys,
	version: number,
): Promise<void> {
	await client.query(
		"insert into vault_key (version, check_value) values ($1, $2)",
		[version, checkValue(keys.get(version))],
	);
}

export function refuseOtherKeys(
	keyFile: string,
	keys: Keys,
	known: readonly KnownKey[],
): void {
	for (const { version, check_value } of known) {
		const key = keys.get(version);
		if (key === undefined)
			throw new StartupProblem(
				`The key file ${keyFile} lacks key ${version}, which this database uses: put the newest copy of the file here.`,
			);
		if (!timingSafeEqual(checkValue(key), check_value))
			throw new StartupProblem(
				`The key file ${keyFile} belongs to another database (its key ${version} is marked ${markOf(checkValue(key))}, this database was sealed with the one marked ${markOf(check_value)}): put the right file here, or name it in BATON_KEY_FILE.`,
			);
	}
}

function firstKeys(keyFile: string, known: readonly KnownKey[]): Keys {
	const last = known.at(-1);
	if (last === undefined) return createKeyFile(keyFile);
	throw new StartupProblem(
		`The key file ${keyFile} is missing, and this database was sealed with it (key ${last.version}, marked ${markOf(last.check_value)}): put back the copy you keep, or name it in BATON_KEY_FILE.`,
	);
}

function checkValue(key: Buffer | undefined): Buffer {
	if (key === undefined) throw new Error("no such key");
	return derive(key, "check value");
}

function markOf(check: Buffer): string {
	return check.toString("hex").slice(0, 8);
}
