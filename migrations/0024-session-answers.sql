-- Moving a whole series passes through moments at which two of its sessions overlap: the constraint is then looked at once, when all have moved.
alter table session_member drop constraint one_session_at_a_time;
alter table session_member add constraint one_session_at_a_time
	exclude using gist (busy with &&, uuidrange(person_id, person_id, '[]') with &&) deferrable initially immediate;

-- What each member answers alone, in a reflection or at a case table, before they read the others.
create table session_question (
	session_id uuid primary key,
	relationship_id uuid not null references relationship,
	words sealed not null,
	author_id uuid not null references person,
	foreign key (session_id, relationship_id) references session (id, relationship_id) on delete cascade
);
comment on table session_question is 'The question of a reflection, or the dilemma of a case table';
comment on column session_question.words is 'Encrypted with a key that is not in the database';

create table session_response (
	session_id uuid not null,
	person_id uuid not null references person,
	relationship_id uuid not null references relationship,
	words sealed not null,
	given_at timestamptz not null default now(),
	primary key (session_id, person_id),
	foreign key (session_id, relationship_id) references session (id, relationship_id) on delete cascade
);
comment on table session_response is 'What a member answered, once and for good: whoever has not answered yet cannot read it';
comment on column session_response.words is 'Encrypted with a key that is not in the database';

call protect(array['session_question', 'session_response']::regclass[]);

alter table session_member add column responded_at timestamptz;
comment on column session_member.responded_at is 'That they answered, not what: from then on they read the others';
grant update (responded_at) on session_member to :"application";

-- The sessions in which whoever acts has answered.
create function sessions_answered() returns uuid[] stable parallel safe language sql
	return array(select session_id from session_member where person_id = acting_person() and responded_at is not null);

create policy member on session_question for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy asked on session_question for insert with check (
	author_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
grant select, insert on session_question to :"application";

create policy answered on session_response for select using (
	relationship_id = any ((select own_relationships())::uuid[]) and session_id = any ((select sessions_answered())::uuid[])
);
create policy given on session_response for insert with check (
	person_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
grant select, insert, delete on session_response to :"application";

-- The order of turns in a circle follows from how many sessions there were: it needs no column.
alter table session_member drop column turn;
