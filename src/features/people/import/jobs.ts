import { z } from "zod";
import type { Job } from "../../../platform/jobs/jobs.ts";
import type { LeavingReaction } from "../leaving.ts";
import { carryOutImport } from "./carry-out-import.ts";
import { checkImport } from "./check-import.ts";
import { takeBackImport } from "./take-back-import.ts";

const Run = z.object({ import: z.uuid(), run: z.uuid() });

/** What an import does outside of requests. `leaving`: what the rest of Baton does when a file says that someone has left. */
export function importJobs(
	leaving: readonly LeavingReaction[],
): readonly Job[] {
	return [
		{
			name: "people-import-check",
			run: (payload, database) => checkImport(database, Run.parse(payload)),
		},
		{
			name: "people-import-carry-out",
			run: (payload, database) =>
				carryOutImport(database, Run.parse(payload), leaving),
		},
		{
			name: "people-import-take-back",
			run: (payload, database) =>
				takeBackImport(database, Run.parse(payload), leaving),
		},
	];
}
