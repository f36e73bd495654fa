import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { notify } from "../../../platform/database/notifications.ts";
import { Conflict } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import {
	type ChangeDetail,
	changesOf,
	type RoundChange,
	undoable,
} from "../queries/changes.ts";
import { type Round, roundTopic } from "../queries/rounds.ts";
import { decideAll } from "./decisions.ts";

/** Writes a decision into the round's history. What was undone and not done again before stays there, but cannot be done again. */
export async function remember(
	tx: Tx,
	round: Pick<Round, "id">,
	change: {
		readonly kind: RoundChange["kind"];
		readonly detail: Partial<ChangeDetail>;
		readonly by: string;
	},
): Promise<void> {
	await sql`
		insert into round_change (round_id, number, kind, detail, changed_by)
		select ${round.id}, coalesce(max(number), 0) + 1, ${change.kind}, ${JSON.stringify(change.detail)}::jsonb, ${change.by}
		from round_change where round_id = ${round.id}
	`.execute(tx);
	await notify(tx, roundTopic(round.id));
}

/** Supposes places for a mentor in this round; 0 takes them away. */
export async function supposePlaces(
	tx: Tx,
	round: Pick<Round, "id">,
	{ mentor, is }: { readonly mentor: string; readonly is: number },
): Promise<ChangeDetail["place"]> {
	const held = await tx
		.selectFrom("round_place")
		.select("extra")
		.where("round_id", "=", round.id)
		.where("mentor_id", "=", mentor)
		.executeTakeFirst();
	if (is === 0)
		await tx
			.deleteFrom("round_place")
			.where("round_id", "=", round.id)
			.where("mentor_id", "=", mentor)
			.execute();
	else
		await tx
			.insertInto("round_place")
			.values({ round_id: round.id, mentor_id: mentor, extra: is })
			.onConflict((row) =>
				row.columns(["round_id", "mentor_id"]).doUpdateSet({ extra: is }),
			)
			.execute();
	await record(tx, {
		act: "suppose-places",
		subject: { kind: "round", id: round.id },
		detail: { mentor, extra: is },
	});
	return { mentor, was: held?.extra ?? 0, is };
}

/** What a round is planned for; ratio (in millionths) and measure count under the objective fair alone. */
export type Aim = {
	readonly objective: Round["objective"];
	readonly ratio: number | null;
	readonly measure: Round["equityMeasure"];
};

/** Lets another of the plans be the one that is shown and proposed. */
export async function choosePlan(
	tx: Tx,
	round: Pick<Round, "id" | "objective" | "equityRatio" | "equityMeasure">,
	{ objective, ratio, measure }: Aim,
): Promise<Pick<ChangeDetail, "objective" | "ratio" | "measure">> {
	await tx
		.updateTable("round")
		.set({
			objective,
			equity_ratio: objective === "fair" ? ratio : null,
			equity_measure: measure,
		})
		.where("id", "=", round.id)
		.execute();
	await record(tx, {
		act: "choose-plan",
		subject: { kind: "round", id: round.id },
		detail: ratio === null ? { objective } : { objective, ratio, measure },
	});
	return {
		objective: { was: round.objective, is: objective },
		ratio: { was: round.equityRatio, is: ratio },
		measure: { was: round.equityMeasure, is: measure },
	};
}

/** Undoes the last decision that stands, or does the one undone last again. */
export async function goBack(
	tx: Tx,
	round: Round,
	way: "undo" | "redo",
	by: string,
): Promise<RoundChange> {
	const change = undoable(await changesOf(tx, round.id, 200))[way];
	if (change === undefined)
		throw new Conflict(
			way === "undo"
				? t("There is nothing to undo.")
				: t("There is nothing to do again."),
		);
	await apply(tx, round, change.detail, way, by);
	await tx
		.updateTable("round_change")
		.set(
			way === "undo"
				? { undone_at: sql<Date>`clock_timestamp()`, undone_by: by }
				: { undone_at: null, undone_by: null },
		)
		.where("round_id", "=", round.id)
		.where("number", "=", change.number)
		.execute();
	await notify(tx, roundTopic(round.id));
	return change;
}

async function apply(
	tx: Tx,
	round: Round,
	{ pairs, place, places, objective, ratio, ...rest }: ChangeDetail,
	way: "undo" | "redo",
	by: string,
): Promise<void> {
	const side = way === "undo" ? "was" : "is";
	if (pairs.length > 0)
		await decideAll(
			tx,
			round,
			pairs.map(({ was, is, ...pair }) => ({
				...pair,
				is: { was, is }[side],
			})),
			by,
		);
	for (const { mentor, ...extra } of place ? [place, ...places] : places)
		await supposePlaces(tx, round, { mentor, is: extra[side] });
	if (objective)
		await choosePlan(tx, round, {
			objective: objective[side],
			ratio: ratio?.[side] ?? null,
			measure: rest.measure?.[side] ?? round.equityMeasure,
		});
	if (rest.policy) await putPolicy(tx, round, rest.policy[side]);
	if (rest.draft) await settleAgain(tx, rest.draft.id, way, by);
}

export async function putPolicy(
	tx: Tx,
	round: Round,
	policy: unknown,
): Promise<void> {
	await tx
		.updateTable("round")
		.set((row) => ({
			policy: JSON.stringify(policy),
			policy_version: row("policy_version", "+", 1),
		}))
		.where("id", "=", round.id)
		.execute();
	await record(tx, {
		act: "change-policy",
		subject: { kind: "round", id: round.id },
	});
}

/** An adopted draft is open again when its adoption is undone, unless another one has its name by now. */
async function settleAgain(
	tx: Tx,
	draft: string,
	way: "undo" | "redo",
	by: string,
): Promise<void> {
	await sql`
		update plan_draft set
			status = ${way === "undo" ? "open" : "adopted"},
			settled_at = ${way === "undo" ? null : sql`clock_timestamp()`},
			settled_by = ${way === "undo" ? null : by}
		where id = ${draft} and not exists (
			select from plan_draft other where ${way === "undo"} and other.id <> plan_draft.id and other.status = 'open'
				and other.round_id = plan_draft.round_id and lower(other.name) = lower(plan_draft.name)
		)
	`.execute(tx);
}
