import { sql } from "kysely";
import type { Tx } from "../../../../platform/database/database.ts";
import { record } from "../../../../platform/journal/journal.ts";
import { become, subjectOf } from "./status.ts";

/** Ticks, on one page of those missing from the file, whoever has left; nobody is ticked by anything else. */
export async function chooseLeaving(
	tx: Tx,
	id: string,
	{
		shown,
		ticked,
	}: { readonly shown: readonly number[]; readonly ticked: readonly number[] },
): Promise<void> {
	await become(tx, id, ["checked"], "checked");
	await sql`
		update people_import_row set is_leaving = position = any(${[...ticked]}::integer[])
		where import_id = ${id} and kind = 'missing' and position = any(${[...shown]}::integer[])
	`.execute(tx);
	await record(tx, {
		act: "choose-leaving",
		subject: subjectOf(id),
		detail: { ticked: ticked.length },
	});
}

export async function chooseAllLeaving(
	tx: Tx,
	id: string,
	isLeaving: boolean,
): Promise<void> {
	await become(tx, id, ["checked"], "checked");
	await tx
		.updateTable("people_import_row")
		.set({ is_leaving: isLeaving })
		.where("import_id", "=", id)
		.where("kind", "=", "missing")
		.execute();
	await record(tx, {
		act: "choose-leaving",
		subject: subjectOf(id),
		detail: { all: isLeaving },
	});
}
