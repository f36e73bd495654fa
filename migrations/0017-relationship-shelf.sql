-- What people answer in private is encrypted at rest. The next start seals what the columns named *_plain hold, and drops them.
alter table proposal_answer drop constraint proposal_answer_answer_check;
alter table proposal_answer rename column answer to answer_plain;
alter table proposal_answer rename column question to question_plain;
alter table proposal_answer add column answer sealed, add column question sealed;
comment on column proposal_answer.answer is 'yes, not-now or ask-me-more';
comment on column proposal_answer.question is 'Of ask-me-more: what the one asks the other';

alter table chemistry_answer add column answer_plain text;
update chemistry_answer set answer_plain = jsonb_build_object('answer', answer, 'preference', preference)::text;
alter table chemistry_answer alter column answer_plain set not null, drop column answer, drop column preference;
alter table chemistry_answer add column answer sealed;
comment on column chemistry_answer.answer is 'A JSON document: answer is yes, not-now or rather-not; preference is first (1), second or third choice among those they said yes to, if they cared to say';

alter table round_input rename column policy to policy_plain;
alter table round_input rename column mentors to mentors_plain;
alter table round_input rename column mentees to mentees_plain;
alter table round_input add column policy sealed, add column mentors sealed, add column mentees sealed;
comment on column round_input.policy is 'The document of the run, with the pairs that private answers rule out';
comment on column round_input.mentors is 'Facts by person, with wishes and what was declared for pairing alone';
comment on column round_input.mentees is 'As mentors';
