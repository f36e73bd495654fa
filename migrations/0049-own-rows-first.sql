-- Nearly every statement asks whose relationships these are. `acting_person() = any (member_ids)` reads every relationship of the organisation, as no index may be asked
-- before row-level security unless its operator is leak-proof, which those of arrays are not. Equality of ids is: so the question goes to relationship_member.
create policy themselves on relationship_member for select using (person_id = (select acting_person()));

create or replace function own_relationships() returns uuid[] stable parallel safe language sql
	return array(select relationship_id from relationship_member where person_id = acting_person());
create or replace function own_running_relationships() returns uuid[] stable parallel safe language sql
	return array(
		select relationship_id from relationship_member own where person_id = acting_person()
			and not exists (select from relationship_ending ending where ending.relationship_id = own.relationship_id)
	);

-- Asked once in a statement, not once a row.
drop policy program_manager on relationship;
create policy program_manager on relationship for select using (
	program_id = any ((select programs_entrusted(array['program-manager', 'committee-member', 'analyst']))::uuid[])
);

-- Whoever runs no program, which is nearly everybody, is not asked of each row whether they run its program.
create function runs_a_program() returns boolean stable parallel safe language sql
	return cardinality(programs_entrusted(array['program-manager'])) > 0;
alter policy program_manager on relationship_member using (
	(select runs_a_program())
	and exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
alter policy program_manager on relationship_ending using (
	(select runs_a_program())
	and exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
alter policy member on relationship_ending using (relationship_id = any ((select own_relationships())::uuid[]));
alter policy program_manager on cadence using (
	(select runs_a_program())
	and exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
alter policy program_manager on session using (
	(select runs_a_program())
	and exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
alter policy program_manager on session_member using (
	(select runs_a_program())
	and exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
alter policy program_manager on attendance using (
	(select runs_a_program())
	and exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);

-- Those who read every relationship anyhow look up by its members too, as quickly as a member does.
alter policy process on relationship_member using ((select acting_process()) in ('pairing', 'demonstration', 'pulse', 'sessions'));
