import { type RawBuilder, sql } from "kysely";

/** Who is at which roundtable, hosting it or with a seat; whoever waits for one is not. Read by the process `sessions` or `calendar`. */
export const heldTables: RawBuilder<unknown> = sql`(
	select person_id, roundtable_id, topic, starts_at, ends_at from (
		select seat.person_id, roundtable_id, is_host, topic, starts_at, ends_at, seats, called_off_at,
			count(*) filter (where not is_host) over (partition by roundtable_id order by asked_at, seat.id) as place
		from roundtable_seat seat join roundtable on roundtable.id = seat.roundtable_id
		where roundtable.ends_at > now() - interval '1 day'
	) seated
	where called_off_at is null and (is_host or place <= seats)
)`;
