-- What somebody has ticked off on the way into a role. The texts are the product's own.
create table first_step_done (
	person_id uuid not null references person,
	step text not null check (step ~ '^[a-z]+(-[a-z]+)*$'),
	done_at timestamptz not null default now(),
	primary key (person_id, step)
);
comment on table first_step_done is 'Which first steps of a role somebody ticked off. Read by that person alone; nobody counts it.';
call protect(array['first_step_done']::regclass[]);
create policy own on first_step_done for all
	using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
grant select, insert, delete on first_step_done to :"application";
