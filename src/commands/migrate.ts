import { readConfig } from "../config.ts";
import { keyFileOf } from "../installation.ts";
import { openGround } from "../platform/database/ground.ts";
import { migrate } from "../platform/database/migrate.ts";
import { openVault } from "../platform/vault/open-vault.ts";
import type { Io } from "./io.ts";

export const help = `Usage: ./baton migrate

Brings the database to this version. Baton does so by itself at every start.`;

export async function run(_: readonly string[], io: Io): Promise<number> {
	const config = readConfig();
	const ground = await openGround(config);
	try {
		const logins = await ground.home();
		const ran = await migrate(logins);
		await openVault(logins, keyFileOf(config));
		io.stdout(
			ran.length === 0
				? "Nothing to do.\n"
				: ran.map((name) => `${name}\n`).join(""),
		);
		return 0;
	} finally {
		await ground.close();
	}
}
