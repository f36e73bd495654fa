import assert from "node:assert/strict";
import test from "node:test";
import {
	asSuperuser,
	freshDatabase,
	nameOf,
	type TestDatabase,
} from "../../../test/database.ts";
import { applicationRole } from "./roles.ts";
import { refuseUnsafe, serverProblem } from "./safety.ts";

test("a database as Baton makes it is safe", async () => {
	await using database = await freshDatabase();
	await refuseUnsafe(database.logins);
});

/** Each way to open another door, as the owner or a superuser may do it in haste, and what Baton then says. */
const ways: readonly (readonly [string, string, RegExp])[] = [
	["superuser", "alter role :app superuser", /is a superuser/],
	["bypassing", "alter role :app bypassrls", /may step around/],
	["replication", "alter role :app replication", /may step around/],
	["creating roles", "alter role :app createrole", /may step around/],
	["a table of its own", "alter table person owner to :app", /owns person/],
	[
		"a schema of its own",
		"alter schema public owner to :app",
		/owns schema public/,
	],
	[
		"a function of its own",
		"alter function acting_person() owner to :app",
		/owns function acting_person/,
	],
	["the database", "alter database :database owner to :app", /owns database/],
	["the owner's role", "grant :owner to :app", /is a member of/],
	[
		"reading all data",
		"grant pg_read_all_data to :app",
		/member of pg_read_all_data/,
	],
	[
		"the server's files",
		"grant pg_read_server_files to :app",
		/member of pg_read_server_files/,
	],
	[
		"a role between",
		"create role :between; grant :owner to :between; grant :between to :app",
		/is a member of/,
	],
	[
		"security switched off",
		"alter table wish disable row level security",
		/switched off for wish/,
	],
	[
		"security not forced",
		"alter table mail no force row level security",
		/switched off for mail/,
	],
	[
		"a new table",
		"create table gossip (about uuid)",
		/switched off for gossip/,
	],
	[
		"a partitioned table",
		"create table gossip (at date) partition by range (at)",
		/switched off for gossip/,
	],
	[
		"a definer function",
		"create function peek() returns bigint security definer language sql return (select count(*) from wish)",
		/peek\(\) runs with its owner's rights/,
	],
	[
		"a definer function elsewhere",
		"create schema report; grant usage on schema report to public; create function report.peek() returns bigint security definer language sql return (select count(*) from wish)",
		/report\.peek\(\) runs/,
	],
	[
		"a view",
		"create view everyone as select * from person",
		/The view everyone is read/,
	],
	[
		"a view elsewhere",
		"create schema report; create view report.everyone as select * from person; grant usage on schema report to :app; grant select on report.everyone to :app",
		/The view report\.everyone/,
	],
	[
		"a view that says so",
		"create view everyone with (security_invoker = false) as select * from person",
		/The view everyone/,
	],
	[
		"a materialised view",
		"create materialized view everyone as select * from person",
		/The materialised view everyone/,
	],
	[
		"room for others' objects",
		"grant create on schema public to public",
		/may create objects/,
	],
	[
		"another search path",
		"alter role :app in database :database set search_path = report, public; create schema report; grant usage on schema report to :app",
		/by the search path/,
	],
	[
		"a schema named like it",
		'create schema ":plainapp"; grant usage on schema ":plainapp" to :app',
		/by the search path/,
	],
];

for (const [name, statement, says] of ways)
	test(`an unsafe database is refused: ${name}`, async () => {
		await using made = await unsafe(statement);
		await assert.rejects(refuseUnsafe(made.logins), (error: Error) => {
			assert.equal(error.name, "StartupProblem");
			assert.match(error.message, says);
			assert.match(error.message, /^[^\n]+: [^\n]+\.$/);
			return true;
		});
	});

/** What looks alike and is no danger. */
const harmless: readonly (readonly [string, string])[] = [
	[
		"a view with its reader's rights",
		"create view everyone with (security_invoker = true) as select * from person",
	],
	[
		"a report's view that the application cannot read",
		"create schema report; create view report.everyone as select * from person",
	],
	["an extension's functions", "create extension if not exists pg_trgm"],
	["another login", "create role :between bypassrls"],
];

for (const [name, statement] of harmless)
	test(`a safe database is taken: ${name}`, async () => {
		await using made = await unsafe(statement);
		await refuseUnsafe(made.logins);
	});

test("servers with a known hole in row-level security are refused by version", () => {
	for (const [version, name] of [
		[140_019, "14.19"],
		[150_013, "15.13"],
		[160_009, "16.9"],
		[170_005, "17.5"],
	] as const)
		assert.match(serverProblem(version, name) ?? "", new RegExp(name));
	for (const version of [150_014, 150_018, 160_010, 170_006, 180_000, 190_001])
		assert.equal(serverProblem(version, ""), undefined);
});

/** A database made unsafe, with an application login of its own, so that the other tests' is left as it is. */
async function unsafe(statement: string) {
	const database = await freshDatabase();
	const app = `unsafe_${crypto.randomUUID().slice(0, 8)}`;
	const between = `${app}_between`;
	const logins = await ownLogin(database, app);
	const name = nameOf(database);
	const owner = new URL(logins.owner).username;
	const told = statement
		.replaceAll(":app", app)
		.replaceAll(":plainapp", app)
		.replaceAll(":between", between)
		.replaceAll(":owner", owner)
		.replaceAll(":database", name);
	await asAdmin(name, `${told}`);
	return {
		logins,
		async [Symbol.asyncDispose]() {
			await asAdmin(
				name,
				`reassign owned by ${app} to ${owner}; drop owned by ${app}; alter database ${name} owner to ${owner}`,
			);
			await database[Symbol.asyncDispose]();
			await asAdmin(
				"postgres",
				`drop role if exists ${between}; drop role ${app}`,
			);
		},
	};
}

async function ownLogin({ logins }: TestDatabase, app: string) {
	const application = new URL(logins.application);
	application.username = app;
	application.password = "secret";
	const name = application.pathname.slice(1);
	await asAdmin(
		name,
		`create role ${app} login password 'secret'; grant connect on database ${name} to ${app}; grant usage on schema public to ${app}`,
	);
	const made = { ...logins, application: application.href };
	assert.equal(applicationRole(made), app);
	return made;
}

async function asAdmin(database: string, statement: string): Promise<void> {
	await asSuperuser(database, (client) => client.query(statement));
}
