import { sql } from "kysely";
import type { Mapping } from "../../../../domain/people/mapping.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { record } from "../../../../platform/journal/journal.ts";
import type { FileLook } from "../file-look.ts";
import type { ImportChoices } from "../import-record.ts";
import { become, subjectOf } from "./status.ts";

export type NewImport = {
	readonly fileName: string;
	readonly bytes: Uint8Array;
	readonly look: FileLook;
	readonly mapping: Mapping;
	readonly choices: ImportChoices;
	/** null: the command line. */
	readonly by: string | null;
};

/** Keeps an uploaded file until somebody has decided what becomes of it. Files nobody decided on for a week are let go. */
export async function beginImport(tx: Tx, begun: NewImport): Promise<string> {
	await forgetAbandoned(tx);
	const { id } = await tx
		.insertInto("people_import")
		.values({
			started_by: begun.by,
			file_name: begun.fileName.slice(0, 200),
			file: Buffer.from(begun.bytes),
			status: "uploaded",
			look: JSON.stringify(begun.look),
			mapping: JSON.stringify(begun.mapping),
			options: JSON.stringify(begun.choices),
		})
		.returning("id")
		.executeTakeFirstOrThrow();
	await tx
		.insertInto("people_import_progress")
		.values({ import_id: id })
		.execute();
	await record(tx, { act: "upload-people", subject: subjectOf(id) });
	return id;
}

/** The same file, read in another way. */
export async function readAnew(
	tx: Tx,
	id: string,
	{ look, mapping, choices }: Pick<NewImport, "look" | "mapping" | "choices">,
): Promise<void> {
	await become(tx, id, ["uploaded", "checked", "failed"], "uploaded");
	await tx
		.updateTable("people_import")
		.set({
			look: JSON.stringify(look),
			mapping: JSON.stringify(mapping),
			options: JSON.stringify(choices),
			summary: null,
		})
		.where("id", "=", id)
		.execute();
	await record(tx, { act: "read-people-file", subject: subjectOf(id) });
}

async function forgetAbandoned(tx: Tx): Promise<void> {
	const { rows } = await sql<{ id: string }>`
		update people_import set status = 'discarded', file = null, look = null, returned = null
		where status in ('uploaded', 'checked', 'failed') and started_at < now() - interval '7 days'
		returning id
	`.execute(tx);
	const ids = rows.map(({ id }) => id);
	for (const table of ["people_import_row", "people_import_problem"] as const)
		await sql`delete from ${sql.table(table)} where import_id = any(${ids}::uuid[])`.execute(
			tx,
		);
}
