-- What people can demand for their data: corrections, erasure, and an end to everything kept.
alter table person add column erased_at timestamptz;
comment on column person.erased_at is 'When everything about the person was deleted; the row then only holds the place of "a former colleague" in what others keep';

create table correction_request (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references person,
	about text not null check (about <> ''),
	wanted text not null check (wanted <> ''),
	asked_at timestamptz not null default now(),
	answered_at timestamptz,
	answered_by uuid references person,
	outcome text check (outcome in ('corrected', 'kept', 'withdrawn')),
	answer text,
	check ((answered_at is null) = (outcome is null)),
	check (outcome is distinct from 'kept' or answer <> '')
);
comment on table correction_request is 'Something HR says about a person is wrong, in the person''s words, and what was answered. Read by the person and those who keep the records.';
comment on column correction_request.about is 'Which of the facts: the key of a field, or "other"';
comment on column correction_request.answer is 'Why it stays as it is; always given then';
create index correction_request_person on correction_request (person_id);

create table erasure_request (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references person,
	cause text not null check (cause in ('asked', 'retention')),
	asked_at timestamptz not null default now(),
	answered_at timestamptz,
	answered_by uuid references person,
	outcome text check (outcome in ('confirmed', 'refused', 'withdrawn')),
	reason text,
	carried_out_at timestamptz,
	check ((answered_at is null) = (outcome is null)),
	check (outcome is distinct from 'refused' or reason <> ''),
	check (carried_out_at is null or outcome = 'confirmed')
);
comment on table erasure_request is 'Who is to be erased, at whose word, and when it was done. What was carried out is the list that a restored backup is erased by again.';
comment on column erasure_request.reason is 'Why the office says no; the person reads it';
create unique index erasure_request_open on erasure_request (person_id) where outcome is null or (outcome = 'confirmed' and carried_out_at is null);

create table retention_period (
	kind text primary key,
	days integer not null check (days between 1 and 36500),
	changed_by uuid references person,
	changed_at timestamptz not null default now()
);
comment on table retention_period is 'How long something is kept where an administrator chose otherwise than the default';
grant select, insert, update, delete on retention_period to :"application";

-- What deletes a person reaches every table that is protected, now and later; nothing but the job of that name ever acts as this process.
create or replace procedure protect(tables regclass[]) language plpgsql as $$
declare
	protected regclass;
begin
	foreach protected in array tables loop
		execute format('alter table %s enable row level security', protected);
		execute format('alter table %s force row level security', protected);
		execute format('create policy owner on %s to %I using (true) with check (true)', protected, current_user);
		execute format('create policy erasure on %s using ((select acting_process()) = ''erasure'') with check ((select acting_process()) = ''erasure'')', protected);
	end loop;
end $$;
do $$
declare
	protected regclass;
begin
	for protected in select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity loop
		execute format('create policy erasure on %s using ((select acting_process()) = ''erasure'') with check ((select acting_process()) = ''erasure'')', protected);
	end loop;
end $$;

call protect(array['correction_request', 'erasure_request']::regclass[]);

create policy own on correction_request for select using (person_id = (select acting_person()));
create policy asked on correction_request for insert with check (person_id = (select acting_person()) and answered_at is null);
create policy withdrawn on correction_request for update
	using (person_id = (select acting_person()) and answered_at is null)
	with check (person_id = (select acting_person()) and outcome = 'withdrawn' and answered_by is null);
create policy people_office on correction_request for select using ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy answered on correction_request for update
	using ((select holds_office_anywhere(array['administrator', 'program-manager'])) and person_id <> (select acting_person()))
	with check ((select holds_office_anywhere(array['administrator', 'program-manager'])) and answered_by = (select acting_person()));
create policy housekeeping on correction_request for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on correction_request to :"application";
grant update (answered_at, answered_by, outcome, answer) on correction_request to :"application";

create policy own on erasure_request for select using (person_id = (select acting_person()));
create policy asked on erasure_request for insert with check (person_id = (select acting_person()) and cause = 'asked' and answered_at is null);
create policy withdrawn on erasure_request for update
	using (person_id = (select acting_person()) and answered_at is null)
	with check (person_id = (select acting_person()) and outcome = 'withdrawn' and answered_by is null);
create policy overseeing on erasure_request for select using ((select holds_office(array['administrator'])));
create policy answered on erasure_request for update
	using ((select holds_office(array['administrator'])) and person_id <> (select acting_person()))
	with check ((select holds_office(array['administrator'])) and answered_by = (select acting_person()));
create policy housekeeping on erasure_request for all
	using ((select acting_process()) = 'housekeeping') with check ((select acting_process()) = 'housekeeping' and cause = 'retention');
grant select, insert, delete on erasure_request to :"application";
grant update (answered_at, answered_by, outcome, reason, carried_out_at) on erasure_request to :"application";

-- An erased person's name goes out of the journal; everything else in an entry stays as it was written.
grant update (person_id, about_person_id, detail) on journal to :"application";

-- Tables from which only erasure takes a row away.
do $$
declare
	kept regclass;
begin
	foreach kept in array array['nomination', 'chemistry_apart', 'demonstration_cast', 'office', 'place_request']::regclass[] loop
		execute format('create policy erasure_alone on %s as restrictive for delete using ((select acting_process()) = ''erasure'' or current_user = %L)', kept, current_user);
	end loop;
end $$;
grant delete on nomination, chemistry_apart, demonstration_cast, office, place_request to :"application";

-- Nothing is kept for ever: what the daily job of the house takes away.
create policy housekeeping on people_import_problem for all using ((select acting_process()) = 'housekeeping') with check (false);
create policy housekeeping on people_import_row for all using ((select acting_process()) = 'housekeeping') with check (false);
create policy housekeeping on people_import_progress for all using ((select acting_process()) = 'housekeeping') with check (false);
create policy housekeeping_clears on people_import for update using ((select acting_process()) = 'housekeeping') with check ((select acting_process()) = 'housekeeping');
create policy housekeeping on directory_word for all using ((select acting_process()) = 'housekeeping') with check (false);
grant delete on directory_word to :"application";
create policy housekeeping on journal_checkpoint for all using ((select acting_process()) = 'housekeeping') with check (false);
create policy housekeeping on round_input for all using ((select acting_process()) = 'housekeeping') with check (false);
