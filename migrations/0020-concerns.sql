-- Concerns: between whoever raises one and the ombudsperson they chose, and nobody else. No office counts them, no process sees them but the
-- one that deletes, and no act on one is in the journal: its record is a table of its own, read by the same two.
alter table office drop constraint office_office_check;
alter table office add constraint office_office_check check (
	office in ('administrator', 'program-manager', 'coordinator', 'analyst', 'committee-member', 'facilitator', 'learning-partner', 'ombudsperson')
);

create table concern (
	id uuid primary key,
	author_id uuid not null references person,
	ombudsperson_id uuid not null references person,
	status text not null default 'received' check (status in ('received', 'in-progress', 'closing', 'closed')),
	closing_by uuid references person,
	raised_at timestamptz not null default now(),
	answer_by date not null,
	outcome_by date not null,
	check (author_id <> ombudsperson_id),
	check ((status = 'closing') = (closing_by is not null))
);
comment on table concern is 'A concern between its author and the ombudsperson they chose. Read by these two alone.';
comment on column concern.closing_by is 'Who proposed to close it; the other one agrees or goes on';
comment on column concern.answer_by is 'The day by which the author has a first answer';
comment on column concern.outcome_by is 'The day by which the author knows what came of it';
create index concern_author on concern (author_id);
create index concern_ombudsperson on concern (ombudsperson_id);

create table concern_trust (
	concern_id uuid not null,
	author_id uuid not null references person,
	ombudsperson_id uuid not null references person,
	primary key (concern_id, ombudsperson_id)
);
comment on table concern_trust is 'To whom an author has entrusted a concern: nobody else can have it. Asked by the policies of concern, hence without asking concern itself.';
create index concern_trust_author on concern_trust (author_id);
create index concern_trust_ombudsperson on concern_trust (ombudsperson_id);

create table concern_event (
	id bigint generated always as identity primary key,
	concern_id uuid not null references concern,
	person_id uuid not null references person,
	act text not null check (act in ('raised', 'taken-up', 'wrote', 'let-read', 'closing-proposed', 'went-on', 'closed', 'declared-conflict', 'asked-to-hand-over', 'handed-over')),
	to_person uuid references person,
	at timestamptz not null default now(),
	check (to_person is null or act in ('raised', 'handed-over'))
);
comment on table concern_event is 'A concern''s own record: who did what when. In place of the journal, which others read.';
comment on column concern_event.to_person is 'The ombudsperson to whom the author entrusted it';
create index concern_event_concern on concern_event (concern_id, id);

create table concern_key (
	concern_id uuid not null references concern,
	epoch integer not null check (epoch between 1 and 10000),
	key_name bytea not null check (octet_length(key_name) = 32),
	made_by uuid not null references person,
	primary key (concern_id, epoch)
);
comment on table concern_key is 'That there is a key of this epoch for a concern''s texts, and its name (a hash); the key itself only in grants';

create table concern_key_grant (
	concern_id uuid not null,
	epoch integer not null,
	to_identity uuid not null references sealing_identity,
	to_person uuid not null references person,
	by_identity uuid not null references sealing_identity,
	by_person uuid not null references person,
	ephemeral bytea not null check (octet_length(ephemeral) = 65),
	wrapped bytea not null check (octet_length(wrapped) = 60),
	signature bytea not null check (octet_length(signature) = 64),
	primary key (concern_id, epoch, to_identity),
	foreign key (concern_id, epoch) references concern_key
);
comment on table concern_key_grant is 'A concern''s key, wrapped in the browser of one of the two to the public key of one of them';

create table concern_text (
	id uuid primary key,
	concern_id uuid not null references concern,
	writer_id uuid not null references person,
	writer_identity uuid not null references sealing_identity,
	epoch integer not null,
	sealed bytea not null check (octet_length(sealed) between 284 and 65564 and (octet_length(sealed) - 28) & (octet_length(sealed) - 29) = 0),
	signature bytea not null check (octet_length(signature) = 64),
	written_at timestamptz not null default now()
);
comment on table concern_text is 'What the two write to each other about a concern, sealed in their browsers; never changed';
comment on column concern_text.sealed is 'Nonce, AES-256-GCM ciphertext and tag; padded to a power of two before it was encrypted';
create index concern_text_concern on concern_text (concern_id, written_at);

