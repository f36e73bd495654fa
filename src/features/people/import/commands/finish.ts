import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";
import { record } from "../../../../platform/journal/journal.ts";
import { peopleChanged } from "../../changed.ts";
import type { ImportSummary } from "../import-record.ts";
import { subjectOf } from "./status.ts";
import type { HouseBefore } from "./house.ts";

/** The last of an import's one transaction: the file goes, what an undo needs stays. */
export async function finishImport(
	tx: Tx,
	id: string,
	{
		house,
		summary,
	}: { readonly house: HouseBefore; readonly summary: ImportSummary },
): Promise<void> {
	await tx
		.updateTable("people_import")
		.set({
			status: "imported",
			imported_at: sql<Date>`clock_timestamp()`,
			file: null,
			look: null,
			restore: JSON.stringify(house),
			summary: JSON.stringify(summary),
		})
		.where("id", "=", id)
		.execute();
	await tx
		.deleteFrom("people_import_row")
		.where("import_id", "=", id)
		.execute();
	await forgetEarlier(tx, id);
	await peopleChanged(tx);
	const { figures, left = 0 } = summary;
	await record(tx, {
		act: "finish-import",
		subject: subjectOf(id),
		detail: {
			created: figures?.created ?? 0,
			changed: figures?.changed ?? 0,
			refused: figures?.refused ?? 0,
			left,
		},
	});
}

// What earlier imports kept for mending is of no use any more, and is about people.
async function forgetEarlier(tx: Tx, id: string): Promise<void> {
	await sql`
		delete from people_import_problem using people_import
		where people_import.id = people_import_problem.import_id and people_import.id <> ${id} and people_import.status in ('imported', 'undone')
	`.execute(tx);
	await sql`
		update people_import set returned = null
		where id <> ${id} and status in ('imported', 'undone') and returned is not null
	`.execute(tx);
}
