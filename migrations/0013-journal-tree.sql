-- The journal in a Merkle tree, and its checkpoints. docs/operating/journal.md says how it is checked.
create table journal_pseudonym (
	number integer generated always as identity primary key,
	pseudonym text not null unique check (pseudonym ~ '^[0-9a-f]{64}$'),
	person_id uuid unique,
	salt text check (salt ~ '^[0-9a-f]{64}$'),
	check ((person_id is null) = (salt is null))
);
comment on table journal_pseudonym is 'Under which pseudonym a person stands in the sealed journal. Erasing a person deletes who it was and leaves the pseudonym, which then names nobody.';
comment on column journal_pseudonym.pseudonym is 'SHA-256 of salt and person: whoever has the salt can check whose it is, and nobody can give it to another';

create table journal_waiting (
	entry_id bigint primary key
);
comment on table journal_waiting is 'Entries not sealed yet. Written in the same transaction as the entry: numbers are given before transactions end, and nothing else says which have.';

create table journal_leaf (
	position bigint primary key check (position >= 1),
	entry_id bigint not null unique,
	hash bytea not null,
	actor integer,
	about integer
);
comment on table journal_leaf is 'The sealed journal: which entry stands at which place, with its hash. In the order of sealing, without gaps.';
comment on column journal_leaf.actor is 'Whose act, as the number in journal_pseudonym; it stays when the person is erased';
comment on column journal_leaf.about is 'About whom, likewise';

create table journal_tree (
	id boolean primary key default true check (id),
	log text not null,
	size bigint not null default 0,
	peaks bytea not null default ''
);
comment on table journal_tree is 'How far the journal is sealed. One row, locked by whoever seals.';
comment on column journal_tree.log is 'The name of this journal in its checkpoints';
comment on column journal_tree.peaks is 'The roots of the full subtrees, 32 bytes each, largest first';

create table journal_checkpoint (
	size bigint primary key,
	root bytea not null,
	at timestamptz not null default now(),
	note text not null,
	sent_at timestamptz
);
comment on table journal_checkpoint is 'Signed statements of how long the journal was and what its root was';
comment on column journal_checkpoint.sent_at is 'When it was sent outside, where the database cannot reach it; such a one is never thinned out';

call protect(array['journal_pseudonym', 'journal_waiting', 'journal_leaf', 'journal_tree', 'journal_checkpoint']::regclass[]);

insert into journal_tree (log) values ('baton/journal/' || gen_random_uuid());
insert into journal_waiting (entry_id) select id from journal;

-- Whatever way an entry is written, it waits to be sealed from then on.
create function wait_for_sealing() returns trigger language plpgsql as $$
begin
	insert into journal_waiting (entry_id) select id from written;
	return null;
end $$;
create trigger wait_for_sealing after insert on journal referencing new table as written for each statement execute function wait_for_sealing();

create policy appended on journal_waiting for insert with check (acting_person() is not null or acting_process() is not null);
create policy process on journal_waiting for all using ((select acting_process()) = 'journal') with check ((select acting_process()) = 'journal');
create policy overseeing on journal_waiting for select using ((select holds_office(array['administrator', 'analyst'])));
grant select, insert, delete on journal_waiting to :"application";

create policy process on journal for select using ((select acting_process()) = 'journal');

create policy process on journal_pseudonym for all using ((select acting_process()) = 'journal') with check ((select acting_process()) = 'journal');
grant select, insert, update on journal_pseudonym to :"application";

create policy process on journal_leaf for all using ((select acting_process()) = 'journal') with check ((select acting_process()) = 'journal');
create policy overseeing on journal_leaf for select using ((select holds_office(array['administrator', 'analyst'])));
grant select, insert on journal_leaf to :"application";

create policy process on journal_tree for all using ((select acting_process()) = 'journal') with check ((select acting_process()) = 'journal');
create policy overseeing on journal_tree for select using ((select holds_office(array['administrator', 'analyst'])));
grant select on journal_tree to :"application";
grant update (size, peaks) on journal_tree to :"application";

create policy process on journal_checkpoint for all using ((select acting_process()) = 'journal') with check ((select acting_process()) = 'journal');
create policy overseeing on journal_checkpoint for select using ((select holds_office(array['administrator', 'analyst'])));
grant select, insert, delete on journal_checkpoint to :"application";
grant update (sent_at) on journal_checkpoint to :"application";

-- An erased person is nobody in the journal: who acted, and about whom, is then only the pseudonym of the leaf.
alter table journal drop constraint journal_check;
alter table journal add constraint journal_actor check (person_id is null or process is null);
