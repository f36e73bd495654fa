-- A mentor proposed in the place of one whose pair still runs: the mentor is asked first, the mentee once they have said yes, and with both yeses the
-- one relationship ends and the other begins in one transaction. Until then, and where it comes to nothing, everything stays as it is.
alter table proposal
	add column replaces uuid references relationship on delete set null,
	add column asked text not null default 'both' check (asked in ('both', 'mentor'));
comment on column proposal.replaces is 'The relationship that ends with two yeses to this proposal; null: none';
comment on column proposal.asked is 'mentor: the mentee is not asked (yet, or any more) and does not see it. Where a pair is to take another''s place it says so again once it has come to nothing, so that nobody can tell at whose word.';
create index proposal_replaces on proposal (replaces) where replaces is not null;

drop policy concerned on proposal;
create policy concerned on proposal for select using (
	status <> 'drafted' and ((select acting_person()) = mentor_id or ((select acting_person()) = mentee_id and asked = 'both'))
);
