// A database beside the organisation's own, made for one thing and dropped after it. What a killed process left is dropped a day later, by the next.
import { randomBytes } from "node:crypto";
import { StartupProblem } from "../startup-problem.ts";
import {
	applicationRole,
	connectAsOwner,
	ensureApplicationLogin,
	type Logins,
} from "./roles.ts";

export type ThrownAway = {
	readonly logins: Logins;
	readonly drop: () => Promise<void>;
};

const prefix = "baton_thrown_away_";
const dayMinutes = 24 * 60;

/** Throws a StartupProblem where the login may not create databases or roles. */
export async function throwAwayBeside(ownerUrl: string): Promise<ThrownAway> {
	const minute = Math.floor(Date.now() / 60_000);
	const name = `${prefix}${minute}_${randomBytes(4).toString("hex")}`;
	await dropLeftOver(ownerUrl, minute - dayMinutes);
	await create(ownerUrl, name);
	const url = new URL(ownerUrl);
	url.pathname = `/${name}`;
	const drop = () => dropNamed(ownerUrl, name);
	try {
		const logins = await ensureApplicationLogin(url.href);
		return { logins, drop: () => dropWithRole(ownerUrl, name, logins) };
	} catch (error) {
		await drop();
		throw error;
	}
}

async function create(ownerUrl: string, name: string): Promise<void> {
	const client = await connectAsOwner(ownerUrl);
	try {
		await client.query(`create database ${name}`);
	} catch {
		throw new StartupProblem(
			"The login of the database may not create another one beside it: grant CREATEDB.",
		);
	} finally {
		await client.end();
	}
}

async function dropLeftOver(ownerUrl: string, before: number): Promise<void> {
	const client = await connectAsOwner(ownerUrl);
	try {
		const { rows } = await client.query<{ name: string }>(
			"select datname as name from pg_database where starts_with(datname, $1) and split_part(substr(datname, $2), '_', 1)::bigint < $3",
			[prefix, prefix.length + 1, before],
		);
		for (const { name } of rows)
			await client.query(
				`drop database if exists ${client.escapeIdentifier(name)} with (force)`,
			);
	} finally {
		await client.end();
	}
}

async function dropNamed(ownerUrl: string, name: string): Promise<void> {
	const client = await connectAsOwner(ownerUrl);
	try {
		await client.query(`drop database if exists ${name} with (force)`);
	} finally {
		await client.end();
	}
}

async function dropWithRole(
	ownerUrl: string,
	name: string,
	logins: Logins,
): Promise<void> {
	await dropNamed(ownerUrl, name);
	const client = await connectAsOwner(ownerUrl);
	try {
		await client.query(
			`drop role if exists ${client.escapeIdentifier(applicationRole(logins))}`,
		);
	} finally {
		await client.end();
	}
}