call protect(array['concern', 'concern_trust', 'concern_event', 'concern_key', 'concern_key_grant', 'concern_text']::regclass[]);

-- To whom whoever acts may take a concern: ombudspersons outside their line, up and down however far; who run no program of theirs; and who
-- are not in a relationship with them.
create function ombudspersons_for_me() returns uuid[] stable parallel safe language sql
	return array(
		with recursive above (id) as (
			select manager_id from person where id = acting_person() and manager_id is not null
			union
			select person.manager_id from person join above on person.id = above.id where person.manager_id is not null
		),
		below (id) as (
			select id from person where manager_id = acting_person()
			union
			select person.id from person join below on person.manager_id = below.id
		),
		own_program (id) as (
			select program_id from enrolment where person_id = acting_person()
			union
			select program_id from relationship where acting_person() = any (member_ids)
		)
		select distinct office.person_id
		from office join person on person.id = office.person_id
		where office.office = 'ombudsperson' and person.left_on is null and person.id <> acting_person()
			and office.from_at <= now() and (office.until_at is null or office.until_at > now())
			and (office.program_id is null or office.program_id in (select id from own_program))
			and person.id not in (select id from above) and person.id not in (select id from below)
			and not exists (
				select from office runs
				where runs.person_id = person.id and runs.office = 'program-manager'
					and runs.from_at <= now() and (runs.until_at is null or runs.until_at > now())
					and (runs.program_id is null or runs.program_id in (select id from own_program))
			)
			and not exists (
				select from relationship where acting_person() = any (member_ids) and person.id = any (member_ids)
			)
	);

create policy own on concern_trust for select using (author_id = (select acting_person()));
create policy entrust on concern_trust for insert with check (
	author_id = (select acting_person()) and ombudsperson_id = any ((select ombudspersons_for_me())::uuid[])
);
create policy housekeeping on concern_trust for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on concern_trust to :"application";

create policy author on concern for select using (author_id = (select acting_person()));
create policy entrusted on concern for select
	using (ombudsperson_id = (select acting_person()) and (select holds_office_anywhere(array['ombudsperson'])));
create policy raised on concern for insert with check (
	author_id = (select acting_person()) and status = 'received'
	and ombudsperson_id = any ((select ombudspersons_for_me())::uuid[])
);
-- Only the author entrusts it to somebody else, and only to whom they may turn.
create policy author_changes on concern for update
	using (author_id = (select acting_person()))
	with check (
		author_id = (select acting_person())
		and exists (select from concern_trust trust where trust.concern_id = concern.id and trust.ombudsperson_id = concern.ombudsperson_id)
	);
create policy entrusted_changes on concern for update
	using (ombudsperson_id = (select acting_person()) and (select holds_office_anywhere(array['ombudsperson'])))
	with check (ombudsperson_id = (select acting_person()));
create policy housekeeping on concern for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on concern to :"application";
grant update (status, closing_by, ombudsperson_id, answer_by, outcome_by) on concern to :"application";

create policy the_two on concern_event for select using (exists (select from concern where concern.id = concern_id));
create policy own on concern_event for insert with check (
	person_id = (select acting_person()) and exists (select from concern where concern.id = concern_id)
);
create policy housekeeping on concern_event for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on concern_event to :"application";

create policy the_two on concern_key for select using (exists (select from concern where concern.id = concern_id));
create policy own on concern_key for insert with check (made_by = (select acting_person()) and exists (select from concern where concern.id = concern_id));
create policy housekeeping on concern_key for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on concern_key to :"application";

create policy the_two on concern_key_grant for select using (exists (select from concern where concern.id = concern_id));
create policy own on concern_key_grant for insert with check (
	by_person = (select acting_person()) and exists (select from concern where concern.id = concern_id and to_person in (author_id, ombudsperson_id))
);
create policy housekeeping on concern_key_grant for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on concern_key_grant to :"application";

create policy the_two on concern_text for select using (exists (select from concern where concern.id = concern_id));
create policy own on concern_text for insert with check (
	writer_id = (select acting_person()) and exists (select from concern where concern.id = concern_id and status <> 'closed')
);
create policy housekeeping on concern_text for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on concern_text to :"application";
