import {
	type Database,
	transact,
	type Tx,
	nowOf,
} from "../../platform/database/database.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { closeOnTime, fillFromList } from "./commands/lottery-draw.ts";
import { isoDay } from "./day.ts";

/** What a lottery does by itself: the list closes when its last day is over, and a place that becomes free goes to the next. */
export function programJobs(origin: string): readonly Job[] {
	return [
		{
			name: "close-lottery",
			run: ({ program }, database) =>
				as(database, (tx) => closeOnTime(tx, String(program), origin)),
		},
		{
			name: "fill-from-list",
			run: ({ program }, database) =>
				as(database, async (tx) => {
					const { time_zone } = await tx
						.selectFrom("organisation")
						.select("time_zone")
						.executeTakeFirstOrThrow();
					const today = isoDay(nowOf(tx), time_zone);
					await fillFromList(tx, String(program), { today, origin });
				}),
		},
	];
}

async function as(
	database: Database,
	work: (tx: Tx) => Promise<void>,
): Promise<void> {
	await transact(
		database,
		{ actor: { kind: "process", process: "lottery" }, access: "write" },
		work,
	);
}
