import { sql } from "kysely";
import type { LeavingReaction } from "../people/leaving.ts";
import { recordAll } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";

/** Whoever leaves the organisation leaves its relationships; the others are free for the next. */
export const relationshipsLeaving: LeavingReaction = {
	says: () =>
		t(
			"Their running relationships end; the other side sees that, and no reason.",
		),
	left: (tx, person) =>
		actingAs(tx, "housekeeping", async () => {
			const { rows } = await sql<{ program: string }>`
				with ended as (
					insert into relationship_ending (relationship_id)
					select relationship.id from relationship
					where ${person} = any (member_ids)
						and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
					returning relationship_id
				)
				select program_id as program from relationship where id in (select relationship_id from ended)
			`.execute(tx);
			await recordAll(
				tx,
				rows.map(({ program }) => ({
					act: "end-relationship",
					subject: { kind: "program", id: program },
				})),
			);
		}),
	returned: async () => {},
};
