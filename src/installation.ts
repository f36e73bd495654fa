import { join, resolve } from "node:path";
import type { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { allJobs, makeApp } from "./app.ts";
import type { Config } from "./config.ts";
import { demonstrationPlace } from "./features/demonstration/place.ts";
import { prepareOnce } from "./features/demonstration/preparation.ts";
import { loadAssets } from "./platform/assets/assets.ts";
import { connect, type Database } from "./platform/database/database.ts";
import { type Ground, openGround } from "./platform/database/ground.ts";
import { migrate } from "./platform/database/migrate.ts";
import type { Logins } from "./platform/database/roles.ts";
import { refuseUnsafe } from "./platform/database/safety.ts";
import { dataFolder } from "./platform/embedded-postgres/folder.ts";
import { workQueue } from "./platform/jobs/jobs.ts";
import { logError } from "./platform/log/log.ts";
import { loadLocales } from "./platform/locale/locale.ts";
import type { PostOffice } from "./platform/mail/deliver.ts";
import { openVault } from "./platform/vault/open-vault.ts";

export type Installation = {
	readonly app: Hono;
	readonly close: () => Promise<void>;
};

export type InstallationOptions = {
	/** Everything happens in the demonstration; the organisation's own database is not opened. */
	readonly isDemonstration: boolean;
	readonly isPublicDemonstration: boolean;
	/** Hears that the demonstration has to be made first, which takes a while. */
	readonly whileMaking: () => void;
};

/** A database that is migrated and connected. */
export type Opened = {
	readonly database: Database;
	readonly logins: Logins;
	readonly close: () => Promise<void>;
};

/** Everything a running Baton is made of, wired together. */
export async function openInstallation(
	config: Config,
	options: InstallationOptions,
): Promise<Installation> {
	loadLocales();
	const [assets, ground] = await Promise.all([
		loadAssets(),
		openGround(config),
	]);
	const postOffice = postOfficeOf(config);
	const jobs = allJobs({
		origin: config.url,
		postOffice,
		mailbox: config.imapUrl,
		checkpointFile: config.checkpointFile,
		throwAway: ground.throwAway,
	});
	const closing: (() => Promise<void>)[] = [ground.close];
	const open = async (logins: Logins) => {
		const place = await openPlace(logins, config);
		const runner = await workQueue(place.database, jobs);
		closing.unshift(() => runner.stop(), place.close);
		return place.database;
	};
	const demonstration = demonstrationPlace(ground, open);
	if (options.isDemonstration) {
		let isTold = false;
		await demonstration.make(() => {
			if (!isTold) options.whileMaking();
			isTold = true;
		});
	}
	const home = options.isDemonstration
		? undefined
		: await open(await ground.home());
	const app = makeApp({
		assets,
		origin: config.url,
		postOffice,
		singleSignOn: config.singleSignOn,
		demonstration: {
			isOpen: options.isPublicDemonstration || isLoopback(config.host),
			isEverything: options.isDemonstration,
			preparation: prepareOnce(
				(report) => demonstration.make(report),
				(error) => logError("demonstration-failed", error),
			),
		},
		database: async (context) => {
			const wantsDemonstration =
				home === undefined ||
				getCookie(context, "baton-place") === "demonstration";
			const found = wantsDemonstration ? await demonstration.find() : undefined;
			if (found !== undefined)
				return { database: found, isDemonstration: true };
			if (home === undefined) throw new Error("the demonstration is gone");
			return { database: home, isDemonstration: false };
		},
		isReady: async () => {
			const database = home ?? (await demonstration.find());
			return database !== undefined && answers(database);
		},
	});
	return {
		app,
		close: async () => {
			for (const close of closing) await close();
		},
	};
}

/** Migrates a database where that is due, refuses it if it is unsafe, opens its vault, and connects to it. */
export async function openPlace(
	logins: Logins,
	config: KeyPlace,
): Promise<Opened> {
	await migrate(logins);
	await refuseUnsafe(logins);
	const vault = await openVault(logins, keyFileOf(config));
	const database = connect(logins.application, vault);
	return { database, logins, close: database.close };
}

type KeyPlace = Pick<Config, "keyFile" | "dataFolder">;

/** Where the key file lies: in the data folder, unless said otherwise. */
export function keyFileOf({ keyFile, dataFolder: asked }: KeyPlace): string {
	return resolve(keyFile ?? join(dataFolder(asked), "baton.key"));
}

/** For a command that works on the organisation's database and ends. */
export async function withHome<T>(
	config: Config,
	work: (place: Opened, ground: Ground) => Promise<T>,
): Promise<T> {
	const ground = await openGround(config);
	try {
		const place = await openPlace(await ground.home(), config);
		try {
			return await work(place, ground);
		} finally {
			await place.close();
		}
	} finally {
		await ground.close();
	}
}

function postOfficeOf({
	smtpUrl,
	mailFrom,
	url,
}: Config): PostOffice | undefined {
	if (smtpUrl === undefined) return undefined;
	return {
		smtpUrl,
		from: mailFrom ?? `Baton <baton@${new URL(url).hostname}>`,
	};
}

async function answers({ pool }: Database): Promise<boolean> {
	try {
		await pool.query("select 1");
		return true;
	} catch {
		return false;
	}
}

function isLoopback(host: string): boolean {
	return ["127.0.0.1", "::1", "localhost"].includes(host);
}
