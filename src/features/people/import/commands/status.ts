import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";
import { addJob } from "../../../../platform/jobs/jobs.ts";
import { Conflict } from "../../../../platform/http/refusal.ts";
import { t } from "../../../../ui/text.ts";
import type { ImportStatus } from "../queries/imports.ts";

/** Moves an import on, if it still is where the page showed it. */
export async function become(
	tx: Tx,
	id: string,
	from: readonly ImportStatus[],
	to: ImportStatus,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("people_import")
		.set({ status: to })
		.where("id", "=", id)
		.where("status", "in", from)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict(alreadyMoved());
}

export function alreadyMoved(): string {
	return t(
		"Somebody has already decided on this import. Open its page again to see how it stands.",
	);
}

export async function enqueue(tx: Tx, id: string, job: string): Promise<void> {
	const run = randomUUID();
	await tx
		.updateTable("people_import")
		.set({ run_id: run })
		.where("id", "=", id)
		.execute();
	await tx
		.updateTable("people_import_progress")
		.set({ done: 0, total: 0, phase: "", updated_at: sql<Date>`now()` })
		.where("import_id", "=", id)
		.execute();
	await addJob(tx, job, { import: id, run });
}

export function subjectOf(id: string) {
	return { kind: "people-import", id } as const;
}
