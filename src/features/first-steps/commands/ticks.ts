import { z } from "zod";
import type { Tx } from "../../../platform/database/database.ts";
import { recordedElsewhere } from "../../../platform/journal/journal.ts";

/** Ticks a step off, or takes the tick back. Theirs alone, so the journal, which others read, has none of it. `step`: a name of ours, or the id of a program's own. */
export async function tickStep(
	tx: Tx,
	person: string,
	{ step, isDone }: { readonly step: string; readonly isDone: boolean },
): Promise<void> {
	recordedElsewhere(tx);
	const isPrograms = z.uuid().safeParse(step).success;
	if (isDone)
		await (isPrograms
			? tx
					.insertInto("program_step_done")
					.values({ person_id: person, step_id: step })
					.onConflict((row) => row.doNothing())
					.execute()
			: tx
					.insertInto("first_step_done")
					.values({ person_id: person, step })
					.onConflict((row) => row.doNothing())
					.execute());
	else
		await (isPrograms
			? tx
					.deleteFrom("program_step_done")
					.where("person_id", "=", person)
					.where("step_id", "=", step)
					.execute()
			: tx
					.deleteFrom("first_step_done")
					.where("person_id", "=", person)
					.where("step", "=", step)
					.execute());
}
