-- Whoever audits a program and takes part in it has a conflict of interest, and those who grant offices must be able to see it: that somebody
-- takes part, in a program that they hold the analyst's office for. Nothing about anybody else.
create policy audited on enrolment for select using (
	(select holds_office(array['administrator'])) and status = 'enrolled'
	and exists (
		select from office
		where office.person_id = enrolment.person_id and office.office = 'analyst'
			and (office.program_id is null or office.program_id = enrolment.program_id)
			and (office.until_at is null or office.until_at > now())
	)
);

create table delegation (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references person,
	delegate_id uuid not null references person,
	from_on date not null,
	until_on date not null,
	granted_at timestamptz not null default now(),
	ended_at timestamptz,
	check (person_id <> delegate_id),
	check (until_on between from_on and from_on + 366)
);
comment on table delegation is 'Someone who keeps a person''s mentoring calendar for them: sees when they are free, moves meetings, and reads nothing else of theirs';
comment on column delegation.person_id is 'Whose calendar it is';
comment on column delegation.until_on is 'The last day; at most a year, so that nobody stays a delegate by being forgotten';
comment on column delegation.ended_at is 'When the person took it back, or either of them left';
create index delegation_person on delegation (person_id);
create index delegation_delegate on delegation (delegate_id);

-- Whether whoever acts keeps this person's calendar today, by the day of the organisation. Sessions ask it for when and where, nothing else may.
create function keeps_calendar_of(whose uuid) returns boolean stable parallel safe language sql
	return exists (
		select from delegation
		where delegation.person_id = whose and delegation.delegate_id = acting_person() and delegation.ended_at is null
			and (now() at time zone coalesce((select time_zone from organisation), 'UTC'))::date between delegation.from_on and delegation.until_on
	);

call protect(array['delegation']::regclass[]);
create policy own on delegation for select using (person_id = (select acting_person()));
create policy named on delegation for insert with check (person_id = (select acting_person()) and ended_at is null);
create policy taken_back on delegation for update
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy delegate on delegation for select using (delegate_id = (select acting_person()));
-- A mentoring partner sees who else may move their meetings.
create policy partner on delegation for select using (
	ended_at is null and exists (
		select from relationship
		where (select acting_person()) = any (relationship.member_ids) and delegation.person_id = any (relationship.member_ids)
			and not exists (select from relationship_ending ending where ending.relationship_id = relationship.id)
	)
);
create policy leaving on delegation for select using ((select acting_process()) = 'housekeeping');
create policy left_behind on delegation for update
	using ((select acting_process()) = 'housekeeping') with check ((select acting_process()) = 'housekeeping');
-- Deleting is for erasure alone, whose policy every protected table has: what was granted and taken back stays to be seen.
grant select, insert, delete, update (ended_at) on delegation to :"application";
