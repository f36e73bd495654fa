-- What the members of a relationship promise each other before their first session.

create table agreement_text (
	program_id uuid not null references program,
	topic text not null check (topic in ('boundaries', 'confidentiality', 'ethics')),
	version integer not null check (version >= 1),
	body jsonb not null,
	asks_again boolean not null default true,
	why_not_again text,
	published_by uuid references person,
	published_at timestamptz not null default now(),
	primary key (program_id, topic, version),
	check (version > 1 or asks_again),
	check (asks_again = (why_not_again is null))
);
comment on table agreement_text is 'Every published version of what members promise each other in a program; none is ever changed';
comment on column agreement_text.body is 'Headings with their clauses, no markup';
comment on column agreement_text.asks_again is 'Whether everyone is asked to accept anew; a small change lets earlier acceptances stand';
comment on column agreement_text.why_not_again is 'Why a change is too small to ask again; the members read it';

create table agreement_draft (
	program_id uuid not null references program,
	topic text not null check (topic in ('boundaries', 'confidentiality', 'ethics')),
	body jsonb not null,
	revision integer not null default 1,
	saved_by uuid references person,
	saved_at timestamptz not null default now(),
	primary key (program_id, topic)
);
comment on table agreement_draft is 'What the next version might say; read by those who run the program';
comment on column agreement_draft.revision is 'Goes up with every save: whoever edits an older one is told, and overwrites nothing';

create table agreement_acceptance (
	relationship_id uuid not null references relationship,
	person_id uuid not null references person,
	topic text not null check (topic in ('boundaries', 'confidentiality', 'ethics')),
	version integer not null,
	accepted_at timestamptz not null default now(),
	primary key (relationship_id, person_id, topic, version)
);
comment on table agreement_acceptance is 'Who accepted which version when, each for themself. Read by the members; those who run the program see counts.';
create index agreement_acceptance_person on agreement_acceptance (person_id);

call protect(array['agreement_text', 'agreement_draft', 'agreement_acceptance']::regclass[]);

-- The running and ended relationships of whoever acts. Asked once in a statement, not once a row.
create function own_relationships() returns uuid[] stable parallel safe language sql
	return array(select id from relationship where acting_person() = any (member_ids));

create policy published on agreement_text for select using (acting_person() is not null or (select acting_process()) in ('agreements', 'demonstration'));
create policy program_manager on agreement_text for insert
	with check (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]) and published_by = (select acting_person()));
create policy process on agreement_text for insert with check ((select acting_process()) = 'demonstration');
grant select, insert on agreement_text to :"application";

create policy program_manager on agreement_draft for all
	using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]))
	with check (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
grant select, insert, update, delete on agreement_draft to :"application";

create policy member on agreement_acceptance for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy own on agreement_acceptance for insert with check (
	person_id = (select acting_person())
	and relationship_id = any ((select own_relationships())::uuid[])
	and not exists (select from relationship_ending ending where ending.relationship_id = agreement_acceptance.relationship_id)
);
-- Counts for those who run the program, made by a process that hands out nothing else.
create policy process on agreement_acceptance for select using ((select acting_process()) in ('agreements', 'demonstration'));
create policy demonstration on agreement_acceptance for insert with check ((select acting_process()) = 'demonstration');
grant select, insert on agreement_acceptance to :"application";

create policy agreements on relationship for select using ((select acting_process()) = 'agreements');
create policy agreements on relationship_ending for select using ((select acting_process()) = 'agreements');
