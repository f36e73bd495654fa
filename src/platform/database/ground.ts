import { createHmac } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { dataFolder, reachableFolder } from "../embedded-postgres/folder.ts";
import { startEmbeddedServer } from "../embedded-postgres/server.ts";
import { StartupProblem } from "../startup-problem.ts";
import { migrateWithOwnTime } from "./own-time.ts";
import { throwAwayBeside, type ThrownAway } from "./thrown-away.ts";
import {
	connectAsOwner,
	databaseName,
	ensureApplicationLogin,
	type Logins,
} from "./roles.ts";

/** The database server behind an installation: Baton's own, or one named by DATABASE_URL. */
export type Ground = {
	/** The organisation's database. */
	readonly home: () => Promise<Logins>;
	/** The demonstration's: a database of its own beside it, made when first asked for. */
	readonly demonstration: () => Promise<Logins>;
	readonly hasDemonstration: () => Promise<boolean>;
	/** Throws the demonstration's database away. */
	readonly dropDemonstration: () => Promise<void>;
	/** An empty database beside the others that is gone after use. */
	readonly throwAway: () => Promise<ThrownAway>;
	/** Stops the server if it is Baton's own. */
	readonly close: () => Promise<void>;
};

export type GroundOptions = {
	readonly dataFolder: string | undefined;
	readonly databaseUrl: string | undefined;
	readonly databaseOwnerUrl: string | undefined;
};

export async function openGround(options: GroundOptions): Promise<Ground> {
	const { databaseUrl, databaseOwnerUrl } = options;
	if (databaseUrl !== undefined)
		return onServer(
			parsed(databaseUrl, "DATABASE_URL"),
			databaseOwnerUrl === undefined
				? undefined
				: parsed(databaseOwnerUrl, "DATABASE_OWNER_URL"),
		);
	const folder = dataFolder(options.dataFolder);
	mkdirSync(folder, { recursive: true });
	const server = await startEmbeddedServer(folder, {
		isDurable: true,
		reachable: join(reachableFolder()),
	});
	const owned = (name: string) => ownedDatabase(server.url, name);
	return {
		home: async () => ensureApplicationLogin(await owned("baton")),
		demonstration: async () => {
			return withOwnTime(
				await ensureApplicationLogin(await owned(embeddedDemonstration)),
			);
		},
		hasDemonstration: () => isThere(server.url, embeddedDemonstration),
		dropDemonstration: () => drop(server.url, embeddedDemonstration),
		throwAway: async () => throwAwayBeside(await owned("baton")),
		close: server.stop,
	};
}

function onServer(application: URL, owner: URL | undefined): Ground {
	const demonstrationOf = (url: URL) => {
		const beside = new URL(url);
		beside.pathname = `/${databaseName(url)}_demonstration`;
		return beside;
	};
	const asOwner = owner ?? application;
	const name = databaseName(demonstrationOf(asOwner));
	return {
		home: async () =>
			owner === undefined
				? ensureApplicationLogin(application.href)
				: { owner: owner.href, application: application.href },
		demonstration: async () => {
			await createBeside(asOwner, name);
			return withOwnTime(
				owner === undefined
					? await ensureApplicationLogin(demonstrationOf(application).href)
					: {
							owner: demonstrationOf(owner).href,
							application: demonstrationOf(application).href,
						},
			);
		},
		hasDemonstration: () => isThere(asOwner.href, name),
		dropDemonstration: () => drop(asOwner.href, name),
		throwAway: () => throwAwayBeside(asOwner.href),
		close: async () => {},
	};
}

// The past of the demonstration is gone through at the time it was.
async function withOwnTime(logins: Logins): Promise<Logins> {
	try {
		await migrateWithOwnTime(logins);
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "42501")
			throw new StartupProblem(
				`The demonstration’s database must belong to the login that migrates it: alter database … owner to …. (${error.message})`,
			);
		throw error;
	}
	return logins;
}

const embeddedDemonstration = "baton_demonstration";

async function isThere(url: string, name: string): Promise<boolean> {
	const client = await connectAsOwner(url);
	try {
		const { rowCount } = await client.query(
			"select from pg_database where datname = $1",
			[name],
		);
		return rowCount === 1;
	} finally {
		await client.end();
	}
}

/** Drops the database only if it is empty or marked as a demonstration. */
async function drop(url: string, name: string): Promise<void> {
	if (!(await isThere(url, name))) return;
	const inside = new URL(url);
	inside.pathname = `/${name}`;
	const marked = await connectAsOwner(inside.href);
	try {
		const { rows } = await marked.query<{ found: string | null }>(
			"select to_regclass('public.organisation')::text as found",
		);
		const real =
			rows[0]?.found === null
				? undefined
				: await marked.query(
						"select from organisation where not is_demonstration",
					);
		if ((real?.rowCount ?? 0) > 0)
			throw new StartupProblem(
				`The database ${name} holds a real organisation: it is left as it is.`,
			);
	} finally {
		await marked.end();
	}
	const client = await connectAsOwner(url);
	try {
		await client.query(
			`drop database ${client.escapeIdentifier(name)} with (force)`,
		);
	} finally {
		await client.end();
	}
}

// In the embedded server the superuser only makes the owner and its databases: a superuser would walk past row-level security.
async function ownedDatabase(adminUrl: string, name: string): Promise<string> {
	const owner = new URL(adminUrl);
	owner.username = "baton_owner";
	owner.password = createHmac("sha256", new URL(adminUrl).password)
		.update("owner")
		.digest("base64url");
	owner.pathname = `/${name}`;
	const admin = await connectAsOwner(adminUrl);
	try {
		await admin.query("select pg_advisory_lock(724725)");
		const role = await admin.query(
			"select from pg_roles where rolname = 'baton_owner'",
		);
		if (role.rowCount === 0)
			await admin.query(
				`create role baton_owner login createdb createrole password ${admin.escapeLiteral(owner.password)}`,
			);
		await createDatabase(admin, name, "owner baton_owner");
	} finally {
		await admin.end();
	}
	return owner.href;
}

async function createBeside(owner: URL, name: string): Promise<void> {
	const client = await connectAsOwner(owner.href);
	try {
		await createDatabase(client, name, "");
	} catch {
		throw new StartupProblem(
			`The demonstration needs a database ${name} of its own, which the login in DATABASE_URL may not create: create it, or grant CREATEDB.`,
		);
	} finally {
		await client.end();
	}
}

async function createDatabase(
	client: pg.Client,
	name: string,
	terms: string,
): Promise<void> {
	const { rowCount } = await client.query(
		"select from pg_database where datname = $1",
		[name],
	);
	if (rowCount === 0)
		await client.query(
			`create database ${client.escapeIdentifier(name)} ${terms}`,
		);
}

function parsed(url: string, variable: string): URL {
	try {
		return new URL(url);
	} catch {
		throw new StartupProblem(
			`${variable} is not an address like postgres://login:password@host:5432/database.`,
		);
	}
}
