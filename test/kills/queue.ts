import { setTimeout } from "node:timers/promises";
import type { TestDatabase } from "../database.ts";
import { asOwner } from "../owner.ts";

/** The jobs that this is about. */
const watched = ["deliver-mail", "session-changed"];

const WAITING = `
	select count(*)::integer as count, coalesce(max(attempts), 0)::integer as attempts, bool_or(attempts >= max_attempts) as "isGivenUp"
	from graphile_worker.jobs where task_identifier = any ($1)`;

type Waiting = {
	readonly count: number;
	readonly attempts: number;
	readonly isGivenUp: boolean | null;
};

/** Resolves once no mail and no change of a session waits; how many seconds that took. */
export async function drained(database: TestDatabase): Promise<number> {
	const began = performance.now();
	const seconds = () => (performance.now() - began) / 1000;
	for (;;) {
		const [waiting] = await asOwner<Waiting>(database, WAITING, [watched]);
		if (waiting === undefined || waiting.count === 0) return seconds();
		if (waiting.isGivenUp === true || seconds() > 900)
			throw new Error(`jobs are left: ${JSON.stringify(waiting)}`);
		await setTimeout(200);
	}
}

/** What a killed process was at is taken up a quarter of a minute later, what failed after a pause: here that time is over at once. */
export async function hurry(database: TestDatabase): Promise<void> {
	await asOwner(
		database,
		`update graphile_worker._private_jobs set run_at = least(run_at, now()), locked_at = locked_at - interval '1 minute'
		where task_id in (select id from graphile_worker._private_tasks where identifier = any ($1))`,
		[watched],
	);
}
