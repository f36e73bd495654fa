import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { type Tx, vaultOf } from "../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../platform/http/refusal.ts";
import { record } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { activeCompetencies } from "../competencies/queries.ts";
import { type GoalFields, mostMilestones } from "./forms.ts";
import { findOwnGoal } from "./queries.ts";

export const mostGoals = 12;

export async function setGoal(
	tx: Tx,
	{
		relationship,
		by,
		milestones,
		...fields
	}: GoalFields & {
		readonly relationship: string;
		readonly by: string;
		readonly milestones: readonly string[];
	},
): Promise<string> {
	await refuseUnknown(tx, fields.competency);
	const { open } = await tx
		.selectFrom("goal")
		.select(sql<number>`count(*)::int`.as("open"))
		.where("relationship_id", "=", relationship)
		.where("person_id", "=", by)
		.where("state", "=", "open")
		.executeTakeFirstOrThrow();
	if (open >= mostGoals)
		throw new Conflict(
			t("You have {count} open goals here. Settle one first.", {
				count: mostGoals,
			}),
		);
	const id = randomUUID();
	await tx
		.insertInto("goal")
		.values({
			id,
			relationship_id: relationship,
			person_id: by,
			...columns(tx, id, fields),
		})
		.execute();
	for (const words of milestones)
		await insertMilestone(tx, { goal: id, relationship, by, words });
	await recordGoal(tx, id, by, "set-goal");
	return id;
}

/** Whoever changes an older version than the newest is told. */
export async function changeGoal(
	tx: Tx,
	id: string,
	{
		by,
		revision,
		...fields
	}: GoalFields & { readonly by: string; readonly revision: number },
): Promise<void> {
	const before = await findOwnGoal(tx, id, by);
	if (fields.competency !== before.competency)
		await refuseUnknown(tx, fields.competency);
	const { numUpdatedRows } = await tx
		.updateTable("goal")
		.set({ ...columns(tx, id, fields), revision: revision + 1 })
		.where("id", "=", id)
		.where("revision", "=", revision)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw changedMeanwhile();
	await recordGoal(tx, id, by, "change-goal");
}

/** Reached, let go without a reason, or open again if that was a slip. */
export async function settleGoal(
	tx: Tx,
	id: string,
	{
		by,
		state,
	}: { readonly by: string; readonly state: "open" | "reached" | "let-go" },
): Promise<void> {
	await findOwnGoal(tx, id, by);
	const { numUpdatedRows } = await tx
		.updateTable("goal")
		.set({ state, settled_at: state === "open" ? null : new Date() })
		.where("id", "=", id)
		.where("state", "<>", state)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw changedMeanwhile();
	await recordGoal(tx, id, by, "settle-goal");
}

export async function addMilestone(
	tx: Tx,
	id: string,
	{ by, words }: { readonly by: string; readonly words: string },
): Promise<void> {
	const { relationship } = await findOwnGoal(tx, id, by);
	const { count } = await tx
		.selectFrom("milestone")
		.select(sql<number>`count(*)::int`.as("count"))
		.where("goal_id", "=", id)
		.executeTakeFirstOrThrow();
	if (count >= mostMilestones)
		throw new Conflict(
			t("A goal holds {count} milestones. Take one away first.", {
				count: mostMilestones,
			}),
		);
	await insertMilestone(tx, { goal: id, relationship, by, words });
	await recordGoal(tx, id, by, "change-goal");
}

/** Gives the relationship it belongs to. */
export async function reachMilestone(
	tx: Tx,
	id: string,
	{ by, isReached }: { readonly by: string; readonly isReached: boolean },
): Promise<string> {
	const row = await tx
		.updateTable("milestone")
		.set({ reached_at: isReached ? new Date() : null })
		.where("id", "=", id)
		.where("person_id", "=", by)
		.returning(["goal_id", "relationship_id"])
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	await recordGoal(tx, row.goal_id, by, "change-goal");
	return row.relationship_id;
}

export async function removeMilestone(
	tx: Tx,
	id: string,
	by: string,
): Promise<string> {
	const row = await tx
		.deleteFrom("milestone")
		.where("id", "=", id)
		.where("person_id", "=", by)
		.returning(["goal_id", "relationship_id"])
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	await recordGoal(tx, row.goal_id, by, "change-goal");
	return row.relationship_id;
}

function columns(
	tx: Tx,
	id: string,
	{ aim, challenge, competency, reviewOn }: GoalFields,
) {
	const vault = vaultOf(tx);
	return {
		competency_id: competency,
		aim: vault.seal("goal.aim", [id], aim),
		challenge: vault.seal("goal.challenge", [id], challenge),
		review_on: reviewOn,
	};
}

async function insertMilestone(
	tx: Tx,
	{
		goal,
		relationship,
		by,
		words,
	}: {
		readonly goal: string;
		readonly relationship: string;
		readonly by: string;
		readonly words: string;
	},
): Promise<void> {
	const id = randomUUID();
	await tx
		.insertInto("milestone")
		.values({
			id,
			goal_id: goal,
			relationship_id: relationship,
			person_id: by,
			place: sql<number>`(select coalesce(max(place), 0) + 1 from milestone where goal_id = ${goal})`,
			words: vaultOf(tx).seal("milestone.words", [id], words),
		})
		.execute();
}

async function refuseUnknown(tx: Tx, competency: string | null): Promise<void> {
	if (competency === null) return;
	const isKnown = (await activeCompetencies(tx)).some(
		({ id }) => id === competency,
	);
	if (!isKnown) throw new Invalid({ competency: t("Choose one of the list.") });
}

function recordGoal(
	tx: Tx,
	id: string,
	about: string,
	act: "set-goal" | "change-goal" | "settle-goal",
): Promise<void> {
	return record(tx, { act, about, subject: { kind: "goal", id } });
}

function changedMeanwhile(): Conflict {
	return new Conflict(
		t("This was changed meanwhile. Look at how things stand now."),
	);
}
