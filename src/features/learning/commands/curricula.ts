import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { Conflict, Invalid, NotFound } from "../../../platform/http/refusal.ts";
import { record } from "../../../platform/journal/journal.ts";
import { t } from "../../../ui/text.ts";
import type { Curriculum } from "../queries/curricula.ts";

export type CurriculumText = Pick<Curriculum, "title" | "summary" | "locale">;

export async function addCurriculum(
	tx: Tx,
	text: CurriculumText,
	by: string | null,
): Promise<string> {
	const { id } = await tx
		.insertInto("curriculum")
		.values({ ...text, created_by: by })
		.returning("id")
		.executeTakeFirstOrThrow();
	await written(tx, "add-curriculum", id);
	return id;
}

/** `seenAt`: when the text that was changed was last changed itself; another by now is a conflict that loses nothing typed. */
export async function rewriteCurriculum(
	tx: Tx,
	id: string,
	text: CurriculumText,
	seenAt: Date,
): Promise<void> {
	const { changed_at } = await locked(tx, id);
	if (changed_at.getTime() !== seenAt.getTime())
		throw new Invalid(
			{},
			t(
				"Someone else changed this curriculum while you were writing. Open it beside this page, compare, then save again to replace it.",
			),
		);
	await tx
		.updateTable("curriculum")
		.set({ ...text, changed_at: sql`now()` })
		.where("id", "=", id)
		.execute();
	await written(tx, "change-curriculum", id);
}

/** Everyone finds it from then on. A curriculum without a step has nothing to publish. */
export async function publishCurriculum(tx: Tx, id: string): Promise<void> {
	await locked(tx, id);
	const step = await tx
		.selectFrom("learning_step")
		.select("id")
		.where("curriculum_id", "=", id)
		.where("removed_at", "is", null)
		.limit(1)
		.executeTakeFirst();
	if (step === undefined)
		throw new Conflict(t("Add a first step, then publish it."));
	await tx
		.updateTable("curriculum")
		.set({ published_at: sql`coalesce(published_at, now())`, retired_at: null })
		.where("id", "=", id)
		.execute();
	await written(tx, "publish-curriculum", id);
}

/** Nobody new finds it; who takes it goes on. */
export async function retireCurriculum(tx: Tx, id: string): Promise<void> {
	const { published_at } = await locked(tx, id);
	if (published_at === null)
		throw new Conflict(t("This curriculum is a draft; nobody takes it yet."));
	await tx
		.updateTable("curriculum")
		.set({ retired_at: sql`now()` })
		.where("id", "=", id)
		.execute();
	await written(tx, "retire-curriculum", id);
}

/** Recommends a curriculum to a side of a program, or to another side than before. */
export async function recommendCurriculum(
	tx: Tx,
	{
		program,
		curriculum,
		side,
		by,
	}: {
		readonly program: string;
		readonly curriculum: string;
		readonly side: "mentor" | "mentee" | "both";
		readonly by: string | null;
	},
): Promise<void> {
	await tx
		.insertInto("program_curriculum")
		.values({
			program_id: program,
			curriculum_id: curriculum,
			side,
			added_by: by,
		})
		.onConflict((row) =>
			row.columns(["program_id", "curriculum_id"]).doUpdateSet({ side }),
		)
		.execute();
	await record(tx, {
		act: "recommend-curriculum",
		subject: { kind: "program", id: program },
		detail: { curriculum, side },
	});
}

export async function stopRecommending(
	tx: Tx,
	program: string,
	curriculum: string,
): Promise<void> {
	await tx
		.deleteFrom("program_curriculum")
		.where("program_id", "=", program)
		.where("curriculum_id", "=", curriculum)
		.execute();
	await record(tx, {
		act: "stop-recommending-curriculum",
		subject: { kind: "program", id: program },
		detail: { curriculum },
	});
}

/** Locks the curriculum: whoever changes it or its steps waits for the one before. */
export async function locked(tx: Tx, id: string) {
	const row = await tx
		.selectFrom("curriculum")
		.select(["changed_at", "published_at"])
		.where("id", "=", id)
		.forUpdate()
		.executeTakeFirst();
	if (row === undefined) throw new NotFound();
	return row;
}

export async function written(
	tx: Tx,
	act: string,
	id: string,
	detail: Readonly<Record<string, string>> = {},
): Promise<void> {
	await record(tx, { act, subject: { kind: "curriculum", id }, detail });
}

/** A step of it was changed, which changes the curriculum. */
export async function touched(
	tx: Tx,
	act: string,
	curriculum: string,
	step: string,
): Promise<void> {
	await tx
		.updateTable("curriculum")
		.set({ changed_at: sql`now()` })
		.where("id", "=", curriculum)
		.execute();
	await written(tx, act, curriculum, { step });
}
