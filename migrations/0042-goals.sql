-- What members want to reach together: whose goal it is, the work it will show in, and milestones on the way. Read by the members alone.
create table goal (
	id uuid primary key,
	relationship_id uuid not null references relationship,
	person_id uuid not null references person,
	competency_id uuid references competency,
	aim sealed not null,
	challenge sealed not null,
	review_on date,
	state text not null default 'open' check (state in ('open', 'reached', 'let-go')),
	revision integer not null default 1,
	set_at timestamptz not null default now(),
	settled_at timestamptz,
	unique (id, relationship_id, person_id),
	check ((state = 'open') = (settled_at is null))
);
comment on table goal is 'Something a member of a relationship wants to reach, visible to all its members. No figure is made of it';
comment on column goal.person_id is 'Whose goal it is: who sets, changes and settles it';
comment on column goal.aim is 'Encrypted with a key that is not in the database';
comment on column goal.challenge is 'The work in which it will show; empty: none named. Encrypted with a key that is not in the database';
comment on column goal.review_on is 'When to look at it together; null: no day';
comment on column goal.state is 'Letting go is as good an end as reaching: neither asks for a reason';
comment on column goal.revision is 'Goes up with every change: whoever edits an older one is told';
create index goal_relationship on goal (relationship_id);
create index goal_person on goal (person_id);
create index goal_competency on goal (competency_id);

create table milestone (
	id uuid primary key,
	goal_id uuid not null,
	relationship_id uuid not null references relationship,
	person_id uuid not null references person,
	place integer not null,
	words sealed not null,
	reached_at timestamptz,
	foreign key (goal_id, relationship_id, person_id) references goal (id, relationship_id, person_id) on delete cascade
);
comment on table milestone is 'A step on the way to a goal, by which its owner sees that it moves';
comment on column milestone.person_id is 'As in goal';
comment on column milestone.words is 'Encrypted with a key that is not in the database';
create index milestone_goal on milestone (goal_id, place);
create index milestone_person on milestone (person_id);
create index milestone_relationship on milestone (relationship_id);

call protect(array['goal', 'milestone']::regclass[]);

create policy member on goal for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy own on goal for insert with check (
	person_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
create policy changed on goal for update using (
	person_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
grant select, insert, delete on goal to :"application";
grant update (competency_id, aim, challenge, review_on, state, revision, settled_at) on goal to :"application";

create policy member on milestone for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy own on milestone for insert with check (
	person_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
create policy changed on milestone for update using (
	person_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
create policy taken_away on milestone for delete using (
	person_id = (select acting_person()) and relationship_id = any ((select own_running_relationships())::uuid[])
);
grant select, insert, delete on milestone to :"application";
grant update (reached_at) on milestone to :"application";
