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
			await tx
				.deleteFrom("relationship_key_grant")
				.where("to_person", "=", person)
				.execute();
			await record(tx, { act: "close-notes", about: person });
		}),
	returned: async () => {},
};
