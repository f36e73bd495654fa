import { runMigrations } from "graphile-worker";
import type pg from "pg";
import { applicationRole, type Logins } from "./roles.ts";

/**
 * The job queue's schema belongs to the owner. The application may add and take jobs: the queue's tables have row-level security without
 * a policy, so each gets the one that lets the application in.
 */
export async function installJobQueue(
	client: pg.Client,
	logins: Logins,
): Promise<void> {
	await runMigrations({ connectionString: logins.owner });
	const role = client.escapeIdentifier(applicationRole(logins));
	await client.query(`
		grant usage on schema graphile_worker to ${role};
		grant select, insert, update, delete on all tables in schema graphile_worker to ${role};
		grant usage on all sequences in schema graphile_worker to ${role};
		grant execute on all functions in schema graphile_worker to ${role};
		revoke insert, update, delete on graphile_worker.migrations from ${role};
	`);
	const { rows } = await client.query<{ name: string }>(
		"select relname as name from pg_class where relnamespace = 'graphile_worker'::regnamespace and relkind = 'r' and relrowsecurity",
	);
	for (const { name } of rows) {
		const table = `graphile_worker.${client.escapeIdentifier(name)}`;
		await client.query(`drop policy if exists application on ${table}`);
		await client.query(
			`create policy application on ${table} to ${role} using (true) with check (true)`,
		);
	}
}
