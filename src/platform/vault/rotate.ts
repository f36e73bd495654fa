import type pg from "pg";
import { type Logins, withLock } from "../database/roles.ts";
import { StartupProblem } from "../startup-problem.ts";
import { addKey, newestOf, readKeyFile } from "./key-file.ts";
import { knownKeys, refuseOtherKeys, rememberKey } from "./open-vault.ts";
import { type SealedPlace, sealedPlaces } from "./sealed-places.ts";
import { type Keys, makeVault, type Vault } from "./vault.ts";

export type Rotation = {
	/** The number of the key everything is sealed with now. */
	readonly version: number;
	readonly resealed: number;
	/** Values were left under an older key by a rotation that did not end; this one made no new key. */
	readonly isContinuation: boolean;
};

const BATCH = 500;

/**
 * Seals everything anew with a new key, in batches that each commit. Both keys are readable meanwhile, and a rotation that was killed goes
 * on where it stood. Where the file already holds a key newer than the database's (it was prepared and carried to the other machines),
 * that one is taken.
 */
export function rotateKey(logins: Logins, keyFile: string): Promise<Rotation> {
	return withLock(logins.owner, async (client) => {
		const known = await knownKeys(client);
		const keys = presentKeys(keyFile, known);
		const places = await sealedPlaces(client);
		const current = known.at(-1)?.version ?? 0;
		const isContinuation = await hasOlder(client, places, current);
		if (isContinuation)
			return {
				version: current,
				resealed: await resealAll(client, places, vaultOf(keys, current)),
				isContinuation,
			};
		const all = newestOf(keys) > current ? keys : addKey(keyFile);
		const version = newestOf(all);
		await rememberKey(client, all, version);
		const resealed = await resealAll(client, places, vaultOf(all, version));
		return { version, resealed, isContinuation };
	});
}

/** Only adds a key to the file, to be carried to every machine before the rotation. */
export function prepareKey(logins: Logins, keyFile: string): Promise<number> {
	return withLock(logins.owner, async (client) => {
		const known = await knownKeys(client);
		const newest = newestOf(presentKeys(keyFile, known));
		const isPrepared = newest > (known.at(-1)?.version ?? 0);
		return isPrepared ? newest : newestOf(addKey(keyFile));
	});
}

function presentKeys(
	keyFile: string,
	known: Awaited<ReturnType<typeof knownKeys>>,
): Keys {
	const keys = readKeyFile(keyFile);
	if (keys === undefined)
		throw new StartupProblem(
			`The key file ${keyFile} is missing: put back the copy you keep, or name it in BATON_KEY_FILE.`,
		);
	refuseOtherKeys(keyFile, keys, known);
	return keys;
}

function vaultOf(keys: Keys, version: number): Vault {
	return makeVault({ keys, version });
}

async function hasOlder(
	client: pg.Client,
	places: readonly SealedPlace[],
	version: number,
): Promise<boolean> {
	for (const place of places) {
		const { rowCount } = await client.query(
			`select from ${place.table} where get_byte(${place.column}, 0) <> $1 limit 1`,
			[version],
		);
		if (rowCount === 1) return true;
	}
	return false;
}

async function resealAll(
	client: pg.Client,
	places: readonly SealedPlace[],
	vault: Vault,
): Promise<number> {
	let count = 0;
	for (const place of places)
		for (;;) {
			const resealed = await resealBatch(client, place, vault);
			if (resealed === 0) break;
			count += resealed;
		}
	return count;
}

async function resealBatch(
	client: pg.Client,
	place: SealedPlace,
	vault: Vault,
): Promise<number> {
	const { table, column, name, keyColumns } = place;
	await client.query("begin");
	try {
		const { rows } = await client.query<{ row: string[]; value: Buffer }>(
			`select array[${keyColumns.map((key) => `${key}::text`).join(", ")}] as row, ${column} as value
			 from ${table} where get_byte(${column}, 0) <> $1 limit ${BATCH} for update`,
			[vault.version()],
		);
		const found = keyColumns.map(
			(key, place) => `${key}::text = $${place + 2}`,
		);
		for (const { row, value } of rows)
			await client.query(
				`update ${table} set ${column} = $1 where ${found.join(" and ")}`,
				[vault.seal(name, row, vault.open(name, row, value)), ...row],
			);
		await client.query("commit");
		return rows.length;
	} catch (error) {
		await client.query("rollback");
		throw error;
	}
}
