-- What if: another policy, other places or another aim, planned beside the round's present plan before anyone is told.
create table plan_draft (
	id uuid primary key default gen_random_uuid(),
	round_id uuid not null references round on delete cascade,
	name text not null check (name <> '' and length(name) <= 80),
	policy jsonb not null,
	objective text not null check (objective in ('people', 'total', 'fair', 'worst-first', 'stable')),
	equity_ratio integer check (equity_ratio between 0 and 1000000),
	equity_measure text not null default 'access' check (equity_measure in ('access', 'quality')),
	places jsonb not null default '{}',
	version integer not null default 1,
	status text not null default 'open' check (status in ('open', 'adopted', 'discarded')),
	reason text,
	begun_by uuid references person,
	begun_at timestamptz not null default now(),
	changed_by uuid references person,
	changed_at timestamptz not null default now(),
	settled_by uuid references person,
	settled_at timestamptz,
	check ((objective = 'fair') = (equity_ratio is not null)),
	check ((status = 'open') = (settled_at is null))
);
comment on table plan_draft is 'A what-if beside a round''s plan: read and written by whoever runs the program, told to nobody else';
comment on column plan_draft.policy is 'The whole policy as it would be, in the form of round.policy';
comment on column plan_draft.places is 'Places by which mentors differ from what they offer: mentor''s id, and how many more or fewer';
comment on column plan_draft.version is 'Rises with every change: whoever adopts, adopts the version they have looked at';
comment on column plan_draft.reason is 'Why it was adopted, in the words of whoever did; read by whoever runs the program';
create index plan_draft_round on plan_draft (round_id);
create unique index plan_draft_name on plan_draft (round_id, lower(name)) where status = 'open';

create table plan_draft_result (
	draft_id uuid primary key references plan_draft on delete cascade,
	version integer not null,
	beside text not null,
	plan jsonb,
	problem jsonb,
	computed_at timestamptz not null default clock_timestamp()
);
comment on table plan_draft_result is 'What a draft would come to, set against the round''s plan of one fingerprint; what it rests on is read by pairing alone';
comment on column plan_draft_result.version is 'The version of the draft it was computed for; of an older one it says nothing';
comment on column plan_draft_result.beside is 'Fingerprint of the round''s plan it was compared with';
comment on column plan_draft_result.plan is 'Pairs, totals, groups, who would have another mentor, who would have nobody and why';
comment on column plan_draft_result.problem is 'Why no plan is possible: ids and codes';

call protect(array['plan_draft', 'plan_draft_result']::regclass[]);

create policy program_manager on plan_draft for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy process on plan_draft for select using ((select acting_process()) = 'pairing');
grant select, insert, update on plan_draft to :"application";

create policy program_manager on plan_draft_result for select using (
	draft_id in (select id from plan_draft where round_id = any ((select rounds_entrusted())::uuid[]))
);
create policy process on plan_draft_result for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on plan_draft_result to :"application";

-- The worst pair first, and a plan that is stable, can be what a round is planned for.
alter table round drop constraint round_objective_check;
alter table round add constraint round_objective_check check (objective in ('people', 'total', 'fair', 'worst-first', 'stable'));
grant update on round_plan to :"application";
alter table round_plan drop constraint round_plan_kind_check;
alter table round_plan add constraint round_plan_kind_check check (kind in ('people', 'total', 'fair', 'worst-first', 'stable'));

-- An adopted draft is one decision of the board, and can be undone like any other.
alter table round_change drop constraint round_change_kind_check;
alter table round_change add constraint round_change_kind_check check (kind in ('pin', 'forbid', 'swap', 'release', 'place', 'plan', 'policy', 'draft'));

-- A round may also use fewer places of a mentor than they offer; that needs nobody's yes.
alter table round_place drop constraint round_place_extra_check;
alter table round_place add constraint round_place_extra_check check (extra between -20 and 20 and extra <> 0);
comment on table round_place is 'Places by which a round differs from what its mentors offer. With more than offered it cannot be published: the mentor is asked first.';

-- What was signed off says by itself what it was planned for.
alter table round_sign_off
	add column objective text,
	add column equity_ratio integer,
	add column equity_measure text,
	add column policy_version integer;
comment on column round_sign_off.objective is 'What the published plan was planned for, with its ratio and measure where groups were kept within one; empty in sign-offs from before this was kept';
comment on column round_sign_off.policy_version is 'The version of the policy it was planned under';
