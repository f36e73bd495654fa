create table employment (
	person_id uuid primary key references person,
	employee_number text,
	grade text,
	hire_date date,
	custom jsonb not null default '{}'
);
comment on table employment is 'What HR says about a person beyond the directory. Read by the person and the people offices.';
comment on column employment.custom is 'Custom fields that are not sensitive, by key: a text, a number or a list of texts';
create unique index employment_number on employment (employee_number);

create table profile (
	person_id uuid primary key references person,
	about text,
	experience text,
	clients text[] not null default '{}',
	industries text[] not null default '{}',
	capacity integer check (capacity between 0 and 20),
	paused_until date,
	updated_at timestamptz not null default now()
);
comment on table profile is 'What the person says about themselves. Everyone in the organisation may read it; only the person writes it.';
comment on column profile.capacity is 'How many mentees the person would take over all programs; null: not said';

create table style_answer (
	person_id uuid not null references person,
	question text not null,
	answer integer not null check (answer between 1 and 5),
	primary key (person_id, question)
);
comment on table style_answer is 'The communication-style questionnaire. Read by the person alone, and by pairing.';

create table sensitive_fact (
	person_id uuid not null references person,
	fact text not null,
	proposed text,
	declared text,
	declared_at timestamptz,
	pairing_agreed_at timestamptz,
	audit_agreed_at timestamptz,
	deleted_at timestamptz,
	primary key (person_id, fact),
	check (declared is not null or (pairing_agreed_at is null and audit_agreed_at is null)),
	check (deleted_at is null or (declared is null and proposed is null))
);
comment on table sensitive_fact is 'Birth year, gender and the like. Self-declared only; an imported value waits as a proposal and is used for nothing. Never shown to anyone else.';
comment on column sensitive_fact.deleted_at is 'When the person deleted it: nothing is kept but that no file may propose it again';
comment on column sensitive_fact.pairing_agreed_at is 'When the person agreed that pairing may use it; null: it may not';

create table grade (
	name text primary key,
	position integer not null unique
);
comment on table grade is 'The ordered scale of grades, lowest first';

create table custom_field (
	key text primary key check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
	label text not null,
	kind text not null check (kind in ('text', 'list', 'number', 'date', 'scale')),
	scale text[] not null default '{}',
	is_sensitive boolean not null default false,
	created_at timestamptz not null default now()
);

create table competency_catalogue (
	version integer primary key,
	published_at timestamptz not null default now(),
	published_by uuid references person,
	note text not null default ''
);

create table competency (
	id uuid primary key default gen_random_uuid(),
	key text not null unique check (key <> ''),
	cluster text not null,
	name text not null,
	definition text not null,
	anchors text[] not null check (array_length(anchors, 1) = 5),
	version integer not null references competency_catalogue,
	retired_in integer references competency_catalogue,
	position integer not null default 0
);
comment on column competency.position is 'Where it stands in the catalogue; clusters stand where their first competency does';
comment on column competency.anchors is 'Behavioural anchors of level 1 to 5';

create table competency_change (
	competency_id uuid not null references competency,
	version integer not null references competency_catalogue,
	name text not null,
	cluster text not null,
	definition text not null,
	anchors text[] not null,
	primary key (competency_id, version)
);
comment on table competency_change is 'Each competency as it stood in each version of the catalogue that changed it';

create table offer (
	person_id uuid not null references person,
	competency_id uuid not null references competency,
	level integer not null check (level between 1 and 5),
	source text not null default 'self' check (source in ('self', 'import', 'nomination')),
	primary key (person_id, competency_id)
);
comment on table offer is 'A competency someone offers to share, at which level. Everyone in the organisation may read it.';
create index offer_competency on offer (competency_id);

create table seek (
	person_id uuid not null references person,
	competency_id uuid not null references competency,
	level integer not null check (level between 1 and 5),
	source text not null default 'self' check (source in ('self', 'import', 'nomination')),
	primary key (person_id, competency_id)
);
comment on table seek is 'A competency someone wants to grow in, toward which level. Read by the person, program managers and pairing.';

