import assert from "node:assert/strict";
import test from "node:test";
import pg from "pg";
import { freshDatabase } from "../../../test/database.ts";
import { transact } from "../database/database.ts";
import { addJob, type Job, workQueue } from "./jobs.ts";

test("the job of a worker that is gone is taken up by another", async () => {
	await using database = await freshDatabase();
	const done = Promise.withResolvers<void>();
	await enqueue(database);
	await take(database.logins.owner, "worker-gone");
	const queue = await workQueue(database, [job(done.resolve)]);
	await done.promise;
	await queue.stop();
});

test("the job of a worker that lives is left to it, however long it takes", async () => {
	await using database = await freshDatabase();
	let runs = 0;
	await enqueue(database);
	await take(database.logins.owner, "worker-lives");
	const elsewhere = new pg.Client(database.logins.application);
	await elsewhere.connect();
	await elsewhere.query(
		"select pg_advisory_lock_shared(hashtext('baton worker'), hashtext('worker-lives'))",
	);
	const seen = Promise.withResolvers<void>();
	const first = await workQueue(database, [
		job(() => runs++),
		{ name: "look", run: async () => seen.resolve() },
	]);
	await transact(database, housekeeping, (tx) => addJob(tx, "look", {}));
	await seen.promise;
	await first.stop();
	assert.equal(runs, 0);

	await elsewhere.end();
	const done = Promise.withResolvers<void>();
	const second = await workQueue(database, [job(done.resolve)]);
	await done.promise;
	await second.stop();
});

test("whoever works a job holds the lock of the name that stands on it, so that nobody takes it for abandoned", async () => {
	await using database = await freshDatabase();
	const owner = new pg.Client(database.logins.owner);
	await owner.connect();
	const isHeld = async () => {
		const { rows } = await owner.query<{ free: boolean }>(
			"select pg_try_advisory_xact_lock(hashtext('baton worker'), hashtext(locked_by)) as free from graphile_worker._private_jobs",
		);
		return rows.length === 1 && rows.every(({ free }) => !free);
	};
	let held = false;
	const done = Promise.withResolvers<void>();
	const queue = await workQueue(database, [
		{
			name: "long-work",
			run: async () => {
				for (let looks = 0; looks < 2000 && !held; looks++)
					held = await isHeld();
				done.resolve();
			},
		},
	]);
	await enqueue(database);
	await done.promise;
	await queue.stop();
	await owner.end();
	assert.ok(held);
});

const housekeeping = {
	actor: { kind: "process", process: "housekeeping" },
	access: "write",
} as const;

function job(run: () => void): Job {
	return { name: "long-work", run: async () => run() };
}

async function enqueue(database: Parameters<typeof transact>[0]) {
	await transact(database, housekeeping, (tx) => addJob(tx, "long-work", {}));
}

/** As a process that was killed a minute ago left it. */
async function take(ownerUrl: string, worker: string): Promise<void> {
	const owner = new pg.Client(ownerUrl);
	await owner.connect();
	const { rowCount } = await owner.query(
		"update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute', attempts = 1",
		[worker],
	);
	await owner.end();
	assert.equal(rowCount, 1);
}
