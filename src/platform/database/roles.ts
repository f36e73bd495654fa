import { createHash, createHmac } from "node:crypto";
import pg from "pg";
import { StartupProblem } from "../startup-problem.ts";

/** Two logins on one database: `owner` migrates and exports, `application` owns nothing and is what every request runs as. */
export type Logins = { readonly owner: string; readonly application: string };

/**
 * Makes the application's login for the database behind `ownerUrl`, where it is missing. Its password is derived from the owner's, so that
 * any number of processes started with the same address agree on it without a shared file.
 */
export async function ensureApplicationLogin(
	ownerUrl: string,
): Promise<Logins> {
	const owner = new URL(ownerUrl);
	const database = databaseName(owner);
	if (owner.password === "")
		throw new StartupProblem(
			"DATABASE_URL holds no password: name one, or set DATABASE_OWNER_URL for migrations and DATABASE_URL for the application's own login.",
		);
	const application = new URL(ownerUrl);
	application.username = `baton_application_${createHash("sha256").update(database).digest("hex").slice(0, 12)}`;
	application.password = createHmac(
		"sha256",
		decodeURIComponent(owner.password),
	)
		.update(`application login of ${database}`)
		.digest("base64url");
	await withLock(ownerUrl, (client) => createLogin(client, application));
	return { owner: ownerUrl, application: application.href };
}

export function databaseName(url: URL): string {
	return decodeURIComponent(url.pathname.slice(1));
}

export function applicationRole(logins: Logins): string {
	return decodeURIComponent(new URL(logins.application).username);
}

/** Runs `work` while no other process of this database does; the lock ends with the connection. */
export async function withLock<T>(
	ownerUrl: string,
	work: (client: pg.Client) => Promise<T>,
): Promise<T> {
	const client = await connectAsOwner(ownerUrl);
	try {
		await client.query("select pg_advisory_lock(724726)");
		return await work(client);
	} finally {
		await client.end();
	}
}

export async function connectAsOwner(ownerUrl: string): Promise<pg.Client> {
	const client = new pg.Client({
		connectionString: ownerUrl,
		connectionTimeoutMillis: 10_000,
		application_name: "baton owner",
	});
	client.on("error", () => {});
	try {
		await client.connect();
	} catch (error) {
		const { host } = new URL(ownerUrl);
		throw new StartupProblem(
			`The database at ${host} does not answer (${reason(error)}): start it, or correct DATABASE_URL.`,
		);
	}
	return client;
}

function reason(error: unknown): string {
	if (error instanceof AggregateError) return reason(error.errors[0]);
	return error instanceof Error ? error.message : String(error);
}

async function createLogin(client: pg.Client, login: URL): Promise<void> {
	const name = client.escapeIdentifier(decodeURIComponent(login.username));
	const password = client.escapeLiteral(decodeURIComponent(login.password));
	const { rowCount } = await client.query(
		"select from pg_roles where rolname = $1",
		[decodeURIComponent(login.username)],
	);
	if (rowCount === 0) {
		try {
			await client.query(
				`create role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls password ${password}`,
			);
		} catch (error) {
			throw new StartupProblem(
				`The login in DATABASE_URL may not create roles (${reason(error)}): grant it CREATEROLE, or set DATABASE_OWNER_URL and DATABASE_URL to two logins of your own.`,
			);
		}
	} else if (!(await canConnect(login)))
		await client.query(`alter role ${name} password ${password}`);
	const database = client.escapeIdentifier(databaseName(login));
	await client.query(`grant connect on database ${database} to ${name}`);
}

async function canConnect(login: URL): Promise<boolean> {
	const client = new pg.Client({ connectionString: login.href });
	client.on("error", () => {});
	try {
		await client.connect();
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}