create table saved_mapping (
	id uuid primary key default gen_random_uuid(),
	name text not null unique,
	mapping jsonb not null,
	saved_by uuid references person,
	saved_at timestamptz not null default now()
);
comment on table saved_mapping is 'How the columns of a kind of file go into fields, kept under a name';

create table people_import (
	id uuid primary key default gen_random_uuid(),
	started_by uuid references person,
	started_at timestamptz not null default now(),
	file_name text not null,
	file bytea,
	status text not null check (status in ('uploaded', 'checking', 'checked', 'importing', 'imported', 'undoing', 'undone', 'failed', 'discarded')),
	look jsonb,
	mapping jsonb,
	options jsonb not null default '{}',
	summary jsonb,
	returned bytea,
	restore jsonb,
	run_id uuid,
	imported_at timestamptz,
	undone_at timestamptz,
	undone_by uuid references person
);
comment on column people_import.started_by is 'null: the command line';
comment on column people_import.file is 'The uploaded bytes; deleted once imported or discarded';
comment on column people_import.look is 'What the file looks like: its columns with a few of their values; deleted with the file';
comment on column people_import.returned is 'The rows that are not taken, as a workbook to mend and bring again; deleted by the next import';
comment on column people_import.restore is 'Grades and fields as they were before, for undo';
comment on column people_import.run_id is 'A job stores its result only while this still names it';
create index people_import_started on people_import (started_at);

create table people_import_progress (
	import_id uuid primary key references people_import on delete cascade,
	done integer not null default 0,
	total integer not null default 0,
	phase text not null default '',
	updated_at timestamptz not null default now()
);
comment on table people_import_progress is 'Written on transactions of its own, so that progress shows while the one big transaction runs';

create table people_import_change (
	import_id uuid not null references people_import on delete cascade,
	person_id uuid not null,
	before jsonb,
	after jsonb not null,
	primary key (import_id, person_id)
);
comment on table people_import_change is 'What an import changed, with the image before (null: the person was new), for undo';

create table people_import_problem (
	import_id uuid not null references people_import on delete cascade,
	position integer not null,
	file_row integer not null,
	file_column text,
	severity text not null check (severity in ('error', 'warning')),
	code text not null,
	value text not null,
	detail jsonb not null default '{}',
	primary key (import_id, position)
);
comment on table people_import_problem is 'What is wrong in which row and column of a file; deleted by the next import';

create table people_import_row (
	import_id uuid not null references people_import on delete cascade,
	kind text not null check (kind in ('new', 'changed', 'missing')),
	position integer not null,
	file_row integer,
	person_id uuid,
	name text not null,
	detail jsonb not null default '{}',
	is_leaving boolean not null default false,
	primary key (import_id, kind, position)
);
comment on table people_import_row is 'What an import would do, person by person, for whoever decides on it; deleted once it is done or discarded';

call protect(array['employment', 'profile', 'style_answer', 'sensitive_fact', 'offer', 'seek', 'people_import', 'people_import_progress', 'people_import_change', 'people_import_problem', 'people_import_row']::regclass[]);

create policy own on employment for select using (person_id = (select acting_person()));
create policy people_office on employment for all
	using ((select holds_office_anywhere(array['administrator', 'program-manager'])))
	with check ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy process on employment for all
	using ((select acting_process()) in ('people-import', 'demonstration', 'pairing', 'set-up'))
	with check ((select acting_process()) in ('people-import', 'demonstration'));
grant select, insert, update, delete on employment to :"application";

create policy colleagues on profile for select using (acting_person() is not null or (select acting_process()) in ('people-import', 'demonstration', 'pairing'));
create policy own on profile for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy process on profile for all
	using ((select acting_process()) in ('people-import', 'demonstration'))
	with check ((select acting_process()) in ('people-import', 'demonstration'));
grant select, insert, update, delete on profile to :"application";

create policy own on style_answer for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy pairing on style_answer for select using ((select acting_process()) = 'pairing');
create policy demonstration on style_answer for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, update, delete on style_answer to :"application";

