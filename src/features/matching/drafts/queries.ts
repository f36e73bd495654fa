import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import { readDocument } from "../policy-document.ts";
import { Figures, Pairs, Totals } from "../queries/plans.ts";
import { isId, type Round } from "../queries/rounds.ts";
import { supposedPlaces } from "../queries/places.ts";
import type { Settings } from "./settings.ts";

export type Draft = Awaited<ReturnType<typeof draftsOf>>[number];

/** A round's drafts, latest first. */
export async function draftsOf(db: Db, round: string) {
	const rows = await draftRows(db)
		.where("plan_draft.round_id", "=", round)
		.orderBy("plan_draft.begun_at", "desc")
		.orderBy("plan_draft.id")
		.execute();
	return rows.map(readDraft);
}

/** One of them. NotFound where the round has no such draft. */
export async function findDraft(
	db: Db,
	round: string,
	id: string,
): Promise<Draft> {
	if (!isId(id)) throw new NotFound();
	const row = await draftRows(db)
		.where("plan_draft.round_id", "=", round)
		.where("plan_draft.id", "=", id)
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	return readDraft(row);
}

/** What the round is planned from now, in the form of a draft's settings. */
export async function presentSettings(
	db: Db,
	round: Pick<
		Round,
		"id" | "policy" | "objective" | "equityRatio" | "equityMeasure"
	>,
): Promise<Settings> {
	return {
		policy: round.policy,
		objective: round.objective,
		ratio: round.equityRatio,
		measure: round.equityMeasure,
		places: await supposedPlaces(db, round.id),
	};
}

export type DraftResult = NonNullable<
	Awaited<ReturnType<typeof resultsOf>> extends ReadonlyMap<string, infer One>
		? One
		: never
>;

/** What drafts came to when they were last planned, by draft. */
export async function resultsOf(db: Db, drafts: readonly string[]) {
	if (drafts.length === 0) return new Map<string, never>();
	const rows = await db
		.selectFrom("plan_draft_result")
		.select([
			"draft_id as draft",
			"version",
			"beside",
			"plan",
			"problem",
			"computed_at as computedAt",
		])
		.where("draft_id", "in", drafts)
		.execute();
	return new Map(
		rows.map(({ draft, plan, ...row }) => [
			draft,
			{ ...row, plan: Plan.safeParse(plan).data },
		]),
	);
}

/** Whether a result is of the draft as it is, set against the round's plan as it is. */
export function isCurrent(
	{ version }: Pick<Draft, "version">,
	{ fingerprint }: { readonly fingerprint: string | null },
	result: Pick<DraftResult, "version" | "beside"> | undefined,
): boolean {
	return (
		result !== undefined &&
		result.version === version &&
		result.beside === fingerprint
	);
}

const Move = z.object({
	mentee: z.string(),
	kind: z.string().optional(),
	from: z.array(z.string()),
	to: z.array(z.string()),
	gain: z.number(),
	gainNow: z.number(),
});

/** What is kept of a draft's plan. Points in millionths. */
const Plan = z.object({
	fingerprint: z.string(),
	totals: Totals,
	pairs: Pairs,
	groups: Figures,
	presentGroups: Figures,
	moves: z.array(Move),
	unmatched: z.array(
		z.object({
			person: z.string(),
			side: z.enum(["mentor", "mentee"]),
			mentorKind: z.string().optional(),
			missing: z.number(),
			reason: z.unknown(),
		}),
	),
	isGuardedInConfidence: z.boolean(),
	/** The present plan by the draft's policy, and the draft's plan by the present policy. */
	presentByDraft: z.number(),
	draftByPresent: z.number(),
	/** Pairs of the present plan that the draft's rules would not allow. */
	barred: z.number(),
});
export type DraftPlan = z.infer<typeof Plan>;

function draftRows(db: Db) {
	const nameOf = (table: string) =>
		sql<
			string | null
		>`nullif(concat_ws(' ', ${sql.ref(`${table}.first_name`)}, ${sql.ref(`${table}.last_name`)}), '')`;
	return db
		.selectFrom("plan_draft")
		.leftJoin("person as begun", "begun.id", "plan_draft.begun_by")
		.leftJoin("person as changed", "changed.id", "plan_draft.changed_by")
		.leftJoin("person as settled", "settled.id", "plan_draft.settled_by")
		.select([
			"plan_draft.id",
			"plan_draft.name",
			"policy",
			"objective",
			"equity_ratio as ratio",
			"equity_measure as measure",
			"places",
			"version",
			"status",
			"reason",
			"begun_at as begunAt",
			"changed_at as changedAt",
			"settled_at as settledAt",
			"changed_by as changedBy",
			nameOf("begun").as("begunByName"),
			nameOf("changed").as("changedByName"),
			nameOf("settled").as("settledByName"),
		]);
}

function readDraft<
	Row extends { readonly policy: unknown; readonly places: unknown },
>(row: Row) {
	return {
		...row,
		policy: readDocument(row.policy),
		places: new Map(Object.entries(StoredPlaces.parse(row.places))),
	};
}

const StoredPlaces = z.record(z.string(), z.number());
