import { sql } from "kysely";
import { z } from "zod";
import { actAs, type Tx } from "../../../../platform/database/database.ts";
import { recordAll } from "../../../../platform/journal/journal.ts";
import type { LeavingReaction } from "../../leaving.ts";
import type { Obstacle } from "../import-record.ts";
import { subjectOf } from "./status.ts";
import { removeFields, restoreGrades } from "./house.ts";
import { changedSince } from "./obstacles.ts";
import { removeCreated } from "./remove-created.ts";
import {
	restoreEmployments,
	restoreEnrolments,
	restorePeople,
	restoreProfiles,
	restoreSkills,
	withdrawProposals,
} from "./restore.ts";

const houseBefore = z.object({
	grades: z
		.object({ before: z.array(z.string()), after: z.array(z.string()) })
		.nullable(),
	fields: z.array(z.string()),
});

/** Restores every image from before an import and removes whom it created. Whatever stands in the way is returned; then nothing may stay. */
export async function takeBack(
	tx: Tx,
	{
		id,
		reactions,
	}: { readonly id: string; readonly reactions: readonly LeavingReaction[] },
): Promise<readonly Obstacle[]> {
	const row = await tx
		.selectFrom("people_import")
		.select(["restore", "undone_by"])
		.where("id", "=", id)
		.executeTakeFirstOrThrow();
	const house = houseBefore.parse(row.restore);
	const changed = await changedSince(tx, id);
	if (changed.length > 0) return changed;
	const answered = await withdrawProposals(tx, id);
	await restorePeople(tx, id);
	await restoreEmployments(tx, id);
	await restoreProfiles(tx, id);
	await restoreSkills(tx, id);
	await restoreEnrolments(tx, id);
	const referred = await removeCreated(tx, id);
	if (referred.length > 0) return referred;
	if (!(await restoreGrades(tx, house)))
		return [{ person: null, name: "", why: "grades" }];
	await removeFields(tx, house.fields, answered);
	await followReturns(tx, { id, by: row.undone_by, reactions });
	await journalAll(tx, id);
	return [];
}

/** Whoever the import had marked as left is back, and the rest of Baton hears of it; and the other way round. */
async function followReturns(
	tx: Tx,
	{
		id,
		by,
		reactions,
	}: {
		readonly id: string;
		readonly by: string | null;
		readonly reactions: readonly LeavingReaction[];
	},
): Promise<void> {
	const { rows } = await sql<{ person_id: string; is_back: boolean }>`
		select person_id, before -> 'person.left_on' = 'null' as is_back from people_import_change
		where import_id = ${id} and before ? 'person.left_on'
	`.execute(tx);
	if (by !== null) await actAs(tx, { kind: "person", person: by });
	for (const reaction of reactions)
		for (const { person_id, is_back } of rows)
			await (is_back
				? reaction.returned(tx, person_id)
				: reaction.left(tx, person_id));
	await actAs(tx, { kind: "process", process: "people-import" });
}

const ENTRIES_IN_A_STATEMENT = 5000;

async function journalAll(tx: Tx, id: string): Promise<void> {
	const rows = await tx
		.selectFrom("people_import_change")
		.select(["person_id", sql<boolean>`before is null`.as("is_new")])
		.where("import_id", "=", id)
		.execute();
	for (let at = 0; at < rows.length; at += ENTRIES_IN_A_STATEMENT)
		await recordAll(
			tx,
			rows.slice(at, at + ENTRIES_IN_A_STATEMENT).map((row) => ({
				act: row.is_new ? "undo-new-person" : "undo-changed-person",
				about: row.person_id,
				subject: subjectOf(id),
			})),
		);
}
