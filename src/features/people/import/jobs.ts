import { z } from "zod";
import {
	type Database,
	transact,
} from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";
import type { Job } from "../../../platform/jobs/jobs.ts";
import type { LeavingReaction } from "../leaving.ts";
import { carryOutImport } from "./carry-out-import.ts";
import { checkImport } from "./check-import.ts";
import { asImport, importTopic } from "./progress.ts";
import { takeBackImport } from "./take-back-import.ts";

const Run = z.object({ import: z.uuid(), run: z.uuid() });

/** What an import does outside of requests. `leaving`: what the rest of Baton does when a file says that someone has left. */
export function importJobs(
	leaving: readonly LeavingReaction[],
): readonly Job[] {
	return [
		job("people-import-check", checkImport),
		job("people-import-carry-out", (database, run) =>
			carryOutImport(database, run, leaving),
		),
		job("people-import-take-back", (database, run) =>
			takeBackImport(database, run, leaving),
		),
	];
}

/** However a job ends, whoever follows the import hears of it. */
function job(
	name: string,
	work: (database: Database, run: z.infer<typeof Run>) => Promise<void>,
): Job {
	return {
		name,
		run: async (payload, database) => {
			const run = Run.parse(payload);
			try {
				await work(database, run);
			} finally {
				await transact(database, asImport, (tx) =>
					notify(tx, importTopic(run.import)),
				);
			}
		},
	};
}
