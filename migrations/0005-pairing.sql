create table round (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null references program,
	number integer not null,
	status text not null check (status in ('draft', 'computing', 'proposed', 'published', 'closed', 'failed')),
	policy jsonb not null,
	policy_version integer not null default 1,
	seed text not null,
	objective text not null default 'people' check (objective in ('people', 'total')),
	result jsonb,
	fingerprint text,
	computed_at timestamptz,
	published_at timestamptz,
	published_by uuid references person,
	answer_by date,
	created_by uuid references person,
	created_at timestamptz not null default now(),
	unique (program_id, number)
);
comment on column round.policy is 'The same document as the command line''s match reads; see docs/matching-policy.schema.json';
comment on column round.result is 'Totals, bound, gap, objective and the counts behind the board; the pairs themselves are proposals';

create table round_progress (
	round_id uuid primary key references round on delete cascade,
	run_id uuid not null default gen_random_uuid(),
	done integer not null default 0,
	total integer not null default 0,
	phase text not null default '',
	cancelled_at timestamptz,
	problem jsonb,
	updated_at timestamptz not null default now()
);
comment on table round_progress is 'The run at work, written on transactions of its own; stays after a run that failed, with what was wrong (codes and ids)';
comment on column round_progress.run_id is 'A run stores its result only while this still names it: one that was cancelled or overtaken leaves nothing';

create table round_input (
	round_id uuid primary key references round on delete cascade,
	policy jsonb not null,
	mentors jsonb not null,
	mentees jsonb not null,
	taken_at timestamptz not null default now()
);
comment on table round_input is 'What the last run computed from, so that anyone can compute it again. Holds facts told in confidence: read by pairing alone, which hands them out only in a journalled export.';

create table round_decision (
	round_id uuid not null references round on delete cascade,
	mentee_id uuid not null references person,
	mentor_id uuid not null references person,
	decision text not null check (decision in ('pin', 'forbid', 'release')),
	decided_by uuid references person,
	decided_at timestamptz not null default now(),
	primary key (round_id, mentee_id, mentor_id)
);
comment on table round_decision is 'Pairs people decided on before or between runs: pinned or forbidden';
comment on column round_decision.decision is 'release: taken back since the last run; the next run deletes it';

create table proposal (
	id uuid primary key default gen_random_uuid(),
	round_id uuid not null references round on delete cascade,
	mentee_id uuid not null references person,
	mentor_id uuid not null references person,
	score numeric(16, 6) not null,
	parts jsonb not null,
	alternatives jsonb not null default '[]',
	loss jsonb,
	mentors_before uuid[],
	status text not null default 'drafted' check (status in ('drafted', 'published', 'agreed', 'returned', 'lapsed')),
	unique (round_id, mentee_id, mentor_id)
);
comment on column proposal.parts is 'Points by term; they sum exactly to the score';
comment on column proposal.status is 'drafted: on the board only; published: both are asked; agreed: two yeses; returned: back to the round; lapsed: no answer in time';
comment on column proposal.alternatives is 'The next-best mentors of the mentee: who, points, whether taken, what forcing the pair would cost the whole';
comment on column proposal.loss is 'What the whole would lose without this pair: people, pairs, points';
comment on column proposal.mentors_before is 'Whom the run before gave this mentee; null: there was none';
create index proposal_mentor on proposal (mentor_id);
create index proposal_mentee on proposal (mentee_id);

create table proposal_answer (
	proposal_id uuid not null references proposal on delete cascade,
	person_id uuid not null references person,
	answer text not null check (answer in ('yes', 'not-now', 'ask-me-more')),
	question text,
	answered_at timestamptz not null default now(),
	primary key (proposal_id, person_id)
);
comment on table proposal_answer is 'What one side said. Read by that side alone: nobody sees a refusal, only that the proposal went back.';

create table unmatched (
	round_id uuid not null references round on delete cascade,
	person_id uuid not null references person,
	side text not null check (side in ('mentor', 'mentee')),
	missing integer not null,
	reason jsonb not null,
	mentors_before uuid[],
	primary key (round_id, person_id, side)
);

