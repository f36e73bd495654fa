import { sql } from "kysely";
import { t } from "../../ui/text.ts";
import { record } from "../../platform/journal/journal.ts";
import type { LeavingReaction } from "../people/leaving.ts";
import { actingAs } from "../programs/acting.ts";

/** Whoever leaves can read no shared notes any more: what opened them for that person goes. The others keep theirs. */
export const notesLeaving: LeavingReaction = {
	says: () =>
		t("They can no longer open notes they shared; the other side still can."),
	left: (tx, person) =>
		actingAs(tx, "housekeeping", async () => {
			await sql`
				update relationship_key key set is_outworn = true where exists (
					select from relationship_key_grant held where held.relationship_id = key.relationship_id and held.epoch = key.epoch and held.to_person = ${person}
				)
			`.execute(tx);
			await tx
				.deleteFrom("relationship_key_grant")
				.where("to_person", "=", person)
				.execute();
			await record(tx, { act: "close-notes", about: person });
		}),
	returned: async () => {},
};
