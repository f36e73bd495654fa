-- The pulse: how a relationship goes, asked of each member alone; and asking somebody from outside for help.
create table pulse (
	relationship_id uuid not null references relationship,
	person_id uuid not null references person,
	period integer not null check (period >= 0),
	answer sealed not null,
	answered_on date not null default current_date,
	primary key (relationship_id, person_id, period)
);
comment on table pulse is 'What one member answered to "How is it going?". Read by that member alone; counted for a program by a process that tells nobody''s answer.';
comment on column pulse.period is 'Which six weeks since the relationship began, from 0';
comment on column pulse.answer is 'Encrypted with a key that is not in the database';
create index pulse_person on pulse (person_id);

create table referral (
	id uuid primary key default gen_random_uuid(),
	relationship_id uuid not null references relationship,
	program_id uuid not null references program,
	member_ids uuid[] not null,
	person_id uuid not null references person,
	asked_at timestamptz not null default now(),
	facilitator_id uuid references person,
	taken_at timestamptz,
	handed_to_id uuid references person,
	shared_at timestamptz,
	closed_at timestamptz,
	check ((facilitator_id is null) = (taken_at is null))
);
comment on table referral is 'That a member asked for help from outside, and which facilitator is there for them. Never what about.';
comment on column referral.member_ids is 'The members of the relationship, so that a policy can ask who is one of them';
comment on column referral.person_id is 'Who asked';
comment on column referral.handed_to_id is 'Whom the facilitator asked to go on in their place, until they do';
comment on column referral.shared_at is 'When who asked let the other members know; before, they do not learn of it';
comment on column referral.closed_at is 'When it was over, at whose word is not kept; ninety days later the row goes';

create table case_limit (
	person_id uuid primary key references person,
	cases integer not null check (cases between 0 and 99)
);
comment on table case_limit is 'How many cases a facilitator takes at once, by their own word';

create unique index referral_open on referral (relationship_id, person_id) where closed_at is null;
create index referral_program on referral (program_id) where closed_at is null;

call protect(array['pulse', 'referral', 'case_limit']::regclass[]);

create policy own on pulse for select using (person_id = (select acting_person()));
create policy answered on pulse for insert with check (
	person_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
create policy thought_again on pulse for update
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy counted on pulse for select using ((select acting_process()) = 'pulse');
grant select, insert, delete on pulse to :"application";
grant update (answer, answered_on) on pulse to :"application";

create policy asker on referral for select using (person_id = (select acting_person()));
create policy asked on referral for insert with check (
	person_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
	and facilitator_id is null and shared_at is null and closed_at is null
);
create policy asker_changes on referral for update
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy told on referral for select using (shared_at is not null and (select acting_person()) = any (member_ids));
create policy told_ends on referral for update
	using (shared_at is not null and (select acting_person()) = any (member_ids))
	with check (shared_at is not null and (select acting_person()) = any (member_ids));
-- Whoever is a member has no office in it: who runs a program does not learn from it that their own partner asked.
create policy facilitator on referral for select using (
	program_id = any ((select programs_entrusted(array['facilitator']))::uuid[]) and (select acting_person()) <> all (member_ids)
	and (facilitator_id = (select acting_person()) or (closed_at is null and (facilitator_id is null or handed_to_id = (select acting_person()))))
);
create policy facilitator_takes on referral for update
	using (
		program_id = any ((select programs_entrusted(array['facilitator']))::uuid[]) and (select acting_person()) <> all (member_ids)
		and (facilitator_id = (select acting_person()) or (closed_at is null and (facilitator_id is null or handed_to_id = (select acting_person()))))
	)
	with check (facilitator_id = (select acting_person()) or facilitator_id is null);
create policy program_manager on referral for select using (
	closed_at is null and program_id = any ((select programs_entrusted(array['program-manager']))::uuid[])
	and (select acting_person()) <> all (member_ids)
);
create policy process on referral for all
	using ((select acting_process()) = 'pulse') with check ((select acting_process()) = 'pulse');
grant select, insert, delete on referral to :"application";
grant update (facilitator_id, taken_at, handed_to_id, shared_at, closed_at) on referral to :"application";

create policy own on case_limit for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
grant select, insert, update, delete on case_limit to :"application";

create policy pulse on relationship for select using ((select acting_process()) = 'pulse');
create policy pulse on relationship_ending for select using ((select acting_process()) = 'pulse');
create policy pulse on session for select using ((select acting_process()) = 'pulse');
