create table program (
	id uuid primary key default gen_random_uuid(),
	name text not null check (name <> ''),
	template text not null,
	kind text not null check (kind in ('one-to-one', 'reverse', 'peer', 'circle', 'flash', 'shadowing')),
	status text not null default 'draft' check (status in ('draft', 'open', 'running', 'closed')),
	takes_applications boolean not null default false,
	takes_nominations boolean not null default false,
	mentee_places integer check (mentee_places between 1 and 100000),
	created_by uuid references person,
	created_at timestamptz not null default now(),
	opened_at timestamptz,
	closed_at timestamptz
);
comment on column program.mentee_places is 'How many mentees at most; null: no limit of its own, as many as the mentors have places for';
alter table office add foreign key (program_id) references program;

-- The programs in which whoever acts holds one of these offices. Asked once in a statement, where holds_office_in would be asked once a row.
create function programs_entrusted(wanted text[]) returns uuid[] stable parallel safe language sql
	return array(
		select program.id from program
		where exists (
			select from office
			where person_id = acting_person() and office = any (wanted) and (office.program_id is null or office.program_id = program.id)
				and from_at <= now() and (until_at is null or until_at > now())
		)
	);

create table charter (
	program_id uuid not null references program,
	version integer not null,
	body jsonb not null,
	written_by uuid references person,
	written_at timestamptz not null default now(),
	primary key (program_id, version)
);
comment on table charter is 'Each version is kept; participants see the current one';

create table eligibility (
	program_id uuid not null references program,
	side text not null check (side in ('mentor', 'mentee')),
	version integer not null,
	rule jsonb not null,
	adopted_by uuid references person,
	adopted_at timestamptz not null default now(),
	primary key (program_id, side, version)
);

create table enrolment (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null references program,
	person_id uuid not null references person,
	side text not null check (side in ('mentor', 'mentee')),
	status text not null check (status in ('invited', 'applied', 'nominated', 'enrolled', 'waiting', 'declined', 'not-admitted', 'withdrawn', 'left')),
	how text not null check (how in ('invitation', 'application', 'nomination', 'import', 'demonstration')),
	capacity integer not null default 1 check (capacity between 0 and 20),
	paused_until date,
	entered_by uuid references person,
	entered_at timestamptz not null default now(),
	answer_by date,
	answered_at timestamptz,
	is_late boolean not null default false,
	unique (program_id, person_id, side)
);
comment on table enrolment is 'A person in a program, on a side. For a mentor, capacity is how many mentees; for a mentee, how many mentors.';
create index enrolment_person on enrolment (person_id);

create table nomination (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null references program,
	person_id uuid not null references person,
	side text not null check (side in ('mentor', 'mentee')),
	nominated_by uuid not null references person,
	reason text not null check (reason <> ''),
	at timestamptz not null default now(),
	decided_by uuid references person,
	decided_at timestamptz,
	decision_reason text,
	unique (program_id, person_id, side, nominated_by),
	check (person_id <> nominated_by)
);
comment on table nomination is 'Who was suggested by whom, and why. Stands beside the enrolment, so that whoever nominates need not see whether there already is one.';

create table wish (
	program_id uuid not null references program,
	person_id uuid not null references person,
	wished_id uuid not null references person,
	primary key (program_id, person_id, wished_id),
	check (person_id <> wished_id)
);
comment on table wish is 'Whom someone would like to be paired with. Read by the person and by pairing only.';

create table blocked_pair (
	program_id uuid not null references program,
	person_id uuid not null references person,
	other_id uuid not null references person,
	entered_by uuid references person,
	entered_at timestamptz not null default now(),
	primary key (program_id, person_id, other_id),
	check (person_id <> other_id)
);
comment on table blocked_pair is 'Two people who must not be paired (a conflict of interest, or the wish of one of them). The reason is not kept.';

call protect(array['enrolment', 'nomination', 'wish', 'blocked_pair']::regclass[]);

create policy own on enrolment for select using (person_id = (select acting_person()));
create policy applied on enrolment for insert with check (status = 'applied' and person_id = (select acting_person()));
create policy answered on enrolment for update using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy nominator on enrolment for insert with check (status = 'nominated' and entered_by = (select acting_person()));
-- Whoever nominated sees that it goes on and that it came to something; a no looks like any other end.
create policy nominator_reads on enrolment for select using (
	how = 'nomination' and entered_by = (select acting_person()) and status in ('nominated', 'applied', 'invited', 'enrolled', 'waiting')
);
create policy program_manager on enrolment for all
	using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
	with check (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
create policy committee on enrolment for select using (program_id = any ((select programs_entrusted(array['committee-member', 'analyst']))::uuid[]));
create policy process on enrolment for all
	using ((select acting_process()) in ('people-import', 'demonstration', 'pairing', 'housekeeping'))
	with check ((select acting_process()) in ('people-import', 'demonstration', 'housekeeping'));
grant select, insert, update, delete on enrolment to :"application";

create policy nominator on nomination for insert with check (nominated_by = (select acting_person()) and decided_at is null);
create policy concerned on nomination for select using ((select acting_person()) in (nominated_by, person_id));
create policy program_manager on nomination for all
	using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
	with check (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
create policy process on nomination for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, update on nomination to :"application";

create policy own on wish for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy process on wish for select using ((select acting_process()) in ('pairing', 'demonstration'));
create policy demonstration on wish for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, delete on wish to :"application";

create policy own on blocked_pair for all
	using (person_id = (select acting_person()) and entered_by = person_id)
	with check (person_id = (select acting_person()) and entered_by = person_id);
create policy program_manager on blocked_pair for all
	using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
	with check (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
create policy process on blocked_pair for select using ((select acting_process()) = 'pairing');
create policy demonstration on blocked_pair for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, delete on blocked_pair to :"application";

grant select, insert, update on program to :"application";
grant select, insert on charter, eligibility to :"application";
