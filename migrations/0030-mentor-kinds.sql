-- Several mentors a mentee, each of a kind (primary, functional, peer, reverse): what a pair was made for goes with it from the plan to the relationship.
alter table proposal add column mentor_kind text check (mentor_kind <> '');
comment on column proposal.mentor_kind is 'What the mentor is there for, as the round''s policy names it; null where the policy has no kinds';

alter table round_decision add column mentor_kind text check (mentor_kind <> '');
comment on column round_decision.mentor_kind is 'Of a pin under a policy with kinds: which kind it is for';

alter table relationship add column mentor_kind text check (mentor_kind <> '');
comment on column relationship.mentor_kind is 'What the mentor is there for, as the round named it; null where it had no kinds';

alter table unmatched add column mentor_kind text not null default '';
comment on column unmatched.mentor_kind is 'The kind of mentor that is missing; empty where the policy has no kinds';
alter table unmatched drop constraint unmatched_pkey, add primary key (round_id, person_id, side, mentor_kind);

-- How many relationships and open proposals of each kind a mentee has is counted by pairing, which reads both already.
