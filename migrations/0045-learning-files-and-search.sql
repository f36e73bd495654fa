-- Files of learning steps, encrypted part by part as other files are; and what a search in curricula goes by.
create table learning_file (
	id uuid primary key,
	step_id uuid not null unique references learning_step,
	name text not null check (name <> ''),
	type text not null check (type in ('pdf', 'png', 'jpeg', 'text', 'document', 'spreadsheet', 'slides')),
	bytes integer not null check (bytes between 1 and 26214400),
	added_by uuid references person,
	added_at timestamptz not null default now()
);
comment on table learning_file is 'The file of a learning step, at most 25 MB; whoever may read the step may have it';
comment on column learning_file.name is 'As it is called when somebody keeps it; found by the search, hence not encrypted';
comment on column learning_file.type is 'As its first bytes say, not as it calls itself';

create table learning_file_part (
	file_id uuid not null references learning_file on delete cascade,
	number integer not null check (number between 1 and 50),
	content sealed not null,
	primary key (file_id, number)
);
comment on table learning_file_part is 'A file''s content in parts, so that nobody holds all of it in memory more often than needed';
comment on column learning_file_part.content is 'At most a megabyte, as base64. Encrypted with a key that is not in the database';

call protect(array['learning_file', 'learning_file_part']::regclass[]);

create policy everyone on learning_file for select using (
	exists (select from learning_step where learning_step.id = step_id)
);
create policy writer on learning_file for all
	using ((select holds_office_anywhere(array['learning-partner', 'program-manager'])))
	with check ((select holds_office_anywhere(array['learning-partner', 'program-manager'])));
create policy demonstration on learning_file for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, delete on learning_file to :"application";

create policy everyone on learning_file_part for select using (
	exists (select from learning_file where learning_file.id = file_id)
);
create policy writer on learning_file_part for insert
	with check ((select holds_office_anywhere(array['learning-partner', 'program-manager'])));
create policy demonstration on learning_file_part for insert with check ((select acting_process()) = 'demonstration');
grant select, insert on learning_file_part to :"application";

-- Letters without accents in lower case, as foldForSearch makes them, so that parts of words are found; and word stems, so that "conversations" finds
-- "conversation". A text's words go by both languages' rules: which of them it is written in is no matter to who looks for it.
create function folded_for_search(words text) returns text language sql immutable parallel safe as $$
	select replace(lower(regexp_replace(normalize(words, NFKD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss')
$$;
create function stems_of(words text) returns tsvector language sql immutable parallel safe as $$
	select to_tsvector('pg_catalog.english'::regconfig, words) || to_tsvector('pg_catalog.german'::regconfig, words)
$$;
alter table curriculum
	add column folded text not null generated always as (folded_for_search(title || ' ' || summary)) stored,
	add column stems tsvector not null generated always as (stems_of(title || ' ' || summary)) stored;
comment on column curriculum.folded is 'Title and summary as the search compares them';
comment on column curriculum.stems is 'The stems of their words';
alter table learning_step
	add column folded text not null generated always as (folded_for_search(title || ' ' || body)) stored,
	add column stems tsvector not null generated always as (stems_of(title || ' ' || body)) stored;
comment on column learning_step.folded is 'Title and text as the search compares them';
comment on column learning_step.stems is 'The stems of their words';
