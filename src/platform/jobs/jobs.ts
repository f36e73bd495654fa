import {
	type JobHelpers,
	Logger,
	parseCronItems,
	run,
	runOnce,
	type WorkerEvents,
} from "graphile-worker";
import { sql } from "kysely";
import { type Database, type Tx } from "../database/database.ts";
import { log, logError, withRequestId } from "../log/log.ts";
import { keepAttendance } from "./abandoned.ts";

/** What a job is told: ids, never texts. */
export type Payload = Readonly<Record<string, string | number | boolean>>;

/** Work that outlives its request. It may run more than once: its effect must not. */
export type Job = {
	readonly name: string;
	/** When it runs by itself, once however many processes there are: minute, hour, day, month, weekday, in UTC ("30 2 * * *"). */
	readonly every?: string;
	readonly run: (payload: Payload, database: Database) => Promise<void>;
	/** The same for many that are due at once, for a dry run: where its work leaves the database nothing can be lost or doubled. */
	readonly together?: (
		payloads: readonly Payload[],
		database: Database,
	) => Promise<void>;
};

/**
 * Enqueues in this transaction: the job exists if and only if the act stands. A `key` replaces a waiting job of the same key; of a `queue`
 * one job is worked at a time.
 */
export async function addJob(
	tx: Tx,
	name: string,
	payload: Payload,
	{
		key,
		runAt,
		queue,
	}: {
		readonly key?: string;
		readonly runAt?: Date;
		readonly queue?: string;
	} = {},
): Promise<void> {
	await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key => ${key ?? null}, run_at => ${runAt ?? null}::timestamptz, queue_name => ${queue ?? null})`.execute(
		tx,
	);
}

/** Works the queue of one database until stopped, and takes up the jobs that a killed process left. */
export async function workQueue(
	database: Database,
	jobs: readonly Job[],
): Promise<{ readonly stop: () => Promise<void> }> {
	const attendance = keepAttendance(database.pool);
	const runner = await run({
		...settings(database, jobs, attendance.events),
		concurrency: 2,
		parsedCronItems: parseCronItems(
			jobs.flatMap(({ name, every }) =>
				every === undefined
					? []
					: [
							{
								task: name,
								match: every,
								// Nobody was there at that minute: it is made up for within the day.
								options: {
									backfillPeriod: every.startsWith("*") ? 0 : 86_400_000,
								},
							},
						],
			),
		),
	});
	return {
		async stop() {
			await runner.stop();
			await attendance.stop();
		},
	};
}

/** Works what waits in the queue now, and ends. */
export async function workOnce(
	database: Database,
	jobs: readonly Job[],
): Promise<void> {
	const attendance = keepAttendance(database.pool);
	try {
		await runOnce(settings(database, jobs, attendance.events));
	} finally {
		await attendance.stop();
	}
}

function settings(
	database: Database,
	jobs: readonly Job[],
	events: WorkerEvents,
) {
	return {
		events,
		pgPool: database.pool,
		noHandleSignals: true,
		logger: new Logger(() => (level, _message, facts) => {
			if (level === "error")
				log("job-queue", { fact: Object.keys(facts ?? {}).join(",") });
		}),
		taskList: Object.fromEntries(
			jobs.map((job) => [
				job.name,
				(payload: unknown, helpers: JobHelpers) =>
					withRequestId(`job-${helpers.job.id}`, () =>
						perform(job, payload, database),
					),
			]),
		),
	};
}

async function perform(
	job: Job,
	payload: unknown,
	database: Database,
): Promise<void> {
	const began = performance.now();
	try {
		await job.run(isPayload(payload) ? payload : {}, database);
	} catch (error) {
		logError("job-failed", error, { job: job.name });
		throw error;
	}
	log("job", { job: job.name, ms: Math.round(performance.now() - began) });
}

function isPayload(payload: unknown): payload is Payload {
	return typeof payload === "object" && payload !== null;
}
