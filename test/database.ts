import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect, type Database } from "../src/platform/database/database.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { migrateWithOwnTime } from "../src/platform/database/own-time.ts";
import {
	ensureApplicationLogin,
	type Logins,
} from "../src/platform/database/roles.ts";
import { reachableFolder } from "../src/platform/embedded-postgres/folder.ts";
import { startEmbeddedServer } from "../src/platform/embedded-postgres/server.ts";
import { readKeyFile } from "../src/platform/vault/key-file.ts";
import { openVault } from "../src/platform/vault/open-vault.ts";
import { makeVault, type Vault } from "../src/platform/vault/vault.ts";

export type TestServer = AsyncDisposable & {
	/** Makes and drops databases: only a superuser may end an autovacuum that is just looking at one. */
	readonly adminUrl: string;
	readonly templateOwnerUrl: string;
	readonly templateApplicationUrl: string;
};

/**
 * A server with one migrated template database. BATON_TEST_DATABASE_URL names a real server instead (a login that may create databases
 * and roles); otherwise an embedded one is started without fsync.
 */
export async function startTestServer(): Promise<TestServer> {
	const outside = process.env["BATON_TEST_DATABASE_URL"];
	const folder = mkdtempSync(join(tmpdir(), "baton-test-"));
	chmodSync(folder, 0o755);
	const embedded =
		outside === undefined
			? await startEmbeddedServer(folder, {
					isDurable: false,
					reachable: reachableFolder(),
				})
			: undefined;
	// Every process a test starts finds the same key.
	process.env["BATON_KEY_FILE"] = join(folder, "keys", "baton.key");
	const name = `baton_template_${randomBytes(4).toString("hex")}`;
	const logins = await makeTemplate(outside ?? embedded?.url ?? "", name);
	return {
		adminUrl: outside ?? embedded?.url ?? "",
		templateOwnerUrl: logins.owner,
		templateApplicationUrl: logins.application,
		async [Symbol.asyncDispose]() {
			await dropTemplate(logins);
			await embedded?.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

// As an installation has it: an owner that is no superuser (which would walk past row-level security) and an application that owns nothing.
async function makeTemplate(adminUrl: string, name: string): Promise<Logins> {
	const admin = new pg.Client(adminUrl);
	await admin.connect();
	const owner = new URL(adminUrl);
	owner.pathname = `/${name}`;
	owner.username = `${name}_owner`;
	owner.password = randomBytes(12).toString("hex");
	await admin.query(
		`create role ${owner.username} login createdb createrole password '${owner.password}'`,
	);
	await admin.query(`grant ${owner.username} to current_user`);
	await admin.query(`create database ${name} owner ${owner.username}`);
	await admin.end();
	const logins = await ensureApplicationLogin(owner.href);
	await migrate(logins);
	await openVault(logins, template("BATON_KEY_FILE"));
	return logins;
}

async function dropTemplate(logins: Logins): Promise<void> {
	if (process.env["BATON_TEST_DATABASE_URL"] === undefined) return;
	const admin = new pg.Client(process.env["BATON_TEST_DATABASE_URL"]);
	await admin.connect();
	const { pathname, username } = new URL(logins.owner);
	const application = new URL(logins.application).username;
	const { rows } = await admin.query<{ name: string }>(
		"select datname as name from pg_database where starts_with(datname, $1)",
		[pathname.slice(1)],
	);
	for (const { name } of rows)
		await admin.query(`drop database ${name} with (force)`);
	await admin.query(`drop role ${application}`);
	await admin.query(`drop role ${username}`);
	await admin.end();
}

export type TestDatabase = AsyncDisposable &
	Database & { readonly logins: Logins };

/** A database of a test's own, cloned from the template in some 30 ms. */
export function freshDatabase(): Promise<TestDatabase> {
	return cloneOf(templateName());
}

async function cloneOf(source: string): Promise<TestDatabase> {
	const owner = new URL(template("BATON_TEMPLATE_OWNER_URL"));
	const application = new URL(template("BATON_TEMPLATE_APPLICATION_URL"));
	const name = `${templateName()}_${randomBytes(5).toString("hex")}`;
	const admin = new URL(template("BATON_ADMIN_URL"));
	await onServer(
		admin,
		`create database ${name} template ${source} owner ${owner.username} strategy file_copy`,
	);
	owner.pathname = `/${name}`;
	application.pathname = `/${name}`;
	const database = connect(application.href, testVault(), { connections: 4 });
	return {
		...database,
		logins: { owner: owner.href, application: application.href },
		async [Symbol.asyncDispose]() {
			await database.close();
			await onServer(admin, `drop database ${name} with (force)`);
		},
	};
}

/** A clone of a template of that kind, which has a time of its own and is filled by whoever needs the first. */
export async function filledDatabase(
	kind: string,
	fill: (database: Database) => Promise<unknown>,
): Promise<TestDatabase> {
	const source = `${templateName()}_${kind}`;
	await asSuperuser("postgres", async (client) => {
		await client.query("select pg_advisory_lock(hashtext($1))", [source]);
		const { rowCount } = await client.query(
			"select from pg_database where datname = $1",
			[source],
		);
		if (rowCount !== 0) return;
		const owner = new URL(template("BATON_TEMPLATE_OWNER_URL"));
		const application = new URL(template("BATON_TEMPLATE_APPLICATION_URL"));
		const making = `${source}_making`;
		await client.query(`drop database if exists ${making} with (force)`);
		await client.query(`create database ${making} owner ${owner.username}`);
		owner.pathname = `/${making}`;
		application.pathname = `/${making}`;
		const logins = { owner: owner.href, application: application.href };
		await migrateWithOwnTime(logins);
		await openVault(logins, testKeyFile());
		const database = connect(logins.application, testVault());
		await fill(database);
		await database.close();
		await client.query(`alter database ${making} rename to ${source}`);
	});
	return cloneOf(source);
}

/** Something a superuser does in a database: to make it unsafe, to look at its disk, to fill it whatever its rules. */
export async function asSuperuser<T>(
	database: string,
	work: (client: pg.Client) => Promise<T>,
): Promise<T> {
	const url = new URL(template("BATON_ADMIN_URL"));
	url.pathname = `/${database}`;
	const client = new pg.Client(url.href);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

export function nameOf(database: TestDatabase): string {
	return new URL(database.logins.owner).pathname.slice(1);
}

export function testKeyFile(): string {
	return template("BATON_KEY_FILE");
}

/** The vault of every database cloned from the template. */
export function testVault(): Vault {
	const keys = readKeyFile(testKeyFile());
	if (keys === undefined) throw new Error("the test server made no key file");
	return makeVault({ keys, version: 1 });
}

function templateName(): string {
	return new URL(template("BATON_TEMPLATE_OWNER_URL")).pathname.slice(1);
}

async function onServer(url: URL, statement: string): Promise<void> {
	const client = new pg.Client(url.href);
	await client.connect();
	await client.query(statement);
	await client.end();
}

function template(name: string): string {
	const url = process.env[name];
	if (url === undefined)
		throw new Error("run tests with `npm test`, which starts the database");
	return url;
}

/** An empty database on the test server, owned by a login that may create roles: what DATABASE_URL names at a first start. */
export async function emptyServerDatabase(): Promise<
	AsyncDisposable & { readonly url: string }
> {
	const url = new URL(template("BATON_TEMPLATE_OWNER_URL"));
	const name = `baton_empty_${randomBytes(5).toString("hex")}`;
	const admin = new URL(template("BATON_ADMIN_URL"));
	await onServer(admin, `create database ${name} owner ${url.username}`);
	url.pathname = `/${name}`;
	return {
		url: url.href,
		[Symbol.asyncDispose]: () =>
			onServer(admin, `drop database ${name} with (force)`),
	};
}
