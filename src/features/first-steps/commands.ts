import type { Tx } from "../../platform/database/database.ts";
import { recordedElsewhere } from "../../platform/journal/journal.ts";

/** Ticks a step off, or takes the tick back. Theirs alone, so the journal, which others read, has none of it. */
export async function tickStep(
	tx: Tx,
	person: string,
	{ step, isDone }: { readonly step: string; readonly isDone: boolean },
): Promise<void> {
	recordedElsewhere(tx);
	if (isDone)
		await tx
			.insertInto("first_step_done")
			.values({ person_id: person, step })
			.onConflict((row) => row.doNothing())
			.execute();
	else
		await tx
			.deleteFrom("first_step_done")
			.where("person_id", "=", person)
			.where("step", "=", step)
			.execute();
}
