// The job queue of a dry run: what is due is taken and worked here, at the time it was due, by the same jobs as in life.
import { sql } from "kysely";
import type { Database } from "../../platform/database/database.ts";
import type { Job, Payload } from "../../platform/jobs/jobs.ts";

/** A job that waited. */
export type Due = {
	readonly name: string;
	readonly payload: Payload;
	/** Milliseconds since 1970. */
	readonly runAt: number;
};

/** When the next job is due, in milliseconds since 1970; infinite where none waits. */
export type Next = {
	/** Of any kind. */
	readonly any: number;
	/** Of those that may concern everybody. */
	readonly common: number;
};

/** Something to be done at a time; what is of one lane comes one after the other. */
export type Deed = {
	readonly lane: string;
	readonly time: number;
	readonly act: () => Promise<void>;
};

/** Jobs about one session or one mail: nobody else's doings depend on them, so that each may be worked beside what others do at other times. */
const alone: readonly string[] = ["session-changed", "deliver-mail"];

/** Takes what is due by a time, and says what comes next. In one statement, as it is asked thousands of times. */
export async function takeDue(
	{ kysely }: Database,
	by: number,
): Promise<{ readonly due: readonly Due[]; readonly next: Next }> {
	const at = new Date(by);
	const { rows } = await sql<{
		due: (Omit<Due, "runAt"> & { readonly runAt: string })[] | null;
		any: Date | null;
		common: Date | null;
	}>`
		with due as (
			delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
			where task.id = job.task_id and job.run_at <= ${at}
			returning job.id, task.identifier as name, job.payload, job.run_at
		), later as (
			select job.run_at, task.identifier as name
			from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
			where job.run_at > ${at}
		)
		select (select json_agg(json_build_object('name', name, 'payload', payload, 'runAt', run_at) order by id) from due) as due,
			(select min(run_at) from later) as any,
			(select min(run_at) from later where name <> all (${alone})) as common
	`.execute(kysely);
	const [row] = rows;
	return {
		due: (row?.due ?? []).map(({ runAt, ...each }) => ({
			...each,
			runAt: Date.parse(runAt),
		})),
		next: { any: whenOf(row?.any), common: whenOf(row?.common) },
	};
}

function whenOf(date: Date | null | undefined): number {
	return date?.getTime() ?? Number.POSITIVE_INFINITY;
}

/** What is due as deeds at the times `timeOf` gives: those that can be worked together are one, each other is one of its own. */
export function deedsOf(
	due: readonly Due[],
	{
		database,
		jobs,
		timeOf,
		worked,
	}: {
		readonly database: Database;
		readonly jobs: ReadonlyMap<string, Job>;
		readonly timeOf: (due: Due) => number;
		readonly worked: (name: string, payload: Payload) => void;
	},
): readonly Deed[] {
	const isTogether = ({ name }: Due) => jobs.get(name)?.together !== undefined;
	const batches = Map.groupBy(
		due.filter(isTogether),
		(each) => `${each.name} ${timeOf(each)}`,
	);
	return [
		...due.flatMap((each, place) =>
			isTogether(each)
				? []
				: [
						{
							lane: laneOf(each, place),
							time: timeOf(each),
							act: async () => {
								await jobs.get(each.name)?.run(each.payload, database);
								worked(each.name, each.payload);
							},
						},
					],
		),
		...[...batches].flatMap(([lane, own]) => {
			const [first] = own;
			if (first === undefined) return [];
			return [
				{
					lane,
					time: timeOf(first),
					act: async () => {
						const payloads = own.map(({ payload }) => payload);
						await jobs.get(first.name)?.together?.(payloads, database);
						for (const payload of payloads) worked(first.name, payload);
					},
				},
			];
		}),
	];
}

// Two changes of one session come one after the other.
function laneOf({ name, payload }: Due, place: number): string {
	return name === "session-changed" ? String(payload["session"]) : `${place}`;
}
