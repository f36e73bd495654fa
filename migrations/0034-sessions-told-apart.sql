-- Whoever keeps somebody's calendar reads their rows of session_member: that they are to be in a session, and what they answered. Whether they came and
-- wrote it up stood in the same rows; it moves to a table of its own, which the members read and no delegate.
create table attendance (
	session_id uuid not null,
	person_id uuid not null references person,
	relationship_id uuid not null references relationship,
	attended boolean,
	wrote_up_at timestamptz,
	responded_at timestamptz,
	primary key (session_id, person_id),
	foreign key (session_id, relationship_id) references session (id, relationship_id) on delete cascade
);
comment on table attendance is 'Who came to a session, and who has written it up or answered; no row: nothing is known yet';
comment on column attendance.attended is 'As the members say afterwards; null until then';
comment on column attendance.wrote_up_at is 'That they wrote it up, not what';
comment on column attendance.responded_at is 'That they answered a question alone, not what';
create index attendance_person on attendance (person_id);
create index attendance_relationship on attendance (relationship_id);
call protect(array['attendance']::regclass[]);
insert into attendance (session_id, person_id, relationship_id, attended, wrote_up_at, responded_at)
	select session_id, person_id, relationship_id, attended, wrote_up_at, responded_at from session_member
	where coalesce(attended::text, wrote_up_at::text, responded_at::text) is not null;

create policy member on attendance for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy program_manager on attendance for select using (
	exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
create policy process on attendance for all
	using ((select acting_process()) = 'sessions') with check ((select acting_process()) = 'sessions');
create policy link on attendance for select using ((select acting_process()) = 'session-link');
grant select, insert on attendance to :"application";
grant update (attended, wrote_up_at, responded_at) on attendance to :"application";

-- A starter question is kept by its name and shown in the language of who reads it.
alter table agenda_item add column names_question boolean not null default false;
comment on column agenda_item.names_question is 'The words are the name of a starter question, shown in the language of who reads it; until somebody changes them';
grant update (names_question) on agenda_item to :"application";

-- At a case table nobody reads another's answer before all have given theirs or it is closed; a reflection opens to each who has answered.
create or replace function sessions_answered() returns uuid[] stable parallel safe language sql
	return array(
		select session.id from session left join attendance own on own.session_id = session.id and own.person_id = acting_person()
		where session.relationship_id = any (own_relationships())
			and case session.format when 'case-table' then session.state = 'held' or session.ends_at <= now() else own.responded_at is not null end
	);
drop policy answered on session_response;
create policy answered on session_response for select using (
	relationship_id = any ((select own_relationships())::uuid[])
	and (person_id = (select acting_person()) or session_id = any ((select sessions_answered())::uuid[]))
);
comment on table session_response is 'What a member answered, once and for good. In a reflection whoever has not answered cannot read it; at a case table nobody but its author until all have answered or it is closed';

drop policy link_written on session_member;
alter table session_member drop column attended, drop column wrote_up_at, drop column responded_at;
comment on table session_member is 'Who is to be in a session, and what they answered';