create table relationship (
	id uuid primary key default gen_random_uuid(),
	program_id uuid not null references program,
	proposal_id uuid unique references proposal,
	kind text not null check (kind in ('one-to-one', 'reverse', 'peer', 'circle', 'flash', 'shadowing')),
	member_ids uuid[] not null check (array_length(member_ids, 1) >= 2),
	began_at timestamptz not null default now()
);
comment on column relationship.member_ids is 'The members once more, so that a policy can ask "am I one of them" without asking relationship_member about itself';
create index relationship_members on relationship using gin (member_ids);

create table relationship_member (
	relationship_id uuid not null references relationship,
	person_id uuid not null references person,
	side text not null check (side in ('mentor', 'mentee', 'peer', 'facilitator')),
	primary key (relationship_id, person_id)
);
create index relationship_member_person on relationship_member (person_id);

create table relationship_ending (
	relationship_id uuid primary key references relationship,
	ended_at timestamptz not null default now()
);
comment on table relationship_ending is 'An ending carries no reason, no mark, and not at whose word it came';

call protect(array['round_progress', 'round_input', 'round_decision', 'proposal', 'proposal_answer', 'unmatched', 'relationship', 'relationship_member', 'relationship_ending']::regclass[]);

-- The rounds of the programs that whoever acts runs. Asked once in a statement, not once a row.
create function rounds_entrusted() returns uuid[] stable parallel safe language sql
	return array(select id from round where program_id = any (programs_entrusted(array['program-manager'])));

create policy program_manager on round_progress for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy process on round_progress for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on round_progress to :"application";

create policy process on round_input for all using ((select acting_process()) = 'pairing') with check ((select acting_process()) = 'pairing');
grant select, insert, update, delete on round_input to :"application";

create policy program_manager on round_decision for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy process on round_decision for all using ((select acting_process()) = 'pairing') with check (false);
grant select, insert, update, delete on round_decision to :"application";

create policy program_manager on proposal for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy concerned on proposal for select using (
	status <> 'drafted' and (select acting_person()) in (mentee_id, mentor_id)
);
create policy process on proposal for all
	using ((select acting_process()) in ('pairing', 'demonstration', 'housekeeping')) with check ((select acting_process()) in ('pairing', 'demonstration', 'housekeeping'));
grant select, insert, update, delete on proposal to :"application";

create policy own on proposal_answer for all using (person_id = (select acting_person())) with check (person_id = (select acting_person()));
create policy process on proposal_answer for all
	using ((select acting_process()) in ('pairing', 'demonstration')) with check ((select acting_process()) = 'demonstration');
grant select, insert, update, delete on proposal_answer to :"application";

create policy program_manager on unmatched for all using (round_id = any ((select rounds_entrusted())::uuid[])) with check (round_id = any ((select rounds_entrusted())::uuid[]));
create policy own on unmatched for select using (
	person_id = (select acting_person()) and exists (select from round where round.id = round_id and round.status in ('published', 'closed'))
);
create policy process on unmatched for all
	using ((select acting_process()) in ('pairing', 'demonstration')) with check ((select acting_process()) in ('pairing', 'demonstration'));
grant select, insert, update, delete on unmatched to :"application";

create policy member on relationship_member for select using (
	exists (select from relationship r where r.id = relationship_id and (select acting_person()) = any (r.member_ids))
);
create policy program_manager on relationship_member for select using ((select holds_office_anywhere(array['program-manager'])));
create policy process on relationship_member for all
	using ((select acting_process()) in ('pairing', 'demonstration')) with check ((select acting_process()) in ('pairing', 'demonstration'));
grant select, insert on relationship_member to :"application";

create policy member on relationship for select using ((select acting_person()) = any (member_ids));
create policy program_manager on relationship for select using (holds_office_in(array['program-manager', 'committee-member', 'analyst'], program_id));
create policy process on relationship for all
	using ((select acting_process()) in ('pairing', 'demonstration', 'housekeeping')) with check ((select acting_process()) in ('pairing', 'demonstration'));
grant select, insert on relationship to :"application";

create policy member on relationship_ending for select
	using (exists (select from relationship r where r.id = relationship_id and (select acting_person()) = any (r.member_ids)));
create policy program_manager on relationship_ending for select using ((select holds_office_anywhere(array['program-manager'])));
create policy process on relationship_ending for all
	using ((select acting_process()) in ('pairing', 'demonstration', 'housekeeping')) with check ((select acting_process()) in ('pairing', 'demonstration', 'housekeeping'));
grant select, insert on relationship_ending to :"application";

grant select, insert, update on round to :"application";
