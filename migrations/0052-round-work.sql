-- What is worked out about a plan after it is shown: how far it is, and that somebody stopped it. It can take minutes.
create table round_work (
	round_id uuid not null references round on delete cascade,
	work text not null check (work in ('equity', 'audit')),
	fingerprint text not null,
	stage text not null default 'waiting' check (stage in ('waiting', 'guarded-plan', 'other-measure', 'proof', 'exchange')),
	progress jsonb not null default '{}',
	ended text check (ended in ('stopped', 'failed', 'undecided')),
	updated_at timestamptz not null default clock_timestamp(),
	primary key (round_id, work)
);
comment on table round_work is 'Long work about a plan, written on transactions of its own; gone once it is done, and kept where it ended without its result';
comment on column round_work.work is 'equity: the plan that keeps a ratio between groups, what the other measure would cost, and the proof of the integer optimum; audit: the round solved again with groups exchanged';
comment on column round_work.fingerprint is 'Of the plan that the work is about. Its result is stored only while this still names it and nothing ended it.';
comment on column round_work.progress is 'Figures: seconds at work, parts done and how many there are, the best bound and the gap that the solver tells';
comment on column round_work.ended is 'stopped: by a person; failed: by an error; undecided: the integer solver''s time was not enough, or it is not installed';

call protect(array['round_work']::regclass[]);
create policy overseen on round_work for select using (round_id = any ((select rounds_overseen())::uuid[]));
create policy process on round_work for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on round_work to :"application";
