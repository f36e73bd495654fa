-- Sessions: when the members of a relationship meet, what about, and what came of it. Dates, attendance and formats are of the program's shelf;
-- every text is the relationship's.

-- A person as a range of one, so that a constraint can say "the same person at the same time" without any extension.
create type uuidrange as range (subtype = uuid);

create table cadence (
	relationship_id uuid primary key references relationship,
	unit text not null check (unit in ('week', 'month', 'own')),
	every integer not null default 1 check (every between 1 and 26),
	month_by text not null default 'weekday' check (month_by in ('weekday', 'day')),
	anchor date,
	wall_time text check (wall_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
	zone text,
	minutes integer not null check (minutes between 5 and 600),
	format text not null check (format in ('one-to-one', 'coffee', 'reflection', 'case-table', 'shadow-day', 'circle', 'flash')),
	revision integer not null default 1,
	chosen_by uuid not null references person,
	chosen_at timestamptz not null default now(),
	check (unit = 'own' or (anchor is null) = (wall_time is null) and (anchor is null) = (zone is null))
);
comment on table cadence is 'How often the members of a relationship meet. From the first date on it also says when: the same wall time in the same zone';
comment on column cadence.every is 'Every so many weeks or months; a quarter is three months';
comment on column cadence.month_by is 'Of months: weekday means the same weekday in the same week of the month as the anchor (a fifth one: the last); day means the same day, or the last where there is none';
comment on column cadence.anchor is 'The day of the first session from which the others follow; none until a first date is taken';
comment on column cadence.wall_time is 'HH:MM, as the clock on the wall of the zone shows it';

create table session (
	id uuid primary key,
	relationship_id uuid not null references relationship,
	format text not null check (format in ('one-to-one', 'coffee', 'reflection', 'case-table', 'shadow-day', 'circle', 'flash')),
	state text not null default 'booked' check (state in ('proposed', 'booked', 'held', 'cancelled', 'missed')),
	starts_at timestamptz not null,
	ends_at timestamptz not null check (ends_at > starts_at),
	zone text not null,
	follows_cadence boolean not null default false,
	sequence integer not null default 0,
	place sealed,
	booked_by uuid references person,
	booked_at timestamptz not null default now(),
	busy tstzrange not null generated always as (
		tstzrange(starts_at, case when state = 'booked' and format not in ('reflection', 'case-table') then ends_at else starts_at end)
	) stored,
	unique (id, busy),
	unique (id, relationship_id)
);
comment on table session is 'A mentoring session, or a date proposed for one';
comment on column session.format is 'reflection and case-table are answered in one''s own time between start and end, and take nobody''s calendar';
comment on column session.zone is 'The time zone it was agreed in: moving the rules of a zone moves the session with them';
comment on column session.sequence is 'Goes up whenever calendars must be told: the SEQUENCE of RFC 5545';
comment on column session.place is 'A room or a link to a call. Encrypted with a key that is not in the database';
comment on column session.booked_by is 'Null: Baton, from the cadence';
comment on column session.busy is 'The time it takes from its members; empty unless booked';
create index session_relationship on session (relationship_id, starts_at);

create table session_member (
	session_id uuid not null,
	person_id uuid not null references person,
	relationship_id uuid not null references relationship,
	busy tstzrange not null,
	answer text check (answer in ('yes', 'no', 'tentative')),
	answered_at timestamptz,
	attended boolean,
	turn integer,
	wrote_up_at timestamptz,
	primary key (session_id, person_id),
	foreign key (session_id, busy) references session (id, busy) on update cascade on delete cascade,
	foreign key (session_id, relationship_id) references session (id, relationship_id) on delete cascade,
	-- Nobody is in two sessions at once, whoever books them and however many processes serve.
	constraint one_session_at_a_time exclude using gist (busy with &&, uuidrange(person_id, person_id, '[]') with &&)
);
comment on table session_member is 'Who is to be in a session, what they answered, and whether they came';
comment on column session_member.busy is 'As in session: follows it by itself';
comment on column session_member.attended is 'As the members say afterwards; null until then';
comment on column session_member.turn is 'In a circle: the place in the order of turns, from 1';
comment on column session_member.wrote_up_at is 'That they wrote it up, not what';
create index session_member_person on session_member (person_id);
create index session_member_relationship on session_member (relationship_id);

create table agenda_item (
	id uuid primary key,
	session_id uuid not null,
	relationship_id uuid not null references relationship,
	place integer not null,
	source text not null check (source in ('own', 'commitment', 'template', 'goal', 'learning')),
	source_id uuid,
	words sealed not null,
	revision integer not null default 1,
	author_id uuid not null references person,
	added_at timestamptz not null default now(),
	foreign key (session_id, relationship_id) references session (id, relationship_id) on delete cascade
);
comment on table agenda_item is 'What a session is to be about. Each item is a row of its own, so that two who edit at once lose nothing';
comment on column agenda_item.words is 'Encrypted with a key that is not in the database';
comment on column agenda_item.source_id is 'The commitment, goal or step it came from';
comment on column agenda_item.revision is 'Goes up with every change: whoever edits an older one is shown both';
create index agenda_item_session on agenda_item (session_id, place);
create unique index agenda_item_source on agenda_item (session_id, source_id) where source_id is not null;

create table write_up (
	session_id uuid not null,
	author_id uuid not null references person,
	relationship_id uuid not null references relationship,
	decided sealed not null,
	keeping sealed not null,
	written_at timestamptz not null default now(),
	primary key (session_id, author_id),
	foreign key (session_id, relationship_id) references session (id, relationship_id) on delete cascade
);
comment on table write_up is 'What came of a session, in the words of each member who wrote it up';
comment on column write_up.decided is 'What we decided. Encrypted with a key that is not in the database';
comment on column write_up.keeping is 'What may be worth keeping; empty: nothing. Encrypted with a key that is not in the database';
create index write_up_relationship on write_up (relationship_id);

create table commitment (
	id uuid primary key,
	relationship_id uuid not null references relationship,
	session_id uuid references session on delete set null,
	owner_id uuid not null references person,
	partner_id uuid references person,
	words sealed not null,
	due_on date not null,
	state text not null default 'open' check (state in ('open', 'done', 'dropped')),
	moves integer not null default 0,
	made_by uuid references person,
	made_at timestamptz not null default now(),
	settled_at timestamptz,
	check ((state = 'open') = (settled_at is null))
);
comment on table commitment is 'A promise with an owner and a date, carried into every agenda until it is settled';
comment on column commitment.session_id is 'The session it was made in; null: between sessions';
comment on column commitment.partner_id is 'Who asks after it';
comment on column commitment.words is 'Encrypted with a key that is not in the database';
comment on column commitment.moves is 'How often its date was moved';
create index commitment_relationship on commitment (relationship_id);
create index commitment_owner on commitment (owner_id) where state = 'open';

call protect(array['cadence', 'session', 'session_member', 'agenda_item', 'write_up', 'commitment']::regclass[]);

-- The relationships of whoever acts that have not ended.
create function own_running_relationships() returns uuid[] stable parallel safe language sql
	return array(
		select id from relationship where acting_person() = any (member_ids)
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
	);
-- Whose calendars whoever acts keeps today, by the day of the organisation, and which sessions stand in them: when and where, never with whom.
create function kept_calendars() returns uuid[] stable parallel safe language sql
	return array(
		select person_id from delegation
		where delegate_id = acting_person() and ended_at is null
			and (now() at time zone coalesce((select time_zone from organisation limit 1), 'UTC'))::date between from_on and until_on
	);
create or replace function keeps_calendar_of(whose uuid) returns boolean stable parallel safe language sql
	return whose = any (kept_calendars());
create function kept_sessions() returns uuid[] stable parallel safe language sql
	return array(select session_id from session_member where person_id = any (kept_calendars()));

create policy member on cadence for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy chosen on cadence for insert with check (
	chosen_by = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
create policy chosen_anew on cadence for update
	using (relationship_id = any ((select own_running_relationships())::uuid[]))
	with check (relationship_id = any ((select own_running_relationships())::uuid[]));
create policy program_manager on cadence for select using (
	exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
create policy process on cadence for select using ((select acting_process()) = 'sessions');
grant select, insert, update on cadence to :"application";

create policy member on session for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy booked on session for insert with check (relationship_id = any ((select own_running_relationships())::uuid[]));
create policy changed on session for update
	using (relationship_id = any ((select own_running_relationships())::uuid[]))
	with check (relationship_id = any ((select own_running_relationships())::uuid[]));
create policy kept on session for select using (id = any ((select kept_sessions())::uuid[]));
create policy moved on session for update
	using (state = 'booked' and id = any ((select kept_sessions())::uuid[]))
	with check (state = 'booked' and id = any ((select kept_sessions())::uuid[]));
create policy program_manager on session for select using (
	exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
create policy process on session for all
	using ((select acting_process()) = 'sessions') with check ((select acting_process()) = 'sessions');
create policy link on session for select using ((select acting_process()) = 'session-link');
grant select, insert on session to :"application";
grant update (starts_at, ends_at, zone, state, sequence, place, format, follows_cadence) on session to :"application";

create policy member on session_member for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy invited on session_member for insert with check (relationship_id = any ((select own_running_relationships())::uuid[]));
create policy answered on session_member for update
	using (relationship_id = any ((select own_running_relationships())::uuid[]))
	with check (relationship_id = any ((select own_running_relationships())::uuid[]));
create policy kept on session_member for select using (person_id = any ((select kept_calendars())::uuid[]));
create policy program_manager on session_member for select using (
	exists (select from relationship r where r.id = relationship_id and r.program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
);
create policy process on session_member for all
	using ((select acting_process()) = 'sessions') with check ((select acting_process()) = 'sessions');
create policy link on session_member for select using ((select acting_process()) = 'session-link');
create policy link_written on session_member for update
	using ((select acting_process()) = 'session-link') with check ((select acting_process()) = 'session-link');
grant select, insert on session_member to :"application";
grant update (answer, answered_at, attended, turn, wrote_up_at) on session_member to :"application";

create policy member on agenda_item for all
	using (relationship_id = any ((select own_relationships())::uuid[]))
	with check (relationship_id = any ((select own_running_relationships())::uuid[]));
grant select, insert, delete on agenda_item to :"application";
grant update (place, words, revision) on agenda_item to :"application";

create policy member on write_up for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy own on write_up for insert with check (
	author_id = (select acting_person()) and relationship_id = any ((select own_relationships())::uuid[])
);
create policy changed on write_up for update using (author_id = (select acting_person())) with check (author_id = (select acting_person()));
-- Through a link, without signing in: writes, and reads nothing.
create policy link on write_up for insert with check (
	(select acting_process()) = 'session-link'
	and exists (select from session_member m where m.session_id = write_up.session_id and m.person_id = write_up.author_id and m.relationship_id = write_up.relationship_id)
);
grant select, insert on write_up to :"application";
grant update (decided, keeping, written_at) on write_up to :"application";

create policy member on commitment for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy made on commitment for insert with check (relationship_id = any ((select own_relationships())::uuid[]));
create policy settled on commitment for update
	using (relationship_id = any ((select own_relationships())::uuid[]))
	with check (relationship_id = any ((select own_relationships())::uuid[]));
create policy link on commitment for insert with check (
	(select acting_process()) = 'session-link'
	and exists (select from session_member m where m.session_id = commitment.session_id and m.person_id = commitment.owner_id and m.relationship_id = commitment.relationship_id)
);
grant select, insert on commitment to :"application";
grant update (owner_id, partner_id, words, due_on, state, moves, settled_at) on commitment to :"application";

create policy sessions on relationship for select using ((select acting_process()) = 'sessions');
create policy sessions on relationship_ending for select using ((select acting_process()) = 'sessions');
