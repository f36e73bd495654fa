import type { Db } from "../../platform/database/database.ts";

export type StoredCheckpoint = {
	readonly size: string;
	readonly at: Date;
	readonly note: string;
	readonly sentAt: Date | null;
};

export async function newestCheckpoint(
	db: Db,
): Promise<StoredCheckpoint | undefined> {
	const [newest] = await checkpoints(db, 1);
	return newest;
}

/** Newest first. */
export function checkpoints(
	db: Db,
	limit: number,
): Promise<StoredCheckpoint[]> {
	return db
		.selectFrom("journal_checkpoint")
		.select(["size", "at", "note", "sent_at as sentAt"])
		.orderBy("size", "desc")
		.limit(limit)
		.execute();
}

export async function sealedStanding(db: Db) {
	const tree = await db
		.selectFrom("journal_tree")
		.select(["log", "size"])
		.executeTakeFirstOrThrow();
	const { waiting } = await db
		.selectFrom("journal_waiting")
		.select(({ fn }) => fn.countAll<string>().as("waiting"))
		.executeTakeFirstOrThrow();
	return { log: tree.log, size: Number(tree.size), waiting: Number(waiting) };
}
