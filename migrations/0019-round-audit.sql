-- The programs' rounds that somebody sees figures of: whoever runs, decides on or audits the program.
create function rounds_overseen() returns uuid[] stable parallel safe language sql
	return array(select id from round where program_id = any (programs_entrusted(array['program-manager', 'committee-member', 'analyst'])));

create table round_audit (
	round_id uuid not null references round on delete cascade,
	fact text not null,
	fingerprint text not null,
	result jsonb not null,
	computed_at timestamptz not null default clock_timestamp(),
	primary key (round_id, fact)
);
comment on table round_audit is 'A round solved again with one fact of the mentees exchanged between groups, and what that changed. Kept suppressed: groups under five are left out, and of facts told in confidence small counts too.';
comment on column round_audit.fingerprint is 'Of the plan that was audited';
comment on column round_audit.result is 'By group: members, how many would have another mentor, gain or lose one; or why there is nothing to compare';

-- Whoever has not answered is reminded before the last day, at most twice.
create table proposal_reminder (
	proposal_id uuid not null references proposal on delete cascade,
	person_id uuid not null references person,
	number integer not null check (number in (1, 2)),
	sent_at timestamptz not null default clock_timestamp(),
	primary key (proposal_id, person_id, number)
);
comment on table proposal_reminder is 'Who was reminded of an open proposal, and when. Read by the person and by pairing: that somebody was reminded tells that they had not answered.';
comment on column proposal_reminder.number is 'The first or the second reminder; there is no third';
create index proposal_reminder_person on proposal_reminder (person_id);

call protect(array['round_audit', 'proposal_reminder']::regclass[]);

create policy overseen on round_audit for select using (round_id = any ((select rounds_overseen())::uuid[]));
create policy process on round_audit for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on round_audit to :"application";

create policy own on proposal_reminder for select using (person_id = (select acting_person()));
create policy process on proposal_reminder for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, delete on proposal_reminder to :"application";

-- Which public text a draw waits for is said when its list is opened: whoever enters it cannot choose among several.
alter table lottery add column beacon_source text check (beacon_source <> '');
comment on column lottery.beacon_source is 'Where and when the public text will be published, as announced at the opening; empty in lotteries from before this was asked';
