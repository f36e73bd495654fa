-- A roundtable can be moved by its host: those who sit there are told with the same calendar entry and a higher sequence, and asked whether they keep their seat.
alter table roundtable add column sequence integer not null default 0;
comment on column roundtable.sequence is 'How often its day, time or place changed, or that it was called off: what calendars call the sequence';
alter table roundtable_seat
	add column answer text default 'yes' check (answer in ('yes', 'tentative')),
	add column told_sequence integer;
update roundtable_seat set told_sequence = 0 where told is not null;
comment on column roundtable_seat.answer is 'Whether they keep the seat: yes, for they asked for it, or perhaps; null: it was moved since, or falls on a session, and they have not said';
comment on column roundtable_seat.told_sequence is 'Which sequence of the roundtable their calendar was told last; null: none yet';
grant update (starts_at, ends_at, zone, place, sequence) on roundtable to :"application";
grant update (answer, told_sequence) on roundtable_seat to :"application";
