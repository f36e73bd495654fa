-- A calendar program may propose another time instead of answering (RFC 5546, COUNTER): the others move the session there, or keep it, and then it is told so.
alter table session_member add column counter_at timestamptz;
comment on column session_member.counter_at is 'When this member''s calendar program proposed that the session begin instead; null: nothing is proposed, or it was settled';
grant update (counter_at) on session_member to :"application";
create index session_member_counter on session_member (session_id) where counter_at is not null;

alter table mail_calendar drop constraint mail_calendar_method_check;
alter table mail_calendar add constraint mail_calendar_method_check check (method in ('request', 'cancel', 'declinecounter'));
