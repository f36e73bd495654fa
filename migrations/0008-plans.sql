-- What each run found beside the plan it proposes: the same people and rules under other objectives.
create table round_plan (
	round_id uuid not null references round on delete cascade,
	kind text not null check (kind in ('people', 'total', 'fair')),
	totals jsonb not null,
	pairs jsonb not null,
	groups jsonb not null default '[]',
	frontier jsonb not null default '[]',
	fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
	primary key (round_id, kind)
);
comment on table round_plan is 'The plans of the last run, side by side; the one of the round''s own objective is also in proposal';
comment on column round_plan.totals is 'People, pairs, total, proved bound and worst pair (millionths of a point), and how many pairs of people would both rather have each other';
comment on column round_plan.pairs is 'Mentee, mentor and points in millionths of every pair';
comment on column round_plan.groups is 'Access and quality by group of facts that the directory shows anyway; groups under five are taken together. Nothing declared in confidence stands here.';
comment on column round_plan.frontier is 'What each ratio between groups costs, with its proved bound; empty but for the equity-guarded plan';

-- A ratio between groups may be what a round is planned under.
alter table round drop constraint round_objective_check;
alter table round
	add constraint round_objective_check check (objective in ('people', 'total', 'fair')),
	add column equity_ratio integer check (equity_ratio between 0 and 1000000),
	add column equity_measure text not null default 'access' check (equity_measure in ('access', 'quality')),
	add constraint round_equity_check check ((objective = 'fair') = (equity_ratio is not null));
comment on column round.equity_ratio is 'Of the objective fair: what every group has at least of the best-off group''s, in millionths';
comment on column round.equity_measure is 'Of the objective fair: whether the share of mentees with a mentor is compared, or the mean score';

alter table proposal add column moves jsonb;
comment on column proposal.moves is 'Who would move where in the best plan without this pair: mentee, from, to, points. Nothing where people said something in private after talks.';

-- Everything that was decided on the board, in order, so that it can be undone and done again.
create table round_change (
	round_id uuid not null references round on delete cascade,
	number integer not null check (number >= 1),
	kind text not null check (kind in ('pin', 'forbid', 'swap', 'release', 'place', 'plan', 'policy')),
	detail jsonb not null,
	changed_by uuid references person,
	changed_at timestamptz not null default now(),
	undone_at timestamptz,
	undone_by uuid references person,
	primary key (round_id, number)
);
comment on table round_change is 'The history of a round''s decisions: who decided what, and when; what was undone stays, marked';
comment on column round_change.detail is 'What was and what is: pairs with their decision, a mentor''s supposed places, the objective, or the policy';

create table round_effect (
	round_id uuid primary key references round on delete cascade,
	before jsonb not null,
	moved integer not null,
	change_number integer
);
comment on table round_effect is 'What the last run changed: the totals before it, and how many mentees have another mentor than before';

create table round_place (
	round_id uuid not null references round on delete cascade,
	mentor_id uuid not null references person,
	extra integer not null check (extra between 1 and 20),
	primary key (round_id, mentor_id)
);
comment on table round_place is 'Places supposed for a mentor while trying things out. A round with any cannot be published: the mentor is asked first.';

create table place_request (
	id uuid primary key default gen_random_uuid(),
	round_id uuid not null references round on delete cascade,
	mentor_id uuid not null references person,
	asked_by uuid references person,
	asked_at timestamptz not null default now(),
	answer text check (answer in ('yes', 'not-now')),
	answered_at timestamptz,
	unique (round_id, mentor_id),
	check ((answer is null) = (answered_at is null))
);
comment on table place_request is 'A mentor is asked for one more place in a round. It names no mentee.';
comment on column place_request.answer is 'Read by the mentor and by whoever runs the program: it is about places, not about people';
create index place_request_mentor on place_request (mentor_id);

create table round_sign_off (
	round_id uuid primary key references round on delete cascade,
	note text not null check (note <> ''),
	fingerprint text not null,
	decisions integer not null,
	signed_by uuid references person,
	signed_at timestamptz not null default now()
);
comment on table round_sign_off is 'Who published a round, on what grounds, and the fingerprint of exactly what was published. Never changed.';
comment on column round_sign_off.decisions is 'How many pairs were pinned or ruled out by hand';

create table round_override (
	round_id uuid not null references round on delete cascade,
	decision text not null check (decision in ('pin', 'forbid', 'swap')),
	fact text not null,
	value text not null,
	people integer not null,
	members integer not null,
	primary key (round_id, decision, fact, value)
);
comment on table round_override is 'Decisions by hand at publication, counted by group of the mentees concerned, for the equity audit. Read by pairing alone: one decision and one group together would tell somebody''s group.';
comment on column round_override.members is 'Mentees of the group in the round; fewer than five are counted with the others';

call protect(array['round_plan', 'round_change', 'round_effect', 'round_place', 'place_request', 'round_sign_off', 'round_override']::regclass[]);

create policy program_manager on round_plan for select using (round_id = any ((select rounds_entrusted())::uuid[]));
create policy process on round_plan for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, delete on round_plan to :"application";

create policy program_manager on round_change for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy process on round_change for select using ((select acting_process()) = 'pairing');
grant select, insert, update on round_change to :"application";

create policy program_manager on round_effect for select using (round_id = any ((select rounds_entrusted())::uuid[]));
create policy process on round_effect for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on round_effect to :"application";

create policy program_manager on round_place for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy process on round_place for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on round_place to :"application";

create policy program_manager on place_request for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy asked on place_request for all using (mentor_id = (select acting_person())) with check (mentor_id = (select acting_person()));
create policy process on place_request for select using ((select acting_process()) = 'pairing');
grant select, insert, update on place_request to :"application";

create policy program_manager on round_sign_off for select using (round_id = any ((select rounds_entrusted())::uuid[]));
create policy signing on round_sign_off for insert with check (
	round_id = any ((select rounds_entrusted())::uuid[]) and signed_by = (select acting_person())
);
grant select, insert on round_sign_off to :"application";

create policy process on round_override for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, delete on round_override to :"application";
