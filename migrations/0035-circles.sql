-- Circles: several people of a program who meet as a group. Somebody who runs the program starts one and asks people; each says yes or no; it begins, and
-- becomes a relationship, as soon as its facilitator and three others have said yes. Later ones join while it runs, and whoever leaves leaves no mark.

create table mentoring_circle (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null references program,
	relationship_id uuid unique references relationship,
	name text not null check (name <> ''),
	theme text not null,
	unit text not null check (unit in ('week', 'month', 'own')),
	every integer not null default 1 check (every between 1 and 26),
	minutes integer not null check (minutes between 30 and 240),
	started_by uuid not null references person,
	started_at timestamptz not null default now(),
	ended_at timestamptz
);
comment on table mentoring_circle is 'A circle that a program has started: what it is called and about, and how often it is to meet';
comment on column mentoring_circle.relationship_id is 'Null until it begins';
comment on column mentoring_circle.theme is 'What it is about, in the words of whoever started it: the program reads them';
create index mentoring_circle_program on mentoring_circle (program_id);

create table circle_seat (
	circle_id uuid not null references mentoring_circle on delete cascade,
	person_id uuid not null references person,
	program_id uuid not null references program,
	side text not null check (side in ('peer', 'facilitator')),
	answer text check (answer in ('yes', 'no')),
	asked_at timestamptz not null default now(),
	primary key (circle_id, person_id)
);
comment on table circle_seat is 'Who is asked into a circle, and what they said; goes when they leave it: nothing tells that they were there';
create index circle_seat_person on circle_seat (person_id);

call protect(array['mentoring_circle', 'circle_seat']::regclass[]);

create policy own on circle_seat for select using (person_id = (select acting_person()));
create policy answered on circle_seat for update using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy program on circle_seat for select using (program_id = any ((select programs_entrusted(array['program-manager', 'facilitator']))::uuid[]));
create policy asked on circle_seat for insert with check (
	answer is null and program_id = any ((select programs_entrusted(array['program-manager', 'facilitator']))::uuid[])
);
create policy process on circle_seat for all
	using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, delete on circle_seat to :"application";
grant update (answer) on circle_seat to :"application";

create policy asked on mentoring_circle for select using (
	exists (select from circle_seat seat where seat.circle_id = mentoring_circle.id and seat.person_id = (select acting_person()))
);
create policy program on mentoring_circle for select using (program_id = any ((select programs_entrusted(array['program-manager', 'facilitator']))::uuid[]));
create policy started on mentoring_circle for insert with check (
	started_by = (select acting_person()) and program_id = any ((select programs_entrusted(array['program-manager', 'facilitator']))::uuid[])
);
create policy process on mentoring_circle for all
	using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert on mentoring_circle to :"application";
grant update (relationship_id, ended_at) on mentoring_circle to :"application";

-- Who is in a circle changes while it runs; who is in any other relationship never does.
drop policy process on relationship;
create policy process on relationship for select using ((select acting_process()) in ('pairing', 'demonstration', 'housekeeping'));
create policy begun on relationship for insert with check ((select acting_process()) in ('pairing', 'demonstration'));
create policy circle_changed on relationship for update
	using ((select acting_process()) = 'pairing' and kind = 'circle') with check ((select acting_process()) = 'pairing' and kind = 'circle');
grant update (member_ids) on relationship to :"application";

drop policy process on relationship_member;
create policy process on relationship_member for select using ((select acting_process()) in ('pairing', 'demonstration'));
create policy begun on relationship_member for insert with check ((select acting_process()) in ('pairing', 'demonstration'));
create policy left_circle on relationship_member for delete using (
	(select acting_process()) = 'pairing' and exists (select from relationship r where r.id = relationship_id and r.kind = 'circle')
);
grant delete on relationship_member to :"application";

-- The rhythm a circle was started with, until its members choose another.
create policy circle_begun on cadence for insert with check ((select acting_process()) = 'pairing');

-- Whoever leaves a circle is taken out of its sessions to come.
grant delete on session_member to :"application";
