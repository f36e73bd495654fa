-- How the members of a relationship part, and what they promise each other beside the program.

create table relationship_clause (
	id uuid primary key default gen_random_uuid(),
	relationship_id uuid not null references relationship,
	author_id uuid not null references person,
	words sealed not null,
	proposed_at timestamptz not null default now()
);
comment on table relationship_clause is 'A promise of the members'' own, beside the program''s. Holds once every member has accepted it.';
comment on column relationship_clause.words is 'Encrypted with a key that is not in the database';
create index relationship_clause_relationship on relationship_clause (relationship_id);

create table relationship_clause_acceptance (
	clause_id uuid not null references relationship_clause on delete cascade,
	person_id uuid not null references person,
	accepted_at timestamptz not null default now(),
	primary key (clause_id, person_id)
);

create table farewell (
	relationship_id uuid not null references relationship,
	author_id uuid not null references person,
	words sealed not null,
	written_at timestamptz not null default now(),
	primary key (relationship_id, author_id)
);
comment on table farewell is 'Thanks at the end of a relationship; stays between its members';
comment on column farewell.words is 'Encrypted with a key that is not in the database';

create table ending_question (
	relationship_id uuid not null references relationship,
	person_id uuid not null references person,
	until date not null,
	primary key (relationship_id, person_id)
);
comment on table ending_question is 'Somebody may still say why a relationship ended. Goes when they have answered, whatever they said, and when its time is over: nothing tells afterwards who said something.';

create table ending_tally (
	program_id uuid not null references program,
	period text not null check (period ~ '^\d{4}-[12]$'),
	counts sealed not null,
	primary key (program_id, period)
);
comment on table ending_tally is 'How often each reason was given in half a year, encrypted as one value of always the same length. Written anew with every ending and every answer, so that no state of this table tells what anyone said.';
comment on column ending_tally.counts is 'Encrypted with a key that is not in the database';

create table ending_publication (
	program_id uuid not null references program,
	period text not null check (period ~ '^\d{4}-[12]$'),
	given integer,
	reasons jsonb not null,
	published_at date not null,
	primary key (program_id, period)
);
comment on table ending_publication is 'What is known for good about why relationships of half a year ended: reasons that five or more gave, and all others together. The counts behind it are gone.';
comment on column ending_publication.given is 'How many gave a reason; null: fewer than five, whose answers are counted with the next half-year';


call protect(array['relationship_clause', 'relationship_clause_acceptance', 'farewell', 'ending_question', 'ending_tally', 'ending_publication']::regclass[]);

create policy member on relationship_clause for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy propose on relationship_clause for insert with check (
	author_id = (select acting_person()) and relationship_id = any ((select own_relationships())::uuid[])
	and not exists (select from relationship_ending ending where ending.relationship_id = relationship_clause.relationship_id)
);
create policy take_out on relationship_clause for delete using (relationship_id = any ((select own_relationships())::uuid[]));
grant select, insert, delete on relationship_clause to :"application";

create policy member on relationship_clause_acceptance for select
	using (exists (select from relationship_clause clause where clause.id = clause_id));
create policy own on relationship_clause_acceptance for insert with check (
	person_id = (select acting_person()) and exists (select from relationship_clause clause where clause.id = clause_id)
);
grant select, insert on relationship_clause_acceptance to :"application";

create policy member on farewell for select using (relationship_id = any ((select own_relationships())::uuid[]));
create policy own on farewell for insert with check (
	author_id = (select acting_person()) and relationship_id = any ((select own_relationships())::uuid[])
	and exists (select from relationship_ending ending where ending.relationship_id = farewell.relationship_id)
);
create policy change on farewell for update using (author_id = (select acting_person())) with check (author_id = (select acting_person()));
create policy take_back on farewell for delete using (author_id = (select acting_person()));
grant select, insert, delete on farewell to :"application";
grant update (words, written_at) on farewell to :"application";

create policy own on ending_question for select using (person_id = (select acting_person()));
create policy process on ending_question for all
	using ((select acting_process()) = 'endings') with check ((select acting_process()) = 'endings');
grant select, insert, delete on ending_question to :"application";

create policy process on ending_tally for all
	using ((select acting_process()) = 'endings') with check ((select acting_process()) = 'endings');
grant select, insert, update, delete on ending_tally to :"application";

create policy program_manager on ending_publication for select using (program_id = any ((select programs_entrusted(array['program-manager']))::uuid[]));
create policy process on ending_publication for all
	using ((select acting_process()) = 'endings') with check ((select acting_process()) = 'endings');
grant select, insert on ending_publication to :"application";
create policy endings on relationship for select using ((select acting_process()) = 'endings');
create policy endings on relationship_ending for select using ((select acting_process()) = 'endings');
