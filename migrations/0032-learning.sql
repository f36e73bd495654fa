-- Curricula: what one can learn in small steps, tied to competencies. The texts are the organisation's; how far somebody is, theirs alone.
create table curriculum (
	id uuid primary key default gen_random_uuid(),
	title text not null check (title <> ''),
	summary text not null,
	locale text not null,
	created_by uuid references person,
	created_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	published_at timestamptz,
	retired_at timestamptz,
	check (retired_at is null or published_at is not null)
);
comment on table curriculum is 'Learning steps in an order, for whoever wants to take them';
comment on column curriculum.locale is 'The language it is written in, so that screen readers speak it as such';
comment on column curriculum.published_at is 'null: a draft, which only those who write curricula see';
comment on column curriculum.retired_at is 'When it was taken out of the list; who is in the middle of it goes on';

create table learning_step (
	id uuid primary key default gen_random_uuid(),
	curriculum_id uuid not null references curriculum,
	position integer not null,
	kind text not null check (kind in ('lesson', 'assignment')),
	title text not null check (title <> ''),
	body text not null check (body <> ''),
	minutes integer not null check (minutes between 1 and 600),
	video text check (video ~ '^https://'),
	question text,
	competency_id uuid references competency,
	level integer check (level between 1 and 5),
	removed_at timestamptz,
	check ((competency_id is null) = (level is null))
);
comment on table learning_step is 'One lesson to read or watch, or one assignment to do at work';
comment on column learning_step.body is 'Markdown; what is not in the list of the permitted is shown as plain text';
comment on column learning_step.question is 'What the two may talk about once it is done; goes into the agenda of their next session';
comment on column learning_step.level is 'Toward which level of the competency it leads';
comment on column learning_step.removed_at is 'Taken out of the curriculum; who has done it keeps that';
create index learning_step_curriculum on learning_step (curriculum_id, position);

create table program_curriculum (
	program_id uuid not null references program,
	curriculum_id uuid not null references curriculum,
	side text not null check (side in ('mentor', 'mentee', 'both')),
	added_by uuid references person,
	added_at timestamptz not null default now(),
	primary key (program_id, curriculum_id)
);
comment on table program_curriculum is 'Which curricula a program recommends to whom in it';

create table learning (
	person_id uuid not null references person,
	curriculum_id uuid not null references curriculum,
	taken_at timestamptz not null default now(),
	set_aside_at timestamptz,
	primary key (person_id, curriculum_id)
);
comment on table learning is 'Who takes which curriculum. Read by that person alone.';

create table learning_done (
	person_id uuid not null references person,
	step_id uuid not null references learning_step,
	done_at timestamptz not null default now(),
	primary key (person_id, step_id)
);
comment on table learning_done is 'Which steps somebody says they have done. Read by that person alone; nobody counts it.';

call protect(array['curriculum', 'learning_step', 'program_curriculum', 'learning', 'learning_done']::regclass[]);

create policy everyone on curriculum for select using ((select acting_person()) is not null and published_at is not null);
create policy writer on curriculum for all
	using ((select holds_office_anywhere(array['learning-partner', 'program-manager'])))
	with check ((select holds_office_anywhere(array['learning-partner', 'program-manager'])));
create policy demonstration on curriculum for all
	using ((select acting_process()) = 'demonstration') with check ((select acting_process()) = 'demonstration');
grant select, insert, update on curriculum to :"application";

create policy everyone on learning_step for select using (
	exists (select from curriculum where curriculum.id = curriculum_id)
);
create policy writer on learning_step for all
	using ((select holds_office_anywhere(array['learning-partner', 'program-manager'])))
	with check ((select holds_office_anywhere(array['learning-partner', 'program-manager'])));
create policy demonstration on learning_step for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, update on learning_step to :"application";

create policy everyone on program_curriculum for select using ((select acting_person()) is not null);
create policy program_manager on program_curriculum for all
	using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
	with check (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
create policy demonstration on program_curriculum for all
	using ((select acting_process()) = 'demonstration') with check ((select acting_process()) = 'demonstration');
grant select, insert, update, delete on program_curriculum to :"application";

create policy own on learning for all
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy demonstration on learning for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, update, delete on learning to :"application";

create policy own on learning_done for all
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy demonstration on learning_done for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, delete on learning_done to :"application";