create policy own on sensitive_fact for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy pairing on sensitive_fact for select using (
	(select acting_process()) = 'pairing' and declared is not null and pairing_agreed_at is not null
);
-- An import may add a proposal and refresh one nobody has answered; it sees nothing that was declared or deleted.
create policy proposed on sensitive_fact for all
	using ((select acting_process()) in ('people-import', 'demonstration') and declared is null and deleted_at is null)
	with check ((select acting_process()) = 'demonstration' or ((select acting_process()) = 'people-import' and declared is null and deleted_at is null));
grant select, insert, update, delete on sensitive_fact to :"application";

create policy colleagues on offer for select using (acting_person() is not null or (select acting_process()) in ('people-import', 'demonstration', 'pairing'));
create policy own on offer for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy process on offer for all
	using ((select acting_process()) in ('people-import', 'demonstration'))
	with check ((select acting_process()) in ('people-import', 'demonstration'));
grant select, insert, update, delete on offer to :"application";

create policy own on seek for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy program_manager on seek for select using ((select holds_office_anywhere(array['program-manager'])));
create policy process on seek for all
	using ((select acting_process()) in ('people-import', 'demonstration', 'pairing'))
	with check ((select acting_process()) in ('people-import', 'demonstration'));
grant select, insert, update, delete on seek to :"application";

create policy people_office on people_import for all
	using ((select holds_office_anywhere(array['administrator', 'program-manager'])))
	with check ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy process on people_import for all
	using ((select acting_process()) in ('people-import', 'housekeeping'))
	with check ((select acting_process()) = 'people-import');
create policy people_office on people_import_progress for all
	using ((select holds_office_anywhere(array['administrator', 'program-manager'])))
	with check ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy process on people_import_progress for all
	using ((select acting_process()) = 'people-import') with check ((select acting_process()) = 'people-import');
create policy process on people_import_change for all
	using ((select acting_process()) in ('people-import', 'housekeeping')) with check ((select acting_process()) = 'people-import');
create policy people_office on people_import_problem for all
	using ((select holds_office_anywhere(array['administrator', 'program-manager'])))
	with check ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy process on people_import_problem for all
	using ((select acting_process()) = 'people-import') with check ((select acting_process()) = 'people-import');
create policy people_office on people_import_row for all
	using ((select holds_office_anywhere(array['administrator', 'program-manager'])))
	with check ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy process on people_import_row for all
	using ((select acting_process()) = 'people-import') with check ((select acting_process()) = 'people-import');
grant select, insert, update, delete on people_import, people_import_progress, people_import_change, people_import_problem, people_import_row to :"application";

grant select, insert, update, delete on grade, custom_field, saved_mapping to :"application";
grant select, insert, update on competency_catalogue, competency, competency_change to :"application";

-- The directory search forgives typing mistakes by correcting the query, word by word, to words that occur: comparing with some ten thousand
-- words is cheap where row-level security lets no trigram operator use an index, comparing with everybody's text is not.
create table directory_word (
	word text primary key
);
comment on table directory_word is 'Every word of search_text that anybody has or had, linked to nobody';
call protect(array['directory_word']::regclass[]);
create policy colleagues on directory_word for select using ((select acting_person()) is not null);
create policy people_office on directory_word for insert with check ((select holds_office_anywhere(array['administrator', 'program-manager'])));
create policy process on directory_word for insert with check ((select acting_process()) in ('people-import', 'demonstration', 'set-up'));
grant select, insert on directory_word to :"application";

-- Once a statement, however many people it writes. In order, so that two writers with words in common wait for each other instead of both.
create function keep_directory_words() returns trigger language plpgsql as $$
begin
	if tg_op = 'INSERT' then
		insert into directory_word (word)
		select distinct word from written, string_to_table(written.search_text, ' ') as word where word <> '' order by word
		on conflict do nothing;
	else
		insert into directory_word (word)
		select distinct word from written join former using (id), string_to_table(written.search_text, ' ') as word
		where written.search_text <> former.search_text and word <> '' order by word
		on conflict do nothing;
	end if;
	return null;
end $$;
create trigger words_of_new after insert on person referencing new table as written for each statement execute function keep_directory_words();
create trigger words_of_changed after update on person referencing new table as written old table as former for each statement execute function keep_directory_words();
