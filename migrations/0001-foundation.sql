-- Who acts. Every transaction sets baton.person or baton.process for exactly as long as it lasts; unset means no rows.
create extension if not exists pg_trgm;

create function acting_person() returns uuid stable parallel safe language sql
	return nullif(current_setting('baton.person', true), '')::uuid;

create function acting_process() returns text stable parallel safe language sql
	return nullif(current_setting('baton.process', true), '');

-- Row-level security for a table, also for its owner; the owner (migrations, exports) has one explicit policy.
create procedure protect(tables regclass[]) language plpgsql as $$
declare
	protected regclass;
begin
	foreach protected in array tables loop
		execute format('alter table %s enable row level security', protected);
		execute format('alter table %s force row level security', protected);
		execute format('create policy owner on %s to %I using (true) with check (true)', protected, current_user);
	end loop;
end $$;
revoke execute on procedure protect(regclass[]) from public;

create table organisation (
	id boolean primary key default true check (id),
	name text not null check (name <> ''),
	time_zone text not null default 'UTC',
	locale text not null default 'en',
	is_demonstration boolean not null default false,
	established_at timestamptz not null default now()
);
comment on table organisation is 'The one organisation of this installation. No row: not set up yet.';
grant select, insert, update on organisation to :"application";

create table person (
	id uuid primary key default gen_random_uuid(),
	first_name text not null default '',
	last_name text not null default '',
	email text not null check (email <> ''),
	job_title text,
	unit text,
	function text,
	discipline text,
	location text,
	time_zone text,
	languages text[] not null default '{}',
	locale text,
	manager_id uuid references person,
	search_text text not null default '',
	sort_name text not null generated always as (
		lower(translate(
			regexp_replace(normalize(last_name || ' ' || first_name, NFKD), '[\u0300-\u036f]', '', 'g'),
			'ŁłØøĐđÆæŒœÞþß', 'LlOoDdAaOoTts'
		))
	) stored,
	left_on date,
	created_at timestamptz not null default now(),
	check (manager_id <> id)
);
comment on table person is 'The directory: what everyone in the organisation may read about a colleague. Written by HR, language and time zone also by the person.';
comment on column person.search_text is 'Name, title, function and unit, folded (lower case, no accents) for the directory search';
comment on column person.sort_name is 'Where the name stands in a list: last name first, accents and strokes left out, so that Łukasiewicz comes under L';
comment on column person.left_on is 'The day the person left the organisation; null while they are here';
create unique index person_email on person (lower(email));
create index person_manager on person (manager_id);
create index person_name on person (sort_name, id);
create index person_function on person (function) where left_on is null;
create index person_location on person (location) where left_on is null;

create table office (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references person,
	office text not null check (office in ('administrator', 'program-manager', 'coordinator', 'analyst', 'committee-member', 'facilitator', 'learning-partner')),
	program_id uuid,
	from_at timestamptz not null default now(),
	until_at timestamptz,
	granted_by uuid references person,
	check (until_at > from_at)
);
comment on table office is 'What someone is entrusted with, for one program or (no program) for all, from and until';
create index office_person on office (person_id);

create function holds_office(wanted text[]) returns boolean stable parallel safe language sql
	return exists (
		select from office
		where person_id = acting_person() and office = any (wanted) and program_id is null
			and from_at <= now() and (until_at is null or until_at > now())
	);

create function holds_office_in(wanted text[], program uuid) returns boolean stable parallel safe language sql
	return exists (
		select from office
		where person_id = acting_person() and office = any (wanted) and (program_id is null or program_id = program)
			and from_at <= now() and (until_at is null or until_at > now())
	);

-- Holds the office for the organisation or for any single program: enough to read what every program manager needs.
create function holds_office_anywhere(wanted text[]) returns boolean stable parallel safe language sql
	return exists (
		select from office
		where person_id = acting_person() and office = any (wanted)
			and from_at <= now() and (until_at is null or until_at > now())
	);

create table journal (
	id bigint generated always as identity primary key,
	at timestamptz not null default now(),
	request_id text,
	person_id uuid,
	process text,
	act text not null,
	about_person_id uuid,
	subject text,
	subject_id uuid,
	detail jsonb not null default '{}',
	check ((person_id is null) <> (process is null))
);
comment on table journal is 'Every act: who, what, about whom, when. Ids and codes, never texts. Insert-only for the application.';
create index journal_about on journal (about_person_id, id);
create index journal_person on journal (person_id, id);

create table form_key (
	key text primary key check (length(key) between 16 and 64),
	person_id uuid,
	at timestamptz not null default now(),
	location text
);
comment on table form_key is 'One-time keys of forms already acted on, with where the answer was: a double click or a retry does nothing twice';
create index form_key_at on form_key (at);

create table attempt (
	kind text not null,
	subject text not null,
	window_start timestamptz not null,
	count integer not null default 0,
	primary key (kind, subject, window_start)
);
comment on table attempt is 'Counted attempts by window. The subject is a hash, never an address.';

call protect(array['person', 'office', 'journal', 'form_key', 'attempt']::regclass[]);

create policy colleagues on person for select using ((select acting_person()) is not null or (select acting_process()) <> 'anyone');
create policy self on person for update using (id = (select acting_person())) with check (id = (select acting_person()));
create policy people_office on person for all
	using ((select holds_office_anywhere(array['administrator', 'program-manager'])))
	with check ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy process on person for all
	using ((select acting_process()) in ('people-import', 'demonstration', 'set-up'))
	with check ((select acting_process()) in ('people-import', 'demonstration', 'set-up'));
grant select, insert, update, delete on person to :"application";

-- Who holds which office is known to everyone: it answers "who can read this". Reading is therefore open, which also keeps holds_office free of recursion.
create policy everyone on office for select using (acting_person() is not null or acting_process() <> 'anyone');
create policy granted on office for insert with check (
	(select acting_process()) in ('set-up', 'demonstration') or (select holds_office(array['administrator']))
);
create policy ended on office for update
	using ((select holds_office(array['administrator'])))
	with check ((select holds_office(array['administrator'])));
grant select, insert on office to :"application";
grant update (until_at) on office to :"application";

create policy append on journal for insert with check (
	person_id is not distinct from (select acting_person())
	and (person_id is not null or process is not distinct from (select acting_process()))
);
create policy concerned on journal for select using (
	about_person_id = (select acting_person()) or person_id = (select acting_person())
	or (select holds_office(array['administrator', 'analyst']))
);
grant select, insert on journal to :"application";

create policy own on form_key for all
	using (person_id is not distinct from (select acting_person()))
	with check (person_id is not distinct from (select acting_person()));
create policy housekeeping on form_key for all using ((select acting_process()) = 'housekeeping');
grant select, insert, update, delete on form_key to :"application";

create policy counting on attempt for all
	using ((select acting_process()) in ('sign-in', 'housekeeping'))
	with check ((select acting_process()) = 'sign-in');
grant select, insert, update, delete on attempt to :"application";
