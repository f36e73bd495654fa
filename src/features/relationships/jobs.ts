import { sql } from "kysely";
import { transact, nowOf } from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { isPeriod, publishEndings } from "./endings/tally.ts";

/** What is said about endings is published once in half a year, by nobody's hand. */
export const relationshipJobs: readonly Job[] = [
	{
		name: "publish-endings",
		run: ({ program, period }, database) =>
			transact(
				database,
				{ actor: { kind: "process", process: "endings" }, access: "write" },
				async (tx) => {
					if (!isPeriod(period)) return;
					await tx
						.deleteFrom("ending_question")
						.where("until", "<", sql<string>`now()::date`)
						.execute();
					await publishEndings(
						tx,
						{ program: String(program), period },
						nowOf(tx).toISOString().slice(0, 10),
					);
				},
			),
	},
];
