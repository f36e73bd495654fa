-- A program's year in advance, with made-up people. What is kept is what it depended on and what was to be seen: numbers, and nothing of anybody.
create table dry_run (
	id uuid primary key,
	program_id uuid not null references program,
	asked_by uuid references person,
	asked_at timestamptz not null default now(),
	plan jsonb not null,
	state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
	percent integer not null default 0 check (percent between 0 and 100),
	findings jsonb,
	ended_at timestamptz,
	check ((state = 'done') = (findings is not null)),
	check ((state in ('done', 'failed')) = (ended_at is not null))
);
comment on table dry_run is 'A year of a program gone through in a database that is thrown away, with people who are made up';
comment on column dry_run.plan is 'How many mentors and mentees in which time zones with how many places, the charter, the first day and the seed: the same plan gives the same year';
comment on column dry_run.percent is 'How much of the year is gone through';
comment on column dry_run.findings is 'Counts by week: mails, sessions, who waits';
create index dry_run_program on dry_run (program_id, asked_at);

call protect(array['dry_run']::regclass[]);
create policy program_manager on dry_run for select using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
create policy asked on dry_run for insert with check (
	asked_by = (select acting_person()) and state = 'waiting' and program_id = any ((select programs_entrusted(array['program-manager']))::uuid[])
);
create policy process on dry_run for all
	using ((select acting_process()) = 'dry-run') with check ((select acting_process()) = 'dry-run');
grant select, insert on dry_run to :"application";
grant update (state, percent, findings, ended_at) on dry_run to :"application";
