import { sql } from "kysely";
import { bookedAhead } from "../../domain/sessions/rhythm.ts";
import {
	type Database,
	transact,
	type Tx,
} from "../../platform/database/database.ts";
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
		run: async (_, database) =>
			log("series-extended", await extendAllSeries(database)),
	},
];

const asSessions = {
	actor: { kind: "process", process: "sessions" },
	access: "write",
} as const;

/** How many relationships have a series, and how many sessions were booked. */
export async function extendAllSeries(
	database: Database,
): Promise<{ readonly relationships: number; readonly sessions: number }> {
	const now = database.now();
	const found = await transact(database, asSessions, async (tx) => {
		await cancelAfterEndings(tx);
		await closeAnsweredAlone(tx);
		return seriesFound(tx, now);
	});
	// Most have what they need: those are left alone, and not locked.
	const due = found.filter(
		(row) => row.ahead < bookedAhead(habitIn(row).rhythm),
	);
	let sessions = 0;
	for (const { relationship_id: relationship, members, ...row } of due)
		sessions += await transact(database, asSessions, async (tx) => {
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
		});
	return { relationships: found.length, sessions };
}

/** Of relationships that run, with how many of their sessions lie ahead. */
function seriesFound(tx: Tx, now: Date) {
	return tx
		.selectFrom("cadence")
		.innerJoin("relationship", "relationship.id", "cadence.relationship_id")
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
}
