-- A program's own first steps: in the words of those who run it, for a role, after the product's own. Who ticked which is theirs alone, and nobody counts it.
create table program_step (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null references program,
	role text not null check (role in ('mentor', 'mentee', 'committee-member', 'facilitator')),
	position integer not null,
	words jsonb not null,
	link text check (link ~ '^(https://|/)')
);
comment on table program_step is 'A first step that a program adds for one of its roles; everyone with a place or an office in the program reads it';
comment on column program_step.position is 'Its place among the program''s steps of this role, from 1; gaps say nothing';
comment on column program_step.words is 'By language ("en", "de"): what there is to do, and why; at least one language';
comment on column program_step.link is 'Where it is done: an https address or a page of this installation; null: nowhere in particular';
create index program_step_program on program_step (program_id, role, position);

create table program_step_file (
	id uuid primary key,
	step_id uuid not null unique references program_step on delete cascade,
	name text not null check (name <> ''),
	type text not null check (type in ('pdf', 'png', 'jpeg', 'text', 'document', 'spreadsheet', 'slides')),
	bytes integer not null check (bytes between 1 and 26214400)
);
comment on table program_step_file is 'The file of a program''s first step, at most 25 MB; whoever may read the step may have it';
comment on column program_step_file.name is 'As it is called when somebody keeps it';
comment on column program_step_file.type is 'As its first bytes say, not as it calls itself';

create table program_step_file_part (
	file_id uuid not null references program_step_file on delete cascade,
	number integer not null check (number between 1 and 50),
	content sealed not null,
	primary key (file_id, number)
);
comment on table program_step_file_part is 'A file''s content in parts, so that nobody holds all of it in memory more often than needed';
comment on column program_step_file_part.content is 'At most a megabyte, as base64. Encrypted with a key that is not in the database';

create table program_step_done (
	step_id uuid not null references program_step on delete cascade,
	person_id uuid not null references person,
	done_at timestamptz not null default now(),
	primary key (step_id, person_id)
);
comment on table program_step_done is 'Which first steps of a program somebody ticked off. Read by that person alone; nobody counts it.';
create index program_step_done_person on program_step_done (person_id);

call protect(array['program_step', 'program_step_file', 'program_step_file_part', 'program_step_done']::regclass[]);

create policy place on program_step for select using (
	exists (
		select from enrolment
		where enrolment.program_id = program_step.program_id and person_id = (select acting_person()) and status in ('enrolled', 'waiting')
	)
);
create policy office on program_step for select using (
	program_id = any ((select programs_entrusted(array['program-manager', 'committee-member', 'facilitator']))::uuid[])
);
create policy manager on program_step for all
	using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
	with check (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
grant select, insert, update, delete on program_step to :"application";

create policy reader on program_step_file for select using (
	exists (select from program_step where program_step.id = step_id)
);
create policy manager on program_step_file for all
	using (exists (
		select from program_step where program_step.id = step_id and program_id = any ((select programs_entrusted(array['program-manager']))::uuid[])
	))
	with check (exists (
		select from program_step where program_step.id = step_id and program_id = any ((select programs_entrusted(array['program-manager']))::uuid[])
	));
grant select, insert, delete on program_step_file to :"application";

create policy reader on program_step_file_part for select using (
	exists (select from program_step_file where program_step_file.id = file_id)
);
create policy manager on program_step_file_part for insert with check (exists (
	select from program_step_file join program_step on program_step.id = step_id
	where program_step_file.id = file_id and program_id = any ((select programs_entrusted(array['program-manager']))::uuid[])
));
grant select, insert on program_step_file_part to :"application";

create policy own on program_step_done for all
	using (person_id = (select acting_person()))
	with check (person_id = (select acting_person()) and exists (select from program_step where program_step.id = step_id));
grant select, insert, delete on program_step_done to :"application";
