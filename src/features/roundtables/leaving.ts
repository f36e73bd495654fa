import { sql } from "kysely";
import { t } from "../../ui/text.ts";
import type { LeavingReaction } from "../people/leaving.ts";
import { actingAs } from "../programs/acting.ts";
import { tellLater } from "./commands/table.ts";

/** Whoever leaves sits at no table to come, and sets none: the next who waits has the seat, and what was theirs does not take place. */
export const roundtablesLeaving: LeavingReaction = {
	says: () => t("Their roundtables to come do not take place."),
	left: async (tx, person) => {
		const touched = await actingAs(tx, "calendar", async () => {
			const { rows } = await sql<{ id: string }>`
				with off as (
					update roundtable set called_off_at = now(), sequence = sequence + 1 where host_id = ${person} and starts_at > now() and called_off_at is null returning id
				), gone as (
					delete from roundtable_seat seat using roundtable
					where roundtable.id = seat.roundtable_id and seat.person_id = ${person} and not is_host and starts_at > now()
					returning roundtable.id
				)
				select id from off union select id from gone
			`.execute(tx);
			return rows;
		});
		for (const { id } of touched) await tellLater(tx, id);
	},
	returned: async () => {},
};
