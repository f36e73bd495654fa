import type { Tx } from "../../../platform/database/database.ts";
import { recordedElsewhere } from "../../../platform/journal/journal.ts";

// What somebody learns is theirs alone, and that they learn at all: the rows are the record, and the journal, which others read, has none of it.

/** Begins a curriculum, or goes on with one set aside. Twice is once. */
export async function takeCurriculum(
	tx: Tx,
	person: string,
	curriculum: string,
): Promise<void> {
	await tx
		.insertInto("learning")
		.values({ person_id: person, curriculum_id: curriculum })
		.onConflict((row) =>
			row
				.columns(["person_id", "curriculum_id"])
				.doUpdateSet({ set_aside_at: null }),
		)
		.execute();
	recordedElsewhere(tx);
}

/** What was done stays done. */
export async function setCurriculumAside(
	tx: Tx,
	person: string,
	curriculum: string,
	now: Date,
): Promise<void> {
	await tx
		.updateTable("learning")
		.set({ set_aside_at: now })
		.where("person_id", "=", person)
		.where("curriculum_id", "=", curriculum)
		.where("set_aside_at", "is", null)
		.execute();
	recordedElsewhere(tx);
}

/** Marks a step as done, and its curriculum as taken if it was not. Twice is once. */
export async function doStep(
	tx: Tx,
	person: string,
	step: { readonly id: string; readonly curriculum: string },
): Promise<void> {
	await tx
		.insertInto("learning_done")
		.values({ person_id: person, step_id: step.id })
		.onConflict((row) => row.columns(["person_id", "step_id"]).doNothing())
		.execute();
	await tx
		.insertInto("learning")
		.values({ person_id: person, curriculum_id: step.curriculum })
		.onConflict((row) =>
			row.columns(["person_id", "curriculum_id"]).doNothing(),
		)
		.execute();
	recordedElsewhere(tx);
}

export async function undoStep(
	tx: Tx,
	person: string,
	step: string,
): Promise<void> {
	await tx
		.deleteFrom("learning_done")
		.where("person_id", "=", person)
		.where("step_id", "=", step)
		.execute();
	recordedElsewhere(tx);
}
