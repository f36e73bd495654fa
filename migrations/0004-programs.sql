create table program (
	id uuid primary key default gen_random_uuid(),
	name text not null check (name <> ''),
	template text not null,
	kind text not null check (kind in ('one-to-one', 'reverse', 'peer', 'circle', 'flash', 'shadowing')),
	status text not null default 'draft' check (status in ('draft', 'open', 'running', 'closed')),
	created_by uuid references person,
	created_at timestamptz not null default now(),
	opened_at timestamptz,
	closed_at timestamptz
);
alter table office add foreign key (program_id) references program;

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
	answered_at timestamptz,
	is_late boolean not null default false,
	unique (program_id, person_id, side)
);
comment on table enrolment is 'A person in a program, on a side. For a mentor, capacity is how many mentees; for a mentee, how many mentors.';
create index enrolment_person on enrolment (person_id);

create table nomination (
	id uuid primary key default gen_random_uuid(),
	enrolment_id uuid not null references enrolment,
	nominated_by uuid not null references person,
	reason text not null check (reason <> ''),
	at timestamptz not null default now(),
	decided_by uuid references person,
	decided_at timestamptz,
	decision_reason text
);

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

create policy own on enrolment for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy nominator on enrolment for insert with check (status = 'nominated' and entered_by = (select acting_person()));
create policy nominator_reads on enrolment for select using (entered_by = (select acting_person()));
create policy program_manager on enrolment for all
	using (holds_office_in(array['program-manager'], program_id)) with check (holds_office_in(array['program-manager'], program_id));
create policy committee on enrolment for select using (holds_office_in(array['committee-member', 'analyst'], program_id));
create policy process on enrolment for all
	using ((select acting_process()) in ('people-import', 'demonstration', 'pairing', 'housekeeping'))
	with check ((select acting_process()) in ('people-import', 'demonstration', 'housekeeping'));
grant select, insert, update, delete on enrolment to :"application";

create policy nominator on nomination for all using (nominated_by = (select acting_person())) with check (nominated_by = (select acting_person()) and decided_at is null);
create policy program_manager on nomination for all
	using ((select holds_office_anywhere(array['program-manager']))) with check ((select holds_office_anywhere(array['program-manager'])));
create policy process on nomination for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, update on nomination to :"application";

create policy own on wish for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy process on wish for select using ((select acting_process()) in ('pairing', 'demonstration'));
create policy demonstration on wish for insert with check ((select acting_process()) = 'demonstration');
grant select, insert, delete on wish to :"application";

create policy own on blocked_pair for insert with check (person_id = (select acting_person()) and entered_by = person_id);
create policy program_manager on blocked_pair for all
	using (holds_office_in(array['program-manager'], program_id)) with check (holds_office_in(array['program-manager'], program_id));
create policy process on blocked_pair for select using ((select acting_process()) = 'pairing');
grant select, insert, delete on blocked_pair to :"application";

grant select, insert, update on program to :"application";
grant select, insert on charter, eligibility to :"application";
