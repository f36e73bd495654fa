// A work's row: begun with the job that does it, gone with its result. All of this must run as the process `pairing`.
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";
import { roundTopic } from "../queries/rounds.ts";
import { workTopic } from "./queries.ts";
import type { Stage, Work, WorkId, WorkProgress } from "./steps.ts";

/** Notes that a work waits to be done, in the place of whatever there was of its kind. */
export async function beginWork(
	tx: Tx,
	{ round, fingerprint, work }: WorkId,
): Promise<void> {
	const begun = {
		fingerprint,
		stage: "waiting" as const,
		progress: JSON.stringify({}),
		ended: null,
		updated_at: sql<Date>`clock_timestamp()`,
	};
	await tx
		.insertInto("round_work")
		.values({ round_id: round, work, ...begun })
		.onConflict((row) => row.columns(["round_id", "work"]).doUpdateSet(begun))
		.execute();
	await notify(tx, workTopic(round));
}

/** Whether somebody still waits for it: not stopped, and the plan it is about still the round's. */
export async function isWanted(tx: Tx, id: WorkId): Promise<boolean> {
	const row = await tx
		.selectFrom("round_work")
		.innerJoin("round", "round.id", "round_work.round_id")
		.select("round.id")
		.where("round.id", "=", id.round)
		.where("round.fingerprint", "=", id.fingerprint)
		.where("round_work.work", "=", id.work)
		.where("round_work.fingerprint", "=", id.fingerprint)
		.where("round_work.ended", "is", null)
		.executeTakeFirst();
	return row !== undefined;
}

/** The same, held until the transaction ends: nobody stops it between this and storing its result. */
export async function holdWanted(tx: Tx, id: WorkId): Promise<boolean> {
	await tx
		.selectFrom("round")
		.select("id")
		.where("id", "=", id.round)
		.forUpdate()
		.execute();
	await tx
		.selectFrom("round_work")
		.select("round_id")
		.where("round_id", "=", id.round)
		.where("work", "=", id.work)
		.forUpdate()
		.execute();
	return isWanted(tx, id);
}

/** Says how far it is. */
export async function noteProgress(
	tx: Tx,
	id: WorkId,
	stage: Stage,
	progress: WorkProgress,
): Promise<void> {
	await tx
		.updateTable("round_work")
		.set({
			stage,
			progress: JSON.stringify(progress),
			updated_at: sql<Date>`clock_timestamp()`,
		})
		.where("round_id", "=", id.round)
		.where("work", "=", id.work)
		.where("fingerprint", "=", id.fingerprint)
		.where("ended", "is", null)
		.execute();
	await notify(tx, workTopic(id.round));
}

/** It is done: what it found stands with the plan. */
export async function finishWork(
	tx: Tx,
	{ round, fingerprint, work }: WorkId,
): Promise<void> {
	await tx
		.deleteFrom("round_work")
		.where("round_id", "=", round)
		.where("work", "=", work)
		.where("fingerprint", "=", fingerprint)
		.execute();
	await tell(tx, round);
}

/** It ended without its result. False where it had ended before. */
export async function endWork(
	tx: Tx,
	{ round, fingerprint, work }: WorkId,
	ended: "stopped" | "failed" | "undecided",
): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable("round_work")
		.set({ ended, updated_at: sql<Date>`clock_timestamp()` })
		.where("round_id", "=", round)
		.where("work", "=", work)
		.where("fingerprint", "=", fingerprint)
		.where("ended", "is", null)
		.executeTakeFirst();
	await tell(tx, round);
	return numUpdatedRows > 0n;
}

/** Of a plan that is no more nothing is worked out. */
export async function forgetWork(
	tx: Tx,
	round: string,
	work: Work,
): Promise<void> {
	await tx
		.deleteFrom("round_work")
		.where("round_id", "=", round)
		.where("work", "=", work)
		.execute();
}

async function tell(tx: Tx, round: string): Promise<void> {
	await notify(tx, workTopic(round));
	await notify(tx, roundTopic(round));
}
