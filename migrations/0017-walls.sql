-- Who is in which relationship, and which have ended, is read by whoever runs the program of the relationship, not by those of any other.
drop policy program_manager on relationship_member;
create policy program_manager on relationship_member for select using (
	exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
drop policy program_manager on relationship_ending;
create policy program_manager on relationship_ending for select using (
	exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);

-- The demonstration's cast is offered to whoever comes, but not to a connection without anyone behind it.
drop policy offered on demonstration_cast;
create policy offered on demonstration_cast for select using (
	((select acting_person()) is not null or (select acting_process()) is not null)
	and exists (select from organisation where is_demonstration)
);
