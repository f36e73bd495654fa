import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { LeavingReaction } from "../people/leaving.ts";
import { recordAll } from "../../platform/journal/journal.ts";
import { t } from "../../ui/text.ts";
import { actingAs } from "../programs/acting.ts";

// A circle goes on without whoever leaves, where two are left; what is then still theirs to end are all others. Their seats go.
async function leaveCircles(tx: Tx, person: string): Promise<void> {
	await actingAs(tx, "pairing", async () => {
		await sql`
			with going as (
				update relationship set member_ids = array_remove(member_ids, ${person}::uuid)
				where kind = 'circle' and ${person}::uuid = any (member_ids) and cardinality(member_ids) > 2
					and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
				returning id
			)
			delete from relationship_member using going where relationship_id = going.id and person_id = ${person}::uuid
		`.execute(tx);
		await tx
			.deleteFrom("circle_seat")
			.where("person_id", "=", person)
			.execute();
	});
}

/** Whoever leaves the organisation leaves its relationships; the others are free for the next. */
export const relationshipsLeaving: LeavingReaction = {
	says: () =>
		t(
			"Their running relationships end; the other side sees that, and no reason.",
		),
	left: (tx, person) =>
		actingAs(tx, "housekeeping", async () => {
			await leaveCircles(tx, person);
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
