-- Sealed notes. What they say was encrypted in a browser; the server sees who wrote when, to whom it belongs, and a length within a factor of two.
create table relationship_key (
	relationship_id uuid not null references relationship,
	epoch integer not null check (epoch between 1 and 10000),
	key_name bytea not null check (octet_length(key_name) = 32),
	made_by uuid not null references person,
	made_at timestamptz not null default now(),
	primary key (relationship_id, epoch)
);
comment on table relationship_key is 'That there is a key of this epoch for a relationship''s notes, and its name (a hash); the key itself only in grants';

create table relationship_key_grant (
	relationship_id uuid not null,
	epoch integer not null,
	to_identity uuid not null references sealing_identity,
	to_person uuid not null references person,
	by_identity uuid not null references sealing_identity,
	by_person uuid not null references person,
	ephemeral bytea not null check (octet_length(ephemeral) = 65),
	wrapped bytea not null check (octet_length(wrapped) = 60),
	signature bytea not null check (octet_length(signature) = 64),
	made_at timestamptz not null default now(),
	primary key (relationship_id, epoch, to_identity),
	foreign key (relationship_id, epoch) references relationship_key
);
comment on table relationship_key_grant is 'A relationship''s key, wrapped in a member''s browser to one member''s public key and signed by whoever granted it';
create index relationship_key_grant_person on relationship_key_grant (to_person);

create table note (
	id uuid primary key,
	kind text not null check (kind in ('mine', 'ours')),
	relationship_id uuid references relationship,
	author_id uuid not null references person,
	writer_id uuid not null references person,
	writer_identity uuid not null references sealing_identity,
	epoch integer not null,
	version integer not null check (version > 0),
	is_deleted boolean not null default false,
	sealed bytea not null check (octet_length(sealed) between 284 and 65564 and (octet_length(sealed) - 28) & (octet_length(sealed) - 29) = 0),
	signature bytea not null check (octet_length(signature) = 64),
	created_at timestamptz not null default now(),
	written_at timestamptz not null default now(),
	check ((kind = 'ours') = (relationship_id is not null)),
	check ((kind = 'ours') = (epoch > 0)),
	check (kind = 'ours' or writer_id = author_id)
);
comment on table note is 'A sealed note: mine alone, or ours (a relationship''s). Of each the newest version only. Which relationship a note of one''s own is about is inside, not here';
comment on column note.sealed is 'Nonce, AES-256-GCM ciphertext and tag; padded to a power of two before it was encrypted';
comment on column note.is_deleted is 'Signed by whoever deleted it; nothing is in it any more';
create index note_relationship on note (relationship_id, written_at);
create index note_author on note (author_id) where kind = 'mine';

call protect(array['relationship_key', 'relationship_key_grant', 'note']::regclass[]);

create function is_member_of(relationship uuid) returns boolean stable parallel safe language sql
	return exists (select from relationship known where known.id = relationship and acting_person() = any (known.member_ids));

create policy member on relationship_key for select using (is_member_of(relationship_id));
create policy made on relationship_key for insert with check (made_by = (select acting_person()) and is_member_of(relationship_id));
create policy housekeeping on relationship_key for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on relationship_key to :"application";

create policy member on relationship_key_grant for select using (is_member_of(relationship_id));
create policy granted on relationship_key_grant for insert with check (by_person = (select acting_person()) and is_member_of(relationship_id));
create policy housekeeping on relationship_key_grant for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on relationship_key_grant to :"application";

create policy mine on note for all
	using (kind = 'mine' and author_id = (select acting_person()))
	with check (kind = 'mine' and author_id = (select acting_person()));
create policy ours on note for select using (kind = 'ours' and is_member_of(relationship_id));
create policy ours_written on note for insert with check (
	kind = 'ours' and author_id = (select acting_person()) and writer_id = (select acting_person()) and is_member_of(relationship_id)
);
create policy ours_changed on note for update
	using (kind = 'ours' and is_member_of(relationship_id))
	with check (kind = 'ours' and writer_id = (select acting_person()) and is_member_of(relationship_id));
create policy housekeeping on note for all using ((select acting_process()) = 'housekeeping') with check (false);
grant select, insert, delete on note to :"application";
grant update (writer_id, writer_identity, epoch, version, is_deleted, sealed, signature, written_at) on note to :"application";
