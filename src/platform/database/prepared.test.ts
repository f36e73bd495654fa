import assert from "node:assert/strict";
import test from "node:test";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { asSuperuser, freshDatabase, nameOf } from "../../../test/database.ts";
import { preparing } from "./prepared.ts";

test("a connection keeps the statements asked for last, none that was for many; where a table changes one statement fails, and all after it are well", async () => {
	await using database = await freshDatabase();
	const pool = new pg.Pool({ ...database.pool.options, max: 1 });
	pool.on("error", () => {});
	await using kysely = new Kysely<unknown>({
		dialect: new PostgresDialect({ pool: preparing(pool, { kept: 3 }) }),
	});
	const ask = async (text: string) => {
		const { rows } = await sql.raw<unknown>(text).execute(kysely);
		return rows;
	};
	const kept = async () => {
		const client = await pool.connect();
		const { rows } = await client.query<{ statement: string }>(
			"select statement from pg_prepared_statements order by prepare_time",
		);
		client.release();
		return rows.map(({ statement }) => statement);
	};
	for (const one of [1, 2, 3, 4]) await ask(`select ${one}`);
	assert.deepEqual(await kept(), ["select 2", "select 3", "select 4"]);
	await ask("select 2");
	await ask("select 5");
	assert.deepEqual(await kept(), ["select 2", "select 4", "select 5"]);

	const all = Array.from({ length: 51 }, (_, one) => one);
	await sql`select ${all.slice(0, 50)}::integer[]`.execute(kysely);
	await sql`select cardinality(${all}::integer[])`.execute(kysely);
	assert.deepEqual(await kept(), [
		"select 2",
		"select 5",
		"select $1::integer[]",
	]);

	const alter = (to: string) =>
		asSuperuser(nameOf(database), (client) =>
			client.query(`create or replace view thing as ${to}`),
		);
	await alter("select 1 as one");
	await asSuperuser(nameOf(database), (client) =>
		client.query("grant select on thing to public"),
	);
	assert.deepEqual(await ask("select * from thing"), [{ one: 1 }]);
	await alter("select 1 as one, 2 as two");
	await assert.rejects(ask("select * from thing"), /cached plan/);
	assert.deepEqual(await ask("select * from thing"), [{ one: 1, two: 2 }]);
});
