-- When somebody can be asked to meet. What is kept here is read by the person, by whoever keeps their calendar, and by the process that looks for times
-- and hands out nothing but times that suit everyone.

create table working_hours (
	person_id uuid primary key references person,
	hours integer[] not null check (0 <= all (hours) and 168 > all (hours) and cardinality(hours) <= 168),
	painted_at timestamptz not null default now()
);
comment on table working_hours is 'The hours of a week in which a person can be asked to meet, by their own clock; whoever has no row has Monday to Friday, 9 to 17';
comment on column working_hours.hours is '0 is Monday from 0 to 1, 167 is Sunday from 23 to 24';

create table quiet_period (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references person,
	from_on date not null,
	until_on date not null,
	check (until_on between from_on and from_on + 366)
);
comment on table quiet_period is 'Days on which a person is not to be asked to meet; why is not kept';
comment on column quiet_period.until_on is 'The last day';
create index quiet_period_person on quiet_period (person_id);

create table holiday (
	location text not null default '',
	day date not null,
	name text not null check (name <> ''),
	primary key (location, day)
);
comment on table holiday is 'Days on which nobody works at a location; kept by administrators';
comment on column holiday.location is 'As in person.location; empty: everywhere';

create table calendar_address (
	person_id uuid primary key references person,
	address sealed not null,
	host text not null,
	added_at timestamptz not null default now(),
	checked_at timestamptz,
	read_at timestamptz,
	trouble text
);
comment on table calendar_address is 'Where a person''s own calendar is published; whoever has the address can read that calendar, so it is shown to nobody again';
comment on column calendar_address.address is 'Encrypted with a key that is not in the database';
comment on column calendar_address.host is 'The name of the server alone, so that the person knows which calendar it is';
comment on column calendar_address.read_at is 'When it was last read without trouble';
comment on column calendar_address.trouble is 'What went wrong last, as a code; null: nothing';

create table busy_time (
	person_id uuid not null references calendar_address on delete cascade,
	from_at timestamptz not null,
	until_at timestamptz not null check (until_at >= from_at),
	primary key (person_id, from_at)
);
comment on table busy_time is 'When a person is busy, by their own calendar: times and nothing else';

call protect(array['working_hours', 'quiet_period', 'holiday', 'calendar_address', 'busy_time']::regclass[]);

create policy own on working_hours for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy kept on working_hours for select using (person_id = any ((select kept_calendars())::uuid[]));
create policy process on working_hours for select using ((select acting_process()) = 'calendar');
grant select, insert, update, delete on working_hours to :"application";

create policy own on quiet_period for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy kept on quiet_period for select using (person_id = any ((select kept_calendars())::uuid[]));
create policy process on quiet_period for select using ((select acting_process()) = 'calendar');
create policy over on quiet_period for delete using ((select acting_process()) = 'calendar' and until_on < current_date - 30);
grant select, insert, delete on quiet_period to :"application";

create policy everyone on holiday for select using ((select acting_person()) is not null or (select acting_process()) = 'calendar');
create policy administrator on holiday for all
	using ((select holds_office(array['administrator']))) with check ((select holds_office(array['administrator'])));
grant select, insert, update, delete on holiday to :"application";

create policy own on calendar_address for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy process on calendar_address for all
	using ((select acting_process()) = 'calendar') with check ((select acting_process()) = 'calendar');
grant select, insert, update, delete on calendar_address to :"application";

create policy own on busy_time for select using (person_id = (select acting_person()));
create policy kept on busy_time for select using (person_id = any ((select kept_calendars())::uuid[]));
create policy process on busy_time for all
	using ((select acting_process()) = 'calendar') with check ((select acting_process()) = 'calendar');
grant select, insert, delete on busy_time to :"application";
