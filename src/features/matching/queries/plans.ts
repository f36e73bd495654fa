import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import { planKinds } from "../plans.ts";

export const Totals = z.object({
	people: z.number(),
	mentorsAlone: z.number().nullable().default(null),
	pairs: z.number(),
	total: z.number(),
	upperBound: z.number(),
	/** Whether an integer solver found the bound out, after the plan was shown. */
	isProved: z.boolean().default(false),
	worst: z.number().nullable(),
	worstOfKinds: z
		.array(z.object({ kind: z.string(), points: z.number() }))
		.readonly()
		.default([]),
	blocking: z.number(),
	guard: z
		.object({
			measure: z.enum(["access", "quality"]),
			ratio: z.number(),
			isKept: z.boolean(),
		})
		.optional(),
});
export const Pairs = z.array(
	z.object({
		mentee: z.string(),
		mentor: z.string(),
		points: z.number(),
		mentorKind: z.string().optional(),
	}),
);
export const Figures = z.array(
	z.union([
		z.object({
			fact: z.string(),
			groups: z.array(
				z.object({
					name: z.string().nullable(),
					members: z.number(),
					people: z.number(),
					points: z.number(),
				}),
			),
		}),
		z.object({ fact: z.string(), access: z.boolean(), quality: z.boolean() }),
	]),
);

const Frontier = z.array(
	z.object({
		measure: z.enum(["access", "quality"]).default("access"),
		ratio: z.number(),
		reached: z.number().nullable(),
		isKept: z.boolean(),
		people: z.number(),
		total: z.number(),
		upperBound: z.number(),
	}),
);

export type StoredPlan = Awaited<ReturnType<typeof plansOf>>[number];

/** The plans of a round's last run, in the order they stand side by side. What an older version kept and this one cannot read is left out. */
export async function plansOf(db: Db, round: string) {
	const rows = await db
		.selectFrom("round_plan")
		.select(["kind", "totals", "pairs", "groups", "frontier", "fingerprint"])
		.where("round_id", "=", round)
		.execute();
	return rows
		.toSorted((a, b) => planKinds.indexOf(a.kind) - planKinds.indexOf(b.kind))
		.flatMap(({ kind, fingerprint, ...row }) => {
			const plan = readPlan(row);
			return plan === undefined ? [] : [{ kind, fingerprint, ...plan }];
		});
}

/** Rises with every plan, every ratio and every proof worked out: what takes longer comes to an open board by it. */
export async function countPlans(db: Db, round: string): Promise<number> {
	const { sum } = await db
		.selectFrom("round_plan")
		.select(
			sql<number>`coalesce(sum(1 + jsonb_array_length(frontier) + (totals ? 'isProved')::integer), 0)::integer`.as(
				"sum",
			),
		)
		.where("round_id", "=", round)
		.executeTakeFirstOrThrow();
	return sum;
}

/** The same of plans that are loaded. */
export function countOf(
	plans: readonly {
		readonly frontier: readonly unknown[];
		readonly totals: { readonly isProved: boolean };
	}[],
): number {
	return plans.reduce(
		(sum, { frontier, totals }) =>
			sum + 1 + frontier.length + (totals.isProved ? 1 : 0),
		0,
	);
}

/** Totals, pairs and groups as they are kept. */
function readPlan(row: {
	readonly totals: unknown;
	readonly pairs: unknown;
	readonly groups: unknown;
	readonly frontier: unknown;
}) {
	return z
		.object({
			totals: Totals,
			pairs: Pairs,
			groups: Figures,
			frontier: Frontier,
		})
		.safeParse(row).data;
}

const Before = z.object({
	people: z.number(),
	pairs: z.number(),
	total: z.number(),
});
export type RunEffect = NonNullable<Awaited<ReturnType<typeof effectOf>>>;

/** What the last run changed against the one before. */
export async function effectOf(db: Db, round: string) {
	const row = await db
		.selectFrom("round_effect")
		.select(["before", "moved"])
		.where("round_id", "=", round)
		.executeTakeFirst();
	const before = Before.safeParse(row?.before).data;
	return row && before && { moved: row.moved, before };
}
