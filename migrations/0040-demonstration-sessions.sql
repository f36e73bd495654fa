-- The demonstration's past: what its people met about, and what came of it. Only while it is made.
create policy demonstration on cadence for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on agenda_item for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on write_up for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on commitment for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on session_question for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on session_response for insert with check ((select acting_process()) = 'demonstration');

-- Whoever runs a program asks for a dry run in their own name; in what state it is, its job says.
drop policy asked on dry_run;
create policy asked on dry_run for insert with check (
	asked_by = (select acting_person()) and program_id = any ((select programs_entrusted(array['program-manager']))::uuid[])
);
