import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { filledDatabase } from "../../../test/database.ts";
import { type Database, nowOf, transact, type Tx } from "./database.ts";
import { inOneTransaction } from "./one-transaction.ts";

const asSetUp = {
	actor: { kind: "process", process: "set-up" },
	access: "write",
} as const;

test("what is done in parts stands when all are over; a part that fails is undone alone, all when the whole fails", async () => {
	await using database = await emptyWithOwnTime();
	const years = [2025, 2026, 2027].map(
		(year) => new Date(`${year}-03-01T09:00Z`),
	);
	let time = years[0];
	const now = () => time ?? new Date(0);

	await assert.rejects(
		inOneTransaction(database, now, async (inside) => {
			await add(inside, "Ada");
			throw new Error("in the end");
		}),
		/in the end/,
	);
	assert.deepEqual(await names(database), []);

	await inOneTransaction(database, now, async (inside) => {
		await add(inside, "Bert");
		time = years[1];
		await assert.rejects(
			transact(inside, asSetUp, async (tx) => {
				await insert(tx, "Carla");
				// The same address again: PostgreSQL refuses, and with it what came before in this part.
				await insert(tx, "Carla");
			}),
		);
		assert.deepEqual(await names(database), [], "nobody outside sees it");
		// Two at once come one after the other.
		await Promise.all([add(inside, "Dora"), add(inside, "Emil")]);
		time = years[2];
		await transact(inside, asSetUp, async (tx) => {
			const { rows } = await sql<{ now: Date }>`select now() as now`.execute(
				tx,
			);
			assert.deepEqual(rows[0]?.now, years[2]);
			assert.deepEqual(nowOf(tx), years[2]);
		});
	});
	assert.deepEqual(await names(database), ["Bert", "Dora", "Emil"]);
	const { rows } = await transact(database, asSetUp, (tx) =>
		sql<{ name: string; at: Date; now: Date }>`
			select first_name as name, created_at as at, now() as now from person order by first_name
		`.execute(tx),
	);
	assert.deepEqual(
		rows.map(({ at }) => at),
		[years[0], years[1], years[1]],
		"each is written at the time that was told",
	);
	const since = Date.now() - (rows[0]?.now.getTime() ?? 0);
	assert.ok(since >= 0 && since < 60_000, "and outside it is the world's time");
});

function emptyWithOwnTime() {
	return filledDatabase("own_time", async () => {});
}

function add(database: Database, name: string): Promise<void> {
	return transact(database, asSetUp, (tx) => insert(tx, name));
}

async function insert(tx: Tx, name: string): Promise<void> {
	await tx
		.insertInto("person")
		.values({
			first_name: name,
			last_name: "",
			email: `${name}@meridian.example`,
			search_text: name.toLowerCase(),
		})
		.execute();
}

function names(database: Database): Promise<readonly string[]> {
	return transact(database, asSetUp, async (tx) =>
		(
			await tx
				.selectFrom("person")
				.select("first_name as name")
				.orderBy("first_name")
				.execute()
		).map(({ name }) => name),
	);
}
