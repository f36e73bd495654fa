// Jobs whose worker is gone. A worker that takes a job writes its name on it, and only that worker takes the name off: after a kill or a
// power cut the job would stay taken for hours. So every worker also holds an advisory lock of its name on a connection of its process,
// which the database lets go the moment the process is gone; whoever can take that lock knows the worker is dead.
import { EventEmitter } from "node:events";
import type { WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { logError } from "../log/log.ts";

const SECONDS_BETWEEN_LOOKS = 15;

export type Attendance = {
	/** Where the runner announces its workers. */
	readonly events: WorkerEvents;
	readonly stop: () => Promise<void>;
};

/** Says for the workers announced in `events` that they live, and frees the jobs of those that do not. */
export function keepAttendance(pool: pg.Pool): Attendance {
	const events: WorkerEvents = new EventEmitter();
	const workers = new Set<string>();
	let connection: pg.PoolClient | undefined;
	let isStopped = false;
	let timer: NodeJS.Timeout | undefined;
	let looking = Promise.resolve();

	// All workers of a pool take jobs in the pool's name.
	events.on("pool:create", ({ workerPool }) => {
		workers.add(workerPool.id);
		lookSoon(0);
	});
	events.on("pool:release", ({ workerPool }) => {
		workers.delete(workerPool.id);
	});

	return {
		events,
		async stop() {
			isStopped = true;
			clearTimeout(timer);
			await looking;
			// Not back into the pool: the locks must go with the connection.
			connection?.release(true);
		},
	};

	function lookSoon(seconds: number): void {
		clearTimeout(timer);
		if (isStopped) return;
		timer = setTimeout(() => {
			looking = looking.then(look).then(() => lookSoon(SECONDS_BETWEEN_LOOKS));
		}, seconds * 1000);
	}

	async function look(): Promise<void> {
		if (isStopped) return;
		try {
			connection ??= await connect();
			await connection.query(HOLD, [[...workers]]);
			await connection.query(FREE, [[...workers]]);
		} catch (error) {
			logError("attendance-failed", error);
			connection?.release(true);
			connection = undefined;
		}
	}

	async function connect(): Promise<pg.PoolClient> {
		const client = await pool.connect();
		client.on("error", () => {
			if (connection === client) connection = undefined;
		});
		return client;
	}
}

// Locks stack up when taken twice, so only those not yet held are asked for.
const HOLD = `
	select pg_advisory_lock_shared(${lockOf("worker")})
	from unnest($1::text[]) as worker
	where not exists (
		select from pg_locks
		where locktype = 'advisory' and pid = pg_backend_pid()
			and classid = hashtext('baton worker')::oid
			and objid = hashtext(worker)::oid
	)`;

// A worker's first job may be older than its lock by a moment; and a session's own lock never stands in its way.
const FREE = `
	select graphile_worker.force_unlock_workers(array_agg(worker))
	from (
		select distinct locked_by as worker
		from graphile_worker.jobs
		where locked_at < now() - interval '10 seconds' and locked_by <> all ($1::text[])
	) as taken
	where pg_try_advisory_xact_lock(${lockOf("worker")})
	having count(*) > 0`;

function lockOf(worker: string): string {
	return `hashtext('baton worker'), hashtext(${worker})`;
}
