import { sql } from "kysely";
import { bookedAhead } from "../../domain/sessions/rhythm.ts";
import { transact } from "../../platform/database/database.ts";
import { log } from "../../platform/log/log.ts";
import { record } from "../../platform/journal/journal.ts";
import type { Job } from "../../platform/jobs/jobs.ts";
import { closeAnsweredAlone } from "./commands/alone.ts";
import { cancelAfterEndings } from "./commands/ending.ts";
import { lockRelationship } from "./commands/book.ts";
import { extendSeries } from "./commands/series.ts";
import { habitIn } from "./queries/company.ts";

/** Every night the series are booked as far ahead as their rhythm asks, and what is left of ended relationships goes. */
export const sessionJobs: readonly Job[] = [
	{
		name: "extend-series",
		every: "20 3 * * *",
		run: async (_, database) => {
			const now = database.now();
			const actor = { kind: "process", process: "sessions" } as const;
			const found = await transact(
				database,
				{ actor, access: "write" },
				async (tx) => {
					await cancelAfterEndings(tx);
					await closeAnsweredAlone(tx);
					return tx
						.selectFrom("cadence")
						.innerJoin(
							"relationship",
							"relationship.id",
							"cadence.relationship_id",
						)
						.leftJoin(
							"relationship_ending as ending",
							"ending.relationship_id",
							"relationship.id",
						)
						.selectAll("cadence")
						.select("relationship.member_ids as members")
						.select(
							sql<number>`(
								select count(*)::integer from session where session.relationship_id = relationship.id
									and follows_cadence and state in ('proposed', 'booked') and starts_at > ${now}
							)`.as("ahead"),
						)
						.where("cadence.anchor", "is not", null)
						.where("ending.ended_at", "is", null)
						.orderBy("cadence.chosen_at")
						.orderBy("relationship.member_ids")
						.execute();
				},
			);
			// Most have what they need: those are left alone, and not locked.
			const due = found.filter(
				(row) => row.ahead < bookedAhead(habitIn(row).rhythm),
			);
			let booked = 0;
			for (const { relationship_id: relationship, members, ...row } of due)
				booked += await transact(
					database,
					{ actor, access: "write" },
					async (tx) => {
						await lockRelationship(tx, relationship);
						const count = await extendSeries(tx, {
							relationship,
							members,
							habit: habitIn(row),
							now: now.getTime(),
						});
						if (count > 0)
							await record(tx, {
								act: "extend-series",
								subject: { kind: "relationship", id: relationship },
								detail: { count },
							});
						return count;
					},
				);
			log("series-extended", { relationships: found.length, sessions: booked });
		},
	},
];
