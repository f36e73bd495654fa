-- The demonstration's past: what its people met about, and what came of it. Only while it is made.
create policy demonstration on cadence for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on agenda_item for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on write_up for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on commitment for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on session_question for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on session_response for insert with check ((select acting_process()) = 'demonstration');
