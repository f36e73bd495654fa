import {
	type Database,
	transact,
} from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";

/** What is told of when an import goes on. */
export function importTopic(id: string): string {
	return `import ${id}`;
}

export type Phase = "reading" | "comparing" | "writing" | "undoing";

export type ReportProgress = (
	phase: Phase,
	done: number,
	total: number,
) => Promise<void>;

/** Writes down how far an import is, on transactions of its own: the one big transaction shows nothing before it is over. */
export function progressReport(database: Database, id: string): ReportProgress {
	return (phase, done, total) =>
		transact(database, { ...asImport, isApart: true }, async (tx) => {
			await tx
				.updateTable("people_import_progress")
				.set({ phase, done, total, updated_at: new Date() })
				.where("import_id", "=", id)
				.execute();
			await notify(tx, importTopic(id));
		});
}

/** How the jobs of an import act: as a process with narrow policies of its own. */
export const asImport = {
	actor: { kind: "process", process: "people-import" },
	access: "write",
} as const;
