import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
import { notify } from "../../platform/database/notifications.ts";
import type { ThrownAway } from "../../platform/database/thrown-away.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { runInWorker } from "../../platform/workers/run-in-worker.ts";
import { dryRunTopic } from "./queries.ts";
import type { Findings } from "./findings-kept.ts";
import type { Plan } from "./made-up-program.ts";
import { readPlan } from "./plan.ts";

/** What the thread is told. */
export type DryRunTask = {
	readonly plan: Plan;
	readonly logins: ThrownAway["logins"];
};

export type DryRunOptions = {
	/** The module that goes through the year: it knows every job, and so stands above the features. */
	readonly thread: URL;
	/** Where the year takes place; undefined: nowhere, and each dry run fails. */
	readonly throwAway: (() => Promise<ThrownAway>) | undefined;
};

/** One dry run at a time, on a thread of its own, in a database of its own. */
export function dryRunJobs({
	thread,
	throwAway,
}: DryRunOptions): readonly Job[] {
	return [
		{
			name: "dry-run",
			run: async ({ run }, database) => {
				const id = String(run);
				const plan = await as(database, (tx) => takeUp(tx, id));
				if (plan === undefined) return;
				try {
					const findings = await goThrough(database, id, {
						plan,
						thread,
						throwAway,
					});
					await end(database, id, {
						state: "done",
						findings: JSON.stringify(findings),
					});
				} catch (error) {
					await end(database, id, { state: "failed" });
					throw error;
				}
			},
		},
	];
}

async function goThrough(
	database: Database,
	id: string,
	{ plan, thread, throwAway }: DryRunOptions & { readonly plan: Plan },
): Promise<Findings> {
	if (throwAway === undefined)
		throw new Error("there is no place for a dry run");
	const place = await throwAway();
	try {
		const task: DryRunTask = { plan, logins: place.logins };
		return await runInWorker<number, Findings>({
			module: thread,
			input: task,
			signal: new AbortController().signal,
			memoryMb: 1024,
			onStep: (percent) =>
				as(database, async (tx) => {
					await tx
						.updateTable("dry_run")
						.set({ percent })
						.where("id", "=", id)
						.execute();
					await notify(tx, dryRunTopic(id));
				}),
		});
	} finally {
		await place.drop();
	}
}

/** Undefined where it is over already; one that was cut off begins anew. */
async function takeUp(tx: Tx, id: string): Promise<Plan | undefined> {
	const row = await tx
		.updateTable("dry_run")
		.set({ state: "running", percent: 0 })
		.where("id", "=", id)
		.where("state", "in", ["waiting", "running"])
		.returning("plan")
		.executeTakeFirst();
	return row && readPlan(row.plan);
}

function end(
	database: Database,
	id: string,
	outcome: {
		readonly state: "done" | "failed";
		readonly findings?: string;
	},
): Promise<void> {
	return as(database, async (tx) => {
		await tx
			.updateTable("dry_run")
			.set({ ...outcome, ended_at: database.now() })
			.where("id", "=", id)
			.execute();
		await notify(tx, dryRunTopic(id));
	});
}

function as<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
	return transact(
		database,
		{ actor: { kind: "process", process: "dry-run" }, access: "write" },
		work,
	);
}
