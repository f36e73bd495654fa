import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

export const replyOutcomes = [
	"taken",
	"outdated",
	"unknown",
	"unreadable",
] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

export type ReplyDay = {
	/** YYYY-MM-DD */
	readonly day: string;
	readonly counts: Readonly<Record<ReplyOutcome, number>>;
};

/** What came back to invitations by mail in the last 60 days, by day, latest first: counts and nothing of whom. */
export async function replyDays(db: Db): Promise<readonly ReplyDay[]> {
	const rows = await db
		.selectFrom("reply_tally")
		.select(["day", "outcome", "count"])
		.where("day", ">", sql<string>`current_date - 60`)
		.orderBy("day", "desc")
		.execute();
	return [...Map.groupBy(rows, ({ day }) => day)].map(([day, found]) => {
		const of = (outcome: ReplyOutcome) =>
			found.find((row) => row.outcome === outcome)?.count ?? 0;
		return {
			day,
			counts: {
				taken: of("taken"),
				outdated: of("outdated"),
				unknown: of("unknown"),
				unreadable: of("unreadable"),
			},
		};
	});
}
