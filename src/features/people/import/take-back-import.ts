import { sql } from "kysely";
import {
	type Database,
	transact,
	type Tx,
} from "../../../platform/database/database.ts";
import { record } from "../../../platform/journal/journal.ts";
import { logError } from "../../../platform/log/log.ts";
import type { LeavingReaction } from "../leaving.ts";
import { currentRun } from "./carry-out-import.ts";
import type { Run } from "./check-import.ts";
import { subjectOf } from "./commands/status.ts";
import { lockPeople } from "./commands/lock-people.ts";
import { takeBack } from "./commands/take-back.ts";
import type { ImportSummary, Obstacle } from "./import-record.ts";
import { asImport, progressReport } from "./progress.ts";
import { latestStanding, type PeopleImport } from "./queries/imports.ts";

class Obstructed extends Error {
	readonly obstacles: readonly Obstacle[];
	constructor(obstacles: readonly Obstacle[]) {
		super("obstructed");
		this.obstacles = obstacles;
	}
}

/** Puts everything back as it was before the latest import, or says what stands in the way and changes nothing. */
export async function takeBackImport(
	database: Database,
	run: Run,
	reactions: readonly LeavingReaction[],
): Promise<void> {
	const report = progressReport(database, run.import);
	try {
		await transact(database, asImport, async (tx) => {
			await lockPeople(tx);
			const found = await currentRun(tx, run, "undoing");
			if (found === null) return;
			await report("undoing", 0, 0);
			const isLatest = (await latestStanding(tx)) === run.import;
			const obstacles = isLatest
				? await takeBack(tx, { id: run.import, reactions })
				: [{ person: null, name: "", why: "later-import" }];
			if (obstacles.length > 0) throw new Obstructed(obstacles);
			await finish(tx, found);
		});
	} catch (error) {
		await transact(database, asImport, (tx) => sayWhy(tx, run, error));
	}
}

async function finish(tx: Tx, { id, summary }: PeopleImport): Promise<void> {
	const { figures, left, seconds } = summary;
	await tx
		.updateTable("people_import")
		.set({
			status: "undone",
			undone_at: sql<Date>`clock_timestamp()`,
			returned: null,
			restore: null,
			summary: JSON.stringify({ figures, left, seconds }),
		})
		.where("id", "=", id)
		.execute();
	for (const table of [
		"people_import_change",
		"people_import_problem",
	] as const)
		await tx.deleteFrom(table).where("import_id", "=", id).execute();
	await record(tx, { act: "undo-import-done", subject: subjectOf(id) });
}

const MOST_SHOWN = 50;

async function sayWhy(tx: Tx, run: Run, error: unknown): Promise<void> {
	const found = await currentRun(tx, run, "undoing");
	if (found === null) return;
	const isObstructed = error instanceof Obstructed;
	if (!isObstructed) logError("people-import-undo-failed", error);
	const obstacles = isObstructed
		? error.obstacles
		: [{ person: null, name: "", why: "bug" }];
	const summary: ImportSummary = {
		...found.summary,
		obstacles: obstacles.slice(0, MOST_SHOWN),
		obstacleCount: obstacles.length,
	};
	await tx
		.updateTable("people_import")
		.set({
			status: "imported",
			undone_by: null,
			summary: JSON.stringify(summary),
		})
		.where("id", "=", run.import)
		.execute();
	await record(tx, {
		act: "undo-import-refused",
		subject: subjectOf(run.import),
		detail: { obstacles: obstacles.length },
	});
}
