import assert from "node:assert/strict";
import test from "node:test";
import { asSuperuser, freshDatabase, nameOf } from "../../../test/database.ts";
import { transact } from "./database.ts";
import { notify } from "./notifications.ts";

const housekeeping = {
	actor: { kind: "process", process: "housekeeping" },
	access: "write",
} as const;

const LONG = 60_000;

test("whoever waits hears what another transaction told, once it is committed, and nothing of other topics", async () => {
	await using database = await freshDatabase();
	const { notifications } = database;
	await settled(database);
	const heard: string[] = [];
	const first = notifications
		.next("round 1", LONG)
		.then(() => heard.push("round 1"));
	const other = notifications
		.next("round 2", LONG)
		.then(() => heard.push("round 2"));
	await assert.rejects(
		transact(database, housekeeping, async (tx) => {
			await notify(tx, "round 2");
			throw new Error("rolled back");
		}),
	);
	await transact(database, housekeeping, (tx) => notify(tx, "round 1"));
	await first;
	assert.deepEqual(heard, ["round 1"]);
	await transact(database, housekeeping, (tx) => notify(tx, "round 2"));
	await other;
});

test("a lost connection costs nobody a change: whoever waits is let go in time, and the next one hears again", async () => {
	await using database = await freshDatabase();
	await settled(database);
	const { rowCount } = await asSuperuser(nameOf(database), (client) =>
		client.query(
			"select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'baton notifications' and datname = current_database()",
		),
	);
	assert.equal(rowCount, 1);
	await database.notifications.next("round 1", 50);
	await settled(database);
});

/** Until something told is heard, which needs the connection to listen. */
async function settled(
	database: Awaited<ReturnType<typeof freshDatabase>>,
): Promise<void> {
	let isHeard = false;
	const hearing = database.notifications
		.next("here", LONG)
		.then(() => (isHeard = true));
	for (let tries = 0; !isHeard && tries < 1000; tries++) {
		void database.notifications.next("here", 20);
		await transact(database, housekeeping, (tx) => notify(tx, "here"));
	}
	await hearing;
}
