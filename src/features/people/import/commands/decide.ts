import type { Tx } from "../../../../platform/database/database.ts";
import { Conflict } from "../../../../platform/http/refusal.ts";
import { record } from "../../../../platform/journal/journal.ts";
import type { ImportStatus } from "../queries/imports.ts";
import type { NewImport } from "./begin.ts";
import { alreadyMoved, become, enqueue, subjectOf } from "./status.ts";

/** Says what the columns mean and sends the file off to be compared with the people there are. */
export async function startCheck(
	tx: Tx,
	id: string,
	{ mapping, choices }: Pick<NewImport, "mapping" | "choices">,
): Promise<void> {
	await become(tx, id, ["uploaded", "checked", "failed"], "checking");
	await tx
		.updateTable("people_import")
		.set({
			mapping: JSON.stringify(mapping),
			options: JSON.stringify(choices),
			summary: null,
		})
		.where("id", "=", id)
		.execute();
	await enqueue(tx, id, "people-import-check");
	await record(tx, { act: "check-people", subject: subjectOf(id) });
}

/** Sends an import off. Two people who press at once: the second is told. */
export async function startImport(
	tx: Tx,
	id: string,
	left: number,
): Promise<void> {
	await become(tx, id, ["checked"], "importing");
	await enqueue(tx, id, "people-import-carry-out");
	await record(tx, {
		act: "import-people",
		subject: subjectOf(id),
		detail: { left },
	});
}

export async function startUndo(tx: Tx, id: string, by: string): Promise<void> {
	await become(tx, id, ["imported"], "undoing");
	await tx
		.updateTable("people_import")
		.set({ undone_by: by })
		.where("id", "=", id)
		.execute();
	await enqueue(tx, id, "people-import-take-back");
	await record(tx, { act: "undo-import", subject: subjectOf(id) });
}

/** A job that was killed with its process: it is sent off again. What it had begun was one transaction, so nothing is half done. */
export async function startAgain(
	tx: Tx,
	id: string,
	status: ImportStatus,
): Promise<void> {
	const job = JOBS[status];
	if (job === undefined) throw new Conflict(alreadyMoved());
	await become(tx, id, [status], status);
	await enqueue(tx, id, job);
	await record(tx, { act: "restart-import", subject: subjectOf(id) });
}

export async function discardImport(tx: Tx, id: string): Promise<void> {
	await become(tx, id, ["uploaded", "checked", "failed"], "discarded");
	await tx
		.updateTable("people_import")
		.set({ file: null, look: null, returned: null })
		.where("id", "=", id)
		.execute();
	await tx
		.deleteFrom("people_import_row")
		.where("import_id", "=", id)
		.execute();
	await tx
		.deleteFrom("people_import_problem")
		.where("import_id", "=", id)
		.execute();
	await record(tx, { act: "discard-import", subject: subjectOf(id) });
}

const JOBS: Readonly<Partial<Record<ImportStatus, string>>> = {
	checking: "people-import-check",
	importing: "people-import-carry-out",
	undoing: "people-import-take-back",
};
