-- How calendars elsewhere hear of sessions, and what they answer.

create table mail_calendar (
	mail_id uuid primary key references mail on delete cascade,
	method text not null check (method in ('request', 'cancel')),
	body sealed not null
);
comment on table mail_calendar is 'The invitation that goes out with a mail';
comment on column mail_calendar.body is 'iCalendar, with the place of the session. Encrypted with a key that is not in the database';

create table calendar_feed (
	person_id uuid primary key references person,
	token_hash bytea not null unique check (octet_length(token_hash) = 32),
	made_at timestamptz not null default now()
);
comment on table calendar_feed is 'The address at which a person''s calendar program reads when their sessions are; whoever has it reads that and nothing else';
comment on column calendar_feed.token_hash is 'SHA-256 of what stands in the address; the address itself is shown once and kept nowhere';

create table reply_tally (
	day date not null,
	outcome text not null check (outcome in ('taken', 'unknown', 'outdated', 'unreadable')),
	count integer not null default 1,
	primary key (day, outcome)
);
comment on table reply_tally is 'How many replies to invitations came by mail on a day, and what became of them; forged ones are among the unknown';

alter table session_member
	add column answered_through text check (answered_through in ('page', 'link', 'mail')),
	add column told_sequence integer;
comment on column session_member.answered_through is 'How the answer came; one that came by mail may be from anybody who knows the invitation';
comment on column session_member.told_sequence is 'The last change of the session that this person was mailed, as its sequence; null: none';
grant update (answered_through, told_sequence) on session_member to :"application";

call protect(array['mail_calendar', 'calendar_feed', 'reply_tally']::regclass[]);

create policy process on mail_calendar for all
	using ((select acting_process()) = 'mail') with check ((select acting_process()) = 'mail');
grant select, insert, delete on mail_calendar to :"application";

create policy own on calendar_feed for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy process on calendar_feed for all
	using ((select acting_process()) = 'calendar') with check ((select acting_process()) = 'calendar');
grant select, insert, update, delete on calendar_feed to :"application";

create policy administrator on reply_tally for select using ((select holds_office(array['administrator'])));
create policy process on reply_tally for all
	using ((select acting_process()) = 'calendar') with check ((select acting_process()) = 'calendar');
grant select, insert, update on reply_tally to :"application";

create policy calendar on session for select using ((select acting_process()) = 'calendar');
create policy calendar on session_member for select using ((select acting_process()) = 'calendar');
create policy calendar_answered on session_member for update
	using ((select acting_process()) = 'calendar') with check ((select acting_process()) = 'calendar');
