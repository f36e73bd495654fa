import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";
import type { PairingResult } from "../pairing.ts";
import type { FrontierPoint } from "../fair-plans.ts";
import type { Plan } from "../plans.ts";
import { roundTopic } from "../queries/rounds.ts";
import type { Before } from "./store-run.ts";

type Found = Pick<PairingResult & { readonly ok: true }, "plans" | "pairs">;

/** Keeps the plans of a run side by side, and what it changed against the run before. Must run as the process `pairing`. */
export async function storePlans(
	tx: Tx,
	round: { readonly id: string; readonly result: unknown },
	{ plans, pairs }: Found,
	before: Before,
): Promise<void> {
	await tx.deleteFrom("round_plan").where("round_id", "=", round.id).execute();
	if (plans.length > 0)
		await tx
			.insertInto("round_plan")
			.values(plans.map((plan) => rowOf(round.id, plan)))
			.execute();
	await tx
		.deleteFrom("round_effect")
		.where("round_id", "=", round.id)
		.execute();
	if (before === undefined) return;
	await sql`
		insert into round_effect (round_id, before, moved, change_number)
		values (
			${round.id}, ${JSON.stringify(round.result)}::jsonb, ${movedMentees(pairs, before)},
			(select max(number) from round_change where round_id = ${round.id})
		)
	`.execute(tx);
}

type Result = { readonly round: string; readonly fingerprint: string };

/** Puts the equity-guarded plan beside the others, if they are still those of this fingerprint. Must run as the process `pairing`. */
export async function storeGuarded(
	tx: Tx,
	result: Result,
	plan: Plan,
): Promise<void> {
	if (!(await holdCurrent(tx, result))) return;
	await tx
		.deleteFrom("round_plan")
		.where("round_id", "=", result.round)
		.where("kind", "=", plan.kind)
		.execute();
	await tx.insertInto("round_plan").values(rowOf(result.round, plan)).execute();
	await notify(tx, roundTopic(result.round));
}

/** Puts the plans for other aims beside the round's own. Must run as the process `pairing`. */
export async function storeOthers(
	tx: Tx,
	result: Result,
	plans: readonly Plan[],
): Promise<void> {
	if (plans.length === 0 || !(await holdCurrent(tx, result))) return;
	await tx
		.insertInto("round_plan")
		.values(plans.map((plan) => rowOf(result.round, plan)))
		.onConflict((row) => row.columns(["round_id", "kind"]).doNothing())
		.execute();
	await notify(tx, roundTopic(result.round));
}

/** Adds what ratios of the other measure would cost to the guarded plan. Must run as the process `pairing`. */
export async function storeOtherFrontier(
	tx: Tx,
	result: Result,
	points: readonly FrontierPoint[],
): Promise<void> {
	if (points.length === 0 || !(await holdCurrent(tx, result))) return;
	await sql`
		update round_plan set frontier = frontier || ${JSON.stringify(points)}::jsonb
		where round_id = ${result.round} and kind = 'fair'
	`.execute(tx);
	await notify(tx, roundTopic(result.round));
}

/**
 * Lowers the guarded plan's bound to what is proved, and says that it was: also of the round itself, where that is its plan. Must run as the process
 * `pairing`.
 */
export async function storeProvedBound(
	tx: Tx,
	result: Result,
	bound: number,
): Promise<void> {
	if (!(await holdCurrent(tx, result))) return;
	await sql`
		update round_plan set totals = totals || jsonb_build_object('upperBound', ${bound}::numeric, 'isProved', true)
		where round_id = ${result.round} and kind = 'fair'
	`.execute(tx);
	await sql`
		update round set result = jsonb_set(result, '{upperBound}', to_jsonb(${bound}::numeric))
		where id = ${result.round} and objective = 'fair'
	`.execute(tx);
	await notify(tx, roundTopic(result.round));
}

async function holdCurrent(
	tx: Tx,
	{ round, fingerprint }: Result,
): Promise<boolean> {
	const row = await tx
		.selectFrom("round")
		.select("id")
		.where("id", "=", round)
		.where("fingerprint", "=", fingerprint)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

function rowOf(round: string, plan: Plan) {
	return {
		round_id: round,
		kind: plan.kind,
		totals: JSON.stringify(plan.totals),
		pairs: JSON.stringify(plan.pairs),
		groups: JSON.stringify(plan.groups),
		frontier: JSON.stringify(plan.frontier),
		fingerprint: plan.fingerprint,
	};
}

/** How many mentees have other mentors than before, or the same for another kind, those among them who now have none. */
function movedMentees(
	pairs: Found["pairs"],
	before: NonNullable<Before>,
): number {
	const now = Map.groupBy(pairs, ({ mentee }) => mentee);
	const ids = new Set([...now.keys(), ...before.keys()]);
	return [...ids].filter((id) => {
		const own = now.get(id) ?? [];
		const old = before.get(id) ?? [];
		return (
			own.length !== old.length ||
			own.some(
				({ mentor, mentorKind }) =>
					!old.some(
						(one) =>
							one.mentor === mentor &&
							(one.kind === null || one.kind === (mentorKind ?? null)),
					),
			)
		);
	}).length;
}
