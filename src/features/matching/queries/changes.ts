import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { planKinds } from "../plans.ts";

const Measure = z.enum(["access", "quality"]);
const Standing = z.enum(["pin", "forbid"]).nullable();

/** What a decision changed; each as it was and as it is. */
const Detail = z.object({
	pairs: z
		.array(
			z.object({
				mentee: z.string(),
				mentor: z.string(),
				mentorKind: z.string().nullish(),
				was: Standing,
				is: Standing,
			}),
		)
		.readonly()
		.default([]),
	place: z
		.object({ mentor: z.string(), was: z.number(), is: z.number() })
		.optional(),
	objective: z
		.object({
			was: z.enum(planKinds),
			is: z.enum(planKinds),
		})
		.optional(),
	/** Of the objective fair: what is kept between groups, in millionths. */
	ratio: z
		.object({ was: z.number().nullable(), is: z.number().nullable() })
		.optional(),
	/** Of the objective fair: what is compared. */
	measure: z.object({ was: Measure, is: Measure }).optional(),
	/** Places of several mentors at once, as a draft brings them. */
	places: z
		.array(z.object({ mentor: z.string(), was: z.number(), is: z.number() }))
		.readonly()
		.default([]),
	/** The draft that was adopted. */
	draft: z.object({ id: z.string(), name: z.string() }).optional(),
	policy: z.object({ was: z.unknown(), is: z.unknown() }).optional(),
});
export type ChangeDetail = z.infer<typeof Detail>;

export type RoundChange = NonNullable<
	Awaited<ReturnType<typeof changesOf>>[number]
>;

/** A round's latest decisions, latest first, undone ones among them. */
export async function changesOf(db: Db, round: string, most = 50) {
	const rows = await db
		.selectFrom("round_change")
		.leftJoin("person", "person.id", "round_change.changed_by")
		.select([
			"number",
			"kind",
			"detail",
			"changed_by as by",
			"changed_at as at",
			"undone_at as undoneAt",
			sql<string | null>`concat_ws(' ', first_name, last_name)`.as("byName"),
		])
		.where("round_id", "=", round)
		.orderBy("number", "desc")
		.limit(most)
		.execute();
	return rows.map((row) => ({ ...row, detail: Detail.parse(row.detail) }));
}

type Stage = {
	readonly number: number;
	readonly at: Date;
	readonly undoneAt: Date | null;
};

/**
 * What can be undone, and what can be done again, of changes latest first. Whoever decides something new after undoing has left what was
 * undone behind: it cannot come back over the new decision.
 */
export function undoable<Change extends Stage>(changes: readonly Change[]) {
	const undo = changes.find(({ undoneAt }) => undoneAt === null);
	const redo = changes.findLast(
		({ number, undoneAt }) =>
			undoneAt !== null &&
			number > (undo?.number ?? 0) &&
			changes.every((later) => later.number <= number || later.at <= undoneAt),
	);
	return { undo, redo };
}
