-- The demonstration's past goes on: how relationships go by their members' own word, who helps, and what they want to reach. Only while it is made.
create policy demonstration on pulse for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on case_limit for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on goal for insert with check ((select acting_process()) = 'demonstration');
create policy demonstration on milestone for insert with check ((select acting_process()) = 'demonstration');

comment on column pulse.period is 'The week since the relationship began, from 0, in which the time starts that it is asked for; how long that is, the program''s charter says';
