-- An asking to open notes is over after 14 days for the database too, not only for the pages and the browsers (daysOpen in src/domain/sealing/opening.ts).
create or replace function recovery_is_due(opening uuid) returns boolean stable parallel safe language sql
	return exists (
		select from recovery_opening known
		where known.id = opening and known.asked_at + interval '72 hours' <= now() and known.asked_at + interval '14 days' > now()
	) and exists (
		select from recovery_step agreed
		where agreed.opening_id = opening and agreed.act = 'agreed' and not exists (
			select from recovery_step later
			where later.opening_id = opening and (later.act = 'withdrawn' or (later.act = 'objected' and later.id > agreed.id))
		)
	);
