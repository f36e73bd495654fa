// The time of a dry run: it goes on in quarters of an hour, and stops only where somebody does something or a job is due.
import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";
import type { Job, Payload } from "../../platform/jobs/jobs.ts";

export const quarter = 15 * 60_000;

/** Something that is done, after everything before it in the same lane: what concerns one mentor is one lane, so that the outcome is always the same. */
type Act = { readonly lane: string; readonly act: () => Promise<void> };

export type Clockwork = {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Asks for something at a time; what lies behind is done at the next stop. */
	readonly at: (time: number, lane: string, act: () => Promise<void>) => void;
	readonly run: (going: Going) => Promise<void>;
};

export type Going = {
	/** Where jobs wait: the simulated database. */
	readonly database: Database;
	readonly jobs: readonly Job[];
	/** Hears of each job that was worked. */
	readonly worked: (name: string, payload: Payload) => void;
	readonly progress: (share: number) => void;
};

/** How many things go on at once: more than one connection's worth of waiting, less than the pool. */
const lanesAtOnce = 6;

export function makeClockwork(from: number, until: number): Clockwork {
	const stops: Act[][] = [];
	const count = Math.ceil((until - from) / quarter);
	let now = from;
	return {
		now: () => now,
		at(time, lane, act) {
			const stop = Math.max(0, Math.ceil((time - from) / quarter));
			const place = time <= now ? Math.floor((now - from) / quarter) + 1 : stop;
			if (place >= count) return;
			(stops[place] ??= []).push({ lane, act });
		},
		async run({ database, jobs, worked, progress }) {
			const queue = makeQueue(database, jobs, worked);
			let nextJob = 0;
			for (let stop = 0; stop < count; stop += 1) {
				const acts = stops[stop];
				if (acts === undefined && stop < nextJob) continue;
				now = from + stop * quarter;
				if (acts !== undefined) await inLanes(acts);
				// What has passed is let go: a year has tens of thousands of stops.
				stops[stop] = [];
				const due = await queue.work();
				nextJob = due === undefined ? count : Math.ceil((due - from) / quarter);
				progress(stop / count);
			}
		},
	};
}

/** Each lane in its order, some lanes at once. */
async function inLanes(acts: readonly Act[]): Promise<void> {
	const lanes = [...Map.groupBy(acts, ({ lane }) => lane).values()];
	let next = 0;
	const worker = async () => {
		for (let lane = lanes[next++]; lane !== undefined; lane = lanes[next++])
			for (const { act } of lane) await act();
	};
	await Promise.all(Array.from({ length: lanesAtOnce }, worker));
}

type Due = { readonly name: string; readonly payload: Payload };

function makeQueue(
	database: Database,
	jobs: readonly Job[],
	worked: Going["worked"],
) {
	const known = new Map(jobs.map((job) => [job.name, job]));
	return {
		/** Works what is due until nothing is; when the next is due, in milliseconds. */
		async work(): Promise<number | undefined> {
			for (;;) {
				const { due, next } = await takeDue(database);
				if (due.length === 0) return next;
				const [batched, each] = halves(
					due,
					({ name }) => known.get(name)?.together !== undefined,
				);
				const batches = [...Map.groupBy(batched, ({ name }) => name)];
				await inLanes([
					...each.map(({ name, payload }, place) => ({
						lane: laneOf(name, payload, place),
						act: async () => {
							await known.get(name)?.run(payload, database);
							worked(name, payload);
						},
					})),
					...batches.map(([name, own]) => ({
						lane: name,
						act: async () => {
							const payloads = own.map(({ payload }) => payload);
							await known.get(name)?.together?.(payloads, database);
							for (const payload of payloads) worked(name, payload);
						},
					})),
				]);
			}
		},
	};
}

function halves<T>(
	all: readonly T[],
	isFirst: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
	return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

// Two changes of one session come one after the other.
function laneOf(name: string, payload: Payload, place: number): string {
	return name === "session-changed" ? String(payload["session"]) : `${place}`;
}

// In one statement, as it is asked at every stop.
async function takeDue({ kysely, now }: Database) {
	const at = now();
	const { rows } = await sql<{ due: Due[] | null; next: string | null }>`
		with due as (
			delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
			where task.id = job.task_id and job.run_at <= ${at}
			returning job.id, task.identifier as name, job.payload
		)
		select (select json_agg(json_build_object('name', name, 'payload', payload) order by id) from due) as due,
			(select min(run_at) from graphile_worker._private_jobs where run_at > ${at}) as next
	`.execute(kysely);
	const [row] = rows;
	return {
		due: row?.due ?? [],
		next:
			row?.next === null || row === undefined
				? undefined
				: new Date(row.next).getTime(),
	};
}
