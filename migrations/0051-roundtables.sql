-- A roundtable: somebody who mentors in a program sets a table once, with a topic and a few seats; people of the program take one or give it back. Who holds a
-- seat and who waits is told by the order of asking alone. All of it is the program's to read; nothing said there is written down here.
create table roundtable (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null references program,
	host_id uuid not null references person,
	topic text not null check (topic <> ''),
	place text,
	starts_at timestamptz not null,
	ends_at timestamptz not null check (ends_at > starts_at),
	zone text not null,
	seats integer not null check (seats between 3 and 12),
	offered_at timestamptz not null default now(),
	called_off_at timestamptz,
	unique (id, program_id)
);
comment on table roundtable is 'A table that somebody who mentors sets once for people of a program: when, what about, and how many can sit there';
comment on column roundtable.topic is 'In the words of the host; everyone in the program reads it';
comment on column roundtable.place is 'A room, or a link to a call; everyone in the program reads it';
comment on column roundtable.zone is 'The zone it was offered in';
comment on column roundtable.called_off_at is 'Null: it takes place';
create index roundtable_program on roundtable (program_id, starts_at);
create index roundtable_host on roundtable (host_id);

create table roundtable_seat (
	id uuid primary key default gen_random_uuid(),
	roundtable_id uuid not null,
	program_id uuid not null,
	person_id uuid not null references person,
	is_host boolean not null default false,
	asked_at timestamptz not null default clock_timestamp(),
	told text check (told in ('on', 'off')),
	unique (roundtable_id, person_id),
	foreign key (roundtable_id, program_id) references roundtable (id, program_id) on delete cascade
);
comment on table roundtable_seat is 'Who asked for a seat at a roundtable, and its host: the first hold seats, in the order of asking, the others wait; goes when it is given back';
comment on column roundtable_seat.told is 'What their calendar was told last: that it takes place with them, or that it is called off; null: nothing yet';
create index roundtable_seat_person on roundtable_seat (person_id);

call protect(array['roundtable', 'roundtable_seat']::regclass[]);

-- The programs in which whoever acts has a place.
create function own_programs() returns uuid[] stable parallel safe language sql
	return array(select program_id from enrolment where person_id = acting_person() and status = 'enrolled');
create function mentored_programs() returns uuid[] stable parallel safe language sql
	return array(select program_id from enrolment where person_id = acting_person() and status = 'enrolled' and side = 'mentor');

create policy program on roundtable for select using (program_id = any ((select own_programs())::uuid[]));
create policy program_manager on roundtable for select using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
create policy offered on roundtable for insert with check (
	host_id = (select acting_person()) and called_off_at is null and program_id = any ((select mentored_programs())::uuid[])
);
create policy called_off on roundtable for update using (host_id = (select acting_person())) with check (host_id = (select acting_person()));
create policy sessions on roundtable for select using ((select acting_process()) = 'sessions');
create policy process on roundtable for all
	using ((select acting_process()) = 'calendar') with check ((select acting_process()) = 'calendar');
grant select, insert on roundtable to :"application";
grant update (called_off_at) on roundtable to :"application";

create policy program on roundtable_seat for select using (program_id = any ((select own_programs())::uuid[]));
create policy program_manager on roundtable_seat for select using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
create policy taken on roundtable_seat for insert with check (
	person_id = (select acting_person()) and program_id = any ((select own_programs())::uuid[])
);
create policy given_back on roundtable_seat for delete using (person_id = (select acting_person()));
create policy sessions on roundtable_seat for select using ((select acting_process()) = 'sessions');
create policy process on roundtable_seat for all
	using ((select acting_process()) = 'calendar') with check ((select acting_process()) = 'calendar');
grant select, insert, delete on roundtable_seat to :"application";
grant update (told) on roundtable_seat to :"application";
