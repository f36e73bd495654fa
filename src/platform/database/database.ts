import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import type { Vault } from "../vault/vault.ts";
import { type Notifications, notifications } from "./notifications.ts";
import { preparing } from "./prepared.ts";
import type { Schema } from "./schema.ts";

// A date stays the text it is (2026-03-01): JavaScript's Date would move it across time zones.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Reads only. Every query takes one; it is always inside a transaction with its actor set. */
export type Db = Pick<
	Kysely<Schema>,
	| "selectFrom"
	| "selectNoFrom"
	| "with"
	| "withRecursive"
	| "fn"
	| "getExecutor"
>;

/** A transaction that may write. Every command takes one. */
export type Tx = Transaction<Schema>;

/** The application's pool. Nothing reads or writes but through `transact`. */
export type Database = {
	readonly pool: pg.Pool;
	readonly kysely: Kysely<Schema>;
	/** A few connections for transactions that run beside the one of a request. */
	readonly apart: Kysely<Schema>;
	/** Opens and seals this database's encrypted columns; queries and commands ask `vaultOf`. */
	readonly vault: Vault;
	/** Hears what other transactions told; see notifications.ts. */
	readonly notifications: Notifications;
	/** What time it is; queries and commands ask `nowOf`. Another than the world's only where a year is gone through in advance. */
	readonly now: () => Date;
	/** Set where `now` is not the world's: each transaction then tells SQL the time too. */
	readonly isSimulated?: boolean;
	readonly close: () => Promise<void>;
};

export function connect(
	applicationUrl: string,
	vault: Vault,
	{
		connections = 12,
		statementsKept = 250,
	}: {
		readonly connections?: number;
		/** How many statements each connection keeps prepared: some 200 kB of PostgreSQL's memory each. */
		readonly statementsKept?: number;
	} = {},
): Database {
	const pool = openPool(applicationUrl, connections);
	const kysely = new Kysely<Schema>({
		dialect: new PostgresDialect({
			pool: preparing(pool, { kept: statementsKept }),
		}),
	});
	const apart = new Kysely<Schema>({
		dialect: new PostgresDialect({
			pool: preparing(openPool(applicationUrl, 3), { kept: statementsKept }),
		}),
	});
	const heard = notifications(applicationUrl);
	return {
		pool,
		kysely,
		apart,
		vault,
		notifications: heard,
		now: () => new Date(),
		close: async () => {
			await heard.close();
			await kysely.destroy();
			await apart.destroy();
		},
	};
}

function openPool(connectionString: string, max: number): pg.Pool {
	const pool = new pg.Pool({
		connectionString,
		max,
		// What they have prepared is worth keeping where visitors are few.
		min: 2,
		application_name: "baton",
		connectionTimeoutMillis: 10_000,
	});
	// Without both listeners a restart of the database ends this process.
	pool.on("error", () => {});
	pool.on("connect", (client) => client.on("error", () => {}));
	return pool;
}

/** Who acts: a person, or a named process with its own narrow policies. */
export type Actor =
	| { readonly kind: "person"; readonly person: string }
	| { readonly kind: "process"; readonly process: Process };

/** Everything that acts without being a person. Each has policies of its own, and its name in the journal. */
export type Process =
	| "anyone"
	| "sign-in"
	| "single-sign-on"
	| "set-up"
	| "people-import"
	| "pairing"
	| "lottery"
	| "mail"
	| "agreements"
	| "endings"
	| "sessions"
	| "calendar"
	| "session-link"
	| "dry-run"
	| "pulse"
	| "housekeeping"
	| "journal"
	| "erasure"
	| "demonstration";

export type Access = "read" | "write";

export type Terms = {
	readonly actor: Actor;
	readonly access: Access;
	readonly isApart?: boolean;
};

/** One transaction as the application's role, with the actor set for exactly as long as it lasts. */
export async function transact<T>(
	database: Database,
	{ actor, access, isApart = false }: Terms,
	work: (tx: Tx) => Promise<T>,
): Promise<T> {
	const kysely = isApart ? database.apart : database.kysely;
	return kysely.connection().execute(async (connection) => {
		// Begin and actor go in one message; both values are escaped, for a batch takes no parameters.
		await sql
			.raw(
				`begin ${access === "read" ? "read only" : "read write"}; ${actorStatement(actor)}${timeStatement(database)}`,
			)
			.execute(connection);
		try {
			const result = await work(asTransaction(connection, database, actor));
			await sql.raw("commit").execute(connection);
			return result;
		} catch (error) {
			await sql
				.raw("rollback")
				.execute(connection)
				.catch(() => {});
			throw error;
		}
	});
}

/** Hands the running transaction to another actor: a request starts as `sign-in` and goes on as the person it found. */
export async function actAs(tx: Db, actor: Actor): Promise<void> {
	const person = actor.kind === "person" ? actor.person : "";
	const process = actor.kind === "process" ? actor.process : "";
	await sql`select set_config('baton.person', ${person}, true), set_config('baton.process', ${process}, true)`.execute(
		tx,
	);
	travellingWith(tx).actor = actor;
}

/** Who acts in this transaction now: set where PostgreSQL is told, here and in acting.ts, and nowhere else. */
export function actorOf(db: Db): Actor {
	return travellingWith(db).actor;
}

function actorStatement(actor: Actor): string {
	const person = actor.kind === "person" ? actor.person : "";
	const process = actor.kind === "process" ? actor.process : "";
	return `select set_config('baton.person', ${pg.escapeLiteral(person)}, true), set_config('baton.process', ${pg.escapeLiteral(process)}, true)`;
}

// In a database made for it, SQL's own now() reads this setting: platform/database/simulated.ts.
function timeStatement({ isSimulated = false, now }: Database): string {
	return isSimulated
		? `, set_config('baton.now', ${pg.escapeLiteral(now().toISOString())}, true)`
		: "";
}

// The connection is inside the transaction that `transact` opened: the brand is made here and nowhere else.
function asTransaction(
	connection: Kysely<Schema>,
	{ vault, now }: Database,
	actor: Actor,
): Tx {
	const tx = connection as Tx;
	travelling.set(tx, { vault, now, actor });
	return tx;
}

type Travelling = Pick<Database, "vault" | "now"> & { actor: Actor };

const travelling = new WeakMap<Db, Travelling>();

/** What opens and seals the encrypted columns of the database that this transaction is in. */
export function vaultOf(db: Db): Vault {
	return travellingWith(db).vault;
}

/** What time it is in the database that this transaction is in. */
export function nowOf(db: Db): Date {
	return travellingWith(db).now();
}

function travellingWith(db: Db): Travelling {
	const found = travelling.get(db);
	if (found === undefined) throw new Error("this is no transaction of ours");
	return found;
}
