-- Whoever keeps somebody's calendar sees when and where their sessions are. Whether they came, what they answered and whether they wrote it up stood in the
-- same row of session_member: that row is theirs no more. Which sessions stand in a calendar is told by the two functions below, as ids and nothing else;
-- they run as the owner and ask themselves whose calendars whoever acts keeps today.
drop policy kept on session_member;
create or replace function kept_sessions() returns uuid[] stable parallel safe security definer language sql
	return array(select session_id from session_member where person_id = any (kept_calendars()));
create function kept_sessions_of(whose uuid) returns uuid[] stable parallel safe security definer language sql
	return array(select session_id from session_member where person_id = whose and whose = any (kept_calendars()));

-- A starter question is kept by its name and shown in the language of who reads it.
alter table agenda_item add column names_question boolean not null default false;
comment on column agenda_item.names_question is 'The words are the name of a starter question, shown in the language of who reads it; until somebody changes them';
grant update (names_question) on agenda_item to :"application";

-- At a case table nobody reads another's answer before all have given theirs or it is closed; a reflection opens to each who has answered.
create or replace function sessions_answered() returns uuid[] stable parallel safe language sql
	return array(
		select member.session_id from session_member member join session on session.id = member.session_id
		where member.person_id = acting_person()
			and case session.format when 'case-table' then session.state = 'held' or session.ends_at <= now() else member.responded_at is not null end
	);
drop policy answered on session_response;
create policy answered on session_response for select using (
	relationship_id = any ((select own_relationships())::uuid[])
	and (person_id = (select acting_person()) or session_id = any ((select sessions_answered())::uuid[]))
);
comment on table session_response is 'What a member answered, once and for good. In a reflection whoever has not answered cannot read it; at a case table nobody but its author until all have answered or it is closed';
