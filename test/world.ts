import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { allJobs, makeApp } from "../src/app.ts";
import { loadAssets } from "../src/platform/assets/assets.ts";
import {
	connect,
	type Database,
	transact,
	type Tx,
} from "../src/platform/database/database.ts";
import { addressOf } from "./address.ts";
import { grantOffice } from "../src/features/administration/commands.ts";
import { setUp, signIn } from "../src/features/sign-in/commands.ts";
import { smallestCompany } from "../src/domain/demonstration/tree.ts";
import { searchTextOf } from "../src/domain/people/fold.ts";
import { makeDemonstration } from "../src/features/demonstration/commands.ts";
import { prepareOnce } from "../src/features/demonstration/preparation.ts";
import { signInCookie } from "../src/platform/http/arrival.ts";
import type { Office } from "../src/platform/http/guard.ts";
import { workOnce, workQueue } from "../src/platform/jobs/jobs.ts";
import { logTo } from "../src/platform/log/log.ts";
import { loadLocales } from "../src/platform/locale/locale.ts";
import type { ProviderOptions } from "../src/platform/identity-provider/identity-provider.ts";
import type { PostOffice } from "../src/platform/mail/deliver.ts";
import type { Reach } from "../src/platform/network/reachable.ts";
import { Client } from "./client.ts";
import {
	filledDatabase,
	freshDatabase,
	type TestDatabase,
} from "./database.ts";

loadLocales();
// Bugs reach the test through onBug; what else is logged would only drown the report.
logTo(() => {});
const assets = await loadAssets();

/** An installation of a test's own: a fresh database, the whole application, and the people a test needs. */
export type World = AsyncDisposable & {
	readonly app: Hono;
	readonly database: TestDatabase;
	/** A visitor nobody knows. */
	readonly stranger: () => Client;
	/** The same installation served by another process: everything the two share is the database. */
	readonly otherProcess: () => Hono;
	/** Someone of the cast, with a sign-in. */
	readonly as: (person: string) => Promise<Client>;
	/** The same sign-in as a token, for a browser's cookie. */
	readonly tokenFor: (person: string) => Promise<string>;
	/** Adds people and offices directly, before the story begins. */
	readonly arrange: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
	/** Works everything that waits in the queue. */
	readonly workJobs: () => Promise<void>;
	/** Serves on a port of its own, for a browser, and works the queue as it fills. */
	readonly listen: () => Promise<string>;
};

export type WorldOptions = {
	readonly postOffice?: PostOffice;
	readonly isDemonstration?: boolean;
	/** Serves on this port, and calls itself so: for browsers that look at the address, as passkeys do. */
	readonly port?: number;
	readonly singleSignOn?: ProviderOptions;
	/** Where calendars may be read from besides the public internet: a server of the test's own. */
	readonly reach?: Reach;
	/** Where answers to invitations arrive. */
	readonly mailbox?: string;
};

/** An empty installation. */
export async function emptyWorld(options: WorldOptions = {}): Promise<World> {
	return worldOn(await freshDatabase(), options);
}

function worldOn(
	database: TestDatabase,
	{
		postOffice,
		isDemonstration = false,
		port,
		singleSignOn,
		reach,
		mailbox,
	}: WorldOptions,
): World {
	const origin = `http://localhost${port === undefined ? "" : `:${port}`}`;
	const bugs: unknown[] = [];
	const jobs = allJobs({ origin, postOffice, reach, mailbox });
	const closing: (() => Promise<void>)[] = [];
	const applicationOn = (connected: Database) =>
		makeApp({
			assets,
			origin,
			postOffice,
			singleSignOn,
			reach,
			demonstration: {
				isOpen: false,
				isEverything: isDemonstration,
				preparation: prepareOnce(
					async () => {},
					() => {},
				),
			},
			database: async () => ({ database: connected, isDemonstration }),
			isReady: async () => true,
			onBug: (error) => bugs.push(error),
		});
	const app = applicationOn(database);
	const arrange: World["arrange"] = (work) =>
		transact(
			database,
			{
				actor: { kind: "process", process: "demonstration" },
				access: "write",
			},
			work,
		);
	const tokenFor = (person: string) =>
		transact(
			database,
			{ actor: { kind: "process", process: "sign-in" }, access: "write" },
			(tx) => signIn(tx, person, { method: "password", device: "test" }),
		);
	return {
		app,
		database,
		arrange,
		stranger: () => new Client(app),
		otherProcess: () => {
			const connected = connect(database.logins.application, database.vault, {
				connections: 2,
			});
			closing.push(connected.close);
			return applicationOn(connected);
		},
		tokenFor,
		as: async (person) =>
			new Client(app, await tokenFor(person), signInCookie(isDemonstration)),
		workJobs: () => workOnce(database, jobs),
		listen: async () => {
			const runner = await workQueue(database, jobs);
			const server = serve({
				fetch: app.fetch,
				port: port ?? 0,
				hostname: "127.0.0.1",
			});
			await new Promise<void>((resolve) => server.once("listening", resolve));
			closing.push(async () => {
				server.close();
				if ("closeAllConnections" in server) server.closeAllConnections();
				await runner.stop();
			});
			return `http://localhost:${addressOf(server).port}`;
		},
		async [Symbol.asyncDispose]() {
			for (const close of closing) await close();
			await database[Symbol.asyncDispose]();
			if (bugs.length > 0) throw bugs[0];
		},
	};
}

/** Ruth runs the programs; Ada looks after the installation. */
export type Staff = { readonly ruth: string; readonly ada: string };

/** An installation that Ada has set up and where Ruth is program manager. */
export async function establishedWorld(
	options: WorldOptions = {},
): Promise<World & Staff> {
	const world = await emptyWorld(options);
	const terms = {
		actor: { kind: "process", process: "set-up" },
		access: "write",
	} as const;
	const staff = await transact(world.database, terms, async (tx) => {
		const ada = await setUp(tx, {
			organisation: "Meridian",
			timeZone: "Europe/Berlin",
			locale: "en",
			firstName: "Ada",
			lastName: "Nwosu",
			email: "ada@meridian.example",
			password: "four random words here",
			runsProgram: false,
		});
		const ruth = await addPerson(tx, { first_name: "Ruth", last_name: "Feld" });
		await appoint(tx, ruth, "program-manager");
		return { ada, ruth };
	});
	return { ...world, ...staff };
}

/** The demonstration, with as few people as it can have; made once, and cloned. */
export async function demonstrationWorld(): Promise<World> {
	return worldOn(
		await filledDatabase("demonstration", (database) =>
			makeDemonstration(
				database,
				{ people: smallestCompany, seed: 1 },
				() => {},
			),
		),
		{ isDemonstration: true },
	);
}

type NewPerson = {
	readonly first_name: string;
	readonly last_name: string;
	readonly email?: string;
};

export async function addPerson(tx: Tx, person: NewPerson): Promise<string> {
	const { first_name, last_name } = person;
	const { id } = await tx
		.insertInto("person")
		.values({
			email: `${first_name}.${last_name}@meridian.example`.toLowerCase(),
			time_zone: "Europe/Berlin",
			search_text: searchTextOf({
				firstName: first_name,
				lastName: last_name,
				jobTitle: null,
				function: null,
				unit: null,
			}),
			...person,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	return id;
}

function appoint(tx: Tx, person: string, office: Office): Promise<void> {
	return grantOffice(tx, {
		person,
		office,
		program: null,
		until: null,
		by: null,
	});
}
