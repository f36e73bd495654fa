import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { StartupProblem } from "../startup-problem.ts";
import { installJobQueue } from "./job-queue.ts";
import { applicationRole, type Logins, withLock } from "./roles.ts";
import { serverProblem } from "./safety.ts";

const folder = resolve(
	dirname(fileURLToPath(import.meta.url)),
	"../../../migrations",
);

/** Brings the database to this version, once, however many processes start together. Returns the names of what it ran. */
export function migrate(logins: Logins): Promise<readonly string[]> {
	return withLock(logins.owner, async (client) => {
		await refuseOldServer(client);
		await client.query(
			"create table if not exists migration (name text primary key, at timestamptz not null default now())",
		);
		const { rows } = await client.query<{ name: string }>(
			"select name from migration",
		);
		const done = new Set(rows.map(({ name }) => name));
		const known = readdirSync(folder)
			.filter((name) => name.endsWith(".sql"))
			.sort();
		refuseNewerDatabase(done, known);
		const pending = known.filter((name) => !done.has(name));
		for (const name of pending) await run(client, name, logins);
		if (pending.length > 0) await installJobQueue(client, logins);
		return pending;
	});
}

async function refuseOldServer(client: pg.Client): Promise<void> {
	const { rows } = await client.query<{ version: number; name: string }>(
		"select current_setting('server_version_num')::int as version, current_setting('server_version') as name",
	);
	const [server] = rows;
	const problem = server && serverProblem(server.version, server.name);
	if (problem !== undefined) throw new StartupProblem(problem);
}

function refuseNewerDatabase(
	done: ReadonlySet<string>,
	known: readonly string[],
): void {
	const unknown = [...done].filter((name) => !known.includes(name));
	if (unknown.length > 0)
		throw new StartupProblem(
			`The database was written by a newer version of Baton (it knows ${unknown.join(", ")}): start that version, or restore a backup from before the upgrade.`,
		);
}

async function run(
	client: pg.Client,
	name: string,
	logins: Logins,
): Promise<void> {
	const text = readFileSync(join(folder, name), "utf8").replaceAll(
		':"application"',
		client.escapeIdentifier(applicationRole(logins)),
	);
	await client.query("begin");
	try {
		await client.query("set local lock_timeout = '10s'");
		await client.query(text);
		await client.query("insert into migration (name) values ($1)", [name]);
		await client.query("commit");
	} catch (error) {
		await client.query("rollback");
		throw new Error(`migration ${name} failed`, { cause: error });
	}
}
