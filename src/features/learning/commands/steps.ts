import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { NotFound } from "../../../platform/http/refusal.ts";
import type { LearningStep } from "../queries/curricula.ts";
import { locked, touched } from "./curricula.ts";

export type StepText = Omit<
	LearningStep,
	"id" | "curriculum" | "competency" | "file"
> & {
	readonly competency: { readonly id: string; readonly level: number } | null;
};

/** Adds a step at the end and returns its id. */
export async function addStep(
	tx: Tx,
	curriculum: string,
	text: StepText,
): Promise<string> {
	await locked(tx, curriculum);
	const { last } = await tx
		.selectFrom("learning_step")
		.select((row) => row.fn.max("position").as("last"))
		.where("curriculum_id", "=", curriculum)
		.executeTakeFirstOrThrow();
	const { id } = await tx
		.insertInto("learning_step")
		.values({
			...columnsOf(text),
			curriculum_id: curriculum,
			position: (last ?? 0) + 1,
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await touched(tx, "add-learning-step", curriculum, id);
	return id;
}

export async function rewriteStep(
	tx: Tx,
	{ curriculum, id }: Pick<LearningStep, "curriculum" | "id">,
	text: StepText,
): Promise<void> {
	await locked(tx, curriculum);
	await tx
		.updateTable("learning_step")
		.set(columnsOf(text))
		.where("id", "=", id)
		.execute();
	await touched(tx, "change-learning-step", curriculum, id);
}

/** Changes places with the step before it (`up`) or after it. At the end of the list nothing moves. */
export async function moveStep(
	tx: Tx,
	{ curriculum, id }: Pick<LearningStep, "curriculum" | "id">,
	direction: "up" | "down",
): Promise<void> {
	await locked(tx, curriculum);
	const steps = await tx
		.selectFrom("learning_step")
		.select(["id", "position"])
		.where("curriculum_id", "=", curriculum)
		.where("removed_at", "is", null)
		.orderBy("position")
		.orderBy("id")
		.execute();
	const at = steps.findIndex((step) => step.id === id);
	if (at < 0) throw new NotFound();
	const own = steps[at];
	const other = steps[direction === "up" ? at - 1 : at + 1];
	if (own !== undefined && other !== undefined) {
		await place(tx, own.id, other.position);
		await place(tx, other.id, own.position);
	}
	await touched(tx, "move-learning-step", curriculum, id);
}

/** Takes a step out of its curriculum, or (`back`) puts it in again where it stood. */
export async function removeStep(
	tx: Tx,
	{ curriculum, id }: Pick<LearningStep, "curriculum" | "id">,
	back = false,
): Promise<void> {
	await locked(tx, curriculum);
	const { numUpdatedRows } = await tx
		.updateTable("learning_step")
		.set({ removed_at: back ? null : sql`now()` })
		.where("id", "=", id)
		.where("curriculum_id", "=", curriculum)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new NotFound();
	await touched(
		tx,
		back ? "restore-learning-step" : "remove-learning-step",
		curriculum,
		id,
	);
}

function columnsOf({ competency, ...text }: StepText) {
	return {
		...text,
		competency_id: competency?.id ?? null,
		level: competency?.level ?? null,
	};
}

async function place(tx: Tx, id: string, position: number): Promise<void> {
	await tx
		.updateTable("learning_step")
		.set({ position })
		.where("id", "=", id)
		.execute();
}
