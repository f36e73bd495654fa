-- What somebody gives to mentoring at most, in hours a month over all programs: no new place is offered or taken beyond it.
alter table profile add column most_hours integer check (most_hours between 0 and 60);
comment on column profile.most_hours is 'Hours a month that mentoring may take of the person over all programs, by their own word; null: not said';
-- What running relationships take is told from their rhythm.
create policy pairing on cadence for select using ((select acting_process()) = 'pairing');
