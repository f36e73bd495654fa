import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import { keyFileOf, openPlace } from "../installation.ts";
import { openGround } from "../platform/database/ground.ts";
import type { Logins } from "../platform/database/roles.ts";
import { prepareKey, rotateKey } from "../platform/vault/rotate.ts";
import type { Io } from "./io.ts";

export const help = `Usage: ./baton rotate-key [--prepare]

Adds a new key to the key file and seals everything anew with it. Baton may run meanwhile. Killed halfway, it goes on where it stood
when it is started again. Older keys stay in the file: backups made before need them.

  --prepare   only add the new key to the file. Where several machines serve one database, carry the file to all of them, then
              run ./baton rotate-key once.`;

export async function run(args: readonly string[], io: Io): Promise<number> {
	const { values } = parseArgs({
		args: [...args],
		options: { prepare: { type: "boolean" } },
	});
	const config = readConfig();
	const keyFile = keyFileOf(config);
	const ground = await openGround(config);
	try {
		const home = await migrated(await ground.home());
		if (values.prepare) {
			const version = await prepareKey(home, keyFile);
			io.stdout(
				`${keyFile} holds key ${version} now. Carry the file to every machine, then run ./baton rotate-key.\n`,
			);
			return 0;
		}
		await rotate(home, "the organisation");
		if (await ground.hasDemonstration())
			await rotate(
				await migrated(await ground.demonstration()),
				"the demonstration",
			);
		return 0;
	} finally {
		await ground.close();
	}

	async function migrated(logins: Logins): Promise<Logins> {
		const place = await openPlace(logins, config);
		await place.close();
		return logins;
	}

	async function rotate(logins: Logins, whose: string): Promise<void> {
		const done = await rotateKey(logins, keyFile);
		io.stdout(
			`${whose}: ${done.resealed} values sealed anew with key ${done.version}${done.isContinuation ? " (finishing an earlier rotation; no new key was made)" : ""}.\n`,
		);
	}
}
